"""Steps: in the order they need each other, once, side by side, and never again without cause."""

from __future__ import annotations

import asyncio
import io
from typing import TYPE_CHECKING

import pytest

from launcher.failures import LaunchError
from launcher.places import Places
from launcher.preparation import Preparation, Step
from launcher.progress import Progress
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def shop(tmp_path: Path) -> Workshop:
    return Workshop(Places.of(tmp_path, {}), Progress(io.StringIO()), {})


def _step(shop: Workshop, name: str, done: list[str], *needs: str, fails: bool = False) -> Step:
    root = shop.places.root

    async def work(_: Workshop, log: Path) -> None:
        if fails:
            raise LaunchError(f"{name} failed.", log)
        done.append(name)
        (root / f"{name}.made").touch()

    return Step(
        name=name,
        title=name,
        work=work,
        stamp=root / f"{name}.stamp",
        inputs=(root / f"{name}.txt",),
        outputs=(root / f"{name}.made",),
        needs=needs,
    )


async def test_what_is_needed_comes_first_and_only_once(shop: Workshop) -> None:
    done: list[str] = []
    steps = [
        _step(shop, "seed", done, "migrate"),
        _step(shop, "migrate", done, "env"),
        _step(shop, "env", done),
        _step(shop, "build", done, "env"),
    ]
    await Preparation(steps, shop).ready("seed", "build", "env")
    assert sorted(done) == ["build", "env", "migrate", "seed"]
    assert done[0] == "env"
    assert done.index("migrate") < done.index("seed")


async def test_nobody_pays_for_what_nobody_waits_for(shop: Workshop) -> None:
    done: list[str] = []
    steps = [_step(shop, "hub", done), _step(shop, "bot", done)]
    await Preparation(steps, shop).ready("hub")
    assert done == ["hub"]


async def test_independent_steps_run_side_by_side(shop: Workshop) -> None:
    both = asyncio.Barrier(2)

    async def meet(_: Workshop, __: Path) -> None:
        async with asyncio.timeout(30):
            await both.wait()

    steps = [
        Step(name=name, title=name, work=meet, stamp=shop.places.root / name)
        for name in ("one", "two")
    ]
    await Preparation(steps, shop).ready("one", "two")


async def test_a_fresh_step_is_not_done_again(shop: Workshop) -> None:
    done: list[str] = []
    for _ in range(2):
        await Preparation([_step(shop, "env", done)], shop).ready("env")
    assert done == ["env"]


async def test_a_changed_input_or_a_lost_output_is_cause_to_do_it_again(shop: Workshop) -> None:
    done: list[str] = []
    step = _step(shop, "env", done)
    await Preparation([step], shop).ready("env")
    (shop.places.root / "env.txt").write_text("new")
    await Preparation([step], shop).ready("env")
    (shop.places.root / "env.made").unlink()
    await Preparation([step], shop).ready("env")
    assert done == ["env"] * 3


async def test_an_input_edited_during_the_work_makes_the_next_start_do_it_again(
    shop: Workshop,
) -> None:
    source = shop.places.root / "source"
    source.write_text("before")

    async def work(_: Workshop, __: Path) -> None:
        source.write_text("after")

    step = Step(name="s", title="s", work=work, stamp=shop.places.root / "st", inputs=(source,))
    await Preparation([step], shop).ready("s")
    assert not step.is_fresh(shop.places.root)


async def test_a_failed_step_stops_those_that_need_it_and_leaves_no_stamp(shop: Workshop) -> None:
    done: list[str] = []
    steps = [_step(shop, "env", done, fails=True), _step(shop, "build", done, "env")]
    with pytest.raises(LaunchError, match="env failed"):
        await Preparation(steps, shop).ready("build")
    assert done == []
    assert not steps[0].is_fresh(shop.places.root)


async def test_a_step_that_made_nothing_is_a_failure(shop: Workshop) -> None:
    async def idle(_: Workshop, __: Path) -> None:
        return

    output = shop.places.root / "dist"
    step = Step(name="b", title="Build", work=idle, stamp=shop.places.root / "s", outputs=(output,))
    with pytest.raises(LaunchError, match="did not make dist"):
        await Preparation([step], shop).ready("b")


async def test_two_launchers_in_one_checkout_do_a_step_once(shop: Workshop) -> None:
    done: list[str] = []
    step = _step(shop, "env", done)
    other = Workshop(shop.places, Progress(io.StringIO()), {})
    await asyncio.gather(
        Preparation([step], shop).ready("env"), Preparation([step], other).ready("env")
    )
    assert done == ["env"]
