"""Those who write and what is remembered of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence
    from datetime import datetime

    from chat_server.domain.consent import Consent
    from chat_server.domain.contact import Contact, Visitor
    from chat_server.domain.erasure import Erasure
    from chat_server.domain.facts.fact import Fact, FactSource, Forgotten
    from chat_server.domain.merging import Merge

    from .lists import Slice


class Contacts(Protocol):
    """Contacts, their visitors, consents and used identity tokens."""

    async def get(self, contact_id: str) -> Contact | None: ...
    async def by_external_id(self, inbox_id: str, external_id: str) -> Contact | None: ...
    async def by_customer(self, external_id: str) -> Contact | None:
        """Whom the shop knows by this `sub`, on whatever website they were seen last."""

    async def search(self, query: str | None, piece: Slice) -> list[Contact]: ...
    async def many(self, contact_ids: Iterable[str]) -> dict[str, Contact]:
        """By id; who does not exist is absent."""

    async def visitor(self, visitor_id: str) -> Visitor | None: ...
    async def behind(self, visitor_id: str) -> tuple[Visitor, Contact] | None:
        """A browser and whoever uses it."""

    async def by_token(self, digest: str) -> tuple[Visitor, Contact] | None:
        """As `behind`, by the digest of the browser's token."""

    async def consents(self, contact_id: str) -> list[Consent]: ...
    async def hold(self, contact_ids: Iterable[str]) -> dict[str, Contact]:
        """As `many`; until the commit nobody changes what they allow, nor erases them."""

    async def lock(self, contact_id: str) -> None:
        """Until the commit nothing is kept of them by others."""

    async def consents_of(self, contact_ids: Collection[str]) -> dict[str, list[Consent]]:
        """Of many, each oldest first; who never answered is absent."""

    async def belongings(self, contact_id: str) -> dict[str, list[str]]:
        """Ids of all that is a contact's, by table."""

    async def give(self, ids: Mapping[str, Sequence[str]], new: str) -> None:
        """Those become contact `new`'s, with the log of their dialogues."""

    async def records(self, contact_id: str) -> dict[str, list[dict[str, object]]]:
        """What other tables hold of them, by table: for their own copy."""

    async def remove(self, contact: Contact) -> None:
        """Of whom nothing is left."""

    async def claim_identity(
        self, digest: str, visitor_id: str, expires_at: datetime, now: datetime
    ) -> bool:
        """Whether this visitor may use the token: nobody else has."""

    async def erase(self, contact_id: str) -> tuple[list[str], dict[str, int]]:
        """Deletes all of a contact's rows; the ids of the conversations that were, and how many rows by table."""


class Erasures(Protocol):
    """Receipts of what was forgotten; those with something still to do."""

    async def get(self, erasure_id: str) -> Erasure | None: ...
    async def of(self, subject: str) -> list[Erasure]:
        """Newest first."""

    async def undone(self, most: int) -> list[Erasure]:
        """Oldest first."""

    async def left(self, contact_id: str) -> dict[str, int]:
        """Rows that still have to do with a contact, by table."""


class Merges(Protocol):
    """Who became one with whom."""

    async def lock(self, merge_id: str) -> Merge | None: ...
    async def into(self, contact_id: str) -> list[Merge]:
        """Newest first."""

    async def undoable(self, contact_ids: Collection[str]) -> set[str]:
        """Those of whom `to_undo` has any."""

    async def to_undo(self, contact_id: str) -> list[Merge]:
        """As `into`, those not undone, for one writer until the commit."""

    async def was_undone(self, source_id: str, target_id: str) -> bool:
        """Whether somebody said that these are two."""


class Facts(Protocol):
    """The ledger; whether a fact still holds at a time, the domain says."""

    async def get(self, fact_id: str) -> Fact | None: ...
    async def current(self, contact_id: str) -> list[Fact]: ...
    async def open(self, contact_id: str) -> list[Fact]:
        """Current ones and those that wait to be confirmed, oldest first."""

    async def held_since(self, contact_id: str, at: datetime) -> list[Fact]:
        """As `open`, and all that was history only after `at`."""

    async def held_by(
        self, contact_ids: Collection[str], keys: Collection[str], since: datetime
    ) -> list[Fact]:
        """As `held_since`, of many and of these kinds only."""

    async def said_by(
        self, contact_id: str, source: FactSource, keys: Collection[str]
    ) -> list[Fact]:
        """In every state."""

    async def history(self, contact_id: str, piece: Slice) -> list[Fact]:
        """In every state, newest first."""

    async def of_kind(self, contact_id: str, key: str) -> list[Fact]:
        """In every state, oldest first."""

    async def kept_for(self, conversation_id: str, consent: str) -> list[Fact]:
        """Of this dialogue, on that basis."""

    async def superseded_by(self, contact_id: str, fact_ids: Collection[str]) -> list[Fact]:
        """Those that gave way to one of these."""

    async def holders(self, key: str, contact_ids: Collection[str]) -> set[str]:
        """Those of the contacts of whom a fact with this key holds now."""

    async def forget(self, fact_ids: Collection[str]) -> None:
        """Deletes them."""

    async def restate(self, moments: Mapping[str, datetime]) -> bool:
        """Facts, by id, that were said again; False when one of them holds no longer, or was said again since."""

    async def forgotten_by(
        self, contact_ids: Collection[str], keys: Collection[str]
    ) -> list[Forgotten]:
        """Of many."""

    async def forgotten(self, contact_id: str, keys: Collection[str]) -> list[Forgotten]:
        """What must not be heard again."""

    async def who_begins(
        self, keys: Collection[str], now: datetime, *, after: str, most: int
    ) -> list[str]:
        """Contacts, in the order of their ids from `after` on, of whom a fact has begun beside one said before it."""

    async def open_past(
        self,
        key: str,
        now: datetime,
        *,
        said_before: datetime | None,
        guessed_before: datetime,
        most: int,
    ) -> list[Fact]:
        """Open ones of a kind whose own end is past, or which were said or guessed so long ago."""
