"""What a caller without the right to know contacts is given instead of what was said: the same words, with masks.

Services that hand out text ask here. Masking takes milliseconds a message, so it is done beside the loop.
"""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, datetime
from typing import TypeVar
from urllib.parse import urlsplit

from chat_server.domain.contact import Contact
from chat_server.domain.conversation import Conversation
from chat_server.domain.live import Snapshot
from chat_server.domain.masking import (
    CLOSE,
    FACTS,
    OPEN,
    Kind,
    Known,
    Pseudonyms,
    Span,
    joined,
    known_of,
)
from chat_server.domain.message import CLIP, AuthorKind, Message, MessageKind, is_upload
from chat_server.domain.ports import Finder, Transaction

from .access import AgentCaller, Permission

T = TypeVar("T")
_EVER = datetime.min.replace(tzinfo=UTC)
_ORDERS = ("open_problem", "order_state", "complaint", "promise")
# Fields that say what a content is, not what is said.
_FORM = frozenset(
    {
        "type",
        "code",
        "input",
        "required",
        "score",
        "minutes",
        "opens_at",
        "asks_email",
        "size",
        "media_type",
        "width",
        "height",
    }
)
# Names in activities are those of colleagues.
_HUBS_OWN = frozenset({"text", "name", "reason"})
_ADDRESSES = frozenset({"url", "image_url"})
_NOWHERE = "#"
# What people call their files may be their names.
_FILE = re.compile(f"{CLIP} [^\\n]*")
_MASKED_FILE = f"{OPEN}file{CLOSE}"
_ANY_MASK = re.compile(f"{OPEN}[^{CLOSE}]*{CLOSE}")
# Whom or what a line names, that other lines of the dialogue may name as well.
_MET = frozenset({Kind.NAME, Kind.ACCOUNT, Kind.EMAIL})
# What the bot understood that says nothing of a person.
_PLAIN_ENTITIES = frozenset({"product", "size", "colour", "color", "category", "language"})


@dataclass(frozen=True)
class Masks:
    """For some contacts: everything about them is read; nothing here waits."""

    finder: Finder
    pseudonyms: Pseudonyms
    known: Mapping[str, Known] = field(repr=False)
    met: frozenset[tuple[Kind, str]] = frozenset()
    _found: dict[tuple[str, str], list[Span]] = field(default_factory=dict, repr=False)

    def text(self, text: str, contact_id: str) -> str:
        """With masks; of a contact who is not known any more what can be found."""
        text = _FILE.sub(f"{CLIP} {_MASKED_FILE}", text)
        spans = self._spans(text, contact_id)
        if self.met:
            spans = joined(text, [*spans, *self.finder.again(text, self.met)])
        return self.pseudonyms.masked(text, spans, contact_id)

    def _spans(self, text: str, contact_id: str) -> list[Span]:
        """Looked for once, though a dialogue is read twice."""
        found = self._found.get((contact_id, text))
        if found is None:
            known = self.known.get(contact_id) or Known(contact_id)
            found = self._found[contact_id, text] = self.finder.find(text, known)
        return found

    def dialogue(self, messages: Sequence[Message], contact_id: str) -> list[Message]:
        """Lines of one dialogue: whom one of them names, none of them does; colleagues neither."""
        met = {
            (Kind.NAME, one.author.name)
            for one in messages
            if one.author.kind is AuthorKind.AGENT and one.author.name
        }
        for one in messages:
            for span in self._spans(one.text, contact_id):
                if span.kind in _MET and not span.own:
                    met.add((span.kind, span.says or one.text[span.start : span.end]))
        having = replace(self, met=frozenset(met))
        return [having.message(one, contact_id) for one in messages]

    def message(self, message: Message, contact_id: str) -> Message:
        """Also what cards, choices and files say, and what the bot understood."""
        author = message.author
        if author.kind is AuthorKind.VISITOR:
            author = replace(author, name=None)
        hubs_own = message.kind is MessageKind.ACTIVITY and "code" in message.content
        content = {
            name: value if hubs_own and name in _HUBS_OWN else self._value(name, value, contact_id)
            for name, value in message.content.items()
        }
        if is_upload(message.content):
            content |= {"name": _MASKED_FILE, "url": _NOWHERE}
        text = message.text if hubs_own else self.text(message.text, contact_id)
        changed = {"author": author, "content": content, "text": text}
        if message.understood:
            changed["understood"] = self._understood(message.understood, text)
        return _copy(Message, message, changed)

    def snapshot(self, snapshot: Snapshot) -> Snapshot:
        """Its last words, tags, page and hand-over summary."""
        one = snapshot.conversation
        contact_id = one.contact_id

        def said(text: str | None) -> str | None:
            return self.text(text, contact_id) if text else text

        changed = {
            "last_text": self.text(one.last_text, contact_id),
            "tags": [self.text(tag, contact_id) for tag in one.tags],
            "handoff_summary": said(one.handoff_summary),
            "rating_comment": said(one.rating_comment),
            "return_note": said(one.return_note),
            "page_title": said(one.page_title),
            "page_url": self._page(one.page_url, contact_id),
            "referrer": self._page(one.referrer, contact_id),
            "reply_to": None,
        }
        return replace(snapshot, conversation=_copy(Conversation, one, changed))

    def _value(self, name: str, value: object, contact_id: str) -> object:
        if name in _FORM:
            return value
        if name in _ADDRESSES and isinstance(value, str):
            return value if self._page(value, contact_id) == value else _NOWHERE
        if isinstance(value, str):
            return self.text(value, contact_id)
        if isinstance(value, list):
            return [self._value("", one, contact_id) for one in value]
        if isinstance(value, dict):
            return {key: self._value(key, one, contact_id) for key, one in value.items()}
        return value

    def _page(self, address: str | None, contact_id: str) -> str | None:
        """Without what follows "?" and "#", where shops put whom they know."""
        if not address:
            return address
        parts = urlsplit(address)
        host = parts.netloc.rpartition("@")[2]
        page = f"{parts.scheme}://{host}{parts.path}" if host else parts.path
        # Words of a path stand between dashes and slashes.
        words = re.sub(r"[/_.-]+", " ", parts.path)
        return page if self.text(words, contact_id) == words else f"{parts.scheme}://{host}/…"

    def _understood(self, understood: Mapping[str, object], text: str) -> dict[str, object]:
        entities = understood.get("entities")
        if not isinstance(entities, list):
            return dict(understood)
        plain = _ANY_MASK.sub("", text).casefold()
        kept = [
            one
            if str(one.get("entity")) in _PLAIN_ENTITIES
            and str(one.get("value")).casefold() in plain
            else {**one, "value": OPEN + CLOSE}
            for one in entities
            if isinstance(one, dict)
        ]
        return {**understood, "entities": kept}


class Masking:
    """Whose texts are masked for whom, and with what."""

    def __init__(self, finder: Finder, pseudonyms: Pseudonyms) -> None:
        self._finder = finder
        self.pseudonyms = pseudonyms

    def concerns(self, caller: AgentCaller) -> bool:
        """Whoever may read contacts reads what they said."""
        return not caller.can(Permission.READ_CONTACTS)

    async def of(self, tx: Transaction, contact_ids: Collection[str]) -> Masks:
        """Reads what is known of them, now or before."""
        contacts = await tx.contacts.many(contact_ids) if contact_ids else {}
        facts: dict[str, list[object]] = {}
        keys = [*FACTS, *_ORDERS]
        for fact in await tx.facts.held_by(list(contacts), keys, _EVER) if contacts else []:
            facts.setdefault(fact.contact_id, []).append(fact)
        known = {
            contact_id: known_of(contact, facts.get(contact_id, []))  # type: ignore[arg-type]
            for contact_id, contact in contacts.items()
        }
        return Masks(self._finder, self.pseudonyms, known)

    async def snapshots(
        self, tx: Transaction, caller: AgentCaller, found: Sequence[Snapshot]
    ) -> list[Snapshot]:
        """As the caller may see them."""
        if not self.concerns(caller) or not found:
            return list(found)
        masks = await self.of(tx, {one.contact.id for one in found})
        return await beside(lambda: [masks.snapshot(one) for one in found])

    async def messages(
        self, tx: Transaction, caller: AgentCaller, contact: Contact, found: Sequence[Message]
    ) -> list[Message]:
        """Of one dialogue, as the caller may see them."""
        if not self.concerns(caller) or not found:
            return list(found)
        masks = await self.of(tx, {contact.id})
        return await beside(lambda: masks.dialogue(found, contact.id))


async def beside(work: Callable[[], T]) -> T:
    """In a thread, for the loop has others to care for."""
    return await asyncio.to_thread(work)


def without_masks(text: str) -> str:
    """What is left of the words."""
    return _ANY_MASK.sub(" ", text)


def _copy(kind: type[T], thing: T, changed: Mapping[str, object]) -> T:
    """A plain one beside it, which no database knows."""
    values = {one.name: getattr(thing, one.name) for one in fields(kind)}  # type: ignore[arg-type]
    return kind(**(values | dict(changed)))
