"""Inboxes as accounts see them."""

from __future__ import annotations

from collections.abc import Mapping

from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.hours import parse_hours
from chat_server.domain.inbox import Inbox
from chat_server.domain.live import QueueMoved
from chat_server.domain.ports import Store, Transaction

from .access import AgentCaller, Permission, require
from .setup import require_origins

_MAY_BE_NONE = {"team_id", "hours", "offline_message", "reply_email"}


class Inboxes:
    """Reading and setting; secrets are left out by the view."""

    def __init__(self, store: Store, *, wildcard: bool = True) -> None:
        self._store = store
        self._wildcard = wildcard

    async def all(self, caller: AgentCaller) -> list[Inbox]:
        """By name."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            return await tx.inboxes.all()

    async def change(
        self, caller: AgentCaller, inbox_id: str, changes: Mapping[str, object]
    ) -> Inbox:
        """Sets what is given, by the names of its fields; what is left out stays as it is."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            inbox = await tx.inboxes.get(inbox_id)
            if inbox is None:
                raise NotFound("There is no such inbox.")
            known = set(inbox.allowed_origins)
            require_origins(
                origin for origin in _texts(changes.get("allowed_origins")) if origin not in known
            )
            for name, value in changes.items():
                if value is not None or name in _MAY_BE_NONE:
                    setattr(inbox, name, value)
            await _require_teams(tx, inbox)
            parse_hours(inbox.timezone, inbox.hours or {})
            await tx.flush()
            tx.tell(QueueMoved())
            return inbox

    async def one(self, caller: AgentCaller, inbox_id: str) -> Inbox:
        """Raises NotFound."""
        require(caller, Permission.READ_DIALOGUES)
        async with self._store.read() as tx:
            inbox = await tx.inboxes.get(inbox_id)
        if inbox is None:
            raise NotFound("There is no such inbox.")
        return inbox

    async def id_of(self, key: str | None) -> str | None:
        """Raises NotFound for an unknown key; None stays None."""
        if key is None:
            return None
        async with self._store.read() as tx:
            inbox = await tx.inboxes.by_key(key)
        if inbox is None:
            raise NotFound("There is no such inbox.")
        return inbox.id

    async def any_allows(self, origin: str) -> bool:
        """Whether some inbox's website is on `origin`."""
        async with self._store.read() as tx:
            return any(
                inbox.allows(origin, wildcard=self._wildcard) for inbox in await tx.inboxes.all()
            )


async def _require_teams(tx: Transaction, inbox: Inbox) -> None:
    known = {team.id for team in await tx.teams.all()}
    if inbox.team_id is not None and inbox.team_id not in known:
        raise Invalid("There is no such team.", {"team_id": "unknown id"})
    for number, rule in enumerate(inbox.routing_rules):
        if rule.get("team") not in {None, *known}:
            raise Invalid("There is no such team.", {f"routing_rules.{number}.team": "unknown id"})


def _texts(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
