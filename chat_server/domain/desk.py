"""The transcript desk: samples of dialogues, their codebook, and what two coders make of each."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from .errors import Conflict, Invalid, NotAllowed, NotFound

MOST_SAMPLED, MOST_CODES = 500, 40
_CODERS = 2


class By(StrEnum):
    """What a sample is stratified by."""

    NONE = "none"
    LANGUAGE = "language"
    ELEMENT = "element"
    OUTCOME = "outcome"


@dataclass
class Sample:
    """Dialogues drawn once, and who codes them; `codes` are `{"name", "definition"}`.

    Neither coder sees the other's codes until both are done.
    """

    id: str
    name: str
    created_by: str
    created_at: datetime
    since: datetime
    until: datetime
    by: By
    seed: int
    codes: list[dict[str, str]]
    first_coder: str
    second_coder: str
    first_done_at: datetime | None = None
    second_done_at: datetime | None = None

    @property
    def coders(self) -> tuple[str, str]:
        return self.first_coder, self.second_coder

    @property
    def done(self) -> bool:
        """Both are."""
        return self.first_done_at is not None and self.second_done_at is not None

    def done_at(self, coder_id: str) -> datetime | None:
        return self.first_done_at if coder_id == self.first_coder else self.second_done_at

    def require_coder(self, agent_id: str) -> None:
        """Raises NotAllowed for anybody else."""
        if agent_id not in self.coders:
            raise NotAllowed("Only the two coders of this sample code it.")

    def require_open(self, coder_id: str) -> None:
        """Raises Conflict once this coder is done."""
        self.require_coder(coder_id)
        if self.done_at(coder_id) is not None:
            raise Conflict("You are done with this sample; your codes stay as they are.")

    def require_code(self, code: str) -> None:
        """Raises Invalid for what is not in the codebook."""
        if code not in {one["name"] for one in self.codes}:
            raise Invalid("The codebook has no such code.", {"code": "unknown"})

    def finish(self, coder_id: str, missing: int, now: datetime) -> None:
        """Raises Conflict while dialogues have no code of theirs."""
        self.require_open(coder_id)
        if missing:
            raise Conflict(f"{missing} dialogues have no code of yours yet.")
        if coder_id == self.first_coder:
            self.first_done_at = now
        else:
            self.second_done_at = now


@dataclass
class SampledDialogue:
    """One dialogue of a sample, in the order of the draw."""

    sample_id: str
    conversation_id: str
    place: int
    stratum: str


@dataclass
class Coding:
    """What one coder made of one dialogue."""

    id: str
    sample_id: str
    conversation_id: str
    coder_id: str
    code: str
    at: datetime


@dataclass
class AuditLine:
    """Who did what that others may have to answer for; never what was read."""

    id: str
    at: datetime
    actor_id: str
    actor_name: str
    action: str
    conversation_id: str | None
    reason: str


@dataclass(frozen=True)
class AuditFilter:
    """Which lines are wanted: `words` are looked for in names, actions and reasons; times are [since, until)."""

    words: str | None = None
    actor_id: str | None = None
    action: str | None = None
    conversation_id: str | None = None
    since: datetime | None = None
    until: datetime | None = None


@dataclass
class RevealGrant:
    """That a marketer may see who somebody is, for a reason."""

    agent_id: str
    granted_by: str
    at: datetime


@dataclass(frozen=True)
class Plan:
    """A sample to be drawn."""

    name: str
    since: datetime
    until: datetime
    size: int
    by: By
    seed: int
    codes: list[dict[str, str]] = field(default_factory=list)
    coders: tuple[str, ...] = ()

    def check(self, known: set[str]) -> None:
        """Raises Invalid, or NotFound for coders who cannot be any."""
        names = [one["name"].casefold() for one in self.codes]
        if len(set(names)) != len(names):
            raise Invalid("Two codes have the same name.", {"codes": "twice"})
        if len(set(self.coders)) != _CODERS:
            raise Invalid("A sample has two different coders.", {"coders": "two"})
        if not set(self.coders) <= known:
            raise NotFound("There is no such coder: choose accounts that may review.")
        if self.since >= self.until:
            raise Invalid("The period must begin before it ends.", {"from": "before to"})
