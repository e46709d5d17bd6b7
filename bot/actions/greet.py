"""Says hello: by name when it is known, and asks about what was left open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from actions.occasions import (
    KEPT_OR_NOT,
    occasion_near,
    promise_due,
    question_about_promise,
    words_on_occasion,
)
from actions.open_problem import YES_OR_NO, question_about
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
            speaker.say(f"{hello} What can I do for you?", used=used)
            return []
        problem, promise = visitor.fact("open_problem"), promise_due(visitor)
        if promise:
            speaker.offer(
                f"{hello} {question_about_promise(promise)}", KEPT_OR_NOT, used=[*used, promise]
            )
            speaker.expect_answer_about("promise", promise)
        elif problem and not problem.said_here:
            speaker.offer(f"{hello} {question_about(problem)}", YES_OR_NO, used=[*used, problem])
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
        return f"Welcome back, {name}!", used
    formal = is_formal(visitor)
    hello = "Good day" if formal else "Hello"
    return f"{hello}, {name}!" if name else f"{hello}!", [*used, *([formal] if formal else [])]


def _offer_help(speaker: Speaker, hello: str, used: list[KnownFact]) -> None:
    occasion = occasion_near(speaker.visitor)
    if occasion is not None:
        hello, used = f"{hello} {words_on_occasion(occasion)}", [*used, occasion]
    speaker.offer(
        f"{hello} How can I help?",
        [
            ("Where is my order?", "/track_order"),
            ("Find a product", "/find_product"),
            ("Return something", "/return_item"),
        ],
        used=used,
    )
