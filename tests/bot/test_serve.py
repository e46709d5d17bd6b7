"""The process: it says what is wrong, keeps its dialogues over a restart and a kill, and stops when told."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING

import pytest
from conftest import BOT, BotProcess, Visitor

if TYPE_CHECKING:
    from pathlib import Path

    from fake_hub import FakeHub


def _start(arguments: list[str], **environment: str) -> subprocess.CompletedProcess[str]:
    plain = {name: value for name, value in os.environ.items() if name != "BOT_TOKEN"}
    command = [sys.executable, str(BOT / "serve.py"), *arguments]
    return subprocess.run(
        command, env=plain | environment, capture_output=True, text=True, timeout=60, check=False
    )


def test_without_a_token_it_says_so(tmp_path: Path) -> None:
    ended = _start(["--model", str(tmp_path)])
    assert ended.returncode == 1
    assert "BOT_TOKEN is not set" in ended.stderr


def test_without_a_model_it_says_how_to_get_one(tmp_path: Path) -> None:
    ended = _start(["--model", str(tmp_path)], BOT_TOKEN="t")
    assert ended.returncode == 1
    assert "train.py" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_second_process_on_the_same_port_says_so(
    bot: BotProcess, model: Path, tmp_path: Path
) -> None:
    ended = _start(
        ["--model", str(model), "--port", str(bot.port)], BOT_TOKEN="t", VAR_DIR=str(tmp_path)
    )
    assert ended.returncode == 1
    assert f"Port {bot.port}" in ended.stderr
    assert "Traceback" not in ended.stderr


def test_a_dialogue_goes_on_after_a_restart_and_after_a_kill(
    model: Path, hub: FakeHub, tmp_path: Path
) -> None:
    bot = BotProcess(model, hub.url, tmp_path)
    bot.start()
    visitor = Visitor(bot)
    visitor.says("where is my order?")
    assert bot.stop() == 0
    bot.start()
    answered = visitor.turn("10432")
    before = bot.post("turn", answered).json()
    assert "e-mail" in before["replies"][0]["content"]["text"]
    bot.kill()
    bot.start()
    try:
        assert bot.post("turn", answered).json() == before
        assert "on its way" in visitor.says("anna@example.com").text
        assert bot.post("forget", {"conversation_ids": [visitor.conversation_id]}).json() == {
            "forgotten": 1
        }
    finally:
        assert bot.stop() == 0
    kept = b"".join(path.read_bytes() for path in (tmp_path / "bot").iterdir())
    assert b"anna@example.com" not in kept


def test_a_bot_that_is_told_to_stop_answers_what_it_was_asked(
    model: Path, hub: FakeHub, tmp_path: Path
) -> None:
    bot = BotProcess(model, hub.url, tmp_path)
    bot.start()
    hub.slow = 0.7
    with ThreadPoolExecutor() as aside:
        asked = aside.submit(Visitor(bot).says, "do you have rain jackets?")
        while not hub.calls:
            time.sleep(0.01)
        assert bot.stop() == 0
        assert asked.result().cards


@pytest.mark.parametrize("turns", [60])
def test_a_long_dialogue_is_folded_and_forgets_nothing_that_matters(
    visitor: Visitor, turns: int
) -> None:
    visitor.says("where is my order?")
    visitor.says("10432")
    assert "on its way" in visitor.says("anna@example.com").text
    visitor.facts.clear()
    for number in range(turns):
        assert visitor.says("what does shipping cost?" if number % 2 else "thanks").text
    # The order last spoken of is the bot's own to know; facts come from the hub with every turn.
    assert "10432" in visitor.says("where is my order?").text


def test_a_conversation_is_one_row_with_its_last_turn(bot: BotProcess, visitor: Visitor) -> None:
    visitor.says("hi")
    database = bot.state / "bot" / "trackers.db"
    rows = sqlite3.connect(f"file:{database}?mode=ro", uri=True).execute(
        "SELECT turn_id FROM trackers WHERE conversation_id = ?", (visitor.conversation_id,)
    )
    assert rows.fetchall() == [(f"{visitor.conversation_id}-1",)]


def test_a_bot_keeps_its_dialogues_in_redis_where_it_is_told_to(
    model: Path, hub: FakeHub, tmp_path: Path, valkey: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_STATE_URL", valkey)
    bot = BotProcess(model, hub.url, tmp_path)
    bot.start()
    try:
        visitor = Visitor(bot)
        visitor.says("where is my order?")
        assert "e-mail" in visitor.says("10432").text
        assert bot.post("forget", {"conversation_ids": [visitor.conversation_id]}).json() == {
            "forgotten": 1
        }
    finally:
        assert bot.stop() == 0
    assert not (tmp_path / "bot" / "trackers.db").exists()


def test_a_place_for_dialogues_that_is_none_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "model.tar.gz").touch()
    ended = _start(["--model", str(tmp_path)], BOT_TOKEN="t", BOT_STATE_URL="postgresql://x")
    assert ended.returncode == 1
    assert "BOT_STATE_URL is empty, or the address of a Redis" in ended.stderr
    assert "Traceback" not in ended.stderr
