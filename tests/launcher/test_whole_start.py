"""The launcher as a person uses it: start, look, crash a part, Ctrl-C."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import time
import urllib.request
from typing import TYPE_CHECKING

import pytest

from tests.launcher.standin import StandIn, processes_under, until

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.integration


def _pid_behind(url: str) -> int | None:
    try:
        with urllib.request.urlopen(url, timeout=2) as answer:
            return int(json.load(answer)["pid"])
    except OSError:
        return None


def test_it_prepares_serves_and_shows_where(checkout: StandIn) -> None:
    launched = checkout.launch()
    launched.until_ready()
    assert _pid_behind(checkout.url) is not None
    assert f"console        {checkout.url}/console" in launched.said
    assert "una@hraun.example" in launched.said
    assert "Bot training: done" in launched.said
    assert "still starting" not in launched.said.partition("answers visitors")[2]


def test_ctrl_c_stops_everything_and_says_so(checkout: StandIn) -> None:
    launched = checkout.launch()
    launched.until_ready()
    began = time.monotonic()
    launched.ctrl_c()
    assert launched.end() == 0
    assert time.monotonic() - began < 20
    assert "Traceback" not in launched.said
    assert launched.said.strip().endswith("Everything has stopped")
    assert processes_under(checkout.root) == []
    for name in ("hub", "bot"):
        assert "ended in order" in checkout.places.log(name).read_text()


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_asking_make_alone_to_end_stops_everything_too(checkout: StandIn, number: int) -> None:
    launched = checkout.launch(by_make=True)
    launched.until_ready()
    launched.process.send_signal(number)
    launched.end()
    until(lambda: processes_under(checkout.root) == [], "everything ends with make")
    assert "Traceback" not in launched.said
    for name in ("hub", "bot"):
        assert "ended in order" in checkout.places.log(name).read_text()


def test_a_second_start_does_no_work_again(checkout: StandIn) -> None:
    first = checkout.launch()
    first.until_ready()
    first.ctrl_c()
    first.end()
    second = checkout.launch()
    second.until_ready()
    assert "started" not in second.said
    found = re.search(r"\[\s*([\d.]+) s\] The hub serves", second.said)
    assert found is not None
    assert float(found[1]) < 3 * max(1, os.getloadavg()[0] / (os.cpu_count() or 1))
    assert (checkout.places.var / "bot" / "trainings").read_text().count("trained") == 1


def test_the_bot_is_trained_again_when_what_it_is_taught_changes(checkout: StandIn) -> None:
    first = checkout.launch("prepare")
    assert first.end() == 0
    (checkout.root / "nlu_data/en/order.yml").write_text("nlu: [changed]\n")
    second = checkout.launch("prepare")
    assert second.end() == 0
    assert "Bot training: started" in second.said
    assert "Database" not in second.said


def test_the_database_is_made_again_when_it_was_removed(checkout: StandIn) -> None:
    assert checkout.launch("prepare").end() == 0
    (checkout.places.var / "samtal.db").unlink()
    again = checkout.launch("prepare")
    assert again.end() == 0
    assert "Database: done" in again.said
    assert "Demo data: done" in again.said


def test_a_killed_hub_serves_again_within_seconds(checkout: StandIn) -> None:
    launched = checkout.launch()
    launched.until_ready()
    before = _pid_behind(checkout.url)
    assert before is not None
    os.kill(before, signal.SIGKILL)
    assert "Hub ended (killed by SIGKILL)" in launched.until_said("Hub ended")
    launched.until_said("Hub: serving again")
    assert _pid_behind(checkout.url) not in {None, before}


def test_nothing_outlives_a_killed_launcher(checkout: StandIn) -> None:
    launched = checkout.launch()
    launched.until_ready()
    launched.process.kill()
    launched.end()
    until(lambda: processes_under(checkout.root) == [], "hub and bot end with their launcher")


def test_a_given_bot_is_used_and_none_started(checkout: StandIn) -> None:
    launched = checkout.launch(RASA_URL="http://127.0.0.1:9")
    launched.until_said("The hub serves")
    assert not [line for line in processes_under(checkout.root) if "bot/serve.py" in line]
    assert not checkout.places.model.exists()


def test_a_busy_port_is_one_sentence_that_names_it(checkout: StandIn) -> None:
    with socket.create_server(("127.0.0.1", checkout.port)):
        launched = checkout.launch()
        assert launched.end() == 1
    lines = launched.said.strip().splitlines()
    assert len(lines) == 1
    assert f"Port {checkout.port} is already used by" in lines[0]
    assert f"(process {os.getpid()})" in lines[0]
    assert re.search(r"PORT=\d+ make run$", lines[0])


def test_a_second_launcher_on_the_same_state_is_refused(checkout: StandIn) -> None:
    first = checkout.launch()
    first.until_said("The hub serves")
    second = checkout.launch(PORT="0")
    assert second.end() == 1
    assert f"already runs at {checkout.url} (process {first.process.pid})" in second.said


def test_a_hub_that_cannot_start_ends_the_start_with_its_last_words(checkout: StandIn) -> None:
    main = checkout.root / "chat_server/__main__.py"
    broken = main.read_text().replace('serve(int(os.environ["PORT"]))', 'sys.exit("no luck")')
    main.write_text(broken)
    launched = checkout.launch()
    assert launched.end() == 1
    assert "| no luck" in launched.said
    assert "Hub did not start (exit code 1)" in launched.said
    assert processes_under(checkout.root) == []


def test_a_failed_training_ends_the_start_and_is_tried_again_next_time(checkout: StandIn) -> None:
    train = checkout.root / "bot/train.py"
    good = train.read_text()
    train.write_text("import sys; sys.exit('OSError: [Errno 28] No space left on device')")
    launched = checkout.launch()
    assert launched.end() == 1
    assert "Bot training failed. The disk is full" in launched.said
    assert "Errno" not in launched.said
    assert "Traceback" not in launched.said
    train.write_text(good)
    checkout.launch().until_ready()


def test_ctrl_c_while_preparing_leaves_no_process(checkout: StandIn) -> None:
    (checkout.root / "bot/train.py").write_text("import time; time.sleep(600)")
    launched = checkout.launch()
    launched.until_said("The hub serves")
    launched.ctrl_c()
    assert launched.end() == 0
    assert processes_under(checkout.root) == []
    assert "Traceback" not in launched.said


def test_secrets_are_made_once_and_closed_to_others(checkout: StandIn) -> None:
    assert checkout.launch("prepare").end() == 0
    kept = {name: _secret(checkout.places.var / name) for name in ("secret_key", "bot_token")}
    assert checkout.launch("prepare").end() == 0
    assert kept == {name: _secret(checkout.places.var / name) for name in kept}
    assert len(set(kept.values())) == len(kept)


def _secret(path: Path) -> str:
    assert path.stat().st_mode & 0o777 == 0o600
    text = path.read_text().strip()
    assert len(text) >= 32
    return text
