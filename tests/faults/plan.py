"""The frame of every plan: people write before, during and after a fault, and the oracle judges."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tests.faults.load import Load, Size
from tests.faults.oracle import VIEWS_WITHIN, Verdict, crowd

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from tests.faults.report import Report
    from tests.faults.stage import Stage

_CALM = 1.0
# What a fault leaves behind is over by then: back-off, resends, a pool of new connections.
_ECHO = 5.0


@dataclass
class Run:
    """The load while it runs, and the verdicts once it has ended."""

    load: Load
    careful: Verdict = field(default_factory=Verdict)
    naive: Verdict = field(default_factory=Verdict)


@asynccontextmanager
async def run_of(
    stage: Stage,
    report: Report,
    *,
    at: list[str] | None = None,
    calm: float = _CALM,
    size: Size | None = None,
    views_within: float = VIEWS_WITHIN,
    **options: Any,
) -> AsyncIterator[Run]:
    """Inside it everybody writes; `at` are addresses to go to instead of the hubs' own.

    `views_within` is shorter where views are expected to stay wrong.
    """
    load = Load(at or stage.urls, stage.notes, seed=report.seed, size=size, **options)
    async with load:
        run = Run(load)
        load.begin()
        await asyncio.sleep(calm)
        yield run
        await asyncio.sleep(calm)
        await load.end()
        run.careful, run.naive = await load.verdicts(stage.database_url, views_within)
    report.judged("careful", run.careful)
    if load.naive.dialogues:
        report.judged("naive", run.naive)
    log = load.log
    report.count(
        acked=len(log.acked),
        ack_p50_calm=log.latency(0.5, margin=_ECHO),
        ack_p99_calm=log.latency(0.99, margin=_ECHO),
        ack_longest=max((w.acked_at - w.at for w in log.acked if w.acked_at), default=0.0),
        views_equal_after=run.careful.views_equal_after,
        # Bounds of time are for a machine of one's own; the figures here are as they were measured.
        crowd=crowd(),
    )


def require_faultless(run: Run, *, at_least: int) -> None:
    """Nothing lost, doubled or reordered in so many messages, and every view is the database's."""
    assert run.careful.faultless, run.careful
    assert run.careful.views_equal_after < VIEWS_WITHIN * crowd()
    assert run.careful.messages >= at_least, "too little was written to prove anything"
    if run.load.naive.dialogues:
        # The control: the same fault, the same oracle, and clients that take no care.
        assert not run.naive.faultless, "this fault hurts nobody"
