"""Tells what is remembered of a kind, or that it was never said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.speaking import Events, SpeakingAction
from asked_facts import answers
from going_on import asked_now
from remembering import MOST_TOLD, not_told, sentence_of, with_its_day, words_to
from remembering import told as in_a_row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from memory_requests import Asked
    from memory_words import Words
    from replies import Speaker

# Of what may be many, the latest are told.
_MOST = 5
_OF_EITHER: dict[tuple[str, ...], str] = {("home", "delivery_place"): "address"}


class TellFact(SpeakingAction):
    """Answers "do you remember my size", "what did your colleague promise" and "what is my sister's size"."""

    NAME = "action_tell_fact"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """The values with their days; nothing is made up where nothing was said."""
        words = words_to(speaker.visitor)
        request = asked_now(tracker.latest_message)
        if request.wish == "others" and not _is_named(request.name, speaker):
            speaker.say(words.of_others)
            return []
        told = {
            one: answers(one, speaker.visitor, speaker.visitor.facts)[-_MOST:]
            for one in request.asked
        }
        if not request.asked and speaker.visitor.facts:
            _tell_what_there_is(speaker, words)
        elif any(told.values()) or not _check(speaker, request.asked, words):
            _tell(speaker, told, words)
        return []


def _is_named(name: str | None, speaker: Speaker) -> bool:
    """Whether visitors speak of themselves by their own name."""
    own = speaker.visitor.value("name")
    return bool(name and own and name.casefold() in own.casefold())


def _tell(speaker: Speaker, told: dict[Asked, list[KnownFact]], words: Words) -> None:
    facts = [fact for found in told.values() for fact in found]
    missing = [_name_of(one) for one, found in told.items() if not found]
    said = [with_its_day(fact, words) for fact in facts]
    if any(len(found) == _MOST for found in told.values()):
        said.append(words.where)
    if missing and not speaker.visitor.remembers:
        said.append(words.not_allowed)
    elif missing == ["promise"]:
        said.append(words.no_promise)
    elif missing or not facts:
        said.append(not_told(missing or [""], words))
    speaker.say(words.join.join(said), used=facts)


def _tell_what_there_is(speaker: Speaker, words: Words) -> None:
    """To a question for something that has no name here: what is not in it is not known."""
    facts = speaker.visitor.facts[-MOST_TOLD:]
    remembered = words.remembered.format(facts=in_a_row(facts, words))
    speaker.say(words.join.join((not_told([""], words), remembered)), used=facts)


def _name_of(asked: Asked) -> str:
    if asked.topic is not None and asked.keys == ("name",):
        # Of a pet: it is not the customer's that they never told.
        return ""
    return _OF_EITHER.get(asked.keys) or (asked.keys[0] if asked.keys else "")


def _check(speaker: Speaker, asked: Sequence[Asked], words: Words) -> bool:
    """What was heard badly is not told as a fact; whether it is so is asked."""
    doubtful = [
        fact for one in asked for fact in answers(one, speaker.visitor, speaker.visitor.doubtful)
    ]
    if not doubtful:
        return False
    question = words.check.format(fact=sentence_of(doubtful[-1]))
    speaker.check(
        words.join.join((words.unsure, question)),
        ((words.yes, "/affirm"), (words.no, "/deny")),
        doubtful[-1],
    )
    return True
