"""Logs stay small while their writer keeps them open, and their last words can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from launcher.logs import shorten_all
from launcher.places import Places
from launcher.progress import Progress, last_line_of, tail_of
from launcher.workshop import Workshop

if TYPE_CHECKING:
    from pathlib import Path


def test_a_large_log_moves_aside_and_its_writer_goes_on(tmp_path: Path) -> None:
    log = tmp_path / "hub.log"
    with log.open("ab", buffering=0) as writer:
        writer.write(b"x" * 100)
        shorten_all(tmp_path, largest=50)
        writer.write(b"next\n")
    assert log.read_bytes() == b"next\n"
    assert (tmp_path / "hub.log.1").read_bytes() == b"x" * 100


def test_a_small_log_stays(tmp_path: Path) -> None:
    (tmp_path / "hub.log").write_text("short")
    shorten_all(tmp_path, largest=50)
    assert (tmp_path / "hub.log").read_text() == "short"


def test_each_start_begins_a_log_and_keeps_the_last_one(tmp_path: Path) -> None:
    shop = Workshop(Places.of(tmp_path, {}), Progress(), {})
    shop.fresh_log("hub").write_text("first")
    assert not shop.fresh_log("hub").exists()
    assert (tmp_path / "var/log/hub.log.1").read_text() == "first"


def test_the_tail_is_the_last_lines(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("\n".join(str(number) for number in range(5_000)) + "\n")
    assert tail_of(log, 2) == "4998\n4999"
    assert last_line_of(log) == "4999"


def test_a_progress_bar_s_last_state_is_its_last_line(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_bytes(b"10 %\r50 %\r90 %")
    assert last_line_of(log) == "90 %"


def test_a_missing_log_has_no_words(tmp_path: Path) -> None:
    assert tail_of(tmp_path / "none") == ""
