"""A `DialogueFilter` as SQL over conversations joined to their response events."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import sqlalchemy as sa

from .credited import behind
from .experiments import responded
from .followed import given, ordered
from .listening import told_in
from .members import member_ids
from .offered import offered_in
from .search import matching_conversations
from .tables import conversations, response_events

if TYPE_CHECKING:
    from datetime import datetime

    from chat_server.domain.ports import DialogueFilter, Slice

_c, _r = conversations.c, response_events.c
ANY = "any"


def conditions(wanted: DialogueFilter, *, sqlite: bool) -> list[sa.ColumnElement[bool]]:
    """All that hold; the caller's query joins conversations and response events."""
    plain: list[tuple[sa.Column[str], str | None]] = [
        (_c.status, wanted.status),
        (_c.owner_kind, wanted.owner),
        (_c.owner_agent_id, wanted.agent_id),
        (_c.inbox_id, wanted.inbox_id),
        (_c.contact_id, wanted.contact_id),
        (_r.element, wanted.element),
        (_r.campaign, wanted.campaign),
        (_r.variant, wanted.variant),
        (_r.channel, wanted.channel),
        (_r.language, wanted.locale),
        (_r.handoff_reason, wanted.handoff_reason if wanted.handoff_reason != ANY else None),
    ]
    found: list[sa.ColumnElement[bool]] = [
        column == value for column, value in plain if value is not None
    ]
    if wanted.handoff_reason == ANY:
        found.append(_r.handoffs > 0)
    return [*found, *_more(wanted, sqlite=sqlite)]


def _more(wanted: DialogueFilter, *, sqlite: bool) -> list[sa.ColumnElement[bool]]:
    """What is no plain comparison of a column with a word."""
    found: list[sa.ColumnElement[bool]] = []
    if wanted.rating is not None:
        found.append(_r.rating == wanted.rating)
    if wanted.agent_rating is not None:
        found.append(_r.agent_rating == wanted.agent_rating)
    if wanted.since is not None:
        found.append(_r.opened_at >= wanted.since)
    if wanted.until is not None:
        found.append(_r.opened_at < wanted.until)
    if wanted.tag is not None:
        found.append(_holds(_c.tags, wanted.tag))
    if wanted.took is not None:
        found.append(_holds(_r.agents, wanted.took))
    if wanted.intent is not None:
        found.append(_holds(_r.intents, wanted.intent))
    found += _in_experiment(wanted)
    if wanted.outcome is not None:
        found.append(_outcome(wanted.outcome, sqlite=sqlite))
    if wanted.incentive is not None:
        found.append(given(wanted.incentive, redeemed=wanted.outcome == "redeemed"))
    return found + _elsewhere(wanted, sqlite=sqlite)


def _elsewhere(wanted: DialogueFilter, *, sqlite: bool) -> list[sa.ColumnElement[bool]]:
    """What has to be looked up in other tables."""
    found: list[sa.ColumnElement[bool]] = []
    if wanted.segment is not None:
        found.append(_r.contact_id.in_(member_ids(wanted.segment, sqlite=sqlite)))
    if wanted.told is not None:
        found.append(_c.id.in_(told_in(wanted.told, wanted.about, sqlite=sqlite)))
    if wanted.credit is not None:
        dialogues = behind(wanted.credit, wanted.since, wanted.until, sqlite=sqlite)
        found.append(_c.id.in_(dialogues))
    if wanted.offer is not None:
        found.append(_c.id.in_(offered_in(wanted.offer, sqlite=sqlite)))
    if wanted.first_since is not None:
        found.append(~_begun(wanted.first_since))
    if wanted.first_until is not None:
        found.append(_begun(wanted.first_until))
    if wanted.query:
        found.append(_c.id.in_(matching_conversations(wanted.query, sqlite=sqlite)))
    return found


def _in_experiment(wanted: DialogueFilter) -> list[sa.ColumnElement[bool]]:
    if wanted.experiment is None:
        return []
    return [responded(wanted.experiment, wanted.arm, wanted.counted_by)]


def _begun(before: datetime) -> sa.ColumnElement[bool]:
    """Whether the same person had a dialogue by then."""
    early = response_events.alias()
    return sa.exists().where(early.c.contact_id == _r.contact_id, early.c.opened_at < before)


def page(piece: Slice) -> list[sa.ColumnElement[bool]]:
    """What comes after the last one seen."""
    if piece.before is None:
        return []
    last = sa.tuple_(sa.literal(piece.before, _r.opened_at.type), sa.literal(piece.before_id))
    place = sa.tuple_(_r.opened_at, _r.conversation_id)
    return [place > last] if piece.oldest_first else [place < last]


def order(piece: Slice) -> list[sa.UnaryExpression[object]]:
    """By time of opening; ties by id, so that pages neither repeat nor skip."""
    columns = (_r.opened_at, _r.conversation_id)
    return [column.asc() if piece.oldest_first else column.desc() for column in columns]


def _holds(column: sa.Column[object], word: str) -> sa.ColumnElement[bool]:
    # A JSON list as text: the quoted word stands in it exactly when it is an element.
    return sa.cast(column, sa.Text()).contains(json.dumps(word), autoescape=True)


def _outcome(name: str, *, sqlite: bool) -> sa.ColumnElement[bool]:
    """The same conditions the overview counts by, so that a figure opens what it counted."""
    earlier = response_events.alias("earlier")
    before = sa.exists().where(
        earlier.c.contact_id == _r.contact_id,
        sa.tuple_(earlier.c.opened_at, earlier.c.conversation_id)
        < sa.tuple_(_r.opened_at, _r.conversation_id),
    )
    resolved = _r.resolved_at.is_not(None)
    waited = _r.first_agent_reply_at >= _r.handed_off_at
    people = sa.cast(_r.agents, sa.Text())
    return {
        "handed_off": _r.handoffs > 0,
        "resolved": resolved,
        "unresolved": ~resolved,
        "bot_alone": sa.and_(resolved, _r.handoffs == 0, _r.agent_messages == 0),
        "rated": _r.rating.is_not(None),
        "returning": before,
        "memory_used": _r.facts_used > 0,
        "missed": _r.misses > 0,
        "asked_again": _r.asked_again > 0,
        "bot_rated": sa.and_(
            resolved, _r.handoffs == 0, _r.agent_messages == 0, _r.rating.is_not(None)
        ),
        "taken": people != "[]",
        "waited": waited,
        "waited_alone": sa.and_(waited, people.not_like("%,%")),
        "answered": _r.first_reply_at >= _r.opened_at,
        "ordered": ordered(sqlite=sqlite),
        "coupon": given(),
        "redeemed": given(redeemed=True),
    }.get(name, sa.false())
