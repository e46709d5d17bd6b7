"""The registry: every kind of fact there is. To add one, add it here and its words in each language."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta

from . import values
from .fact import OPEN, Fact, FactReason, FactState
from .kind import FactKind, Sensitivity
from .words import LANGUAGES

_PERSONAL, _SENSITIVE = Sensitivity.PERSONAL, Sensitivity.SENSITIVE
_MONTH, _YEAR = timedelta(days=30), timedelta(days=365)
# A question that nobody answered for this long is not asked any more.
UNCONFIRMED_FOR = _MONTH

_KINDS = (
    FactKind("name", values.plain(80), sensitivity=_PERSONAL),
    FactKind("form_of_address", values.plain(60), sensitivity=_PERSONAL),
    FactKind("language", values.language),
    FactKind("email", values.email, sensitivity=_PERSONAL),
    FactKind("phone", values.phone, sensitivity=_PERSONAL),
    FactKind("order_number", values.order_number, many=True, lifetime=2 * _YEAR),
    FactKind(
        "open_problem",
        values.one_of(values.PROBLEMS),
        about="order",
        lifetime=_YEAR,
        ends_as=FactReason.SOLVED,
    ),
    FactKind("order_state", values.one_of(values.ORDER_STATES), about="order", lifetime=_YEAR),
    FactKind("product_interest", values.plain(80), many=True, lifetime=_YEAR / 2, named=True),
    FactKind(
        "product_liked",
        values.plain(80),
        many=True,
        lifetime=3 * _YEAR,
        opposite="product_disliked",
        named=True,
    ),
    FactKind(
        "product_disliked",
        values.plain(80),
        many=True,
        lifetime=3 * _YEAR,
        opposite="product_liked",
    ),
    FactKind("product_owned", values.plain(80), many=True, lifetime=5 * _YEAR, named=True),
    FactKind("size", values.size, about="product", lifetime=2 * _YEAR, scale=values.scale),
    FactKind("colour", values.plain(30), about="product", lifetime=2 * _YEAR),
    FactKind("budget", values.budget, about="product", lifetime=_YEAR / 2, of_all=True),
    FactKind("occasion", values.plain(60), many=True, lifetime=_YEAR),
    FactKind(
        "occasion_date",
        values.day,
        about="occasion",
        lifetime=2 * _YEAR,
        lapses=values.day_after,
    ),
    FactKind("delivery_place", values.plain(120), sensitivity=_PERSONAL, lifetime=2 * _YEAR),
    FactKind("home", values.plain(120), sensitivity=_PERSONAL, lifetime=5 * _YEAR),
    FactKind("preferred_channel", values.one_of(values.CHANNELS)),
    FactKind("preferred_hour", values.hours),
    FactKind("complaint", values.same(300), many=True, about="order", lifetime=2 * _YEAR),
    FactKind("praise", values.same(300), many=True, about="product", lifetime=2 * _YEAR),
    FactKind("suggestion", values.same(300), many=True, about="product", lifetime=2 * _YEAR),
    FactKind("promise", values.same(300), many=True, about="order", lifetime=_YEAR, grace=_MONTH),
    FactKind(
        "household",
        values.plain(120),
        many=True,
        counts=True,
        sensitivity=_SENSITIVE,
        lifetime=3 * _YEAR,
    ),
    FactKind("company", values.plain(120), sensitivity=_PERSONAL, lifetime=5 * _YEAR),
    FactKind("company_role", values.plain(80), sensitivity=_PERSONAL, lifetime=5 * _YEAR),
)

FACT_KINDS: dict[str, FactKind] = {
    kind.key: replace(
        kind, words={tag: language.kinds[kind.key] for tag, language in LANGUAGES.items()}
    )
    for kind in _KINDS
}
_SUBJECTS: dict[str, Callable[[str], str | None]] = {
    "order": values.order_number,
    "product": values.plain(80),
    "occasion": values.plain(60),
}


def clean_value(key: str, value: str) -> str | None:
    """The value as kept, or None when the kind is unknown or the value is not of it."""
    kind = FACT_KINDS.get(key)
    return kind.clean(value) if kind and len(value) <= values.MAX_RAW else None


def clean_subject(kind: FactKind, subject: str | None) -> str | None:
    """The order or product a fact is about; None for kinds that are about none, and for what is none."""
    if kind.about is None or subject is None or len(subject) > values.MAX_RAW:
        return None
    return _SUBJECTS[kind.about](subject)


def until_of(fact: Fact) -> datetime | None:
    """From when on it holds no longer, by its own end or its kind's lifetime; None while that is open."""
    kind = FACT_KINDS.get(fact.key)
    lifetime = kind.lifetime if kind else None
    if fact.state is FactState.UNCONFIRMED:
        lifetime = min(lifetime or UNCONFIRMED_FOR, UNCONFIRMED_FOR)
    ends = [fact.since + lifetime] if lifetime else []
    if fact.valid_until is not None:
        ends.append(fact.valid_until + (kind.grace if kind else timedelta()))
    return min(ends, default=None)


def holds(fact: Fact, now: datetime) -> bool:
    """Whether it may be used: current, begun and not past."""
    if fact.state is not FactState.CURRENT or (fact.valid_from and fact.valid_from > now):
        return False
    until = until_of(fact)
    return until is None or until > now


def waits(fact: Fact, now: datetime) -> bool:
    """Whether it is still worth asking if it is so."""
    until = until_of(fact)
    return fact.state is FactState.UNCONFIRMED and (until is None or until > now)


def is_past(fact: Fact, now: datetime) -> bool:
    """Open, and should not be any more."""
    until = until_of(fact)
    return fact.state in OPEN and until is not None and until <= now
