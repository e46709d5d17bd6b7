"""Two real bots with one set of dialogues: who moves from one to the other is known there, and no turn is lost with a process."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
import requests
from conftest import Answer, BotProcess, Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from fake_hub import FakeHub


@pytest.fixture(scope="module")
def pair(
    model: Path, running_hub: FakeHub, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[BotProcess, BotProcess]]:
    state = tmp_path_factory.mktemp("shared")
    pair = BotProcess(model, running_hub.url, state), BotProcess(model, running_hub.url, state)
    with ThreadPoolExecutor() as both:
        list(both.map(BotProcess.start, pair))
    yield pair
    for one in pair:
        one.stop()


def _moves(visitor: Visitor, to: BotProcess) -> Visitor:
    visitor.bot = to
    return visitor


def test_a_form_goes_on_in_the_other_process_and_back(
    pair: tuple[BotProcess, BotProcess], hub: FakeHub
) -> None:
    one, other = pair
    visitor = Visitor(one)
    visitor.says("where is my order?")
    assert "e-mail" in _moves(visitor, other).says("10432").text
    # What the first one has in memory is older than what the second one has written.
    assert "on its way" in _moves(visitor, one).says("anna@example.com").text
    visitor.facts.clear()
    assert "10432" in _moves(visitor, other).says("where is my order?").text


def test_the_same_turn_asked_of_both_at_once_is_run_by_one(
    pair: tuple[BotProcess, BotProcess], hub: FakeHub
) -> None:
    one, other = pair
    for _ in range(5):
        visitor = Visitor(one)
        turn = visitor.turn("do you have rain jackets?")
        hub.calls.clear()
        with ThreadPoolExecutor() as both:
            said = list(
                both.map(lambda bot, turn=turn: bot.post("turn", turn).json(), (one, other))
            )
        assert said[0] == said[1]
        assert len(hub.calls) == 1, "the shop was asked by both"


def test_turns_of_one_dialogue_given_to_both_are_all_kept(
    pair: tuple[BotProcess, BotProcess], hub: FakeHub
) -> None:
    del hub
    visitor = Visitor(pair[0])
    turns = [visitor.turn(text) for text in ("hello", "size M", "thanks", "no", "hello", "thanks")]
    with ThreadPoolExecutor() as both:
        sent = list(both.map(lambda n: pair[n % 2].post("turn", turns[n]), range(len(turns))))
    assert [response.status_code for response in sent] == [200] * len(turns)
    database = sqlite3.connect(f"file:{pair[0].state / 'bot' / 'trackers.db'}?mode=ro", uri=True)
    (events,) = database.execute(
        "SELECT events FROM trackers WHERE conversation_id = ?", (visitor.conversation_id,)
    ).fetchone()
    assert events.count('"event":"user"') == len(turns)


def test_what_one_was_at_when_it_was_killed_the_other_does(
    pair: tuple[BotProcess, BotProcess], hub: FakeHub
) -> None:
    one, other = pair
    visitor = Visitor(one)
    visitor.says("hello")
    turn = visitor.turn("do you have rain jackets?")
    hub.slow = 0.6
    hub.calls.clear()
    with ThreadPoolExecutor() as aside:
        lost = aside.submit(one.post, "turn", turn)
        while not hub.calls:
            time.sleep(0.01)
        one.kill()
        with pytest.raises(requests.ConnectionError):
            lost.result()
    try:
        hub.slow = 0.0
        began = time.monotonic()
        answer = other.post("turn", turn)
        took = time.monotonic() - began
        assert answer.status_code == 200, answer.text
        assert Answer(answer.json()).cards
        assert took < 1.8
    finally:
        one.start()


def test_a_process_that_takes_over_a_port_loses_no_turn(
    pair: tuple[BotProcess, BotProcess], model: Path, hub: FakeHub
) -> None:
    former, other = pair
    successor = BotProcess(model, hub.url, former.state, port=former.port, beside=True)
    failed: list[str] = []
    answered = 0
    talking = True

    def talk(number: int) -> None:
        nonlocal answered
        with requests.Session() as session:
            visitor = Visitor(former)
            while talking:
                turn = visitor.turn("what does shipping cost?" if visitor.turns % 2 else "thanks")
                response = session.post(
                    f"{former.url}/turn", json=turn, headers=former.headers, timeout=10
                )
                if response.status_code != 200:
                    failed.append(f"{number}: {response.status_code} {response.text}")
                answered += 1
                time.sleep(0.1)

    with ThreadPoolExecutor() as crowd:
        talks = [crowd.submit(talk, number) for number in range(3)]
        try:
            successor.start()
            before = answered
            assert former.stop() == 0
            while answered < before + 10:
                time.sleep(0.05)
        finally:
            talking = False
        for one in talks:
            one.result()
    assert not failed
    assert before > 10
    former.adopt(successor)
    assert Visitor(other).says("hello").text
