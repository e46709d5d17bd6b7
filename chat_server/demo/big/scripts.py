"""Dialogues as they go, played by the domain's own moves with slots for all that differs from one to the next.

`{dialogue}`, `{contact}`, `{visitor}`, `{first}` (the first dialogue of the same contact), `{agent}` and `{colleague}` are ids and a name; `{order}`, `{name}`, `{product}` and `{city}` stand
in what is said.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from chat_server.domain import log_lines, response_event
from chat_server.domain.conversation import SYSTEM, Conversation
from chat_server.domain.events import Event, EventType
from chat_server.domain.handoff import Handoff, HandoffReason
from chat_server.domain.help.place import Place
from chat_server.domain.message import Author, AuthorKind, Message
from chat_server.domain.origin import Origin
from chat_server.domain.ownership import first_owner
from chat_server.domain.step import Step

if TYPE_CHECKING:
    from random import Random

    from chat_server.domain.response_event import ResponseEvent

    from .words import Words

BEGIN = datetime(2020, 1, 1, tzinfo=UTC)
_BOT = "Sóley"
_PLACES = ("wool", "returns", "shipping", "sizes", "care")
_PASSAGES = ("", "moths", "washing", "abroad", "labels")
_REASONS = tuple(HandoffReason)
# Fields that come from the dialogue and not from its script.
_OPENED = {"conversation_id", "contact_id", "element", "campaign", "variant", "channel"}
_OPENED |= {"memory_arm", "memory_share"}


@dataclass(frozen=True)
class Heard:
    """A fact that a script has its contact say."""

    number: int
    key: str
    value: str
    seq: int
    at: datetime


@dataclass
class Script:
    """One course of a dialogue; ids are slots, times count from `BEGIN`."""

    number: int
    locale: str
    returning: bool
    conversation: Conversation
    messages: list[Message]
    events: list[Event]
    row: ResponseEvent
    facts: list[Heard]

    def fold(self) -> dict[str, Any]:
        """Columns of the response event that the script settles."""
        return {
            field.name: getattr(self.row, field.name)
            for field in fields(self.row)
            if field.name not in _OPENED
        }


class _Play:
    def __init__(self, number: int, words: Words, random: Random, *, returning: bool) -> None:
        self._words, self._random = words, random
        self._returning = returning
        self._now = BEGIN
        self._visitor = Author(AuthorKind.VISITOR, "{visitor}")
        self._bot = Author(AuthorKind.BOT, name=_BOT)
        self._agent = Author(AuthorKind.AGENT, "{agent}", "{colleague}")
        self._facts: list[Heard] = []
        self.conversation, self._step = Conversation.open(
            inbox_id="{inbox}",
            contact_id="{contact}",
            visitor_id="{visitor}",
            client_id="{dialogue}",
            locale=words.locale,
            bot=first_owner(_BOT),
            origin=Origin(),
            now=BEGIN,
            conversation_id="{dialogue}",
        )
        self._number = number

    def all(self) -> Script:
        """From the first word to the rating."""
        random = self._random
        intent = random.choice(tuple(self._words.asked))
        if not self._returning and random.random() < 0.5:  # noqa: PLR2004
            self._introduce()
        self._ask(intent)
        for _ in range(random.choice((1, 1, 2, 2, 3, 3))):
            self._ask_more()
        complains = intent == "complain"
        if random.random() < (0.55 if complains else 0.14):
            self._people(HandoffReason.COMPLAINT if complains else random.choice(_REASONS))
            by = self._agent
        else:
            by = SYSTEM
        if random.random() < 0.5:  # noqa: PLR2004
            self._say(self._visitor, random.choice(self._words.thanks))
        self._end(by)
        return self._script()

    def _introduce(self) -> None:
        said = self._say(self._visitor, self._words.introduced)
        self._understood(said, "introduce")
        fact = Heard(len(self._facts) + 1, "name", "{name}", said.seq, self._now)
        self._facts.append(fact)
        name = f"{{dialogue}}-f{fact.number}"
        self._log(log_lines.learned(self.conversation, name, fact.key, self._bot, self._now))
        self._say(self._bot, self._random.choice(self._words.answered))

    def _ask(self, intent: str) -> None:
        random = self._random
        said = self._say(self._visitor, random.choice(self._words.asked[intent]))
        self._understood(said, intent)
        reply = self._say(self._bot, random.choice(self._words.answered))
        if self._returning and random.random() < 0.7:  # noqa: PLR2004
            reply.used_facts = ["{first}-f1"]
            self._log(log_lines.used_facts(self.conversation, reply, self._now))
        elif random.random() < 0.12:  # noqa: PLR2004
            self._log(log_lines.asked_again(self.conversation, reply, ["name"], self._now))
        if intent == "ask_page":
            self._page(said, reply)

    def _page(self, said: Message, reply: Message) -> None:
        random, dialogue = self._random, self.conversation
        if random.random() < 0.25:  # noqa: PLR2004
            self._log(log_lines.help_missed(dialogue, said, self._now))
            return
        language = self._words.locale
        place = Place(language, random.choice(_PLACES), random.choice(_PASSAGES))
        shown = log_lines.help_shown(dialogue, reply, place, "{dialogue}-t", self._now)
        shown.id = "{dialogue}-h"
        self._log(shown)
        if random.random() < 0.3:  # noqa: PLR2004
            self._wait(5, 40)
            helpful = random.random() < 0.8  # noqa: PLR2004
            by = self._visitor
            self._log(log_lines.help_judged(dialogue, shown, by, self._now, helpful=helpful))

    def _ask_more(self) -> None:
        random = self._random
        if random.random() < 0.1:  # noqa: PLR2004
            self._understood(self._say(self._visitor, self._words.miss), "nlu_fallback")
        else:
            said = self._say(self._visitor, random.choice(self._words.more))
            self._understood(said, random.choice(tuple(self._words.asked)))
        self._say(self._bot, random.choice(self._words.answered))

    def _people(self, reason: HandoffReason) -> None:
        self._wait(1, 4)
        self._keep(self.conversation.hand_off(Handoff(reason, ""), self._bot, self._now))
        self._wait(10, 400)
        self._keep(self.conversation.accept("{agent}", "{colleague}", self._now))
        for _ in range(self._random.choice((1, 2, 3))):
            self._say(self._agent, self._random.choice(self._words.agent), slow=True)
            self._say(self._visitor, self._random.choice(self._words.more))
        self._say(self._agent, self._random.choice(self._words.agent), slow=True)

    def _end(self, by: Author) -> None:
        random = self._random
        if random.random() < 0.04:  # noqa: PLR2004
            self.conversation.snooze()
            return
        self._wait(60, 2_000)
        self._keep(self.conversation.resolve(by, self._now))
        if random.random() < 0.35:  # noqa: PLR2004
            self._wait(3, 60)
            scores = (5, 5, 4, 4, 3, 1) if by is SYSTEM else (5, 5, 5, 4, 2)
            score = random.choice(scores)
            self._keep(self.conversation.rate(score, None, self._visitor, self._now))

    def _script(self) -> Script:
        opened, *later = self._step.events
        row = response_event.begin(opened)
        for event in later:
            response_event.apply(row, event)
        self.conversation.visitor_read_seq = self.conversation.last_seq
        self.conversation.agent_read_seq = self.conversation.last_seq
        return Script(
            self._number,
            self._words.locale,
            self._returning,
            self.conversation,
            self._step.messages,
            later,
            row,
            self._facts,
        )

    def _say(self, author: Author, text: str, *, slow: bool = False) -> Message:
        least = {AuthorKind.BOT: 0.3, AuthorKind.VISITOR: 4.0}.get(author.kind, 12.0)
        self._wait(least, least * (8 if slow else 5))
        dialogue = self.conversation
        own = f"{{dialogue}}:{dialogue.last_seq + 1}" if dialogue.last_seq else dialogue.client_id
        step = dialogue.say(author, {"type": "text", "text": text}, own, self._now)
        self._keep(step)
        return step.messages[0]

    def _understood(self, said: Message, intent: str) -> None:
        sure = round(self._random.uniform(0.6, 0.99), 4)
        said.understood = {"intent": intent, "confidence": sure, "entities": []}
        event = log_lines.understood(self.conversation, said, intent, sure, self._now)
        event.data["message_id"] = f"{{dialogue}}-{said.seq:02x}"
        self._log(event)

    def _log(self, event: Event) -> None:
        self._keep(Step(events=[event]))

    def _keep(self, step: Step) -> None:
        self._step = self._step.then(step)

    def _wait(self, least: float, most: float) -> None:
        self._now += timedelta(milliseconds=round(self._random.uniform(least, most) * 1000))


def scripts(words: Words, first: int, count: int, random: Random) -> list[Script]:
    """So many courses in a language, every second one of somebody who comes again."""
    return [_Play(first + n, words, random, returning=bool(n % 2)).all() for n in range(count)]


def after(moment: datetime | None) -> int | None:
    """Milliseconds from the opening."""
    return None if moment is None else round((moment - BEGIN).total_seconds() * 1000)


def kept(value: object) -> str | None:
    """As a JSON column has it."""
    return None if value is None else json.dumps(value, ensure_ascii=False)


SPOKEN = frozenset(
    {
        EventType.VISITOR_SPOKE,
        EventType.BOT_SPOKE,
        EventType.AGENT_SPOKE,
        EventType.SYSTEM_SPOKE,
    }
)
