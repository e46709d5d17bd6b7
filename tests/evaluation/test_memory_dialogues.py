"""The scripts of the memory evaluation: read whole, or refused with the place that is wrong."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from evaluation.memory.alike import says
from evaluation.memory.dialogues import SPLITS, BadDialogue, Label, load, load_file

_GOOD = """
- id: en-update-901
  say_what: moves
  people: {kim: {device: laptop}, lee: {device: laptop, identity: lee@shop, name: Lee}}
  sessions:
    - person: kim
      at: 2026-03-02T09:15:00Z
      turns:
        - visitor: "I live in Oslo."
          reply: {must: [Oslo], must_not: ["?"], any_of: [[a, b], [c]], uses: [home]}
        - does: forget_fact home Oslo
    - person: lee
      at: 2026-05-02T09:15:00Z
      owner: agent
      greeting: {must_not: [Kim]}
      turns:
        - visitor: "Hello"
        - agent: "Hello"
  facts:
    lee: [{key: home, value: [Bergen, Bjørgvin], quote: Bergen}]
  labelled: [home]
"""


def _written(folder: Path, text: str, name: str = "update.yml") -> Path:
    path = folder / "dev" / "en" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_a_dialogue_is_read_with_all_its_parts(tmp_path: Path) -> None:
    (dialogue,) = load_file(_written(tmp_path, _GOOD), "dev")
    assert (dialogue.language, dialogue.ability, dialogue.split) == ("en", "update", "dev")
    first, second = dialogue.sessions
    assert first.at == datetime(2026, 3, 2, 9, 15, tzinfo=UTC)
    assert [turn.kind for turn in first.turns] == ["visitor", "does"]
    check = first.turns[0].check
    assert check is not None
    assert check.any_of == (("a", "b"), ("c",))
    assert second.owner == "agent"
    assert dialogue.people["lee"].claims == {"sub": "lee@shop", "name": "Lee"}
    assert dialogue.facts["lee"] == (Label("home", ("Bergen", "Bjørgvin"), None, "Bergen"),)
    assert dialogue.labelled == {"home"}


def test_what_has_a_label_counts_also_when_it_is_not_listed(tmp_path: Path) -> None:
    text = _GOOD.replace("labelled: [home]", "labelled: [name]")
    (dialogue,) = load_file(_written(tmp_path, text), "dev")
    assert dialogue.labelled == {"home", "name"}


def test_without_labelled_every_kind_counts(tmp_path: Path) -> None:
    text = _GOOD.replace("  labelled: [home]\n", "")
    (dialogue,) = load_file(_written(tmp_path, text), "dev")
    assert {"home", "name", "promise"} <= dialogue.labelled


@pytest.mark.parametrize(
    ("good", "bad", "why"),
    [
        ("person: kim", "person: tim", "nobody is called 'tim'"),
        ("key: home,", "key: hut,", "is no hut"),
        ("2026-05-02", "2026-01-02", "comes after"),
        ("labelled: [home]", "labelled: [house]", "no kinds of fact: house"),
        ("forget_fact home Oslo", "sing loudly", "nobody can do 'sing loudly'"),
        ("forget_fact home Oslo", "forget_fact house", "house is no kind of fact"),
        ("uses: [home]", "uses: [house]", "no kinds of fact: house"),
        ("owner: agent", "owner: boss", "owner is bot or agent"),
        ("      owner: agent\n", "", "an agent speaks only"),
        ("say_what:", "says_what:", "unknown fields: says_what"),
        ("    lee: [{", "    tom: [{", "nobody is called 'tom'"),
        ("at: 2026-03-02T09:15:00Z", "at: soon", "'soon' is no time"),
        ("id: en-update-901", "id: '?'", "id '?' is none"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(
    tmp_path: Path, good: str, bad: str, why: str
) -> None:
    assert good in _GOOD
    with pytest.raises(BadDialogue) as refused:
        load_file(_written(tmp_path, _GOOD.replace(good, bad)), "dev")
    assert why in str(refused.value)
    assert "dev/en/update.yml, item 1" in str(refused.value)


def test_what_is_no_yaml_and_what_lies_elsewhere_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadDialogue, match="no YAML"):
        load_file(_written(tmp_path, "- {"), "dev")
    with pytest.raises(BadDialogue, match="<language>/<ability>"):
        load_file(_written(tmp_path, _GOOD, "moving.yml"), "dev")


def test_an_id_is_given_once(tmp_path: Path) -> None:
    _written(tmp_path, _GOOD)
    _written(tmp_path, _GOOD, "time.yml")
    with pytest.raises(BadDialogue, match="en-update-901"):
        load(["dev"], tmp_path)


def test_all_dialogues_of_this_repository_can_be_played() -> None:
    assert len(load(SPLITS)) >= 150


@pytest.mark.parametrize("split", SPLITS)
def test_every_quote_of_the_dialogues_is_said(split: str) -> None:
    for dialogue in load([split]):
        for person, labels in dialogue.facts.items():
            said = [
                turn.text
                for session in dialogue.sessions
                if session.person == person or dialogue.people[person].claims
                for turn in session.turns
                if turn.kind in {"visitor", "agent"}
            ]
            for label in labels:
                quoted = label.quote is None or any(says(text, label.quote) for text in said)
                assert quoted, f"{dialogue.id}: nobody says {label.quote!r} with {person}"


def test_the_two_splits_share_no_line_of_a_visitor() -> None:
    """Short ones may be alike: there are not many ways to greet, or to ask for an order."""
    lines: dict[str, set[str]] = {split: set() for split in SPLITS}
    for dialogue in load(SPLITS):
        lines[dialogue.split] |= {
            turn.text.casefold()
            for session in dialogue.sessions
            for turn in session.turns
            if turn.kind == "visitor" and len(turn.text) > 40
        }
    assert lines["dev"] & lines["held_out"] == set()
