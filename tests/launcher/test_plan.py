"""The plan names real files, and its locks agree with each other."""

from __future__ import annotations

import io
import os
import re
from pathlib import Path

import pytest

from launcher import plan
from launcher.places import Places
from launcher.preparation import Preparation
from launcher.progress import Progress
from launcher.workshop import Workshop

ROOT = Path(__file__).resolve().parents[2]
_PINNED = re.compile(r"^([A-Za-z0-9._-]+)==([^ ;\\]+)", re.MULTILINE)


def _pins(lock: Path) -> dict[str, str]:
    return dict(_PINNED.findall(lock.read_text()))


def test_every_need_is_a_step() -> None:
    steps = plan.steps_for(Places.of(ROOT, {}), environ={})
    names = {step.name for step in steps}
    needed = {need for step in steps for need in step.needs}
    assert needed | set(plan.HUB) | set(plan.BOT) | set(plan.TESTS) <= names


def test_every_input_exists() -> None:
    steps = plan.steps_for(Places.of(ROOT, {}), environ={})
    missing = [path for step in steps for path in step.inputs if not path.exists()]
    assert missing == []


def test_what_is_kept_aside_for_evaluation_does_not_train_the_bot() -> None:
    steps = {s.name: s for s in plan.steps_for(Places.of(ROOT, {}), environ={})}
    inputs = [path.name for path in steps["model"].inputs]
    assert "evaluation" not in inputs
    assert "en" in inputs


@pytest.mark.parametrize("folder", [".", "bot"])
def test_tests_run_on_the_versions_that_are_served(folder: str) -> None:
    served = _pins(ROOT / folder / "requirements.lock")
    tested = _pins(ROOT / folder / "requirements-dev.lock")
    assert served
    assert served.items() <= tested.items()


@pytest.mark.parametrize(
    "lock",
    [
        "requirements.lock",
        "requirements-dev.lock",
        "bot/requirements.lock",
        "bot/requirements-dev.lock",
        "launcher/locks/uv.lock",
        "launcher/locks/node.lock",
    ],
)
def test_every_package_is_pinned_by_hash_and_names_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text()
    entries = re.split(r"\n(?=[A-Za-z0-9])", text)[1:]
    assert entries
    assert [entry.splitlines()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in text


def test_socket_packages_stay_above_the_versions_with_known_holes() -> None:
    pins = _pins(ROOT / "requirements.lock")
    versions = {
        name: tuple(int(part) for part in pins[name].split("."))
        for name in ("python-socketio", "python-engineio")
    }
    assert versions["python-socketio"] >= (5, 16, 3)
    assert versions["python-engineio"] >= (4, 13, 2)


@pytest.mark.parametrize("lock", ["frontend/package-lock.json", "tests/browser/package-lock.json"])
def test_npm_locks_carry_integrity_and_no_registry(lock: str) -> None:
    text = (ROOT / lock).read_text()
    assert '"integrity": "sha512-' in text
    assert '"resolved"' not in text


async def test_an_environment_with_test_tools_needs_no_second_install_to_serve(
    tmp_path: Path,
) -> None:
    places = Places.of(tmp_path, {})
    uv = tmp_path / "tools" / "uv"
    uv.parent.mkdir()
    # Says its version, and "installs" by making the two programs an environment is known by.
    uv.write_text(
        "#!/bin/sh\n[ $1 = --version ] && echo uv 9.9.9 && exit\n"
        f"mkdir -p {places.hub_env}/bin; touch {places.hub_env}/bin/python "
        f"{places.hub_env}/bin/pytest; echo $* >> {tmp_path}/asked\n"
    )
    uv.chmod(0o755)
    environ = {"PATH": f"{uv.parent}:{os.environ['PATH']}"}
    shop = Workshop(places, Progress(io.StringIO()), environ)
    for tools_too in (True, False, True):
        steps = plan.steps_for(places, environ=environ, tools_too=tools_too)
        await Preparation(steps, shop).ready("hub-env")
    asked = (tmp_path / "asked").read_text().splitlines()
    assert [line.split()[:2] for line in asked] == [["venv", "--quiet"], ["pip", "sync"]]
