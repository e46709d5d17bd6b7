"""A new model comes to bots that serve: one after the other, and a bad one to none."""

from __future__ import annotations

import json
import urllib.request
from typing import TYPE_CHECKING

import pytest

from launcher.ports import free_ports

if TYPE_CHECKING:
    from pathlib import Path

    from tests.launcher.standin import StandIn

pytestmark = pytest.mark.integration


def _bots(checkout: StandIn) -> dict[str, tuple[int, str]]:
    """By their addresses: who answers there, and with which model."""
    found = {}
    for entry in checkout.places.root.parent.joinpath("ports").read_text().split(","):
        with urllib.request.urlopen(f"{entry}/health", timeout=5) as answer:
            told = json.load(answer)
        found[entry] = (told["pid"], told["model"])
    return found


@pytest.fixture
def two_bots(checkout: StandIn) -> StandIn:
    """They run, and their addresses are written down as the hub is told them."""
    hub = checkout.root / "chat_server" / "__main__.py"
    ports = checkout.root.parent / "ports"
    hub.write_text(
        f"import os, pathlib\npathlib.Path({str(ports)!r}).write_text(os.environ['RASA_URL'])\n"
        + hub.read_text()
    )
    launched = checkout.launch(BOT_PROCESSES="2")
    launched.until_ready()
    if "All 2 bot processes are ready" not in launched.said:
        launched.until_said("All 2 bot processes are ready")
    return checkout


def test_all_bots_take_the_new_model_at_their_addresses(two_bots: StandIn, tmp_path: Path) -> None:
    before = _bots(two_bots)
    assert [model for _, model in before.values()] == ["model", "model"]
    (tmp_path / "new").write_text("newer")
    asked = two_bots.launch("new-model", arguments=("--model", str(tmp_path / "new")))
    assert asked.end() == 0, asked.said
    assert "All 2 bot processes answer with the new model" in asked.said
    after = _bots(two_bots)
    assert after.keys() == before.keys()
    assert [model for _, model in after.values()] == ["newer", "newer"]
    assert not {pid for pid, _ in after.values()} & {pid for pid, _ in before.values()}
    noted = json.loads(two_bots.places.exchange.read_text())
    assert (noted["state"], noted["done"], noted["of"]) == ("done", 2, 2)


def test_a_model_that_cannot_be_loaded_comes_to_none_and_is_put_away(
    two_bots: StandIn, tmp_path: Path
) -> None:
    before = _bots(two_bots)
    (tmp_path / "bad").write_text("broken")
    asked = two_bots.launch("new-model", arguments=("--model", str(tmp_path / "bad")))
    assert asked.end() == 1
    assert "the new process did not start" in asked.said
    assert "The former model is in its place again" in asked.said
    assert _bots(two_bots) == before
    assert two_bots.places.model.read_text() == "model"


def test_what_is_asked_for_wins_over_what_was_chosen_on_a_page(two_bots: StandIn) -> None:
    serving = two_bots.places.serving
    serving.write_text('{"model": "trained"}')
    asked = two_bots.launch("new-model")
    assert asked.end() == 0, asked.said
    assert not serving.exists()
    two_bots.places.model.write_text("broken")
    serving.write_text('{"model": "trained"}')
    assert two_bots.launch("new-model").end() == 1
    assert serving.exists(), "what served goes on"


def test_where_nothing_runs_it_says_so(checkout: StandIn) -> None:
    asked = checkout.launch("new-model")
    assert asked.end() == 1
    assert "No Samtal runs" in asked.said


def test_a_model_that_is_not_there_is_named(two_bots: StandIn) -> None:
    asked = two_bots.launch("new-model", arguments=("--model", "nowhere.tar.gz"))
    assert asked.end() == 1
    assert "There is no model at nowhere.tar.gz" in asked.said


def test_ports_are_different_ones() -> None:
    assert len(set(free_ports(20))) == 20
