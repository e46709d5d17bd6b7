"""Says a response of the domain in the visitor's language: docs/decisions/0098-answers-by-language.md."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from rasa.core.nlg import NaturalLanguageGenerator, TemplatedNaturalLanguageGenerator

from languages import ENGLISH, LANGUAGES, language_of_visitor

if TYPE_CHECKING:
    from rasa.shared.core.trackers import DialogueStateTracker

_BOT = Path(__file__).resolve().parent
RESPONSES, DOMAIN = _BOT / "responses", _BOT / "domain"

Responses = dict[str, list[dict[str, Any]]]


def responses_in(language: str) -> Responses:
    """What is written in ``responses/<language>``, all topics together; English stands in the domain."""
    found: Responses = {}
    folder = DOMAIN if language == ENGLISH else RESPONSES / language
    for path in sorted(folder.glob("*.yml")):
        found |= yaml.safe_load(path.read_text(encoding="utf-8")).get("responses", {})
    return found


class ResponsesByLanguage(NaturalLanguageGenerator):  # type: ignore[misc]
    """Rasa's templates, once for every language; what one lacks is said in the domain's English."""

    def __init__(self, english: Responses) -> None:
        self._spoken = {
            language: TemplatedNaturalLanguageGenerator(
                english
                if language == ENGLISH
                else english | _of_own_intents(english, language) | responses_in(language)
            )
            for language in LANGUAGES
        }

    async def generate(
        self,
        utter_action: str,
        tracker: DialogueStateTracker,
        output_channel: str,
        **places: Any,
    ) -> dict[str, Any] | None:
        """Rasa's way in; nothing when no language knows the response."""
        spoken = self._spoken[language_of_visitor(tracker.get_slot("visitor"))]
        answer: dict[str, Any] | None = await spoken.generate(
            utter_action, tracker, output_channel, **places
        )
        return answer


def _of_own_intents(english: Responses, language: str) -> Responses:
    """Answers of intents that people made: they come with the model, in all languages beside the English."""
    found: Responses = {}
    for name, said in english.items():
        texts = (said[0].get("metadata") or {}).get("languages") or {} if said else {}
        if language in texts:
            found[name] = [{"text": texts[language]}]
    return found
