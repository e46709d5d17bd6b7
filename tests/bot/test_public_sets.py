"""The published sets: found where they are, named where they are not."""

from __future__ import annotations

import gzip
import json
from typing import TYPE_CHECKING

import pytest

from evaluate_public import Row, as_table, kept_with
from public_sets import TRIALS, MissingSet, banking, banking_few

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))
    (tmp_path / "banking77").mkdir()
    with gzip.open(tmp_path / "banking77" / "train.jsonl.gz", "wt", encoding="utf-8") as file:
        for intent in ("card", "cash"):
            for number in range(30):
                file.write(json.dumps({"text": f"{intent} {number}", "intent": intent}) + "\n")


@pytest.mark.parametrize("name", TRIALS)
def test_a_missing_set_is_named_with_where_it_is_published(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVAL_DATA", str(tmp_path))
    with pytest.raises(MissingSet, match=r"is missing: .+\(.+\).*EVAL_DATA"):
        TRIALS[name]()


@pytest.mark.usefixtures("bank")
def test_what_is_judged_was_not_taught() -> None:
    trial = banking()
    assert len(trial.taught) == 54
    assert len(trial.judged["en"]) == 6
    assert not set(trial.taught) & set(trial.judged["en"])


@pytest.mark.usefixtures("bank")
def test_few_means_ten_of_each_and_the_same_judgement() -> None:
    trial = banking_few()
    assert len(trial.taught) == 20
    assert trial.judged == banking().judged


def test_figures_of_one_set_or_contestant_are_kept_beside_those_of_others(tmp_path: Path) -> None:
    path = tmp_path / "eval" / "published.json"
    kept_with([Row("bank", "en", 10, {"ours": 90.0, "svm": 80.0}, "88")], path)
    kept_with([Row("calls", "th", 20, {"ours": 70.0}, "")], path)
    rows = kept_with([Row("bank", "en", 10, {"ours": 91.0, "diet": 85.0}, "88")], path)
    assert as_table(rows).splitlines()[2:] == [
        "| bank | en | 10 | 91.0 | 80.0 | 85.0 | 88 |",
        "| calls | th | 20 | 70.0 |  |  |  |",
    ]
