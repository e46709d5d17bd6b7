"""Samples of dialogues, their codes, and the audit of who was revealed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection

    from chat_server.domain.desk import (
        AuditFilter,
        AuditLine,
        By,
        Coding,
        RevealGrant,
        Sample,
        SampledDialogue,
    )
    from chat_server.domain.sampling import Stratum

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
    async def opened(self, wanted: DialogueFilter) -> int:
        """How many dialogues were opened in its period, whatever else is wanted."""

    async def strata(
        self,
        wanted: DialogueFilter,
        by: By,
        left_out: Collection[str] = (),
        only: Collection[str] | None = None,
    ) -> dict[str, Stratum]:
        """Of dialogues in which a visitor spoke; looked at are ids that do not end with what is `left_out`."""

    async def grants(self) -> list[RevealGrant]: ...
    async def grant(self, agent_id: str) -> RevealGrant | None: ...
    async def take_back(self, grant: RevealGrant) -> None: ...
    async def audit(self, wanted: AuditFilter, piece: Slice) -> list[AuditLine]:
        """Newest first."""
