"""Samples of dialogues, their codes, and the audit of who was revealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from chat_server.domain.desk import (
        AuditFilter,
        AuditLine,
        By,
        Coding,
        RevealGrant,
        Sample,
        SampledDialogue,
    )

    from .lists import DialogueFilter, Slice


class Desk(Protocol):
    """What reviewers work on."""

    async def samples(self) -> list[Sample]:
        """Newest first."""

    async def sample(self, sample_id: str) -> Sample | None: ...
    async def lock(self, sample_id: str) -> Sample | None: ...
    async def dialogues(self, sample_id: str) -> list[SampledDialogue]:
        """In the order of the draw; of people who were erased there are none."""

    async def codings(self, sample_id: str) -> list[Coding]: ...
    async def coding(
        self, sample_id: str, conversation_id: str, coder_id: str
    ) -> Coding | None: ...
    def candidates(self, wanted: DialogueFilter, by: By) -> AsyncIterator[tuple[str, str]]:
        """Dialogues in which a visitor spoke, and their strata."""

    async def grants(self) -> list[RevealGrant]: ...
    async def grant(self, agent_id: str) -> RevealGrant | None: ...
    async def take_back(self, grant: RevealGrant) -> None: ...
    async def audit(self, wanted: AuditFilter, piece: Slice) -> list[AuditLine]:
        """Newest first."""
