"""What a bot says from help pages is linked, logged, judged and counted."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from chat_server.domain.bot_turn import Answer, Judgement, Question, Reply
from chat_server.domain.errors import NotAllowed
from chat_server.domain.events import EventType
from chat_server.domain.help.place import Place
from chat_server.help.folder import HelpFolder
from chat_server.services.access import AgentCaller
from chat_server.services.help_report import HelpReport, HelpReports
from tests.core.core import ANNA, MARKUS, OWN_ORIGIN, Core, words

FOLDER = Path(__file__).resolve().parents[2] / "help"
WOOL = Place("en", "wool", "moths")


class PageBot:
    """Answers from a page; "yes" and "no" judge the answer before; what it does not know it says."""

    def __init__(self) -> None:
        self.shown_in = ""

    def __call__(self, question: Question) -> Answer:
        if question.text in ("yes", "no"):
            judged = Judgement(self.shown_in, question.text == "yes")
            return Answer((Reply(words("thanks")),), "affirm", 1.0, judged_page=judged)
        if "wool" in question.text:
            self.shown_in = question.turn_id
            return Answer((Reply(words("Wash it."), help=WOOL),), "ask_page", 0.9)
        return Answer((Reply(words("no idea")),), "out_of_scope", 0.9, missed_page=True)


async def _report(core: Core, caller: AgentCaller = MARKUS) -> HelpReport:
    now = core.clock()
    reports = HelpReports(core.store, HelpFolder(FOLDER), core.masking)
    return await reports.report(caller, now - timedelta(days=1), now + timedelta(days=1))


async def _lines(core: Core, conversation_id: str, kind: EventType) -> list[dict[str, object]]:
    async with core.store.read() as tx:
        found = await tx.log.of_conversations([conversation_id], [kind])
    return [event.data for event in found]


async def test_a_passage_ends_with_its_address(core: Core) -> None:
    core.bot.script = PageBot()
    conversation_id = await core.dialogue((await core.visitor()).caller, "how do I store wool")
    reply = (await core.messages(conversation_id))[1]
    assert reply.text == f"Wash it.\n{OWN_ORIGIN}/help/en/wool#moths"
    (shown,) = await _lines(core, conversation_id, EventType.HELP_SHOWN)
    assert shown["article"] == "wool"
    assert shown["seq"] == reply.seq


@pytest.mark.parametrize(("said", "counts"), [("yes", (1, 0)), ("no", (0, 1))])
async def test_what_is_said_of_it_is_counted_once(
    core: Core, said: str, counts: tuple[int, int]
) -> None:
    core.bot.script = PageBot()
    visitor = (await core.visitor()).caller
    # A second word changes nothing: the first was about what they had just read.
    conversation_id = await core.dialogue(visitor, "how do I store wool", said, "yes")
    (judged,) = await _lines(core, conversation_id, EventType.HELP_JUDGED)
    assert judged["seq"] == 2
    (passage,) = (await _report(core)).passages
    assert passage.heading == "How do I store wool and keep moths away?"
    one = passage.counted
    assert (one.shown, one.helpful, one.not_helpful) == (1, *counts)


async def test_a_judgement_of_what_was_never_shown_is_none(core: Core) -> None:
    core.bot.script = PageBot()
    conversation_id = await core.dialogue((await core.visitor()).caller, "yes")
    assert await _lines(core, conversation_id, EventType.HELP_JUDGED) == []


async def test_a_question_without_a_page_is_read_from_its_dialogue(core: Core) -> None:
    core.bot.script = PageBot()
    conversation_id = await core.dialogue((await core.visitor()).caller, "do you rent parkas")
    report = await _report(core)
    assert report.missed == 1
    (question,) = report.questions
    assert (question.text, question.missed.seq) == ("do you rent parkas", 1)
    # The log has none of the words.
    (line,) = await _lines(core, conversation_id, EventType.HELP_MISSED)
    assert set(line) == {"seq", "language"}


async def test_forgotten_words_are_gone_from_the_report(core: Core) -> None:
    core.bot.script = PageBot()
    visitor = (await core.visitor()).caller
    await core.dialogue(visitor, "do you rent parkas")
    await core.consents.forget_me(visitor)
    assert [one.text for one in (await _report(core)).questions] in ([], [None])


async def test_agents_do_not_read_reports(core: Core) -> None:
    with pytest.raises(NotAllowed):
        await _report(core, ANNA)
