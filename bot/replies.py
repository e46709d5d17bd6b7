"""How actions speak: replies in the hub's content types, with the facts that shaped them, and the wish for a human."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from known_facts import KnownFact, Visitor
from phrases import phrases_for

if TYPE_CHECKING:
    from rasa_sdk import Tracker
    from rasa_sdk.executor import CollectingDispatcher

    from pages.articles import Passage

Content = dict[str, Any]
Choice = tuple[str, str]

# Why a conversation goes to a human, as the hub knows it.
HANDOFF_REASONS = frozenset({"visitor_asked", "not_understood", "needs_human", "complaint"})

# The longest label, payload or line on a card the hub takes.
LONGEST_LINE = 200
# What is read in a chat without scrolling far.
LONGEST_PASSAGE = 700


class Speaker:
    """One action's voice in one turn. Knows the visitor, so that a reply can name the facts it used."""

    def __init__(self, dispatcher: CollectingDispatcher, tracker: Tracker) -> None:
        self._dispatcher = dispatcher
        self._tracker = tracker
        self.visitor = Visitor.from_slot(tracker.get_slot("visitor"))
        # What to say, in their language.
        self.words = phrases_for(self.visitor.locale)

    def choice(self, button: str, payload: str) -> Choice:
        """A choice by the name of its button."""
        return self.words.button(button), payload

    @property
    def talk_to_a_person(self) -> Choice:
        """The choice that is always there when the bot is at a loss."""
        return self.choice("talk_to_person", "/talk_to_human")

    def say(self, text: str, *, used: Iterable[KnownFact | None] = ()) -> None:
        """Plain words."""
        self._reply({"type": "text", "text": text}, used)

    def offer(
        self, text: str, choices: Sequence[Choice], *, used: Iterable[KnownFact | None] = ()
    ) -> None:
        """Words with quick replies; a choice is its label and what comes back when it is picked."""
        self._reply(_offer(text, choices), used)

    def check(self, text: str, choices: Sequence[Choice], fact: KnownFact) -> None:
        """Ask whether what was heard badly is so; the answer is about it."""
        self._dispatcher.utter_message(
            json_message={"content": _offer(text, choices), "used_facts": [], "asks_about": fact.id}
        )
        self.expect_answer_about("fact", fact)

    def show(
        self, text: str, cards: Sequence[Content], *, used: Iterable[KnownFact | None] = ()
    ) -> None:
        """Cards under a line of text."""
        self._reply({"type": "card", "text": short(text), "cards": list(cards)}, used)

    def offer_product(self, text: str, card: Content, offered: dict[str, Any]) -> None:
        """A product with the reason for it; the hub puts ``offered`` on record with the reply."""
        self._dispatcher.utter_message(json_message=offer_reply(text, card, offered))

    def expect_answer_about(self, topic: str, fact: KnownFact | None = None) -> None:
        """Let a bare yes or no to what was just asked be about ``topic``, a value of the slot ``pending``."""
        asked = as_asked(fact) if fact else None
        self._dispatcher.utter_message(json_message={"pending": topic, "asked_fact": asked})

    def say_from_page(self, passage: Passage) -> None:
        """A passage in its own words; the hub puts its address at the end."""
        text = f"{_at_most(passage.text)}\n\n{self.words.text('page_source', title=passage.title)}"
        shown = {
            "language": passage.language,
            "article": passage.article,
            "passage": passage.anchor,
        }
        content = {"type": "text", "text": text}
        self._dispatcher.utter_message(
            json_message={"content": content, "used_facts": [], "help": shown}
        )

    def judge_page(self, *, helpful: bool) -> None:
        """What the visitor said of the page shown last."""
        self._dispatcher.utter_message(json_message={"judged_page": helpful})

    def miss_page(self) -> None:
        """Something was asked that no page answers."""
        self._dispatcher.utter_message(json_message={"missed_page": True})

    def forget(self, facts: Iterable[KnownFact]) -> None:
        """Ask the hub to delete them."""
        self._dispatcher.utter_message(json_message={"forget": [fact.id for fact in facts]})

    def hand_over(self, reason: str, why: str) -> None:
        """Ask the hub for a human; ``why`` is the first sentence the agent reads."""
        if reason not in HANDOFF_REASONS:
            raise ValueError(reason)
        self._dispatcher.utter_message(
            json_message={"handoff": {"reason": reason, "summary": self._summary(why)}}
        )

    def _reply(self, content: Content, used: Iterable[KnownFact | None]) -> None:
        used_facts = [fact.id for fact in used if fact is not None]
        self._dispatcher.utter_message(json_message={"content": content, "used_facts": used_facts})

    def _summary(self, why: str) -> str:
        """What an agent must know to go on without asking again."""
        known = [
            f"{label}: {value}"
            for label, value in (
                ("name", self.visitor.value("name")),
                (
                    "order",
                    self._tracker.get_slot("order_number") or self.visitor.value("order_number"),
                ),
                ("e-mail", self._tracker.get_slot("email") or self.visitor.value("email")),
                ("open problem", self.visitor.value("open_problem")),
            )
            if value
        ]
        if self.visitor.note:
            why = f"{why} A colleague noted before: \u201c{self.visitor.note}\u201d."
        said = (self._tracker.latest_message.get("text") or "").strip()
        if said and not said.startswith("/"):
            why = f"{why} Last said: \u201c{said[:200]}\u201d."
        return f"{why} Known: {', '.join(known)}." if known else why


def offer_reply(text: str, card: Content, offered: dict[str, Any]) -> dict[str, Any]:
    """A reply that offers a product."""
    content = {"type": "card", "text": short(text), "cards": [card]}
    return {"content": content, "used_facts": [], "offer": offered}


def _offer(text: str, choices: Sequence[Choice]) -> Content:
    offered = [{"label": short(label), "payload": short(payload)} for label, payload in choices]
    return {"type": "choices", "text": text, "choices": offered}


def _at_most(text: str) -> str:
    """The first sentences that are not too long for a chat; the page has the rest."""
    if len(text) <= LONGEST_PASSAGE:
        return text
    cut = text[:LONGEST_PASSAGE]
    ends = max(cut.rfind(sign) for sign in (". ", "\n", "\u3002", "! ", "? "))
    return cut[: ends + 1].rstrip() if ends > LONGEST_PASSAGE // 2 else cut.rstrip() + "\u2026"


def as_asked(fact: KnownFact) -> dict[str, str | None]:
    """What the answer to a question about a fact will need: the slot ``asked_fact``."""
    return {"id": fact.id, "key": fact.key, "value": fact.value, "subject": fact.subject}


def short(line: str) -> str:
    """``line``, cut to what the hub takes for a label, a payload or a line on a card."""
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "\u2026"
