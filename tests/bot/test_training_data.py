"""What the bot is taught holds together."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import pytest
import yaml
from conftest import BOT, ROOT
from rasa.shared.importers.importer import TrainingDataImporter
from rasa.validator import Validator

import memory_requests
from actions import all_actions
from evaluate import EVALUATION, examples
from shop import Shop

if TYPE_CHECKING:
    from pathlib import Path

    from pages.answering import Pages

NLU_DATA = ROOT / "nlu_data"
TOPICS = [
    "order",
    "returns",
    "shipping",
    "product",
    "payment",
    "account",
    "promotion",
    "complaint",
    "smalltalk",
    "handoff",
    "privacy",
]


@pytest.fixture(scope="module")
def validator() -> Validator:
    data = [str(NLU_DATA / part) for part in ("en", "rules", "stories")]
    importer = TrainingDataImporter.load_from_dict(
        config=yaml.safe_load((BOT / "config.yml").read_text()),
        domain_path=str(BOT / "domain"),
        training_data_paths=data,
    )
    return Validator.from_importer(importer)


def test_rasa_finds_no_fault_in_domain_and_data(validator: Validator) -> None:
    assert validator.verify_domain_validity()
    assert validator.verify_intents(ignore_warnings=False)
    assert validator.verify_intents_in_stories(ignore_warnings=False)
    assert validator.verify_example_repetition_in_intents(ignore_warnings=False)
    assert validator.verify_utterances_in_stories(ignore_warnings=False)
    assert validator.verify_actions_in_stories_rules()
    assert validator.verify_forms_in_stories_rules()
    assert validator.verify_form_slots()
    assert validator.verify_slot_mappings()
    assert validator.verify_story_structure(ignore_warnings=False)


def test_every_action_of_the_domain_exists_and_every_action_is_in_the_domain(
    validator: Validator, pages: Pages
) -> None:
    written = {action.name() for action in all_actions(Shop("http://hub.example", "token"), pages)}
    assert written == set(validator.domain.user_actions) - set(validator.domain.responses)


def test_each_topic_has_its_file_on_every_side() -> None:
    for folder in (BOT / "domain", NLU_DATA / "en", NLU_DATA / "rules", EVALUATION / "en"):
        assert {path.stem for path in folder.glob("*.yml")} - {
            "memory",
            "languages",
            "pages",
        } == set(TOPICS), folder


def test_a_topics_intents_stand_in_the_same_file_on_both_sides() -> None:
    for topic in TOPICS:
        domain = yaml.safe_load((BOT / "domain" / f"{topic}.yml").read_text())
        taught = yaml.safe_load((NLU_DATA / "en" / f"{topic}.yml").read_text(encoding="utf-8"))
        learned = set(domain["intents"]) - memory_requests.INTENTS
        assert {block["intent"] for block in taught["nlu"]} == learned, topic


def _count(folder: Path) -> Counter[str]:
    return Counter(intent for _, intent in examples(folder))


def test_every_intent_has_enough_examples_to_learn_from_and_to_be_judged_by() -> None:
    taught, judged = _count(NLU_DATA / "en"), _count(EVALUATION)
    assert len(taught) >= 30
    assert min(taught.values()) >= 25
    assert set(judged) == set(taught)
    assert min(judged.values()) >= 8


def _plain(text: str) -> str:
    return " ".join("".join(letter if letter.isalnum() else " " for letter in text.lower()).split())


def test_no_example_is_taught_twice() -> None:
    twice = [
        text
        for text, count in Counter(_plain(text) for text, _ in examples(NLU_DATA / "en")).items()
        if count > 1
    ]
    assert twice == []
