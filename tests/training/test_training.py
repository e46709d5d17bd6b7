"""Learning from a few lines: the same lines make the same files, and those can be heard with."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import numpy as np
import pytest

from chat_server.domain.facts.statement import Statement
from chat_server.recall.ear import files
from chat_server.recall.ear.layers import pretrained_layer
from chat_server.recall.ear.look import KINDS, STATES
from chat_server.recall.ear.model import LearnedEar
from chat_server.recall.ear.pretrained import Pretrained
from training import __main__ as training
from training import corpus
from training.figures import Tally
from training.tables import NOTHING, taught_before, values_of, write_lines

if TYPE_CHECKING:
    from pathlib import Path

GOODS = "tent kayak saddle poncho"
SAYINGS = (
    "gimme that [{0}](product_interest) already",
    "where do you keep {0}s",
    "I am looking for a [{0}](product_interest)",
    "my {0} is [torn](open_problem=defect)",
)
_LAST = 11


@pytest.fixture
def data(tmp_path: Path) -> Path:
    folder = tmp_path / "data"
    (folder / "en").mkdir(parents=True)
    for number, good in enumerate(GOODS.split()):
        lines = [saying.format(good) for saying in SAYINGS]
        (folder / "en" / f"{number}.txt").write_text("\n".join(lines) + "\n")
    (folder / "aside.txt").write_text("en/1\nen/2\n")
    return folder


def test_what_was_taught_becomes_an_ear_and_the_same_again(data: Path, tmp_path: Path) -> None:
    """With the last layer as it came in the place of a taught one, and a head that leans to none."""
    layer = pretrained_layer(Pretrained(), _LAST)
    told = len(KINDS) + 1 + len(STATES) + len(values_of(corpus.load(data)))
    head = {"head.w": np.zeros((told, 384), np.float32), "head.b": np.zeros(told, np.float32)}
    work = tmp_path / "work"
    work.mkdir()
    numbered = {f"{_LAST}.{name}": table for name, table in layer.items()}
    np.savez(work / "taught.npz", allow_pickle=False, **numbered, **head)
    (data / "waiting.txt").write_text("en/3\n")
    assert corpus.digest(data, corpus.waiting(data)) != corpus.digest(data)
    first, second = tmp_path / "first", tmp_path / "second"
    for into in (first, second):
        named = ["--data", str(data), "--into", str(into), "--work", str(work)]
        assert training.main(named) == 0
    names = sorted(path.name for path in first.iterdir())
    assert names == ["about.json", "head.npz", "layer-11.npz"]
    for name in names:
        assert (first / name).read_bytes() == (second / name).read_bytes()
    assert corpus.waiting(data) == set()
    ear = LearnedEar(first)
    assert ear.knows("a tent", "en")
    assert not ear.knows("палатка", "en")
    assert ear.marks("a tent", "en") == []


def test_pieces_are_told_what_is_marked_there(data: Path, tmp_path: Path) -> None:
    text, marks = corpus.read("no more [Oslo](-home), [size M](size?) / [late](open_problem=late)")
    example = corpus.Example("en", "en/0", text, marks)
    write_lines(tmp_path / "lines.npz", [example], ["open_problem=late"], [True])
    with np.load(tmp_path / "lines.npz") as lines:
        kinds, states = lines["kinds"].tolist(), lines["states"].tolist()
        values, begins = lines["values"].tolist(), lines["begins"].tolist()
        assert lines["offsets"].tolist() == [0, len(kinds)]
    assert {KINDS[one] for one in kinds[1:-1]} == {"O", "home", "size", "open_problem"}
    assert (kinds[0], kinds[-1]) == (NOTHING, NOTHING)
    of = {KINDS[kind]: STATES[state] for kind, state in zip(kinds, states, strict=True) if kind > 0}
    assert of == {"home": "over", "size": "unsure", "open_problem": "holds"}
    assert sum(begins) == 3
    assert [KINDS[kind] for kind, value in zip(kinds, values, strict=True) if value == 0] == [
        "open_problem"
    ]


def test_teaching_goes_on_from_the_layers_there_are(tmp_path: Path) -> None:
    """The head knows its old values at their new places, and nothing of a new one."""
    table = np.diag(np.arange(1, 4)).astype(np.float32)
    files.packed(tmp_path / "layer-11.npz", {"q.w": table, "q.b": table[0]})
    files.packed(tmp_path / files.HEAD, {"w": table, "b": np.array([7, 8, 9], np.float32)})
    known = ["language=is", "language=th"]
    (tmp_path / files.ABOUT).write_text(json.dumps({"values": known, "files": {}}))
    before = taught_before(tmp_path, ["language=en", "language=th", "language=is"])
    assert sorted(before) == ["11.q.b", "11.q.w", "head.b", "head.w"]
    np.testing.assert_allclose(before["11.q.w"], table, atol=0.02)
    np.testing.assert_allclose(before["head.w"].argmax(axis=1)[[0, 2, 3]], [0, 2, 1])
    assert before["head.b"].tolist() == [7, 0, 9, 8]
    assert not before["head.w"][1].any()


def test_old_lines_are_learned_again_in_part(data: Path) -> None:
    lines, kept = corpus.load(data), corpus.aside(data)
    known = corpus.again(lines, kept, ["en/0"])
    assert [one.batch for one in known] == ["en/0"] * 4 + ["en/3"]
    for other in ("en/1", "en/9"):
        with pytest.raises(corpus.BadLine, match=f"{other}.txt"):
            corpus.again(lines, kept, [other])


def test_a_value_is_learned_from_eight_lines_on() -> None:
    said = [corpus.read("it is [torn](open_problem=defect)")] * 8
    said += [corpus.read("it is [late](open_problem=late)")] * 7
    said += [corpus.read("call [after eight](preferred_hour=20:00-)")] * 9
    examples = [corpus.Example("en", "en/0", *one) for one in said]
    assert values_of(examples) == ["open_problem=defect"]


def test_a_tally_counts_what_is_right_by_place_kind_and_value() -> None:
    text, marks = corpus.read("[torn](open_problem=defect) and [M](size), not [Oslo](-home)")
    tally = Tally()
    stated = [
        Statement("open_problem", "late", 0.9, 0, 4),
        Statement("size", "M", 0.9, 9, 10),
        Statement("home", "Oslo", 0.9, 16, 20),
    ]
    tally.take(corpus.Example("en", "en/0", text, marks), stated)
    assert (tally.right, tally.wrong, tally.there, tally.found) == (1, 2, 2, 1)
    assert str(tally) == "precision 33.3%, recall 50.0% of 2 facts"


def test_a_line_that_cannot_be_read_ends_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "1.txt").write_text("[x](shoe)\n")
    assert training.main(["--data", str(tmp_path), "--into", str(tmp_path / "into")]) == 1
    assert "en/1.txt:1: there is no kind shoe" in capsys.readouterr().err


def test_a_file_kept_aside_that_is_not_there_ends_it(
    data: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data / "aside.txt").write_text("en/9\n")
    assert training.main(["--data", str(data), "--into", str(data / "into")]) == 1
    assert "no en/9.txt" in capsys.readouterr().err
