"""The built model serves unless another one was chosen beside this very build."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from model_in_service import BUILT, Models, Serving, model_in_service

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def models(tmp_path: Path) -> Models:
    """A build and two trained ones."""
    made = Models(tmp_path / "built" / "model.tar.gz", tmp_path / "state")
    for name in (BUILT, "one", "two"):
        made.path(name).parent.mkdir(parents=True)
        made.path(name).write_text(name)
    made.built.with_name("model.sha256").write_text("build 1\n")
    return made


def _serves(models: Models) -> str:
    return model_in_service(models.built, models.state).read_text()


def test_the_built_one_serves_at_first(models: Models) -> None:
    assert _serves(models) == BUILT
    assert models.serving() == Serving(BUILT, None, "build 1")


def test_a_chosen_one_serves_and_the_one_before_is_known(models: Models) -> None:
    models.choose("one")
    assert _serves(models) == "one"
    models.choose("two")
    assert models.serving() == Serving("two", "one", "build 1")
    # To go back is to choose: then it is the other way round.
    models.choose("one")
    assert models.serving() == Serving("one", "two", "build 1")
    models.choose("one")
    assert models.serving().former == "two"


def test_what_was_built_anew_serves_in_place_of_what_was_chosen(models: Models) -> None:
    models.choose("one")
    models.built.with_name("model.sha256").write_text("build 2\n")
    assert _serves(models) == BUILT
    assert models.serving().former is None


@pytest.mark.parametrize("said", ["", "[]", "{", '{"model": "../../etc"}', '{"model": "gone"}'])
def test_what_cannot_be_read_or_is_not_there_is_not_served(models: Models, said: str) -> None:
    models.choose("one")
    models.file.write_text(said)
    assert _serves(models) == BUILT


def test_a_model_that_is_gone_is_not_served(models: Models) -> None:
    models.choose("one")
    models.path("one").unlink()
    assert _serves(models) == BUILT
