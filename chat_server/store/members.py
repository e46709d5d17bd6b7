"""A segment's rule as SQL over contacts, the same on both databases.

Where all contacts are asked about, every condition becomes "it is among those of", which the database answers with one
pass over a table or an index. Where few are, each is looked up by itself: what others did is not read. "At most" and
"is not" are the opposite of what can be counted, so that who did nothing is among them.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import timedelta
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

    from sqlalchemy.ext.asyncio import AsyncSession

    from chat_server.domain.segments.rule import Belonging

_r, _o, _f = response_events.c, orders.c, facts.c
Among = sa.ColumnElement[bool]
_LOW, _HIGH = 2, 4
_CENTS = 100
_ROOM = sa.text(
    "SELECT set_config('work_mem', '64MB', true)"
    " WHERE pg_size_bytes(current_setting('work_mem')) < pg_size_bytes('64MB')"
)
# SQLite, which knows no sizes, would try each customer of one list with each contact of the other.
_NOT_BY_ID: sa.ColumnElement[str] = sa.literal_column("+contacts.id", sa.String())
# Word for word as in the index of migration 0044.
_ENDING: sa.ColumnElement[str] = sa.literal_column(
    "substr(contacts.id, length(contacts.id) - 1)", sa.String()
)


def looked_at(endings: Collection[str]) -> Among:
    """Contacts whose ids end with one of these two digits: a fair part, for the ends of ids are random."""
    return _ENDING.in_(endings)


async def make_room(session: AsyncSession) -> None:
    """Before all contacts are asked about, in this transaction alone.

    PostgreSQL looks a contact up in a list of others only where that fits into its working memory, 4 MB as it comes; else it
    reads the list anew for each contact, and a hundred thousand for each of six hundred thousand takes hours.
    """
    if session.get_bind().dialect.name != "sqlite":
        await session.execute(_ROOM)


def member_ids(belonging: Belonging, *, sqlite: bool) -> sa.Select[str]:
    """The contacts that belong."""
    return sa.select(contacts.c.id).where(belongs(belonging, sqlite=sqlite))


def belongs(belonging: Belonging, *, sqlite: bool, each: bool = False) -> Among:
    """Over the table of contacts; with `each`, looked up for one contact after the other."""
    return _Compiler(belonging, sqlite=sqlite, each=each).rule(belonging.rule)


def _is_of_orders(rule: Rule) -> bool:
    if isinstance(rule, Condition):
        return rule.field.startswith("orders.")
    return any(_is_of_orders(part) for part in rule.parts)


@dataclass(frozen=True)
class _Done:
    """Rows of what somebody did, the column that says whose they are, and that of contacts it stands for."""

    rows: sa.Select[Any]
    whose: sa.Column[Any]
    person: sa.ColumnElement[Any]

    def where(self, *more: Among) -> _Done:
        return replace(self, rows=self.rows.where(*more))

    def by_anyone(self, whose: sa.Select[Any]) -> Among:
        among = self.person.in_(whose)
        if self.person is not contacts.c.external_id:
            return among
        # Whom the shop does not know is not among its customers, but among those who are none.
        return sa.and_(self.person.is_not(None), among)

    def of_one(self, what: sa.ColumnElement[Any]) -> sa.ScalarSelect[Any]:
        asked = self.rows.with_only_columns(what).where(self.whose == self.person)
        return asked.correlate(contacts).limit(1).scalar_subquery()


class _Compiler:
    def __init__(self, belonging: Belonging, *, sqlite: bool, each: bool) -> None:
        self._at = belonging.at
        self._sqlite = sqlite
        self._each = each
        by_customer = sqlite and not each and _is_of_orders(belonging.rule)
        self._person = _NOT_BY_ID if by_customer else contacts.c.id

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
            ~sa.exists().where(
                later.c.contact_id == consents.c.contact_id,
                later.c.purpose == name,
                sa.tuple_(later.c.at, later.c.id) > sa.tuple_(consents.c.at, consents.c.id),
            ),
        )
        found = sa.select(consents.c.contact_id).where(newest)
        answered = _Done(found, consents.c.contact_id, self._person)
        rule = sa.func.coalesce(inboxes.c.consent[name].as_string(), str(DEFAULT_RULES[name]))
        open_handed = sa.select(inboxes.c.id).where(rule == ConsentRule.OPT_OUT.value)
        allowed = sa.or_(
            self._did(answered.where(consents.c.granted)),
            sa.and_(contacts.c.inbox_id.in_(open_handed), sa.not_(self._did(answered))),
        )
        return allowed if asked.value else sa.not_(allowed)

    def _fact(self, asked: Condition, key: str) -> Among:
        """Of facts that hold; as `domain.facts.kinds.holds` says of one."""
        kind, said_at = FACT_KINDS[key], sa.func.coalesce(_f.confirmed_at, _f.observed_at)
        holding = [
            _f.key == key,
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
        told = sa.select(_f.contact_id).where(*holding)
        there = self._did(_Done(told, _f.contact_id, self._person))
        return sa.not_(there) if asked.how == "unknown" else there

    def _dialogues(self, asked: Condition, name: str) -> Among:
        held = _Done(sa.select(_r.contact_id), _r.contact_id, self._person)
        counted = held.where(*self._window(_r.opened_at, asked))
        if name == "last":
            return self._latest(held, _r.opened_at, asked)
        if name in _DIALOGUES:
            return self._compared(counted.where(*_DIALOGUES[name]()), sa.func.count(), asked)
        return self._named(counted, lambda word: _dialogue_has(name, word), asked)

    def _orders(self, asked: Condition, name: str) -> Among:
        bought = _Done(
            sa.select(_o.customer_id).where(_o.status != OrderStatus.CANCELLED),
            _o.customer_id,
            contacts.c.external_id,
        )
        counted = bought.where(*self._window(_o.placed_at, asked))
        if name == "last":
            return self._latest(bought, _o.placed_at, asked)
        if name == "spent":
            return self._compared(counted, sa.func.sum(_o.total_cents), asked, _CENTS)
        if name == "returned":
            counted = counted.where(_o.status == OrderStatus.RETURNED)
        if name in {"count", "returned"}:
            return self._compared(counted, sa.func.count(), asked)
        return self._named(counted, lambda word: self._order_has(name, word), asked)

    _SUBJECTS: dict[str, Any] = {  # noqa: RUF012 - read only
        "contact": _contact,
        "consent": _consent,
        "fact": _fact,
        "dialogues": _dialogues,
        "orders": _orders,
    }

    # --------------------------------------------------------- comparisons

    def _did(self, done: _Done) -> Among:
        """At least once."""
        if self._each:
            return done.of_one(sa.literal_column("1")).is_not(None)
        return done.by_anyone(done.rows)

    def _reaches(self, done: _Done, total: sa.ColumnElement[int], least: int) -> Among:
        if least <= 0:
            return sa.true()
        if self._each:
            return sa.func.coalesce(done.of_one(total), 0) >= least
        return done.by_anyone(done.rows.group_by(done.whose).having(total >= least))

    def _compared(
        self, counted: _Done, total: sa.ColumnElement[int], asked: Condition, unit: int = 1
    ) -> Among:
        wanted = int(str(asked.value)) * unit
        if asked.how == "at_least":
            return self._reaches(counted, total, wanted)
        if asked.how == "at_most":
            return sa.not_(self._reaches(counted, total, wanted + 1))
        more = self._reaches(counted, total, wanted + unit)
        return sa.and_(self._reaches(counted, total, wanted), sa.not_(more))

    def _latest(self, done: _Done, when: sa.Column[Any], asked: Condition) -> Among:
        if asked.how == "never":
            return sa.not_(self._did(done))
        line = self._at - timedelta(days=int(str(asked.value)))
        recently = self._did(done.where(when >= line))
        return recently if asked.how == "within" else sa.and_(self._did(done), sa.not_(recently))

    def _since(self, column: sa.Column[Any], asked: Condition) -> Among:
        if asked.how == "never":
            return column.is_(None)
        line = self._at - timedelta(days=int(str(asked.value)))
        return column >= line if asked.how == "within" else column < line

    def _named(self, counted: _Done, has: Callable[[str], Among], asked: Condition) -> Among:
        words = asked.value if isinstance(asked.value, tuple) else (str(asked.value),)
        there = self._did(counted.where(sa.or_(*(has(word) for word in words))))
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
