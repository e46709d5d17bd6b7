"""A dialogue that is kept from turn to turn and does not go through all of its past at every step.

Rasa replays every event whenever it copies a tracker, and again for each policy that is asked what comes next. Here the
states before the actions of the past are remembered, for the past does not change; a test holds both against each other.
"""

from __future__ import annotations

import copy
import dataclasses
from dataclasses import dataclass, field
from typing import Any

from rasa.shared.core.constants import PREVIOUS_ACTION
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, Event
from rasa.shared.core.trackers import DialogueStateTracker

State = dict[str, dict[str, Any]]


class KeptTracker(DialogueStateTracker):  # type: ignore[misc]
    """As Rasa's, made for long dialogues; ``saved_at`` is as of when it was kept, None before its first turn is done."""

    saved_at: float | None = None
    _past: _Past | None = None

    def copy(self) -> DialogueStateTracker:
        """The same dialogue, which may go on in its own way."""
        twin = self.init_copy()
        twin.events = self.events.copy()
        twin.slots = {name: copy.copy(slot) for name, slot in self.slots.items()}
        twin.followup_action, twin.latest_action = self.followup_action, self.latest_action
        twin.latest_message = self.latest_message
        twin.latest_bot_utterance = self.latest_bot_utterance
        twin.active_loop = self.active_loop and dataclasses.replace(self.active_loop)
        twin._paused = self._paused  # noqa: SLF001
        return twin

    def past_states(
        self,
        domain: Domain,
        omit_unset_slots: bool = False,  # noqa: FBT001, FBT002 - as Rasa calls it
        ignore_rule_only_turns: bool = False,  # noqa: FBT001, FBT002
        rule_only_data: dict[str, Any] | None = None,
    ) -> list[State]:
        """What the policies see of the dialogue: its state before each action, and now."""
        if omit_unset_slots:
            states: list[State] = super().past_states(
                domain, omit_unset_slots, ignore_rule_only_turns, rule_only_data
            )
            return states
        applied = self.applied_events()
        if self._past is None or not self._past.leads_to(applied, domain):
            self._past = _Past(domain, self.init_copy())
        steps = self._past.steps_to(applied)
        if ignore_rule_only_turns:
            return _without_rule_only_turns(domain, steps, rule_only_data)
        return [_copied(step.state) for step in steps]


@dataclass(frozen=True)
class _Step:
    """The dialogue before an action."""

    state: State
    action_before: dict[str, Any]
    # Whether rules alone decide on the action; nothing was decided where a form or another action asked for it.
    hidden: bool
    decided: bool


@dataclass
class _Past:
    domain: Domain
    tracker: DialogueStateTracker
    events: list[Event] = field(default_factory=list)
    steps: list[_Step] = field(default_factory=list)

    def leads_to(self, applied: list[Event], domain: Domain) -> bool:
        """Whether nothing of it has been undone."""
        return (
            domain is self.domain
            and len(self.events) <= len(applied)
            and all(ours is theirs for ours, theirs in zip(self.events, applied, strict=False))
        )

    def steps_to(self, applied: list[Event]) -> list[_Step]:
        """All steps, the one that is to come among them."""
        for event in applied[len(self.events) :]:
            if isinstance(event, ActionExecuted):
                self.steps.append(self._step(hidden=event.hide_rule_turn))
            self.tracker.update(event)
            self.events.append(event)
        return [*self.steps, self._step(hidden=False)]

    def _step(self, *, hidden: bool) -> _Step:
        now = self.tracker
        return _Step(
            self.domain.get_active_state(now),
            now.latest_action,
            hidden,
            not now.followup_action and now.latest_action_name != now.active_loop_name,
        )


def _without_rule_only_turns(
    domain: Domain, steps: list[_Step], rule_only_data: dict[str, Any] | None
) -> list[State]:
    """As ``Domain.states_for_tracker_history`` does it for policies that learn from stories."""
    states: list[State] = []
    action_before: dict[str, Any] = {}
    hidden = False
    for step in steps:
        if not hidden:
            action_before = step.action_before
        if step.decided:
            hidden = step.hidden
        if hidden:
            continue
        state = _copied(step.state)
        domain._remove_rule_only_features(state, rule_only_data)  # noqa: SLF001
        if states:
            domain._substitute_rule_only_user_input(state, states[-1])  # noqa: SLF001
        if action_before:
            state[PREVIOUS_ACTION] = action_before
        states.append({kind: part for kind, part in state.items() if part})
    return states


def _copied(state: State) -> State:
    """Policies take away from the states what they do not want to see."""
    return {kind: dict(part) for kind, part in state.items()}
