"""Tells which of the five languages a message is in, or that it is in none of them.

A conversation keeps its language until the customer plainly writes another: "ok", a product's name or an order number
says nothing about the language of the sentence before it.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from typing import Any, List  # noqa: UP035 - Rasa compares annotations and knows typing.List only

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.nlu.constants import TEXT
from rasa.shared.nlu.training_data.message import Message

from components.entity_patterns import find_entities
from components.markup import without_markup

LANGUAGE = "language"
UNKNOWN = "unknown"
# The first word of a letter's Unicode name is its script; one of these scripts settles the language alone.
_OF_SCRIPT = {"CYRILLIC": "ru", "THAI": "th", "CJK": "zh-TW"}
_LATIN = "LATIN"
# Japanese is written in both; a single \u306e decorates Chinese, too.
_JAPANESE = ("HIRAGANA", "KATAKANA")
_SHARE_OF_SYLLABLES = 0.25
# Letters of other languages in Cyrillic: two of them are no slip of the finger.
_FOREIGN_LETTER = "[\u0454\u0456\u0457\u0491\u045e\u0458\u0459\u045a\u0452\u045b\u045f\u0455\u0453\u045c\u04d9\u0493\u049b\u04a3\u04e9\u04b1\u04af\u04bb]"
_NOT_RUSSIAN = re.compile(f"{_FOREIGN_LETTER}.*{_FOREIGN_LETTER}", re.IGNORECASE | re.DOTALL)
_ENOUGH_TO_SWITCH = 0.8
# Shorter ones are names, sizes and "ok" in every language.
_LETTERS_TO_SWITCH = 5
# A sentence of Chinese or Thai with a Latin product name in it is still Chinese or Thai.
_SHARE_OF_ANOTHER_SCRIPT = 0.3
_MOST_LETTERS = 400
# Addresses, links and numbers are written alike whatever is spoken.
_OF_NO_LANGUAGE = re.compile(r"[!-~]+@[!-~]+|(?:https?://|www\.)[!-~]+|[!-~]*\d[!-~]*")
_loading = threading.Lock()


@dataclass(frozen=True)
class Spoken:
    """A language's code, ``unknown`` for one of none of ours, and how sure that is."""

    language: str
    confidence: float


def spoken(text: str, so_far: str | None = None) -> Spoken | None:
    """The language of a message in a conversation held in ``so_far``; None when there is nothing to go by."""
    text = _OF_NO_LANGUAGE.sub(" ", text[:_MOST_LETTERS])
    scripts = _scripts(text)
    letters = sum(scripts.values())
    kept = Spoken(so_far, 1.0) if so_far else None
    if not letters:
        return kept
    others = [(count, script) for script, count in scripts.items() if script != _LATIN]
    if others and (most := max(others))[0] >= _SHARE_OF_ANOTHER_SCRIPT * letters:
        language = UNKNOWN if _is_a_relative(text, scripts) else _OF_SCRIPT.get(most[1], UNKNOWN)
        return Spoken(language, most[0] / letters)
    rest = _without_names(text)
    telling = _letters(rest) >= _LETTERS_TO_SWITCH
    guess = _latin(rest if telling else text)
    plain = telling and guess.confidence >= _ENOUGH_TO_SWITCH
    if kept is None or (plain and guess.language != so_far and not _only_names_goods(text)):
        return guess
    return kept


def _scripts(text: str) -> Counter[str]:
    names = (unicodedata.name(letter, "") for letter in text if letter.isalpha())
    return Counter(name.partition(" ")[0] for name in names if name)


def _without_names(text: str) -> str:
    """People and places keep their letters in another language: "my name is Guðrún" is English."""
    first, *others = text.split()
    return " ".join([first, *(word for word in others if not word.istitle())])


def _only_names_goods(text: str) -> bool:
    """A product is called "Hekla rain jacket" in every language."""
    for found in find_entities(text):
        text = (
            f"{text[: found['start']]}{' ' * (found['end'] - found['start'])}{text[found['end'] :]}"
        )
    return _letters(text) < _LETTERS_TO_SWITCH


def _letters(text: str) -> int:
    return sum(letter.isalpha() for letter in text)


def _is_a_relative(text: str, scripts: Counter[str]) -> bool:
    """Whether the script is that of one of ours, but not the language."""
    syllables = sum(scripts[kind] for kind in _JAPANESE)
    return syllables >= _SHARE_OF_SYLLABLES * (syllables + scripts["CJK"]) > 0 or (
        scripts["CYRILLIC"] > 0 and _NOT_RUSSIAN.search(text) is not None
    )


def _latin(text: str) -> Spoken:
    from lingua import Language  # noqa: PLC0415

    codes = {Language.ENGLISH: "en", Language.ICELANDIC: "is"}
    with _loading:
        detector = _load()
    values = {
        value.language: value.value for value in detector.compute_language_confidence_values(text)
    }
    best = max(codes, key=lambda language: values.get(language, 0.0))
    return Spoken(codes[best], values.get(best, 0.0))


@cache
def _load() -> Any:
    # Imported here: a Thai or Russian message does without.
    from lingua import Language, LanguageDetectorBuilder  # noqa: PLC0415

    return LanguageDetectorBuilder.from_languages(Language.ENGLISH, Language.ICELANDIC).build()


# Nothing Rasa calls is meant for telling languages; this is the kind of component that has no part in training.
@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class LanguageOfMessage(GraphComponent):  # type: ignore[misc]
    """Adds ``language`` to a message; what the conversation was held in so far comes in its metadata."""

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LanguageOfMessage:
        """Rasa's way of making a component."""
        del config, model_storage, resource, execution_context
        return cls()

    def process(self, messages: List[Message]) -> List[Message]:  # noqa: UP006
        """Called by Rasa for every message."""
        for message in messages:
            so_far = (message.get("metadata") or {}).get(LANGUAGE)
            found = spoken(without_markup(message.get(TEXT) or ""), so_far)
            if found is not None:
                heard = {"name": found.language, "confidence": round(found.confidence, 4)}
                message.set(LANGUAGE, heard, add_to_output=True)
        return messages
