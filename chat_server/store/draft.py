"""What a batch of entries comes to: decided in order of arrival, written all at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Protocol, TypeAlias, TypeVar

import structlog

from chat_server.domain import response_event
from chat_server.domain.bot_turn import BotTurn
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.errors import SamtalError
from chat_server.domain.events import Event, EventType
from chat_server.domain.files.file import StoredFile
from chat_server.domain.journal import Entry, Outcome, Scene
from chat_server.domain.message import Message
from chat_server.domain.outbox import Delivery
from chat_server.domain.response_event import ResponseEvent

_log = structlog.get_logger(__name__)
Key: TypeAlias = tuple[str, str, str]
T_contra = TypeVar("T_contra", contravariant=True)
S_co = TypeVar("S_co", covariant=True)
S = TypeVar("S")


class Bulk(Protocol[T_contra, S_co]):
    """One table of one database; its statements are what that database takes."""

    def inserts(self, things: Sequence[T_contra]) -> Sequence[S_co]:
        """All of them, in order."""

    def updates(self, pairs: Iterable[tuple[T_contra, T_contra]]) -> Sequence[S_co]:
        """From before to after."""


@dataclass(slots=True)
class Head:
    """The present end of one dialogue; never changed, only replaced."""

    conversation: Conversation
    fold: ResponseEvent | None


@dataclass(slots=True)
class Browser:
    """One browser and the person behind it; never changed, only replaced."""

    visitor: Visitor
    contact: Contact


@dataclass(slots=True)
class Ground:
    """What the entries of a batch stand on."""

    heads: Mapping[str, Head]
    browsers: Mapping[str, Browser]
    known: Mapping[Key, Message] = field(default_factory=dict)


@dataclass(slots=True)
class Draft:
    """Everything to be written, and each entry's outcome or refusal, in order.

    Heads and browsers are pairs of before and after; nothing is before a dialogue that begins.
    """

    outcomes: list[Outcome[Any] | SamtalError] = field(default_factory=list)
    heads: dict[str, tuple[Head | None, Head]] = field(default_factory=dict)
    browsers: dict[str, tuple[Browser, Browser]] = field(default_factory=dict)
    messages: list[Message] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    turns: list[BotTurn] = field(default_factory=list)
    owed: list[Delivery] = field(default_factory=list)
    files: list[StoredFile] = field(default_factory=list)

    def written(  # noqa: PLR0913 - a table each, by name
        self,
        *,
        messages: Bulk[Message, S],
        events: Bulk[Event, S],
        turns: Bulk[BotTurn, S],
        owed: Bulk[Delivery, S],
        files: Bulk[StoredFile, S],
        conversations: Bulk[Conversation, S],
        folds: Bulk[ResponseEvent, S],
        visitors: Bulk[Visitor, S],
    ) -> list[S]:
        """Everything that changed, as statements; none when nothing did."""
        found: list[S] = []
        begun = [after for before, after in self.heads.values() if before is None]
        # First of all: the rest refers to them.
        found += conversations.inserts([head.conversation for head in begun])
        found += folds.inserts([head.fold for head in begun if head.fold is not None])
        found += messages.inserts(self.messages)
        found += events.inserts(self.events)
        found += turns.inserts(self.turns)
        found += owed.inserts(self.owed)
        found += files.inserts(self.files)
        pairs = [(before, after) for before, after in self.heads.values() if before is not None]
        found += conversations.updates(
            (before.conversation, after.conversation) for before, after in pairs
        )
        found += folds.updates(
            (before.fold, after.fold)
            for before, after in pairs
            if before.fold is not None and after.fold is not None and before.fold is not after.fold
        )
        found += visitors.updates(
            (before.visitor, after.visitor) for before, after in self.browsers.values()
        )
        return found


def copy_of(conversation: Conversation) -> Conversation:
    """A plain one with the same state; domain code replaces lists, it never changes them."""
    made = object.__new__(Conversation)
    made.__dict__.update(conversation.__dict__)
    return made


def decide(entries: Iterable[Entry[Any]], ground: Ground) -> Draft:
    """Asks every entry, the later ones on what the earlier ones left."""
    draft = Draft()
    said: dict[Key, Message] = {}
    for entry in entries:
        try:
            draft.outcomes.append(_decide(entry, ground, said, draft))
        except SamtalError as refusal:
            draft.outcomes.append(refusal)
        except Exception:  # noqa: BLE001 - a mistake in one decision is that entry's own
            _log.exception("decision_failed", entry=type(entry).__name__)
            draft.outcomes.append(SamtalError("Something went wrong on our side; try again."))
    return draft


def keys_of(entries: Sequence[Entry[Any]]) -> list[Key]:
    """Of those that say something."""
    return [(entry.conversation_id, *entry.key) for entry in entries if entry.key is not None]


def may_be_known(entries: Sequence[Entry[Any]], draft: Draft) -> bool:
    """Whether something was refused that may have been said before, and must then be answered alike."""
    return any(
        isinstance(outcome, SamtalError)
        and outcome.code != SamtalError.code
        and entry.key is not None
        for entry, outcome in zip(entries, draft.outcomes, strict=True)
    )


def _decide(
    entry: Entry[Any], ground: Ground, said: dict[Key, Message], draft: Draft
) -> Outcome[Any]:
    conversation_id = entry.conversation_id
    pair = draft.heads.get(conversation_id)
    head = pair[1] if pair is not None else ground.heads.get(conversation_id)
    own_key = entry.key
    key = (conversation_id, *own_key) if own_key is not None else None
    browser = _browser(entry.visitor_id, ground, draft)
    scene = Scene(
        copy_of(head.conversation) if head is not None else None,
        browser.contact if browser is not None else None,
        (said.get(key) or ground.known.get(key)) if key is not None else None,
        browser.visitor if browser is not None else None,
    )
    outcome = entry.decide(scene)
    if outcome.visitor is not None and browser is not None:
        visitor = outcome.visitor
        before, _ = draft.browsers.get(visitor.id, (browser, browser))
        draft.browsers[visitor.id] = before, Browser(visitor, browser.contact)
    conversation = outcome.opened or scene.conversation
    if conversation is None:
        return outcome
    fold = head.fold if head is not None else None
    for row in outcome.rows:
        if isinstance(row, Delivery):
            draft.owed.append(row)
        elif isinstance(row, StoredFile):
            draft.files.append(row)
        else:
            draft.turns.append(row)
    if outcome.step is not None:
        fold = _folded(fold, outcome.step.events)
        draft.events += outcome.step.events
        draft.messages += outcome.step.messages
        for message in outcome.step.messages:
            said[conversation_id, message.sender, message.client_id] = message
    first = pair[0] if pair is not None else head
    draft.heads[conversation_id] = (first, Head(conversation, fold))
    return outcome


def _browser(visitor_id: str | None, ground: Ground, draft: Draft) -> Browser | None:
    """As the earlier entries left it."""
    if visitor_id is None:
        return None
    pair = draft.browsers.get(visitor_id)
    return pair[1] if pair is not None else ground.browsers.get(visitor_id)


def _folded(fold: ResponseEvent | None, events: Sequence[Event]) -> ResponseEvent | None:
    if not events:
        return fold
    if fold is None:
        if events[0].type is not EventType.CONVERSATION_OPENED:
            return None
        made, events = response_event.begin(events[0]), events[1:]
    else:
        made = object.__new__(ResponseEvent)
        made.__dict__.update(fold.__dict__)
    for event in events:
        response_event.apply(made, event)
    return made
