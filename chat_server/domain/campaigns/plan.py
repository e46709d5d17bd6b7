"""What a campaign is to do: whom it writes to, when, what it may spend, and how often anybody hears of us."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import Any

from chat_server.domain.errors import Invalid
from chat_server.domain.hours import known_zone

_THOUSAND = 1000


@dataclass(frozen=True)
class Wording:
    """A newsletter in one language; `{link}` stands for the element's link, `{name}` for whom it is to."""

    subject: str
    text: str


@dataclass(frozen=True)
class Cap:
    """At most so many mails of all campaigns in so many days, for each contact."""

    count: int = 2
    days: int = 7


@dataclass(frozen=True)
class Quiet:
    """Minutes after midnight by the inbox's clock; an end at or before the start is on the next day."""

    start: int = 21 * 60
    end: int = 8 * 60


@dataclass(frozen=True)
class Plan:
    """`starts_at` is a wall clock's time in `zone`; without it a campaign starts when it is told to."""

    segment_id: str | None = None
    element: str | None = None
    starts_at: str | None = None
    zone: str = "UTC"
    budget_cents: int | None = None
    currency: str | None = None
    cents_per_thousand: int | None = None
    cap: Cap | None = Cap()
    quiet: Quiet | None = Quiet()
    newsletter: Mapping[str, Wording] = field(default_factory=dict)

    def written(self) -> dict[str, object]:
        """As JSON."""
        return asdict(self)

    @property
    def affordable(self) -> int | None:
        """How many mails the budget pays for; None where it does not bound them."""
        if self.budget_cents is None or not self.cents_per_thousand:
            return None
        return self.budget_cents * _THOUSAND // self.cents_per_thousand

    @property
    def wants_link(self) -> bool:
        """Whether any of its texts has a place for one."""
        return any("{link}" in words.text for words in self.newsletter.values())

    def start(self, now: datetime) -> datetime:
        """When it starts, if it is told to now; raises Invalid for an hour that no clock shows."""
        zone = known_zone(self.zone)
        if self.starts_at is None:
            return now
        try:
            wall = datetime.fromisoformat(self.starts_at)
        except ValueError as error:
            raise _wrong("starts_at", "2026-12-01T09:00") from error
        if wall.tzinfo is not None:
            raise _wrong("starts_at", "a time without a zone; the zone stands beside it")
        moment = wall.replace(tzinfo=zone).astimezone(UTC)
        if moment.astimezone(zone).replace(tzinfo=None) != wall:
            raise _wrong("starts_at", "an hour that clocks show there: they are put forward then")
        return max(moment, now)

    def check(self) -> None:
        """Raises Invalid for what never makes sense, whatever is still missing."""
        self.start(datetime.now(UTC))
        if self.budget_cents is not None and not (self.currency and self.cents_per_thousand):
            raise _wrong("budget_cents", "also a currency and what a thousand mails cost")
        if self.quiet is not None and self.quiet.start == self.quiet.end:
            raise _wrong("quiet", "a beginning and another end")

    def missing(self) -> dict[str, str]:
        """What it cannot start without, by stable codes."""
        lacks = {}
        if self.segment_id is None:
            lacks["segment_id"] = "no_audience"
        if not self.newsletter:
            lacks["newsletter"] = "no_newsletter"
        if self.wants_link and self.element is None:
            lacks["element"] = "no_element"
        return lacks


def read_plan(written: Mapping[str, Any]) -> Plan:
    """As `Plan.written` wrote it."""
    fields = dict(written)
    for name, made in (("cap", Cap), ("quiet", Quiet)):
        if fields.get(name) is not None:
            fields[name] = made(**fields[name])
    fields["newsletter"] = {
        language: Wording(**words) for language, words in fields.get("newsletter", {}).items()
    }
    return Plan(**fields)


def _wrong(where: str, wanted: str) -> Invalid:
    return Invalid("This plan cannot be carried out.", {where: wanted})
