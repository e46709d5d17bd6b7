"""An inbox: one website or channel with its origins, language, greeting, hours and secrets."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import StrEnum
from urllib.parse import urlsplit

from .hours import Hours, parse_hours
from .ownership import OwnerKind


class RoutingMode(StrEnum):
    """Whether agents take conversations from the queue, or are given them."""

    MANUAL = "manual"
    AUTOMATIC = "automatic"


@dataclass
class Inbox:
    """`key` is public and stands in the page; `secrets` maps a JWT's `kid` to its HS256 key, closed.

    Without `hours` people may answer at any time. `idle_minutes` of silence bring a notice, where
    a person answers `idle_agent_minutes`, and `idle_close_minutes` more the end; 0 means never.
    A routed conversation goes back after `answer_seconds` without an answer, a later word of the
    visitor after `reply_seconds` (0: never); skills and language bind for `relax_seconds` (0: always).
    Of a hundred contacts `memory_holdout` are spoken to as if nothing were remembered, see `hold_out`.
    Archived, it has no new dialogues. `old_secrets` are `{"kid", "secret", "until"}`, valid until then.
    `consent` has the rule by purpose, `opt_in` or `opt_out`, where it is not the usual one.
    """

    id: str
    key: str
    name: str
    locale: str
    timezone: str
    greeting: str
    accent: str
    bot_name: str
    allowed_origins: list[str] = field(default_factory=list)
    secrets: dict[str, str] = field(default_factory=dict)
    hours: dict[str, object] | None = None
    offline_message: str | None = None
    reply_email: str | None = None
    idle_minutes: int = 25
    idle_agent_minutes: int = 25
    idle_close_minutes: int = 5
    routing: RoutingMode = RoutingMode.MANUAL
    answer_seconds: int = 60
    reply_seconds: int = 180
    relax_seconds: int = 300
    team_id: str | None = None
    routing_rules: list[dict[str, object]] = field(default_factory=list)
    memory_holdout: int = 0
    consent: dict[str, str] = field(default_factory=dict)
    archived_at: datetime | None = None
    old_secrets: list[dict[str, str]] = field(default_factory=list)

    def allows(self, origin: str | None, *, wildcard: bool = True) -> bool:
        """Whether a browser on `origin` may speak; no Origin means no browser, which is allowed."""
        anywhere = wildcard and "*" in self.allowed_origins
        return origin is None or anywhere or origin in self.allowed_origins

    def rotate(self, closed: str, now: datetime, until: datetime) -> None:
        """`closed` under the inbox's key; the one before is valid until then, others as long as was said, without overlap none."""
        kept = [one for one in self.old_secrets if datetime.fromisoformat(one["until"]) > now]
        ends = until.isoformat()
        if until > now:
            kept += [
                {"kid": kid, "secret": one, "until": ends} for kid, one in self.secrets.items()
            ]
        self.old_secrets = kept if until > now else []
        self.secrets = {self.key: closed}

    def valid_secrets(self, kid: str | None, now: datetime) -> list[str]:
        """Closed, the newest first; those with this name, or all when no name is given."""
        old = [
            (one["kid"], one["secret"])
            for one in reversed(self.old_secrets)
            if datetime.fromisoformat(one["until"]) > now
        ]
        found = [*self.secrets.items(), *old]
        return [secret for name, secret in found if kid in {None, name}]

    def is_open(self, now: datetime) -> bool:
        """Whether people answer now; the bot always does."""
        plan = self._plan()
        return plan is None or plan.is_open(now)

    def opens_at(self, now: datetime) -> datetime | None:
        """When people answer again; None while they do, or when nobody knows."""
        plan = self._plan()
        return plan.opens_at(now) if plan else None

    def idle_patience(self, owner: OwnerKind) -> timedelta | None:
        """Silence after which a notice is given; None means never, as for those who wait."""
        minutes = {
            OwnerKind.BOT: self.idle_minutes,
            OwnerKind.AGENT: self.idle_agent_minutes,
            OwnerKind.QUEUE: 0,
        }[owner]
        return timedelta(minutes=minutes) if minutes else None

    @property
    def idle_close(self) -> timedelta:
        """Silence after the notice that ends a dialogue."""
        return timedelta(minutes=self.idle_close_minutes)

    def _plan(self) -> Hours | None:
        return None if self.hours is None else parse_hours(self.timezone, self.hours)


def origin_of(url: str) -> str | None:
    """Scheme, host and port of an absolute http(s) address, as browsers write an Origin."""
    parts = urlsplit(url)
    if parts.scheme not in {"http", "https"} or not parts.netloc:
        return None
    return f"{parts.scheme}://{parts.netloc.rpartition('@')[2].lower()}"
