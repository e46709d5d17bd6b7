"""A segment's rule as SQL over contacts, the same on both databases.

Every condition becomes "its id is among those of", which the database answers with one pass over a table or an index,
however many contacts there are; "at most" and "is not" are the opposite of what can be counted, so that who did
nothing is among them.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

import sqlalchemy as sa

from chat_server.domain.consent import DEFAULT_RULES, ConsentRule
from chat_server.domain.facts.fact import FactState
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.segments.rule import Condition, Group, Rule
from chat_server.domain.shop import OrderStatus

from .tables import consents, contacts, facts, inboxes, orders, products, response_events

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from chat_server.domain.segments.rule import Belonging

_r, _o, _f = response_events.c, orders.c, facts.c
Among = sa.ColumnElement[bool]
_LOW, _HIGH = 2, 4
_CENTS = 100
# Word for word as in the index of migration 0044.
_ENDING: sa.ColumnElement[str] = sa.literal_column(
    "substr(contacts.id, length(contacts.id) - 1)", sa.String()
)


def looked_at(endings: Collection[str]) -> sa.CTE:
    """The contacts whose ids end with one of these two digits: a fair part, for the ends of ids are random."""
    found = sa.select(contacts.c.id).where(_ENDING.in_(endings))
    return found.cte("looked_at").prefix_with("MATERIALIZED")


def member_ids(belonging: Belonging, *, sqlite: bool) -> sa.Select[str]:
    """The contacts that belong."""
    return sa.select(contacts.c.id).where(belongs(belonging, sqlite=sqlite))


def belongs(belonging: Belonging, *, sqlite: bool, part: sa.CTE | None = None) -> Among:
    """Over the table of contacts; of those who were `looked_at` alone, where a `part` is given."""
    compiler = _Compiler(belonging.at, sqlite=sqlite, part=part)
    return sa.and_(compiler.theirs(contacts.c.id), compiler.rule(belonging.rule))


class _Compiler:
    def __init__(self, at: datetime, *, sqlite: bool, part: sa.CTE | None) -> None:
        self._at = at
        self._sqlite = sqlite
        self._part = part

    def theirs(self, person: sa.Column[Any]) -> Among:
        """What others did need not be looked up."""
        return sa.true() if self._part is None else person.in_(sa.select(self._part.c.id))

    def rule(self, rule: Rule) -> Among:
        if isinstance(rule, Condition):
            subject, _, name = rule.field.partition(".")
            made: Among = self._SUBJECTS[subject](self, rule, name)
            return made
        return self._group(rule)

    def _group(self, group: Group) -> Among:
        parts = [self.rule(part) for part in group.parts]
        if group.how == "all":
            return sa.and_(*parts)
        some = sa.or_(*parts)
        return some if group.how == "any" else sa.not_(some)

    # ------------------------------------------------------------ subjects

    def _contact(self, asked: Condition, name: str) -> Among:
        if name in _SEEN:
            return self._since(_SEEN[name], asked)
        known: Among = _KNOWN[name].is_not(None)
        return known if asked.value else sa.not_(known)

    def _consent(self, asked: Condition, name: str) -> Among:
        """The newest answer counts; without one, the inbox's rule."""
        later = consents.alias("later")
        newest = sa.and_(
            consents.c.purpose == name,
            self.theirs(consents.c.contact_id),
            ~sa.exists().where(
                later.c.contact_id == consents.c.contact_id,
                later.c.purpose == name,
                sa.tuple_(later.c.at, later.c.id) > sa.tuple_(consents.c.at, consents.c.id),
            ),
        )
        answered = sa.select(consents.c.contact_id).where(newest)
        rule = sa.func.coalesce(inboxes.c.consent[name].as_string(), str(DEFAULT_RULES[name]))
        open_handed = sa.select(inboxes.c.id).where(rule == ConsentRule.OPT_OUT.value)
        allowed = sa.or_(
            contacts.c.id.in_(answered.where(consents.c.granted)),
            sa.and_(contacts.c.inbox_id.in_(open_handed), contacts.c.id.not_in(answered)),
        )
        return allowed if asked.value else sa.not_(allowed)

    def _fact(self, asked: Condition, key: str) -> Among:
        """Of facts that hold; as `domain.facts.kinds.holds` says of one."""
        kind, said_at = FACT_KINDS[key], sa.func.coalesce(_f.confirmed_at, _f.observed_at)
        holding = [
            _f.key == key,
            self.theirs(_f.contact_id),
            _f.state == FactState.CURRENT,
            sa.or_(_f.valid_from.is_(None), _f.valid_from <= self._at),
            sa.or_(_f.valid_until.is_(None), _f.valid_until > self._at - kind.grace),
        ]
        if kind.lifetime is not None:
            holding.append(said_at > sa.literal(self._at - kind.lifetime, _f.observed_at.type))
        if asked.how == "is":
            holding.append(sa.func.lower(_f.value) == str(asked.value).lower())
        if asked.how == "contains":
            part = sa.func.lower(_f.value).contains(str(asked.value).lower(), autoescape=True)
            holding.append(part)
        there = contacts.c.id.in_(sa.select(_f.contact_id).where(*holding))
        return sa.not_(there) if asked.how == "unknown" else there

    def _dialogues(self, asked: Condition, name: str) -> Among:
        theirs = sa.select(_r.contact_id).where(self.theirs(_r.contact_id))
        counted = theirs.where(*self._window(_r.opened_at, asked))
        if name == "last":
            return self._latest(theirs, _r.contact_id, _r.opened_at, asked)
        if name in _DIALOGUES:
            counted = counted.where(*_DIALOGUES[name]())
            return self._compared(counted, _r.contact_id, sa.func.count(), asked)
        return self._named(counted, lambda word: _dialogue_has(name, word), asked)

    def _orders(self, asked: Condition, name: str) -> Among:
        bought = sa.select(contacts.c.id).join(orders, _o.customer_id == contacts.c.external_id)
        bought = bought.correlate(None).where(
            _o.status != OrderStatus.CANCELLED, self.theirs(contacts.c.id)
        )
        counted = bought.where(*self._window(_o.placed_at, asked))
        if name == "last":
            return self._latest(bought, contacts.c.id, _o.placed_at, asked)
        if name == "spent":
            total = sa.func.sum(_o.total_cents)
            return self._compared(counted, contacts.c.id, total, asked, _CENTS)
        if name == "returned":
            counted = counted.where(_o.status == OrderStatus.RETURNED)
        if name in {"count", "returned"}:
            return self._compared(counted, contacts.c.id, sa.func.count(), asked)
        return self._named(counted, lambda word: self._order_has(name, word), asked)

    _SUBJECTS: dict[str, Any] = {  # noqa: RUF012 - read only
        "contact": _contact,
        "consent": _consent,
        "fact": _fact,
        "dialogues": _dialogues,
        "orders": _orders,
    }

    # --------------------------------------------------------- comparisons

    def _compared(
        self,
        counted: sa.Select[str],
        whose: sa.Column[Any],
        total: sa.ColumnElement[int],
        asked: Condition,
        unit: int = 1,
    ) -> Among:
        def reaches(least: int) -> Among:
            if least <= 0:
                return sa.true()
            there = counted.group_by(whose).having(total >= least)
            return contacts.c.id.in_(there)

        wanted = int(str(asked.value)) * unit
        if asked.how == "at_least":
            return reaches(wanted)
        if asked.how == "at_most":
            return sa.not_(reaches(wanted + 1))
        return sa.and_(reaches(wanted), sa.not_(reaches(wanted + unit)))

    def _latest(
        self,
        done: sa.Select[str],
        whose: sa.Column[Any],
        when: sa.Column[Any],
        asked: Condition,
    ) -> Among:
        if asked.how == "never":
            return contacts.c.id.not_in(done)
        line = self._at - timedelta(days=int(str(asked.value)))
        recently = contacts.c.id.in_(done.where(when >= line))
        if asked.how == "within":
            return recently
        return sa.and_(contacts.c.id.in_(done.group_by(whose)), sa.not_(recently))

    def _since(self, column: sa.Column[Any], asked: Condition) -> Among:
        if asked.how == "never":
            return column.is_(None)
        line = self._at - timedelta(days=int(str(asked.value)))
        return column >= line if asked.how == "within" else column < line

    def _named(
        self, counted: sa.Select[str], has: Callable[[str], Among], asked: Condition
    ) -> Among:
        words = asked.value if isinstance(asked.value, tuple) else (str(asked.value),)
        there = contacts.c.id.in_(counted.where(sa.or_(*(has(word) for word in words))))
        return sa.not_(there) if asked.how == "is_not" else there

    def _window(self, when: sa.Column[Any], asked: Condition) -> list[Among]:
        if asked.within_days is None:
            return []
        return [when >= self._at - timedelta(days=asked.within_days)]

    def _order_has(self, name: str, word: str) -> Among:
        with_product, with_category = order_line(word, sqlite=self._sqlite)
        return with_product if name == "product" else with_category


def order_line(word: str, *, sqlite: bool) -> tuple[Among, Among]:
    """An order has a line of this product; one of a product of this category."""
    if sqlite:
        line = sa.func.json_each(_o["items"]).table_valued("value")
        sku: sa.ColumnElement[str] = sa.func.json_extract(line.c.value, "$.sku")
    else:
        line = sa.func.json_array_elements(_o["items"]).table_valued(sa.column("value", sa.JSON))
        sku = line.c.value["sku"].as_string()
    of_category = sa.select(products.c.sku).where(products.c.category == word)
    there = sa.select(1).select_from(line)
    return sa.exists(there.where(sku == word)), sa.exists(there.where(sku.in_(of_category)))


def _dialogue_has(name: str, word: str) -> Among:
    if name == "intent":
        # A JSON list as text: the quoted word stands in it exactly when it is an element.
        return sa.cast(_r.intents, sa.Text()).contains(json.dumps(word), autoescape=True)
    return {
        "language": _r.language,
        "channel": _r.channel,
        "element": _r.element,
        "campaign": _r.campaign,
    }[name] == word


_SEEN = {"first_seen": contacts.c.created_at, "last_seen": contacts.c.last_seen_at}
_KNOWN = {
    "known": contacts.c.external_id,
    "email": contacts.c.email,
    "phone": contacts.c.phone,
}
_DIALOGUES: dict[str, Callable[[], list[Among]]] = {
    "count": list,
    "handed_off": lambda: [_r.handoffs > 0],
    "unresolved": lambda: [_r.resolved_at.is_(None)],
    "rated_low": lambda: [_r.rating <= _LOW],
    "rated_high": lambda: [_r.rating >= _HIGH],
}
