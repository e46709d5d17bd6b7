"""Holds what came of a dialogue against its labels; what is not as labelled is a failure with its cause."""

from __future__ import annotations

from .judging_facts import joined, judge_facts, judge_unconfirmed, judge_updates, one_by_one
from .judging_replies import judge_line, judge_reply, wrong_words
from .seen import Played
from .verdict import Verdict


def judge(played: Played) -> Verdict:
    """All there is to say about one dialogue."""
    verdict = Verdict(played.dialogue)
    for names in one_by_one(played):
        memory = joined([played.memory(name) for name in names])
        judge_facts(verdict, played, names, memory)
        judge_updates(verdict, names, memory)
        judge_unconfirmed(verdict, names, memory)
    for greeted in played.greetings:
        wrong = wrong_words(greeted.check, greeted.text)
        judge_reply(verdict, greeted.person, "(greeting)", greeted.text, wrong)
    for line in played.lines:
        judge_line(verdict, played, line)
    for problem in played.problems:
        verdict.troubles["could not be played"] += 1
        verdict.fail("could not be played", "", problem)
    return verdict
