"""Dialogues as the log tells of them, read anew: nothing here is shared with the fold that the pages rest on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from . import incentives, offers
from .newsletters import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .lines import Line

_NOT_UNDERSTOOD = frozenset({"nlu_fallback", "out_of_scope"})
_COUNTED = {
    "fact_learned": "facts_learned",
    "fact_used": "facts_used",
    "asked_again": "asked_again",
}
_MET = frozenset({"element_shown", "element_seen", "element_named"})
_BY_BOT, _BY_PERSON = "bot_spoke", "agent_spoke"


@dataclass(slots=True)
class Told:
    """One dialogue; `contact_id` is None where the person is forgotten."""

    conversation_id: str
    inbox_id: str
    contact_id: str | None
    opened_at: datetime
    origin: dict[str, object]
    visitor_messages: int = 0
    bot_messages: int = 0
    agent_messages: int = 0
    intents: list[str] = field(default_factory=list)
    misses: int = 0
    first_reply_at: datetime | None = None
    first_agent_reply_at: datetime | None = None
    handoffs: list[tuple[datetime, str | None]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)
    resolved: tuple[datetime, str] | None = None
    rating: int | None = None
    agent_rating: int | None = None
    facts_learned: int = 0
    facts_used: int = 0
    asked_again: int = 0


@dataclass(frozen=True, slots=True)
class HelpLine:
    """A passage that was shown, or what was said of one, or that none was found."""

    id: str
    type: str
    at: datetime
    conversation_id: str
    data: dict[str, object]


@dataclass(frozen=True, slots=True)
class Seen:
    """A person saw a variant of an experiment, and had until then to respond."""

    experiment: str
    variant: str
    contact_id: str
    at: datetime
    until: datetime


@dataclass(frozen=True, slots=True)
class Couponed:
    """A coupon was given to a contact, or used by them."""

    type: str
    contact_id: str
    at: datetime


class Opened(NamedTuple):
    """A link was followed; older lines do not tell by which browser."""

    at: datetime
    person: str | None


@dataclass
class Reading:
    """All that the log tells and pages count."""

    dialogues: dict[str, Told] = field(default_factory=dict)
    opened: dict[str, list[Opened]] = field(default_factory=dict)
    fetched: dict[str, list[Opened]] = field(default_factory=dict)
    came: dict[str, list[tuple[datetime, str, str]]] = field(default_factory=dict)
    help: list[HelpLine] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    met: dict[str, list[tuple[datetime, str]]] = field(default_factory=dict)
    coupons: list[Couponed] = field(default_factory=list)
    mails: list[Line] = field(default_factory=list)
    given: list[Line] = field(default_factory=list)
    offers: list[Line] = field(default_factory=list)
    lines: int = 0
    astray: int = 0

    def take(self, piece: Iterable[Line]) -> None:
        """The next lines of the log."""
        for line in piece:
            self.lines += 1
            self._take(line)

    def _keep(self, line: Line) -> None:
        """What is counted by itself, whatever dialogue it is of."""
        kind = line.type
        if kind in incentives.KINDS:
            self.given.append(line)
        if kind in {"coupon_minted", "coupon_redeemed"} and line.contact_id:
            self.coupons.append(Couponed(kind, line.contact_id, line.at))
        elif kind in KINDS:
            self.mails.append(line)
        elif kind in offers.KINDS:
            self.offers.append(line)

    def _take(self, line: Line) -> None:
        kind = line.type
        if kind in {"element_opened", "element_fetched"}:
            self._open(self.opened if kind == "element_opened" else self.fetched, line)
            return
        if kind in _MET:
            self._come(line)
        if kind == "exposed":
            self.seen.append(_seen(line))
        self._keep(line)
        if line.conversation_id is None:
            return
        if kind == "conversation_opened":
            self.dialogues[line.conversation_id] = Told(
                line.conversation_id, line.inbox_id, line.contact_id, line.at, line.data
            )
            self._meet(line.contact_id, line.at, line.data.get("element"))
            return
        told = self.dialogues.get(line.conversation_id)
        if told is None:
            self.astray += 1
            return
        if kind.startswith("help_"):
            self.help.append(HelpLine(line.id, kind, line.at, line.conversation_id, line.data))
        elif kind.endswith("_spoke"):
            _spoke(told, kind, line.at)
        else:
            _happened(told, line)

    def _open(self, found: dict[str, list[Opened]], line: Line) -> None:
        code = line.data.get("element")
        if isinstance(code, str):
            found.setdefault(code, []).append(Opened(line.at, line.actor_id))

    def _come(self, line: Line) -> None:
        code = line.data.get("element")
        self._meet(line.contact_id, line.at, code)
        if isinstance(code, str) and line.contact_id:
            self.came.setdefault(code, []).append((line.at, line.type, line.contact_id))

    def _meet(self, contact_id: str | None, at: datetime, code: object) -> None:
        """Who is forgotten has no orders that anybody knows of."""
        if contact_id and isinstance(code, str):
            self.met.setdefault(contact_id, []).append((at, code))


def _seen(line: Line) -> Seen:
    data = line.data
    until = datetime.fromisoformat(str(data.get("until")))
    return Seen(
        str(data.get("experiment")), str(data.get("variant")), line.contact_id or "", line.at, until
    )


def _spoke(told: Told, kind: str, at: datetime) -> None:
    if kind == "visitor_spoke":
        told.visitor_messages += 1
    elif kind == _BY_BOT:
        told.bot_messages += 1
        if told.first_reply_at is None:
            told.first_reply_at = at
    elif kind == _BY_PERSON:
        told.agent_messages += 1
        if told.first_reply_at is None:
            told.first_reply_at = at
        if told.first_agent_reply_at is None:
            told.first_agent_reply_at = at


def _happened(told: Told, line: Line) -> None:
    data = line.data
    match line.type:
        case "understood":
            _understood(told, data.get("intent"))
        case "handed_off":
            reason = data.get("reason")
            told.handoffs.append((line.at, reason if isinstance(reason, str) else None))
        case "assigned":
            if line.actor_id and line.actor_id not in told.agents:
                told.agents.append(line.actor_id)
        case "resolved":
            told.resolved = line.at, line.actor_kind
        case "reopened":
            told.resolved = None
        case "rated":
            score = data.get("score")
            told.rating = score if isinstance(score, int) else told.rating
        case "agent_rated":
            score = data.get("score")
            told.agent_rating = score if isinstance(score, int) else told.agent_rating
        case "fact_learned" | "fact_used" | "asked_again":
            name = _COUNTED[line.type]
            setattr(told, name, getattr(told, name) + 1)
        case _:
            pass


def _understood(told: Told, intent: object) -> None:
    if intent in _NOT_UNDERSTOOD:
        told.misses += 1
    elif isinstance(intent, str) and intent and intent not in told.intents:
        told.intents.append(intent)


def handed_off_at(told: Told) -> datetime | None:
    """For the first time."""
    return told.handoffs[0][0] if told.handoffs else None


def handoff_reason(told: Told) -> str | None:
    """The first that was given."""
    return next((reason for _, reason in told.handoffs if reason), None)


def by_bot_alone(told: Told) -> bool:
    """Resolved, and no person had to do with it."""
    return told.resolved is not None and not told.handoffs and not told.agent_messages


def said(told: Told, name: str) -> str | None:
    """What its opening told of it."""
    value = told.origin.get(name)
    return value if isinstance(value, str) else None


def as_row(told: Told) -> dict[str, object]:
    """What the table of response events ought to hold of it, but whose it is."""
    share = told.origin.get("memory_share")
    return {
        "conversation_id": told.conversation_id,
        "inbox_id": told.inbox_id,
        "opened_at": told.opened_at,
        "channel": said(told, "channel") or "website",
        "language": said(told, "language") or "en",
        "element": said(told, "element"),
        "campaign": said(told, "campaign"),
        "variant": said(told, "variant"),
        "intents": told.intents,
        "misses": told.misses,
        "visitor_messages": told.visitor_messages,
        "bot_messages": told.bot_messages,
        "agent_messages": told.agent_messages,
        "first_reply_at": told.first_reply_at,
        "handed_off_at": handed_off_at(told),
        "handoff_reason": handoff_reason(told),
        "handoffs": len(told.handoffs),
        "first_agent_reply_at": told.first_agent_reply_at,
        "agents": told.agents,
        "resolved_at": told.resolved[0] if told.resolved else None,
        "resolved_by": told.resolved[1] if told.resolved else None,
        "rating": told.rating,
        "agent_rating": told.agent_rating,
        "facts_learned": told.facts_learned,
        "facts_used": told.facts_used,
        "memory_arm": said(told, "memory_arm") or "none",
        "memory_share": share if isinstance(share, int) else 0,
        "asked_again": told.asked_again,
    }
