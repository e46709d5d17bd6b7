"""The trainer does what the hub asks, tells how far it is, and leaves what serves alone."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import pytest
import yaml

import lessons
import trainer as trainer_module
from compare import lines_of, score
from evaluate import Heard
from hub_work import HubAway, Work
from lessons import Lesson, OwnIntent
from model_in_service import Models, Serving
from responses_by_language import ResponsesByLanguage
from trainer import Trainer

if TYPE_CHECKING:
    from pathlib import Path

_TRAINS = """
import pathlib, sys
out = pathlib.Path(sys.argv[sys.argv.index("--out") + 1])
more = pathlib.Path(sys.argv[sys.argv.index("--more") + 1])
print("learning 0.500", flush=True)
assert "gift" in (more / "nlu.yml").read_text()
out.mkdir(parents=True)
(out / "model.tar.gz").write_text("trained")
{then}
"""
_COMPARES = """
import json, pathlib, sys
given = lambda name: pathlib.Path(sys.argv[sys.argv.index(name) + 1])
assert given("--running").read_text() == "built"
assert given("--candidate").read_text() == "trained"
assert json.loads(given("--reviewed").read_text())[0]["text"] == "wrap it"
given("--out").write_text('[{"language": "en"}]')
"""
TRAINING = Work(
    "job-1",
    "train",
    None,
    [Lesson("en", "gift_wrapping", "gift paper")],
    [Lesson("en", "gift_wrapping", "wrap it")],
    [OwnIntent("gift_wrapping", "shipping", {"en": "We {do}.", "is": "Já."})],
)


@dataclass
class FakeHub:
    """Notes what it is told; `goes_on` is its answer."""

    told: list[dict[str, Any]] = field(default_factory=list)
    goes_on: bool = True
    away: int = 0

    def report(self, work: Work, serving: Serving, step: str, share: float, **more: Any) -> bool:
        if self.away:
            self.away -= 1
            raise HubAway("not there")
        self.told.append({"job": work.id, "serving": serving.model, "step": step, **more})
        return self.goes_on


@pytest.fixture
def hub() -> FakeHub:
    return FakeHub()


@pytest.fixture
def scripts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Stands in for what trains and compares for minutes."""
    folder = tmp_path / "bot"
    folder.mkdir()
    (folder / "train_with.py").write_text(_TRAINS.format(then=""))
    (folder / "compare.py").write_text(_COMPARES)
    monkeypatch.setattr(trainer_module, "_BOT", folder)
    monkeypatch.setattr(trainer_module, "_TELLS_EVERY", 0.01)
    monkeypatch.setattr(trainer_module, "_ASKS_EVERY", 0.01)
    return folder


@pytest.fixture
def models(tmp_path: Path) -> Models:
    made = Models(tmp_path / "built" / "model.tar.gz", tmp_path / "state")
    made.built.parent.mkdir()
    made.built.write_text("built")
    return made


def _do(hub: FakeHub, models: Models, work: Work, launcher: int | None = None) -> dict[str, Any]:
    trainer = Trainer(hub, models, launcher)  # type: ignore[arg-type]
    trainer._clear()
    trainer._do(work)
    return hub.told[-1]


def test_it_trains_compares_and_changes_nothing_that_serves(
    hub: FakeHub, models: Models, scripts: Path
) -> None:
    hub.away = 1
    ended = _do(hub, models, TRAINING)
    assert (ended["state"], ended["against"], ended["scores"]) == (
        "done",
        "built",
        [{"language": "en"}],
    )
    assert models.path("job-1").read_text() == "trained"
    assert models.serving().model == "built"
    assert list((models.state / "training").iterdir()) == [], "nobody's words stay"


@pytest.mark.parametrize("then", ["sys.exit(1)", "import os; os.kill(os.getpid(), 9)"])
def test_a_training_that_fails_or_is_killed_leaves_nothing(
    hub: FakeHub, models: Models, scripts: Path, then: str
) -> None:
    (scripts / "train_with.py").write_text(_TRAINS.format(then=then))
    ended = _do(hub, models, TRAINING)
    assert (ended["state"], ended["failure"]) == ("failed", "training_failed")
    assert not models.path("job-1").exists()
    assert models.serving().model == "built"


def test_one_that_is_called_off_ends(hub: FakeHub, models: Models, scripts: Path) -> None:
    hub.goes_on = False
    (scripts / "train_with.py").write_text(_TRAINS.format(then="import time; time.sleep(600)"))
    _do(hub, models, TRAINING)
    assert all("state" not in one for one in hub.told)
    assert not models.path("job-1").exists()


def test_a_model_is_chosen_and_the_bots_see_it_themselves(hub: FakeHub, models: Models) -> None:
    models.path("job-1").parent.mkdir(parents=True)
    models.path("job-1").write_text("trained")
    assert _do(hub, models, Work("job-2", "promote", "job-1", [], [], []))["state"] == "done"
    assert models.serving() == Serving("job-1", "built", "")
    assert _do(hub, models, Work("job-3", "roll_back", "built", [], [], []))["state"] == "done"
    assert models.serving() == Serving("built", "job-1", "")


def test_bots_that_refuse_keep_what_they_had(
    hub: FakeHub, models: Models, monkeypatch: pytest.MonkeyPatch
) -> None:
    models.path("job-1").parent.mkdir(parents=True)
    models.path("job-1").write_text("trained")

    def refuse(pid: int, _: int) -> None:
        failed = {"state": "failed", "began": 9e9, "error": "cannot be read"}
        (models.state / "exchange.json").write_text(json.dumps(failed))

    monkeypatch.setattr(os, "kill", refuse)
    ended = _do(hub, models, Work("job-2", "promote", "job-1", [], [], []), launcher=4711)
    assert (ended["state"], ended["failure"]) == ("failed", "bots_refused")
    assert not models.file.exists()


def test_a_model_that_is_gone_is_not_chosen(hub: FakeHub, models: Models) -> None:
    assert _do(hub, models, Work("j", "promote", "gone", [], [], []))["failure"] == "model_gone"


def test_files_hold_what_people_wrote_whatever_it_is(tmp_path: Path) -> None:
    odd = ['it\'s 50% "off": right?', "- no # comment", "можно: да", "{x} | >", "'"]
    lessons.write(tmp_path, [Lesson("en", "greet", text) for text in odd], TRAINING.intents)
    (block,) = yaml.safe_load((tmp_path / "nlu.yml").read_text())["nlu"]
    assert [line.removeprefix("- ") for line in block["examples"].splitlines()] == odd
    assert (tmp_path / "nlu.yml").read_text().startswith("version:")
    assert "\nnlu:\n" in (tmp_path / "nlu.yml").read_text(), "Rasa looks for it at a line's start"


def test_an_answer_that_people_wrote_is_said_in_each_language(tmp_path: Path) -> None:
    lessons.write(tmp_path, TRAINING.examples, TRAINING.intents)
    english = yaml.safe_load((tmp_path / "domain.yml").read_text())["responses"]
    spoken = ResponsesByLanguage(english)._spoken
    texts = [
        spoken[name].responses["utter_own_gift_wrapping"][0]["text"] for name in ("en", "is", "th")
    ]
    assert texts == ["We (do).", "Já.", "We (do)."]


def test_what_each_model_heard_is_counted_in_pairs() -> None:
    def heard(intent: str, guessed: str, confidence: float = 0.9) -> Heard:
        return Heard("x", intent, guessed, confidence)

    pairs = [
        (heard("a", "a"), heard("a", "a")),
        (heard("a", "b"), heard("a", "a")),
        (heard("a", "a"), heard("a", "b", 0.5)),
        (heard("a", "b", 0.5), heard("a", "c")),
    ]
    counted = score("en", False, pairs)
    assert counted == {
        "language": "en",
        "reviewed": False,
        "lines": 4,
        "running_right": 2,
        "candidate_right": 2,
        "won": 1,
        "lost": 1,
        "running_surely_wrong": 1,
        "candidate_surely_wrong": 1,
        "sure_won": 1,
        "sure_lost": 1,
    }


def test_lines_kept_back_are_judged_apart_from_the_bots_own(tmp_path: Path) -> None:
    reviewed = tmp_path / "reviewed.json"
    reviewed.write_text(json.dumps([{"language": "en", "intent": "greet", "text": "ahoy"}]))
    lines = lines_of(reviewed)
    assert lines["en", True] == [("ahoy", "greet")]
    assert len(lines["en", False]) > 100
