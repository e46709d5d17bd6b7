"""An anonymous contact becomes a known one, on signed proof only; what came of it can be seen before and undone after."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import datetime

from chat_server.domain.consent import Purpose
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.erasure import Erasure, ErasureKind, subject_of
from chat_server.domain.errors import Conflict, NotFound
from chat_server.domain.facts import ledger
from chat_server.domain.facts.fact import Fact
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.live import ErasureBegun, FactsChanged, VisitorsParted
from chat_server.domain.merging import Merge
from chat_server.domain.parting import part
from chat_server.domain.ports import Clock, Slice, Store, Transaction

from .access import AgentCaller, Permission, require
from .memory import (
    RememberedFact,
    allowance_of,
    dialogues_of,
    follow_consent,
    is_findable,
    take_name,
    with_quotes,
)

_ALL = Slice(limit=100_000)


@dataclass(frozen=True)
class MergePreview:
    """What would come to a contact, and what of both would give way; `obstacle` is why it cannot be."""

    facts: list[RememberedFact]
    gives_way: list[RememberedFact]
    conversations: int
    consents: int
    obstacle: str | None


async def merge(
    tx: Transaction, visitor: Visitor, source: Contact, target: Contact, proof: str, now: datetime
) -> None:
    """All that the source has goes to the target, and the source goes: its name would outlive an erasure."""
    moved = await tx.contacts.belongings(source.id)
    record = _record(visitor, source, target, proof, now, moved)
    findable = await is_findable(tx, target)
    await tx.contacts.give(moved, target.id)
    visitor.contact_id = target.id
    await tx.flush()
    await tx.contacts.remove(source)
    changes = ledger.settle(await tx.facts.open(target.id))
    record.moved["gave_way"] = sorted(one.fact.id for one in changes.closings)
    changes.apply()
    # A no of either is the person's.
    await follow_consent(tx, target, before=findable)
    tx.add(record)
    await tx.flush()


async def remember_before(
    tx: Transaction, visitor: Visitor, contact: Contact, proof: str, now: datetime
) -> None:
    """Who signs in for the first time keeps what they said before; it can be taken from them again."""
    moved = await tx.contacts.belongings(contact.id)
    if moved["conversations"] or moved["facts"]:
        record = _record(visitor, contact, contact, proof, now, moved)
        record.source_id = new_id()
        tx.add(record)
        await tx.flush()


def _record(
    visitor: Visitor,
    source: Contact,
    target: Contact,
    proof: str,
    now: datetime,
    moved: dict[str, list[str]],
) -> Merge:
    row = asdict(source)
    for name in ("created_at", "last_seen_at"):
        row[name] = row[name].isoformat()
    return Merge(
        id=new_id(),
        inbox_id=target.inbox_id,
        source_id=source.id,
        target_id=target.id,
        visitor_id=visitor.id,
        at=now,
        proof=proof,
        contact=row,
        moved={name: ids for name, ids in moved.items() if ids},
    )


class Merges:
    """For accounts: what would be, what was, and back."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def preview(self, caller: AgentCaller, contact_id: str, other_id: str) -> MergePreview:
        """If the shop vouched that `other` is this contact. Nobody but the shop can say so."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            target, source = await _contact(tx, contact_id), await _contact(tx, other_id)
            coming = await tx.facts.open(source.id)
            changes = ledger.settle([*await tx.facts.open(target.id), *coming])
            moved = await tx.contacts.belongings(source.id)
            return MergePreview(
                facts=await with_quotes(tx, coming),
                gives_way=await with_quotes(tx, [one.fact for one in changes.closings]),
                conversations=len(moved["conversations"]),
                consents=len(moved["consents"]),
                obstacle=_obstacle(target, source),
            )

    async def of(self, caller: AgentCaller, contact_id: str) -> list[Merge]:
        """Newest first."""
        require(caller, Permission.READ_CONTACTS)
        async with self._store.read() as tx:
            await _contact(tx, contact_id)
            return await tx.merges.into(contact_id)

    async def undo(self, caller: AgentCaller, merge_id: str) -> Merge:
        """Two again: what came goes back, with what was said since in the dialogues that came."""
        require(caller, Permission.SUPERVISE)
        async with self._store.begin() as tx:
            record = await tx.merges.lock(merge_id)
            if record is None:
                raise NotFound("There is no such merge.")
            if record.undone_at is not None:
                raise Conflict("This was undone already.")
            later = [
                one for one in await tx.merges.into(record.target_id) if _is_later(one, record)
            ]
            if later:
                raise Conflict("Something was merged into this contact since; undo that first.")
            await self._part(tx, record)
            return record

    async def _part(self, tx: Transaction, record: Merge) -> None:
        target = await _contact(tx, record.target_id)
        findable = await is_findable(tx, target)
        source = _as_it_was(record)
        tx.add(source)
        await tx.flush()
        rest = {name: ids for name, ids in record.moved.items() if name != "facts"}
        await tx.contacts.give(rest, source.id)
        await _part_facts(tx, record, target, source)
        await self._part_browsers(tx, target, record.went("visitors"))
        for contact in (source, target):
            await follow_consent(tx, contact, before=findable)
        visitors = record.went("visitors")
        # What is kept of a person that is none any more would outlive their erasure.
        record.undone_at, record.contact, record.moved = self._clock(), {}, {}
        record.touched = {}
        dialogues = [*await dialogues_of(tx, source.id), *await dialogues_of(tx, target.id)]
        tx.add(_forget_together(source.id, sorted(dialogues), self._clock()))
        tx.tell(
            VisitorsParted(tuple(visitors), record.target_id, source.id),
            FactsChanged(record.target_id),
            FactsChanged(source.id),
            ErasureBegun(),
        )

    async def _part_browsers(self, tx: Transaction, target: Contact, going: list[str]) -> None:
        """Dialogues that stay, but began in a browser that goes, would go with that browser's person one day."""
        browser = Visitor(
            new_id(), target.inbox_id, target.id, token_digest(new_token()), self._clock()
        )
        if await tx.conversations.began_in(going, target.id):
            tx.add(browser)
            await tx.flush()
            await tx.conversations.rehome(going, target.id, browser.id)


async def _part_facts(tx: Transaction, record: Merge, target: Contact, source: Contact) -> None:
    held = await tx.facts.history(target.id, _ALL)
    ids = {fact.id for fact in held}
    bases = {
        one.id: (await allowance_of(tx, one)).basis(Purpose.MEMORY) for one in (target, source)
    }
    for facts in part(held, record, bases):
        tx.add(*(fact for fact in facts if fact.id not in ids))
        ledger.settle(_open(facts)).apply()
    await tx.flush()
    # The row is as it was; what they said since of their name counts too.
    if await tx.facts.of_kind(source.id, "name"):
        await take_name(tx, source)


def _forget_together(contact_id: str, dialogues: list[str], now: datetime) -> Erasure:
    """The bot may know in one's dialogues what the other one said."""
    subject = subject_of(contact_id)
    return Erasure(new_id(), ErasureKind.PARTED, subject, now, {}, dialogues, scrubbed_at=now)


def _as_it_was(record: Merge) -> Contact:
    row = dict(record.contact)
    for name in ("created_at", "last_seen_at"):
        row[name] = datetime.fromisoformat(row[name])
    return Contact(**{**row, "id": record.source_id, "external_id": None})


def _open(facts: list[Fact]) -> list[Fact]:
    return [fact for fact in facts if fact.ended_at is None]


def _is_later(one: Merge, record: Merge) -> bool:
    return (
        one.undone_at is None and one.id != record.id and (one.at, one.id) > (record.at, record.id)
    )


def _obstacle(target: Contact, source: Contact) -> str | None:
    if source.id == target.id:
        return "This is the same contact."
    if source.inbox_id != target.inbox_id:
        return "They came to different inboxes."
    if source.identified:
        return "The shop knows them as two."
    if not target.identified:
        return "The shop vouched for neither."
    return None


async def _contact(tx: Transaction, contact_id: str) -> Contact:
    contact = await tx.contacts.get(contact_id)
    if contact is None:
        raise NotFound("There is no such contact.")
    return contact
