"""The model's process: begun by need, ended when idle, left alone when it is ill."""

from __future__ import annotations

import asyncio
import sys

import pytest

from chat_server.domain.recall.vectors import likeness
from chat_server.recall.meaning import ModelProcess

ANSWERS = """
import json, os, sys
print(json.dumps({"ready": True}), flush=True)
for line in sys.stdin:
    texts = json.loads(line)["texts"]
    print(json.dumps({"vectors": [format(os.getpid() % 256, "02x") for _ in texts]}), flush=True)
"""
DIES = "raise SystemExit(1)"
HANGS = "import json, sys\nprint(json.dumps({'ready': True}), flush=True)\nsys.stdin.read()"
RAVES = "print('{}', flush=True)\nprint('no json', flush=True)\ninput()"


def process(program: str, *, idle: float = 60.0) -> ModelProcess:
    return ModelProcess((sys.executable, "-c", program), idle=idle, answered_within=1.0)


async def test_it_answers_one_vector_a_text() -> None:
    model = process(ANSWERS)
    found = await asyncio.gather(*(model.vectors(["a", "b"], asked=False) for _ in range(3)))
    assert [len(each or []) for each in found] == [2, 2, 2]
    await model.close()


async def test_it_ends_when_idle_and_begins_again_when_asked() -> None:
    model = process(ANSWERS, idle=0.05)
    await model.vectors(["a"], asked=True)
    first = model._process
    assert first is not None
    assert await asyncio.wait_for(first.wait(), 30) == 0
    assert await model.vectors(["a"], asked=True)
    assert model._process is not first
    await model.close()


async def test_whoever_closes_it_waits_for_one_that_was_told_to_end() -> None:
    model = process(ANSWERS, idle=0.0)
    await model.vectors(["a"], asked=True)
    last = model._process
    assert last is not None
    while model._process is last:
        await asyncio.sleep(0)
    await model.close()
    assert last.returncode is not None


@pytest.mark.parametrize("program", [DIES, HANGS, RAVES], ids=["dies", "hangs", "raves"])
async def test_an_ill_one_is_ended_and_left_alone_for_a_while(program: str) -> None:
    model = process(program)
    assert await model.vectors(["a"], asked=True) is None
    assert model._process is None
    begun = len(model._alive)
    assert await model.vectors(["a"], asked=True) is None
    assert len(model._alive) == begun, "it is not begun again at once"
    await model.close()


async def test_whoever_does_not_wait_for_its_answer_does_not_leave_it_to_the_next() -> None:
    model = ModelProcess((sys.executable, "-c", HANGS))
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.5):
            await model.vectors(["a"], asked=True)
    assert model._process is None
    await model.close()


@pytest.mark.parametrize("steps", [1, 2, 5, 400], ids="after {} steps".format)
async def test_none_is_left_behind_by_one_who_cancels_twice(steps: int) -> None:
    model = process(HANGS)
    asking = asyncio.create_task(model.vectors(["a"], asked=True))
    for _ in range(steps):
        await asyncio.sleep(0)
    while not asking.done():
        asking.cancel()
        await asyncio.sleep(0)
    await model.close()
    assert all(one.returncode is not None for one in model._alive)
    assert model._beginning is None or model._beginning.done()


async def test_a_closed_one_begins_no_more() -> None:
    model = process(ANSWERS)
    await model.close()
    assert await model.vectors(["a"], asked=True) is None
    assert model._beginning is None


@pytest.mark.integration
async def test_the_real_model_knows_what_is_meant_in_another_language() -> None:
    model = ModelProcess()
    said = ["The jacket is too small for me", "Where is my parcel?", "Do you sell gift cards?"]
    held = await model.vectors(said, asked=False)
    for question in ("Which garment did not fit?", "Какая куртка мала?", "外套的尺寸合適嗎?"):
        asked = await model.vectors([question], asked=True)
        assert asked is not None
        assert held is not None
        alike = likeness(asked[0], list(enumerate(held)))
        assert max(alike, key=lambda one: alike[one]) == 0, question
    await model.close()
