"""Keys by which programmes call the hub: made, listed and taken away by administrators."""

from __future__ import annotations

from chat_server.domain.agent import KEY_ROLES, ApiKey, Role
from chat_server.domain.desk import AuditLine
from chat_server.domain.errors import Invalid, NotFound
from chat_server.domain.ids import new_id, new_token, token_digest
from chat_server.domain.live import SessionEnded
from chat_server.domain.ports import Clock, Slice, Store

from .access import AgentCaller, Permission, require
from .auditing import audit_line

MADE, REMOVED = "api_key_made", "api_key_removed"


class ApiKeys:
    """Only a secret's digest is kept; lines of the audit are written in the same commit as what they record."""

    def __init__(self, store: Store, clock: Clock) -> None:
        self._store = store
        self._clock = clock

    async def page(self, caller: AgentCaller, piece: Slice) -> list[ApiKey]:
        """Newest first."""
        require(caller, Permission.MANAGE)
        async with self._store.read() as tx:
            return await tx.agents.api_keys(piece)

    async def add(self, caller: AgentCaller, name: str, role: Role) -> tuple[ApiKey, str]:
        """With its secret, which nobody can ask for again."""
        require(caller, Permission.MANAGE)
        if role not in KEY_ROLES:
            raise Invalid("A key cannot have this role.", {"role": "not for keys"})
        secret = new_token()
        key = ApiKey(new_id(), name, role, token_digest(secret), self._clock())
        async with self._store.begin() as tx:
            tx.add(key, self._line(caller, MADE, key))
        return key, secret

    async def remove(self, caller: AgentCaller, key_id: str) -> None:
        """Refused from the next request on; consoles that were opened with it are closed."""
        require(caller, Permission.MANAGE)
        async with self._store.begin() as tx:
            key = await tx.agents.lock_api_key(key_id)
            if key is None:
                raise NotFound("There is no such key.")
            tx.add(self._line(caller, REMOVED, key))
            await tx.agents.remove_api_key(key)
            tx.tell(SessionEnded(key.token_digest))

    def _line(self, caller: AgentCaller, action: str, key: ApiKey) -> AuditLine:
        # Names may be given twice; the id says which one it was.
        which = f"{key.name} ({key.role.value}, {key.id})"
        return audit_line(caller, self._clock(), action, which)
