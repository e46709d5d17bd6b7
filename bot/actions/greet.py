"""Says hello: by name when it is known, and asks about what was left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.occasions import (
    kept_or_not,
    occasion_near,
    promise_due,
    question_about_promise,
    words_on_occasion,
)
from actions.open_problem import question_about, yes_or_no
from actions.speaking import Events, SpeakingAction, entity_in_message
from addressing import addressed, is_formal

if TYPE_CHECKING:
    from rasa_sdk import Tracker

    from known_facts import KnownFact
    from replies import Speaker


class Greet(SpeakingAction):
    """Answers a greeting."""

    NAME = "action_greet"

    async def speak(self, speaker: Speaker, tracker: Tracker) -> Events:
        """Greet; on the first message of a dialogue also show what is remembered."""
        visitor = speaker.visitor
        hello, used = _hello(speaker, entity_in_message(tracker, "name"))
        if not visitor.first_turn:
            speaker.say(_joined(speaker, hello, speaker.words.text("what_can_i_do")), used=used)
            return []
        problem, promise = visitor.fact("open_problem"), promise_due(visitor)
        if promise:
            speaker.offer(
                _joined(speaker, hello, question_about_promise(promise, speaker.words)),
                kept_or_not(speaker.words),
                used=[*used, promise],
            )
            speaker.expect_answer_about("promise", promise)
        elif problem and not problem.said_here:
            speaker.offer(
                _joined(speaker, hello, question_about(problem, speaker.words)),
                yes_or_no(speaker.words),
                used=[*used, problem],
            )
            speaker.expect_answer_about("open_problem")
        else:
            _offer_help(speaker, hello, used)
        return []


def _hello(speaker: Speaker, just_said: str | None) -> tuple[str, list[KnownFact]]:
    visitor = speaker.visitor
    called, used = addressed(visitor)
    known_before = used and not used[0].just_said
    name = called or just_said
    if visitor.first_turn and known_before:
        return speaker.words.text("welcome_back", name=name), used
    formal = is_formal(visitor)
    hello = "good_day" if formal else "hello"
    said = speaker.words.text(f"{hello}_name" if name else hello, name=name)
    return said, [*used, *([formal] if formal else [])]


def _joined(speaker: Speaker, *sentences: str) -> str:
    return speaker.words.join.join(sentences)


def _offer_help(speaker: Speaker, hello: str, used: list[KnownFact]) -> None:
    occasion = occasion_near(speaker.visitor)
    if occasion is not None:
        remembered = words_on_occasion(occasion, speaker.words)
        hello, used = _joined(speaker, hello, remembered), [*used, occasion]
    speaker.offer(
        _joined(speaker, hello, speaker.words.text("how_can_i_help")),
        [
            speaker.choice("where_is_order", "/track_order"),
            speaker.choice("find_product", "/find_product"),
            speaker.choice("return_something", "/return_item"),
        ],
        used=used,
    )
