"""The real hub and the real bot, started by the real command."""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from typing import TYPE_CHECKING, Any

from tests.faults.oracle import crowd
from tests.launcher.standin import processes_under

if TYPE_CHECKING:
    from tests.system.samtal import Samtal


def _get(url: str) -> tuple[int, bytes]:
    try:
        with urllib.request.urlopen(url, timeout=30) as answer:
            return answer.status, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.read()


def test_every_page_and_the_demo_accounts_are_there(samtal: Samtal) -> None:
    for path in ("/", "/console", "/marketing", "/api/docs", "/widget.js", "/healthz", "/metrics"):
        assert _get(samtal.url + path)[0] == 200, path
    demo = samtal.demo()
    assert demo["url"] == samtal.url
    roles = [account["role"] for account in demo["accounts"]]
    assert roles.count("agent") >= 2
    assert {"agent", "marketer", "admin"} <= set(roles)
    assert (samtal.var / "demo.json").stat().st_mode & 0o777 == 0o600


def test_a_ready_hub_names_its_database_and_its_bot(samtal: Samtal) -> None:
    status, body = _get(f"{samtal.url}/readyz")
    assert status == 200
    said: dict[str, Any] = json.loads(body)
    assert {"database", "bot"} <= set(json.dumps(said).replace('"', " ").split())


def test_no_secret_is_in_any_log(samtal: Samtal) -> None:
    secrets = [(samtal.var / name).read_text().strip() for name in ("secret_key", "bot_token")]
    secrets += [account["password"] for account in samtal.demo()["accounts"]]
    secrets += [samtal.demo()["inbox_secret"], samtal.demo()["api_key"]]
    text = "".join(log.read_text(errors="replace") for log in (samtal.var / "log").glob("*.log"))
    assert len(text) > 100
    assert [secret for secret in secrets if secret in text] == []


def test_the_second_start_serves_within_three_seconds(spare_samtal: Samtal) -> None:
    spare_samtal.environ = {"RASA_URL": "http://127.0.0.1:9"}
    spare_samtal.start()
    assert spare_samtal.stop() == 0
    seconds = []
    for _ in range(2):
        began = time.monotonic()
        spare_samtal.start()
        seconds.append(time.monotonic() - began)
        assert spare_samtal.stop() == 0
    # Three seconds on a machine of our own.
    assert min(seconds) <= 3 * crowd(), seconds


def test_a_killed_hub_serves_again_and_ctrl_c_leaves_nothing(spare_samtal: Samtal) -> None:
    spare_samtal.environ = {"RASA_URL": "http://127.0.0.1:9"}
    spare_samtal.start()
    before = spare_samtal.demo()
    spare_samtal.kill_hub()
    assert _get(f"{spare_samtal.url}/healthz")[0] == 200
    assert spare_samtal.demo() == before
    began = time.monotonic()
    assert spare_samtal.stop() == 0
    assert time.monotonic() - began < 30
    assert processes_under(spare_samtal.var) == []
    assert "Traceback" not in spare_samtal.said
    assert spare_samtal.said.strip().endswith("Everything has stopped")
