"""Gathers what one turn brings forth and makes it the hub's answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from rasa.core.channels.channel import OutputChannel

from languages import language_of_visitor

if TYPE_CHECKING:
    from rasa.shared.core.trackers import DialogueStateTracker

    from facts import HeardFact

RANKING_LENGTH = 5
# More than anybody says in one message; the hub takes no answer with more.
MOST_ENTITIES = 50

# Slots that mirror the hub's own data or only steer the dialogue are not told back.
_INTERNAL_SLOTS = frozenset(
    {
        "visitor",
        "misses",
        "pending",
        "asked_fact",
        "shown_page",
        "requested_slot",
        "session_started_metadata",
        "order_confirmed",
    }
)


class TurnCollector(OutputChannel):  # type: ignore[misc]
    """The output channel of one turn."""

    def __init__(self, turn_id: str, offset: int = 0) -> None:
        self.turn_id = turn_id
        # Where Rasa's text starts in the visitor's: entities and facts are told in the visitor's places.
        self._offset = offset
        self.replies: list[dict[str, Any]] = []
        self.handoff: dict[str, str] | None = None
        self.pending: str | None = None
        self.asked_fact: dict[str, str | None] | None = None
        self.shown_page: dict[str, str] | None = None
        self.judged_page: bool | None = None
        self.missed_page = False
        self.forgotten: list[str] = []
        self.heard: list[HeardFact] = []
        self.failures: list[Exception] = []
        self.answer: dict[str, Any] | None = None

    @classmethod
    def name(cls) -> str:
        """The name responses in the domain may be narrowed to."""
        return "samtal"

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Take what an action or a response of the domain says."""
        del recipient_id
        custom = message.get("custom") or {}
        if "handoff" in custom:
            self.handoff = self.handoff or custom["handoff"]
        elif "pending" in custom:
            self.pending, self.asked_fact = custom["pending"], custom.get("asked_fact")
        elif "forget" in custom:
            self.forgotten += custom["forget"]
        elif "judged_page" in custom:
            self.judged_page = custom["judged_page"]
        elif "missed_page" in custom:
            self.missed_page = True
        elif "content" in custom:
            named = ("content", "used_facts", "asks_about", "help", "offer")
            if "help" in custom:
                self.shown_page = custom["help"] | {"turn_id": self.turn_id}
            self.replies.append({name: custom[name] for name in named if name in custom})
        elif message.get("buttons"):
            choices = [
                {"label": button["title"], "payload": button["payload"]}
                for button in message["buttons"]
            ]
            content = {"type": "choices", "text": message.get("text") or "", "choices": choices}
            self.replies.append({"content": content, "used_facts": []})
        elif message.get("text"):
            self.replies.append(
                {"content": {"type": "text", "text": message["text"]}, "used_facts": []}
            )

    def give_up(self, text: str, handoff: dict[str, str]) -> None:
        """Say only this, and ask for a human."""
        self.replies = [{"content": {"type": "text", "text": text}, "used_facts": []}]
        self.handoff, self.pending, self.asked_fact = handoff, None, None
        self.shown_page, self.missed_page = None, False

    def finish(self, tracker: DialogueStateTracker) -> dict[str, Any]:
        """The whole answer of the turn."""
        parsed = tracker.latest_message.parse_data
        self.answer = {
            "turn_id": self.turn_id,
            "replies": self.replies,
            "intent": _intent(parsed["intent"]),
            "ranking": [
                _intent(item) for item in parsed.get("intent_ranking", [])[:RANKING_LENGTH]
            ],
            "entities": [
                self._placed(_entity(entity)) for entity in parsed["entities"][:MOST_ENTITIES]
            ],
            "slots": {
                name: slot.value
                for name, slot in tracker.slots.items()
                if slot.value is not None and name not in _INTERNAL_SLOTS
            },
            "facts": [fact.as_dict() for fact in self.heard],
            "forget": self.forgotten,
            "handoff": self.handoff,
            "form": tracker.active_loop_name,
            "judged_page": self._judged(tracker),
            "missed_page": self.missed_page,
            "language": language_of_visitor(tracker.get_slot("visitor")),
        }
        return self.answer

    def _judged(self, tracker: DialogueStateTracker) -> dict[str, Any] | None:
        """Which answer was judged: the turn that showed the page."""
        shown = tracker.get_slot("shown_page")
        if self.judged_page is None or shown is None:
            return None
        return {"turn_id": shown["turn_id"], "helpful": self.judged_page}

    def _placed(self, found: dict[str, Any]) -> dict[str, Any]:
        return found | {
            edge: found[edge] + self._offset
            for edge in ("start", "end")
            if found.get(edge) is not None
        }


def _intent(parsed: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": parsed.get("name"),
        "confidence": round(float(parsed.get("confidence") or 0.0), 4),
    }


def _entity(parsed: dict[str, Any]) -> dict[str, Any]:
    entity = {
        "entity": parsed["entity"],
        "value": parsed["value"],
        "start": parsed.get("start"),
        "end": parsed.get("end"),
        "confidence": round(float(parsed.get("confidence_entity") or 1.0), 4),
    }
    return entity | ({"role": parsed["role"]} if parsed.get("role") else {})
