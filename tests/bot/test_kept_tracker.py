"""A kept tracker shows the policies what Rasa's own tracker shows, at every step of any dialogue."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING, Any

import pytest
from conftest import BOT
from rasa.shared.core.constants import ACTION_LISTEN_NAME
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import (
    ActionExecuted,
    ActionExecutionRejected,
    ActiveLoop,
    BotUttered,
    DefinePrevUserUtteredFeaturization,
    Event,
    FollowupAction,
    LoopInterrupted,
    SlotSet,
    UserUtteranceReverted,
    UserUttered,
)
from rasa.shared.core.trackers import DialogueStateTracker

from kept_tracker import KeptTracker

if TYPE_CHECKING:
    from collections.abc import Iterator

INTENTS = ("greet", "affirm", "deny", "track_order", "thanks", "shipping_cost")
ACTIONS = ("action_greet", "utter_welcome", "action_hand_over", "order_status_form")
RULE_ONLY = {"rule_only_slots": ["pending"], "rule_only_loops": ["return_form"]}


@pytest.fixture(scope="module")
def domain() -> Domain:
    return Domain.load([str(path) for path in sorted((BOT / "domain").glob("*.yml"))])


def _turn(draw: random.Random) -> Iterator[Event]:
    intent = draw.choice(INTENTS)
    entities = [{"entity": "size", "value": "M"}] if draw.random() < 0.3 else []
    yield UserUttered(f"words to {intent}", {"name": intent, "confidence": 0.9}, entities)
    if draw.random() < 0.3:
        yield SlotSet("pending", draw.choice(["complaint", "human", None]))
    for number in range(draw.randint(1, 3)):
        if number == 0:
            yield DefinePrevUserUtteredFeaturization(False)
        action = draw.choice(ACTIONS)
        if draw.random() < 0.15:
            yield ActionExecutionRejected(action)
            continue
        yield ActionExecuted(action, hide_rule_turn=draw.random() < 0.5)
        yield from draw.choice(
            [
                [BotUttered("words")],
                [SlotSet("requested_slot", "email"), ActiveLoop("order_status_form")],
                [ActiveLoop("return_form")],
                [ActiveLoop(None), SlotSet("requested_slot", None)],
                [FollowupAction("action_greet")],
                [LoopInterrupted(True)],
                [UserUtteranceReverted()] if draw.random() < 0.3 else [],
            ]
        )
    yield ActionExecuted(ACTION_LISTEN_NAME, hide_rule_turn=draw.random() < 0.5)


def _seen(tracker: DialogueStateTracker, domain: Domain) -> list[Any]:
    return [
        tracker.past_states(domain),
        tracker.past_states(domain, ignore_rule_only_turns=True, rule_only_data=RULE_ONLY),
        tracker.past_states(domain, omit_unset_slots=True),
    ]


def _is(tracker: DialogueStateTracker) -> dict[str, Any]:
    return {
        name: value
        for name, value in vars(tracker).items()
        if name not in ("slots", "_past", "saved_at")
    } | {"slots": {name: (slot.value, slot.has_been_set) for name, slot in tracker.slots.items()}}


@pytest.mark.parametrize("seed", range(40))
def test_policies_see_the_same_at_every_step(domain: Domain, seed: int) -> None:
    draw = random.Random(seed)
    kept, rasas = (kind("c", domain.slots) for kind in (KeptTracker, DialogueStateTracker))
    for _ in range(8):
        for event in _turn(draw):
            for tracker in (kept, rasas):
                tracker.update(event, domain)
            if isinstance(event, UserUttered | ActionExecuted):
                assert _seen(kept, domain) == _seen(rasas, domain)


@pytest.mark.parametrize("seed", range(10))
def test_a_copy_is_what_a_replay_would_be_and_goes_its_own_way(domain: Domain, seed: int) -> None:
    draw = random.Random(seed)
    kept = KeptTracker("c", domain.slots)
    for _ in range(4):
        for event in _turn(draw):
            kept.update(event, domain)
            assert _is(kept.copy()) == _is(DialogueStateTracker.copy(kept))
    before = _is(kept.copy())
    twin = kept.copy()
    for event in (*_turn(draw), SlotSet("size", "L"), ActiveLoop("return_form")):
        twin.update(event, domain)
    assert _is(kept) == before


def test_a_policy_that_takes_from_a_state_takes_it_from_its_own(domain: Domain) -> None:
    kept = KeptTracker("c", domain.slots)
    for event in _turn(random.Random(1)):
        kept.update(event, domain)
    first = kept.past_states(domain)
    for state in first:
        state.clear()
    assert all(kept.past_states(domain)[1:])
