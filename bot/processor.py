"""One turn through Rasa, in which nothing fails unseen.

Rasa's own processor logs an action's exception and goes on; the visitor then gets silence. Here every failure ends the
turn with :class:`TurnFailed` before anything is saved, so the hub learns of it and brings a human.
"""

from __future__ import annotations

import logging
from pathlib import Path
from typing import TYPE_CHECKING, Any

from rasa.core.actions.action import ActionExecutionRejection
from rasa.core.agent import Agent
from rasa.core.channels.channel import UserMessage
from rasa.core.lock_store import InMemoryLockStore
from rasa.core.nlg import NaturalLanguageGenerator
from rasa.core.processor import MessageProcessor
from rasa.shared.core.events import ActiveLoop, Event, SlotSet

import facts
import trained_model
from anger import is_angry
from collector import TurnCollector
from going_on import as_going_on
from in_process import InProcessActions, trust_own_actions
from languages import LANGUAGES, language_of
from offering import offer_after_an_answer
from pages.judging import as_judged
from phrases import phrases_for
from responses_by_language import ResponsesByLanguage
from telling import TOLD, as_told
from tracker_store import SharedTrackerStore
from welcome import open_and_close

if TYPE_CHECKING:
    from rasa.core.actions.action import Action
    from rasa.core.policies.policy import PolicyPrediction
    from rasa.engine.storage.storage import ModelMetadata
    from rasa.shared.core.trackers import DialogueStateTracker

    from pages.answering import Pages
    from shop import Shop
    from straight_runner import StraightRunner

logger = logging.getLogger(__name__)

# What steers the dialogue it was told in, whether it is remembered or not.
_SLOT_OF_ENTITY = {"order_number": "last_order"}


class TurnFailed(Exception):
    """Something inside the turn went wrong; nothing of it was kept."""


class _Watched:
    """An action whose failure is noted before Rasa swallows it."""

    def __init__(self, action: Action, failures: list[Exception]) -> None:
        self._action = action
        self._failures = failures

    def __getattr__(self, name: str) -> Any:
        return getattr(self._action, name)

    async def run(self, *arguments: Any, **named: Any) -> list[Event]:
        try:
            events: list[Event] = await self._action.run(*arguments, **named)
        except ActionExecutionRejection:
            raise
        except Exception as error:
            self._failures.append(error)
            raise
        return events


class TurnProcessor(MessageProcessor):  # type: ignore[misc]
    """Rasa's processor with the hub's facts put in and what was heard taken out."""

    tracker_store: SharedTrackerStore
    pages: Pages
    shop: Shop

    @staticmethod
    def _load_model(model_path: str | Path) -> tuple[str, ModelMetadata, StraightRunner]:
        metadata, runner = trained_model.load(Path(model_path))
        return Path(model_path).name, metadata, runner

    async def handle_message(self, message: UserMessage) -> None:
        """Run one turn and leave its outcome on the message's :class:`TurnCollector`."""
        collector: TurnCollector = message.output_channel
        tracker = await self.log_message(message, should_save_tracker=False)
        misses = tracker.get_slot("misses")
        tracker = await self.run_action_extract_slots(collector, tracker)
        await self._run_prediction_loop(collector, tracker)
        if collector.failures:
            raise TurnFailed from collector.failures[0]
        if not (collector.replies or collector.handoff):
            raise TurnFailed("the bot had neither a word nor a wish for a human")
        if is_angry(message.text) and not collector.handoff:
            collector.give_up(
                phrases_for(tracker.get_slot("visitor")["locale"]).text("handing_over_angry"),
                {
                    "reason": "anger",
                    "summary": f"The visitor is angry: \u201c{message.text[:200]}\u201d.",
                },
            )
            tracker.update_with_events([ActiveLoop(None), *_emptied()], self.domain)
        await offer_after_an_answer(self.shop, collector, tracker)
        open_and_close(collector, tracker, returned_now=tracker.get_slot("visitor")["returned_now"])
        tracker.update_with_events(self._left_behind(collector, tracker, misses), self.domain)
        answer = collector.finish(tracker)
        await self.tracker_store.save_turn(tracker, message.message_id, answer)

    async def _handle_message_with_tracker(
        self, message: UserMessage, tracker: DialogueStateTracker
    ) -> None:
        visitor: dict[str, Any] = message.metadata
        so_far = _language_so_far(visitor, tracker.get_slot("visitor"))
        stretch = visitor["human_stretch"]
        returned_now = stretch and stretch != (tracker.get_slot("visitor") or {}).get(
            "human_stretch", 0
        )
        heard = visitor.get("heard") or ()
        plain = UserMessage(
            message.text,
            message.output_channel,
            message.sender_id,
            input_channel=message.input_channel,
            message_id=message.message_id,
            metadata={"language": so_far},
        )
        understood = await self.parse_message(plain, tracker)
        if tracker.get_slot("requested_slot") != "return_reason":
            understood = as_told(understood, message.text, heard, solved=_is_solved(visitor))
        understood = as_judged(understood, message.text, tracker.get_slot("pending"))
        if not tracker.active_loop_name and tracker.latest_message is not None:
            before = tracker.latest_message.parse_data or {}
            understood = as_going_on(understood, message.text, before, heard)
        if not tracker.active_loop_name and TOLD not in understood:
            language = _language_now(understood, so_far)
            understood = self.pages.considered(understood, message.text, language)
        plain.parse_data = understood
        await super()._handle_message_with_tracker(plain, tracker)
        parsed = tracker.latest_message.parse_data
        intent = parsed["intent"].get("name")
        if intent == "complain" and tracker.get_slot("requested_slot") == "return_reason":
            # "Too large" answers what was asked.
            intent = None
        confidence, pending = parsed["intent"].get("confidence", 0.0), tracker.get_slot("pending")
        message.output_channel.heard = facts.heard(
            message.text,
            intent,
            confidence,
            pending,
            heard,
            tracker.get_slot("asked_fact"),
        )
        told = [
            SlotSet(
                "visitor",
                {
                    **visitor,
                    "returned_now": bool(returned_now),
                    "locale": _language_now(parsed, so_far),
                    "locale_of_chat": visitor.get("locale"),
                },
            )
        ]
        told += [
            SlotSet(_SLOT_OF_ENTITY[entity["entity"]], entity["value"])
            for entity in parsed["entities"]
            if entity["entity"] in _SLOT_OF_ENTITY
        ]
        if returned_now:
            told += _afresh()
        tracker.update_with_events(told, self.domain)

    @staticmethod
    def _left_behind(
        collector: TurnCollector, tracker: DialogueStateTracker, misses_before: int | None
    ) -> list[Event]:
        """What the next turn must know of this one. Set here and not by actions: rules match on ``pending`` all turn long."""
        left: list[Event] = []
        if tracker.get_slot("pending") != collector.pending:
            left.append(SlotSet("pending", collector.pending))
        if tracker.get_slot("asked_fact") != collector.asked_fact:
            left.append(SlotSet("asked_fact", collector.asked_fact))
        if collector.shown_page is not None:
            left.append(SlotSet("shown_page", collector.shown_page))
        if misses_before and tracker.get_slot("misses") == misses_before:
            left.append(SlotSet("misses", 0))
        return left

    async def _run_action(
        self,
        action: Action,
        tracker: DialogueStateTracker,
        output_channel: TurnCollector,
        nlg: NaturalLanguageGenerator,
        prediction: PolicyPrediction,
    ) -> bool:
        watched = _Watched(action, output_channel.failures)
        return (
            bool(await super()._run_action(watched, tracker, output_channel, nlg, prediction))
            and not output_channel.failures
        )


class BotAgent(Agent):  # type: ignore[misc]
    """Rasa's agent with our processor and store, and without the store that hides a failing one."""

    nlg: NaturalLanguageGenerator

    def __init__(
        self, store: SharedTrackerStore, actions: InProcessActions, pages: Pages, shop: Shop
    ) -> None:
        trust_own_actions()
        super().__init__(action_endpoint=actions, lock_store=InMemoryLockStore())
        self.tracker_store = store
        self._pages = pages
        self._shop = shop

    def load_model(self, model_path: str | Path, fingerprint: str | None = None) -> None:
        """Load the model and make the processor that runs it."""
        self.processor = TurnProcessor(
            model_path=model_path,
            tracker_store=self.tracker_store,
            lock_store=self.lock_store,
            action_endpoint=self.action_endpoint,
            generator=self.nlg,
            on_circuit_break=_note_endless_turn,
        )
        self.processor.pages = self._pages
        self.processor.shop = self._shop
        self.domain = self.processor.domain
        self.tracker_store.domain = self.domain
        self.nlg = ResponsesByLanguage(self.domain.responses)
        self.processor.nlg = self.nlg
        self._set_fingerprint(fingerprint)

    async def handle_message(self, message: UserMessage) -> None:
        """Run one turn. The caller holds the conversation's lock: Rasa's own is polled once a second."""
        await self.processor.handle_message(message)


def _language_so_far(visitor: dict[str, Any], before: dict[str, Any] | None) -> str:
    """What was spoken last, unless the chat itself was put into another language since."""
    if before and before.get("locale_of_chat") == visitor.get("locale"):
        return str(before["locale"])
    return language_of(visitor.get("locale"))


def _language_now(parsed: dict[str, Any], so_far: str) -> str:
    """The one picked, or what the message is in, if it is one of ours."""
    picked = [found["value"] for found in parsed["entities"] if found["entity"] == "language"]
    heard = (parsed.get("language") or {}).get("name")
    return next((str(one) for one in (*picked, heard) if one in LANGUAGES), so_far)


def _is_solved(visitor: dict[str, Any]) -> bool:
    """Whether the hub heard that a problem is none any more: it speaks of one, and none is held."""
    return (
        visitor.get("remembers") is not False
        and "open_problem" in (visitor.get("heard") or ())
        and all(fact["key"] != "open_problem" for fact in visitor.get("facts") or ())
    )


def _afresh() -> list[Event]:
    """What the bot was about before people talked is over: neither its misses nor its open question count any more."""
    return [SlotSet("misses", 0), ActiveLoop(None), SlotSet("pending", None), *_emptied()]


def _emptied() -> list[Event]:
    """A form that is left leaves nothing half filled."""
    emptied = ("requested_slot", "order_number", "order_confirmed")
    return [SlotSet(name, None) for name in emptied]


def _note_endless_turn(
    tracker: DialogueStateTracker, output_channel: TurnCollector, nlg: NaturalLanguageGenerator
) -> None:
    del tracker, nlg
    output_channel.failures.append(TurnFailed("the turn reached Rasa's limit of actions"))
