"""Counts of whole days and months that are over, kept by a job and made from the log's folds: pages read them instead.

`span` is a day or a month, as `2026-11-22` or `2026-11`. Only what has a row in `rollup_spans` holds; who changes a dialogue of a day
that is over takes the rows of its spans away there.
"""

from __future__ import annotations

import sqlalchemy as sa

from .columns import BIG, metadata

COUNTED = (
    "dialogues",
    "handed_off",
    "resolved",
    "bot_alone",
    "rated_1",
    "rated_2",
    "rated_3",
    "rated_4",
    "rated_5",
    "bot_messages",
    "facts_used",
    "memory_used",
)
ABOUT = ("channel", "language", "element", "campaign", "variant")
ARM_COUNTED = (
    *("dialogues", "resolved", "asked_again", "handed_off"),
    *("rated", "rating", "rating_squared"),
)
PAIR_COUNTED = (
    "pairs",
    *(f"{name}_{of}" for name in ARM_COUNTED[1:4] for of in ("sum", "both")),
    *("rated", "rating_sum", "rating_both"),
)
HELP_COUNTED = ("shown", "helpful", "not_helpful", "handed_off", "missed")
PLACE = ("language", "article", "passage")


def _key(name: str, length: int = 200) -> sa.Column[str]:
    return sa.Column(name, sa.String(length), primary_key=True)


def _count(name: str) -> sa.Column[int]:
    return sa.Column(name, BIG, nullable=False)


def _share(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), primary_key=True, autoincrement=False)


rollup_progress = sa.Table(
    "rollup_progress",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=False),
)
rollup_spans = sa.Table(
    "rollup_spans",
    metadata,
    _key("span", 10),
    *(_count(name) for name in ("dialogues", "handed_off", "resolved")),
)
# What is unknown of a dialogue is an empty word: a key has no nulls.
rollup_cells = sa.Table(
    "rollup_cells",
    metadata,
    _key("span", 10),
    *(_key(name) for name in ABOUT),
    *(_count(name) for name in COUNTED),
)
rollup_marks = sa.Table(
    "rollup_marks", metadata, _key("span", 10), _key("kind", 20), _key("key"), _count("n")
)
# Dialogues by the day of the same contact's dialogue before, and whether it is the first, the second or a later one.
rollup_returns = sa.Table(
    "rollup_returns",
    metadata,
    _key("span", 10),
    _key("before", 10),
    sa.Column("visit", sa.Integer(), primary_key=True, autoincrement=False),
    _count("n"),
)
rollup_openings = sa.Table(
    "rollup_openings", metadata, _key("span", 10), _key("element", 64), _count("n")
)
rollup_help = sa.Table(
    "rollup_help",
    metadata,
    _key("span", 10),
    *(_key(name, 64) for name in PLACE),
    *(_count(name) for name in HELP_COUNTED),
)
# Of the hold-out's arms: dialogues; pairs of them by one person, each with the later one; and people by the day of their dialogue before.
rollup_arms = sa.Table(
    "rollup_arms",
    metadata,
    _key("span", 10),
    _key("arm", 32),
    _share("share"),
    *(_count(name) for name in ARM_COUNTED),
)
rollup_pairs = sa.Table(
    "rollup_pairs",
    metadata,
    _key("span", 10),
    _key("before", 10),
    _key("arm", 32),
    _share("share"),
    _share("share_before"),
    *(_count(name) for name in PAIR_COUNTED),
)
rollup_people = sa.Table(
    "rollup_people",
    metadata,
    _key("span", 10),
    _key("before", 10),
    _key("arm", 32),
    _key("kind", 20),
    _count("n"),
)
# People with their first dialogue of a week or month on a day, by the first day of the week or month of their very first one.
rollup_cohorts = sa.Table(
    "rollup_cohorts",
    metadata,
    _key("span", 10),
    _key("unit", 10),
    _key("first", 10),
    _count("n"),
)
# Orders by the day they were placed, the element they are owed to within `credit.DAYS` as the first or last touch, and the day
# of the same person's order before that is owed to it alike.
rollup_credits = sa.Table(
    "rollup_credits",
    metadata,
    _key("span", 10),
    _key("which", 10),
    _key("element", 64),
    _key("before", 10),
    _count("n"),
)
# Dialogues of campaigns by the day they began: those with a coupon given, used, and those that an order followed.
FOLLOWED_COUNTED = ("coupons", "redeemed", "ordered")
rollup_followed = sa.Table(
    "rollup_followed",
    metadata,
    _key("span", 10),
    _key("campaign"),
    *(_count(name) for name in FOLLOWED_COUNTED),
)
# Of the other books, by name: the spans that hold; days of which something was changed, until they are counted again; and how often
# such changes were taken note of.
rollup_book_spans = sa.Table("rollup_book_spans", metadata, _key("book", 20), _key("span", 10))
rollup_stale = sa.Table(
    "rollup_stale",
    metadata,
    sa.Column("position", BIG, primary_key=True, autoincrement=True),
    sa.Column("book", sa.String(20), nullable=False),
    sa.Column("day", sa.String(10), nullable=False),
)
rollup_noted = sa.Table("rollup_noted", metadata, _key("book", 20), _count("times"))
ROLLED = (
    *(rollup_cells, rollup_marks, rollup_returns, rollup_openings, rollup_help),
    *(rollup_arms, rollup_pairs, rollup_people, rollup_cohorts),
)
