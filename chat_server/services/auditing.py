"""Lines of the audit: kept in the same commit as what they record."""

from __future__ import annotations

from datetime import datetime

from chat_server.domain.desk import AuditLine
from chat_server.domain.ids import new_id

from .access import AgentCaller


def audit_line(
    caller: AgentCaller,
    at: datetime,
    action: str,
    reason: str,
    *,
    conversation_id: str | None = None,
) -> AuditLine:
    """`reason` is what was acted on, or why: never what was read."""
    return AuditLine(new_id(), at, caller.agent_id, caller.name, action, conversation_id, reason)
