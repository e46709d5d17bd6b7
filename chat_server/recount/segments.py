"""Who belongs to a segment, told by looking at each contact in turn: no query of the store is asked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import datetime, timedelta

from chat_server.domain.consent import DEFAULT_RULES
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.segments.rule import Condition, Rule

from .dialogues import Told, said
from .rows import Bought, Person, Rows, Stated

_LOW, _HIGH = 2, 4
_CENTS = 100
_DIALOGUES: Mapping[str, Callable[[Told], bool]] = {
    "count": lambda _: True,
    "handed_off": lambda told: bool(told.handoffs),
    "unresolved": lambda told: told.resolved is None,
    "rated_low": lambda told: told.rating is not None and told.rating <= _LOW,
    "rated_high": lambda told: told.rating is not None and told.rating >= _HIGH,
}
_WORDS: Mapping[str, Callable[[Told], Sequence[str | None]]] = {
    "language": lambda told: [said(told, "language") or "en"],
    "channel": lambda told: [said(told, "channel") or "website"],
    "element": lambda told: [said(told, "element")],
    "campaign": lambda told: [said(told, "campaign")],
    "intent": lambda told: told.intents,
}


class Town:
    """Everybody, with what they said, bought and allowed."""

    def __init__(self, rows: Rows, dialogues: Iterable[Told]) -> None:
        self._rows = rows
        self._facts: dict[str, list[Stated]] = defaultdict(list)
        self._orders: dict[str, list[Bought]] = defaultdict(list)
        self._told: dict[str, list[Told]] = defaultdict(list)
        for fact in rows.facts:
            self._facts[fact.contact_id].append(fact)
        for order in rows.orders:
            self._orders[order.customer_id or ""].append(order)
        for told in dialogues:
            self._told[told.contact_id or ""].append(told)

    def count(self, rule: Rule, at: datetime) -> int:
        """How many belong."""
        return sum(self._belongs(rule, person, at) for person in self._rows.people)

    def _belongs(self, rule: Rule, person: Person, at: datetime) -> bool:
        if not isinstance(rule, Condition):
            found = [self._belongs(part, person, at) for part in rule.parts]
            return {"all": all(found), "any": any(found), "none": not any(found)}[rule.how]
        subject, _, name = rule.field.partition(".")
        if subject == "contact":
            return _contact(rule, name, person, at)
        if subject == "consent":
            return self._allows(person, name) is bool(rule.value)
        if subject == "fact":
            return self._knows(rule, name, person, at)
        if subject == "dialogues":
            return self._talked(rule, name, person, at)
        return self._bought(rule, name, person, at)

    def _allows(self, person: Person, purpose: str) -> bool:
        answers = self._rows.answers.get((person.id, purpose))
        if answers:
            return answers[-1]
        rules = self._rows.rules.get(person.inbox_id, {})
        default = {str(key): str(rule) for key, rule in DEFAULT_RULES.items()}[purpose]
        return str(rules.get(purpose, default)) == "opt_out"

    def _knows(self, asked: Condition, key: str, person: Person, at: datetime) -> bool:
        wanted = str(asked.value).lower()
        values = [
            fact.value.lower()
            for fact in self._facts[person.id]
            if fact.key == key and _holds(fact, at)
        ]
        if asked.how == "is":
            return wanted in values
        if asked.how == "contains":
            return any(wanted in value for value in values)
        return bool(values) is (asked.how == "known")

    def _talked(self, asked: Condition, name: str, person: Person, at: datetime) -> bool:
        theirs = self._told[person.id]
        if name == "last":
            return _last(asked, [told.opened_at for told in theirs], at)
        within = [told for told in theirs if _is_within(asked, told.opened_at, at)]
        if name in _DIALOGUES:
            return _compared(asked, sum(map(_DIALOGUES[name], within)))
        return _named(asked, [word for told in within for word in _WORDS[name](told)])

    def _bought(self, asked: Condition, name: str, person: Person, at: datetime) -> bool:
        theirs = self._orders[person.external_id] if person.external_id else []
        if name == "last":
            return _last(asked, [order.placed_at for order in theirs], at)
        within = [order for order in theirs if _is_within(asked, order.placed_at, at)]
        if name == "spent":
            return _compared(asked, sum(order.total_cents for order in within), _CENTS)
        if name == "count":
            return _compared(asked, len(within))
        if name == "returned":
            return _compared(asked, sum(order.status == "returned" for order in within))
        skus = [sku for order in within for sku in order.skus]
        if name == "category":
            return _named(asked, [self._rows.categories.get(sku) for sku in skus])
        return _named(asked, skus)


def _contact(asked: Condition, name: str, person: Person, at: datetime) -> bool:
    if name in {"first_seen", "last_seen"}:
        seen = person.created_at if name == "first_seen" else person.last_seen_at
        return _last(asked, [seen] if seen else [], at)
    known = {"known": person.external_id, "email": person.email, "phone": person.phone}[name]
    return (known is not None) is bool(asked.value)


def _holds(fact: Stated, at: datetime) -> bool:
    kind = FACT_KINDS[fact.key]
    since = fact.confirmed_at or fact.observed_at
    return (
        fact.state == "current"
        and (fact.valid_from is None or fact.valid_from <= at)
        and (fact.valid_until is None or fact.valid_until + kind.grace > at)
        and (kind.lifetime is None or since + kind.lifetime > at)
    )


def _is_within(asked: Condition, when: datetime, at: datetime) -> bool:
    return asked.within_days is None or when >= at - timedelta(days=asked.within_days)


def _last(asked: Condition, times: Sequence[datetime], at: datetime) -> bool:
    if asked.how == "never" or not times:
        return asked.how == "never" and not times
    recently = max(times) >= at - timedelta(days=int(str(asked.value)))
    return recently is (asked.how == "within")


def _compared(asked: Condition, total: int, unit: int = 1) -> bool:
    wanted = int(str(asked.value)) * unit
    if asked.how == "at_least":
        return total >= wanted
    if asked.how == "at_most":
        return total <= wanted
    return wanted <= total < wanted + unit


def _named(asked: Condition, found: Sequence[str | None]) -> bool:
    words = asked.value if isinstance(asked.value, tuple) else (str(asked.value),)
    return any(word in found for word in words) is (asked.how != "is_not")
