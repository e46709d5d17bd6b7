"""The oracle finds each kind of wrong, and nothing where all is right."""

from __future__ import annotations

from dataclasses import replace

import pytest

from samtal_client import Message
from tests.faults.oracle import Log, Row, View, judge, judge_views

_RIGHT = [
    Row("c1", 1, "m1", "visitor", "message", "v00/000001"),
    Row("c1", 2, "m2", "bot", "message", "You said: v00/000001"),
    Row("c1", 3, "m3", "visitor", "message", "v00/000002"),
    Row("c1", 4, "m4", "agent", "note", "between us"),
    Row("c1", 5, "m5", "agent", "message", "a-v00/000001"),
]


def log_of(rows: list[Row]) -> Log:
    log = Log()
    for row in rows:
        if row.kind == "message" and row.author != "bot":
            written = log.wrote(row.text.partition("/")[0], row.text)
            written.acked_at = written.at + 0.01
            written.conversation_id, written.seq = row.conversation_id, row.seq
    return log


def test_a_right_run_is_faultless() -> None:
    verdict = judge(log_of(_RIGHT), _RIGHT, pending=0)
    assert verdict.faultless, verdict
    assert verdict.messages == 3


@pytest.mark.parametrize(
    ("kind", "rows"),
    [
        ("lost", _RIGHT[:4]),
        ("holes", [*_RIGHT[:2], *_RIGHT[3:]]),
        ("doubled", [*_RIGHT, Row("c1", 6, "m6", "visitor", "message", "v00/000002")]),
        ("unknown", [*_RIGHT, Row("c1", 6, "m6", "visitor", "message", "v09/000001")]),
        ("bot_twice", [*_RIGHT, Row("c1", 6, "m6", "bot", "message", "You said: v00/000001")]),
        ("moved", [*_RIGHT[:4], replace(_RIGHT[4], conversation_id="c2", seq=1)]),
        ("reordered", [replace(_RIGHT[2], seq=1), _RIGHT[1], replace(_RIGHT[0], seq=3)]),
    ],
)
def test_each_kind_of_wrong_is_found(kind: str, rows: list[Row]) -> None:
    verdict = judge(log_of(_RIGHT), rows, pending=0)
    assert getattr(verdict, kind) > 0, verdict
    assert verdict.examples[kind]
    assert not verdict.faultless


def test_what_was_never_acknowledged_must_have_arrived_too() -> None:
    log = log_of(_RIGHT)
    log.wrote("v00", "v00/000003")
    assert judge(log, _RIGHT, pending=1).never_sent == 1
    assert judge(log, _RIGHT, pending=1).in_outbox == 1


def view(seqs: list[int], *, inside: bool) -> View:
    held = [
        Message(f"m{seq}", "c1", seq, seq - 1, "", "visitor", "message", {}, "") for seq in seqs
    ]
    return View("somebody", "c1", lambda: held, inside)


async def test_a_view_is_the_databases_and_visitors_see_no_notes() -> None:
    verdict = judge(log_of(_RIGHT), _RIGHT, pending=0)
    await judge_views(
        verdict, [view([1, 2, 3, 5], inside=False), view([1, 2, 3, 4, 5], inside=True)], _RIGHT
    )
    assert verdict.faultless
    assert verdict.views == 2


@pytest.mark.parametrize("seqs", [[1, 2, 3], [1, 2, 3, 4, 5], [1, 3, 2, 5], [1, 2, 2, 3, 5]])
async def test_a_view_that_differs_is_found(seqs: list[int]) -> None:
    verdict = judge(log_of(_RIGHT), _RIGHT, pending=0)
    await judge_views(verdict, [view(seqs, inside=False)], _RIGHT, within=0.1)
    assert verdict.wrong_views == 1


def test_latency_is_told_apart_by_what_was_broken() -> None:
    log = Log()
    for number, (at, taken) in enumerate([(0.0, 0.1), (10.0, 2.0), (14.0, 1.0), (30.0, 0.2)]):
        written = log.wrote("v00", f"v00/{number}")
        written.at, written.acked_at = at, at + taken
    log.faults.append(("killed", 9.0, 12.0))
    assert log.latency(0.99, during="killed") == pytest.approx(2.0)
    assert log.latency(0.99, margin=5) == pytest.approx(0.2)
    assert log.acks_between(11.0, 16.0) == 2
