"""What pages show is what the log says; where it is not, it is found."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import sqlalchemy as sa

from chat_server.domain.bot_turn import Answer, Question, Reply
from chat_server.domain.experiments.design import Design, Variant
from chat_server.domain.experiments.outcomes import OutcomeKey
from chat_server.domain.help.place import Place
from chat_server.mail.memory import MemoryMailer
from chat_server.recount.comparing import compare
from chat_server.recount.covered import COUNTED
from chat_server.recount.verify import Verification, Verified
from chat_server.services import listening
from chat_server.services.campaigns import MailAddresses
from chat_server.services.experiments import Draft
from chat_server.store import tables as t
from tests.core.core import ADA, ANNA, MARKUS, heard, words
from tests.core.mailed import Mailroom, customer
from tests.domain.test_bounce import report
from tests.services.test_listening import talk

if TYPE_CHECKING:
    from tests.core.core import Core

HELP = Path(__file__).resolve().parents[2] / "help"


async def verified(core: Core) -> Verified:
    return await Verification(core.engines, HELP, clock=core.clock).verify()


def _answers(question: Question) -> Answer:
    if "wool" in question.text:
        said = Reply(words("Wash it."), help=Place("en", "wool", "moths"))
        return Answer((said,), "ask_page", 0.9)
    if "name" in question.text:
        return heard(("name", "Una"))
    return Answer((Reply(words("no idea")),), "out_of_scope", 0.9, missed_page=True)


SEGMENTS: dict[str, dict[str, object]] = {
    "Talked and rated well": {
        "all": [
            {"field": "dialogues.count", "is": "at_least", "value": 1, "within_days": 30},
            {"field": "dialogues.rated_high", "is": "at_least", "value": 1},
        ]
    },
    "Named, or by the flyer": {
        "any": [
            {"field": "fact.name", "is": "known"},
            {"field": "dialogues.element", "is": "is", "value": "flyer"},
        ]
    },
    "Never bought, and may be written to": {
        "none": [
            {"field": "orders.last", "is": "within", "value": 900},
            {"field": "consent.marketing", "is": "is", "value": False},
        ]
    },
}


async def busy_days(core: Core) -> list[str]:
    """Dialogues of every kind over some days; whoever wrote last is the last."""
    core.bot.script = _answers
    await core.inboxes.change(ADA, "inbox-hraun", {"memory_holdout": 30})
    campaign = await core.elements.add_campaign(MARKUS, "Spring")
    await core.elements.add_element(
        MARKUS,
        code="flyer",
        kind="qr",
        name="Flyer",
        target_url="https://shop.test/",
        campaign_id=campaign.id,
        variant="A",
    )
    for name, rule in SEGMENTS.items():
        await core.segments.add(MARKUS, name, rule)
    made = []
    core.clock.forward(days=-3)
    greetings = Variant("A", 0.5, "Hello!"), Variant("B", 0.5, "Hi there!")
    draft = Draft("hraun", "Greeting", Design.AB, greetings, OutcomeKey.DIALOGUE, 0.1, 0.3, 1)
    experiment = (await core.experiments.add(MARKUS, draft)).experiment
    await core.experiments.start(MARKUS, experiment.id)
    for number in range(4):
        await core.elements.open("flyer")
        session = await core.visitor(element="flyer" if number % 2 else None)
        caller = session.caller
        assert session.greeting.shown is not None
        await core.exposures.seen(caller, session.greeting.shown)
        first = await core.dialogue(caller, "my name is Una", "how do I store wool")
        if number != 1:
            core.clock.forward(seconds=7.3)
            await core.visitors.request_agent(caller, first, f"ask-{number}", None)
            await core.assignments.accept(ANNA, first)
            core.clock.forward(seconds=31.26)
            epoch = (await core.conversation(first)).owner.epoch
            await core.agents.send(ANNA, first, epoch, f"hi-{number}", words("Hello"))
        await core.assignments.resolve(ANNA, first, solved=True)
        await core.visitors.rate(caller, first, number + 1, None)
        core.clock.forward(hours=20)
        made += [first, await core.dialogue(caller, "gibberish")]
    return made


async def test_every_figure_of_every_page_is_what_the_log_says(any_core: Core) -> None:
    core = any_core
    await busy_days(core)
    found = await verified(core)
    assert found.differing == []
    assert set(found.pages) == set(COUNTED.values())
    # Orders there are none.
    assert {page for page, figures in found.pages.items() if figures < 2} == {"customers"}
    assert found.dialogues == 8


TAMPERED = {
    "rating": (1, {"response event", "overview"}),
    "contact_id": ("somebody", {"response event", "overview"}),
    "opened_at": (datetime(2020, 1, 1, tzinfo=UTC), {"response event", "experiment"}),
    "element": ("poster", {"response event", "overview", "elements", "campaigns"}),
    "resolved_at": (None, {"response event", "overview"}),
    "memory_arm": ("none", {"response event", "memory"}),
    "asked_again": (3, {"response event"}),
    "agent_rating": (5, {"response event"}),
}


async def test_a_tampered_row_is_found_with_every_figure_it_changes(core: Core) -> None:
    made = await busy_days(core)
    rows = t.response_events
    where = rows.c.conversation_id == made[-2]
    for column, (value, pages) in TAMPERED.items():
        async with core.engines.writer.begin() as connection:
            true = await connection.scalar(sa.select(rows.c[column]).where(where))
            await connection.execute(sa.update(rows).where(where).values({column: value}))
        places = [difference.place for difference in (await verified(core)).differing]
        assert f"response event {made[-2]} / {column}" in places
        for page in pages:
            assert any(place.startswith(page) for place in places), (column, page)
        async with core.engines.writer.begin() as connection:
            await connection.execute(sa.update(rows).where(where).values({column: true}))
    assert (await verified(core)).differing == []


async def test_what_is_taken_out_of_the_log_or_of_its_fold_is_missed(core: Core) -> None:
    made = await busy_days(core)
    rows = t.response_events
    async with core.engines.writer.begin() as connection:
        of_it = sa.and_(t.events.c.conversation_id == made[0], t.events.c.type == "rated")
        await connection.execute(sa.delete(t.events).where(of_it))
        await connection.execute(sa.delete(rows).where(rows.c.conversation_id == made[2]))
    places = [difference.place for difference in (await verified(core)).differing]
    assert f"response event {made[0]} / rating" in places
    assert f"response event {made[2]} / there" in places


async def test_forgetting_a_person_leaves_all_figures_equal(any_core: Core) -> None:
    core = any_core
    made = await busy_days(core)
    contact_id = (await core.conversation(made[0])).contact_id
    await core.consents.erase_contact(ADA, contact_id)
    found = await verified(core)
    assert found.differing == []
    assert found.unnamed == 0
    told = [one.data for one in await core.log() if one.conversation_id == made[0]]
    assert told, "the log keeps what happened"


async def test_another_period_is_verified_too(core: Core) -> None:
    await busy_days(core)
    end = core.clock() - timedelta(days=1, hours=3)
    found = await Verification(core.engines, HELP).verify([(end - timedelta(hours=31), end)])
    assert found.differing == []


def test_figures_that_only_one_side_has_differ() -> None:
    count, differing = compare("page", {"a": 1, "b": {"c": 2.0}}, {"a": 1, "b": {"d": 2}})
    assert count == 3
    assert [one.place for one in differing] == ["page / b / c", "page / b / d"]


def test_sums_in_another_order_are_the_same_figure() -> None:
    assert compare("page", {"a": 0.1 + 0.2}, {"a": 0.3}) == (1, [])
    assert compare("page", {"a": 0.3001}, {"a": 0.3})[1] != []


async def test_a_newsletters_figures_are_those_of_the_log(any_core: Core) -> None:
    core = any_core
    for name in ("Una", "Otto", "Katla"):
        await customer(core, name)
    mailer = MemoryMailer()
    room = Mailroom(core, mailer)
    await room.sent(await room.drafted())
    letters = {mail.to: mail for mail in mailer.sent}
    reports = MailAddresses(core.store, core.clock)
    await reports.reported(MARKUS, report(message_id=letters["otto@mail.test"].message_id))
    leave = re.search(r"/u/([\w.-]+)", letters["una@mail.test"].text)
    assert leave is not None
    await room.answers.unsubscribe(leave[1])
    found = await verified(core)
    assert found.differing == []
    rows = t.campaigns.c
    for column in (rows.mail_opened, rows.mail_clicked, rows.unsubscribed):
        async with core.engines.writer.begin() as connection:
            await connection.execute(sa.update(t.campaigns).values({column.name: column + 1}))
    async with core.engines.writer.begin() as connection:
        bounced = t.campaign_mails.c.state == "bounced"
        await connection.execute(sa.update(t.campaign_mails).where(bounced).values(state="sent"))
    places = {one.place.rpartition(" / ")[2] for one in (await verified(core)).differing}
    assert places == {"opened", "clicked", "unsubscribed", "sent", "bounced"}


async def test_sizes_of_segments_and_what_was_heard_are_recounted(core: Core) -> None:
    made = await busy_days(core)
    assert (await verified(core)).differing == []
    async with core.engines.writer.begin() as connection:
        of_it = t.response_events.c.conversation_id.in_(made)
        await connection.execute(
            sa.update(t.response_events).where(of_it).values(rating=5, intents=["made_up"])
        )
    places = [one.place for one in (await verified(core)).differing]
    assert "segment Talked and rated well / size" in places
    assert any(place.startswith("listening") and "made_up" in place for place in places)


async def test_themes_by_product_are_recounted(
    any_core: Core, monkeypatch: pytest.MonkeyPatch
) -> None:
    await talk(any_core)
    assert (await verified(any_core)).differing == []
    # A page that forgot the products would be found out.
    monkeypatch.setattr(listening, "_abouts", lambda *_: [])
    places = [one.place for one in (await verified(any_core)).differing]
    assert any("told complaint of HEKLA" in place for place in places)
