"""Experiments through the hub: who is dealt what, what counts, and what cannot be changed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from chat_server.domain.consent import Purpose
from chat_server.domain.errors import Conflict, Invalid, NotAllowed, NotFound
from chat_server.domain.events import EventType
from chat_server.domain.experiments.comparison import Finding
from chat_server.domain.experiments.design import Design, Variant
from chat_server.domain.experiments.outcomes import OutcomeKey
from chat_server.domain.incentive import IncentiveKind, Redemption
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.recount.verify import Verification
from chat_server.services.coupons import Coupons
from chat_server.services.experiments import Draft, Report, Wish
from chat_server.services.incentives import Incentives, Terms
from tests.core.core import ADA, ANNA, MARKUS, signed

if TYPE_CHECKING:
    from chat_server.services.identity import Session
    from tests.core.core import Core

HELP = Path(__file__).resolve().parents[2] / "help"
PLAIN, WARM = Variant("Plain", 0.5, "How can we help?"), Variant("Warm", 0.5, "Good to see you!")
DRAFT = Draft(
    inbox_key="hraun",
    name="Warmer greeting",
    design=Design.AB,
    variants=(PLAIN, WARM),
    goal=OutcomeKey.DIALOGUE,
    effect=0.1,
    baseline=0.3,
    window_hours=24,
)


async def started(core: Core, draft: Draft = DRAFT) -> str:
    made = await core.experiments.add(MARKUS, draft)
    await core.experiments.start(MARKUS, made.experiment.id)
    return made.experiment.id


async def sees(core: Core, session: Session) -> None:
    assert session.greeting.shown is not None
    await core.exposures.seen(session.caller, session.greeting.shown)


async def exposures(core: Core) -> list[str]:
    lines = [line for line in await core.log() if line.type is EventType.EXPOSED]
    return [str(line.data["variant"]) for line in lines]


async def test_each_is_greeted_as_dealt_and_stays_so(any_core: Core) -> None:
    core = any_core
    before = await core.visitor()
    experiment_id = await started(core)
    greeted = [await core.visitor() for _ in range(30)]
    texts = {session.greeting.text for session in greeted}
    assert texts == {PLAIN.greeting, WARM.greeting}
    assert (await core.visitor(inbox="bakki")).greeting.shown is None
    first = greeted[0]
    await sees(core, first)
    await core.exposures.seen(first.caller, first.greeting.shown or "")
    again = await core.visitor(token=first.token)
    assert (again.greeting.text, again.greeting.shown) == (first.greeting.text, None)
    assert await exposures(core) == [
        next(v.name for v in (PLAIN, WARM) if v.greeting == first.greeting.text)
    ]
    report = await core.experiments.end(MARKUS, experiment_id)
    assert sum(report.deal.counts) == 1
    late = greeted[1]
    await core.exposures.seen(late.caller, late.greeting.shown or "")
    assert len(await exposures(core)) == 1
    assert (await core.visitor(token=first.token)).greeting.text == before.greeting.text


async def test_only_what_comes_after_the_exposure_and_in_time_counts(any_core: Core) -> None:
    core = any_core
    experiment_id = await started(core)
    responds, early, late, silent, unseen = [await core.visitor() for _ in range(5)]
    await core.dialogue(early.caller, "hello")
    core.clock.forward(seconds=60)
    for session in (responds, early, late, silent):
        await sees(core, session)
    core.clock.forward(seconds=60)
    begun = await core.dialogue(responds.caller, "hello")
    await core.dialogue(unseen.caller, "hello")
    await core.visitors.rate(responds.caller, begun, 4, None)
    waiting = await core.experiments.report(MARKUS, experiment_id)
    assert (sum(waiting.deal.counts), sum(waiting.counted)) == (4, 0)
    core.clock.forward(days=1)
    await core.dialogue(late.caller, "hello")
    report = await core.experiments.report(MARKUS, experiment_id)
    assert report.finding is Finding.FEW

    def total(key: OutcomeKey) -> tuple[int, float]:
        tallies = [one[key].tally for one in report.figures]
        return sum(t.people for t in tallies), sum(t.total for t in tallies)

    assert total(OutcomeKey.DIALOGUE) == (4, 1)
    assert total(OutcomeKey.HANDOFF) == (1, 0)
    assert total(OutcomeKey.RATING) == (1, 0.75)
    arms = [one[OutcomeKey.DIALOGUE].tally.total for one in report.figures]
    for arm, expected in enumerate(arms):
        wanted = DialogueFilter(experiment=experiment_id, arm=arm, counted_by=report.as_of)
        rows = (await core.transcripts.response_events(MARKUS, wanted, Slice())).items
        assert [row.conversation_id for row in rows] == [begun] * int(expected)


async def test_who_signs_in_stays_in_their_variant_and_counts_once(any_core: Core) -> None:
    core = any_core
    experiment_id = await started(core)
    one = await core.visitor(identity=signed("customer-1"))
    await core.visitor(identity=signed("customer-1"))
    greeted = await core.visitor()
    while greeted.greeting.text == one.greeting.text:
        greeted = await core.visitor()
    await sees(core, greeted)
    known = await core.identity.identify(greeted.caller, signed("customer-1"))
    assert known.contact.id == one.contact.id
    core.clock.forward(seconds=1)
    # The other browser had not seen anything, so what the person saw first is theirs.
    await core.exposures.seen(one.caller, one.greeting.shown or "")
    again = await core.visitor(token=one.token)
    assert again.greeting.text in {greeted.greeting.text, one.greeting.text}
    report = await core.experiments.report(MARKUS, experiment_id)
    assert sum(report.deal.counts) == 1
    lines = [line for line in await core.log() if line.type is EventType.EXPOSED]
    assert [line.contact_id for line in lines] == [one.contact.id]


async def test_forgetting_a_person_reaches_what_they_saw(any_core: Core) -> None:
    core = any_core
    experiment_id = await started(core)
    session = await core.visitor()
    await sees(core, session)
    await core.dialogue(session.caller, "hello")
    await core.consents.forget_me(session.caller)
    proof = await core.erasures.proof(ADA, session.contact.id)
    assert proof.left == {}
    core.clock.forward(days=2)
    report = await core.experiments.report(MARKUS, experiment_id)
    assert sum(one[OutcomeKey.DIALOGUE].tally.total for one in report.figures) == 1


async def test_who_said_no_to_being_counted_is_in_no_experiment(core: Core) -> None:
    await started(core)
    session = await core.visitor()
    await core.consents.set(session.caller, Purpose.ANALYTICS, granted=False)
    assert (await core.visitor(token=session.token)).greeting.shown is None


async def test_a_coupon_given_and_one_used_are_outcomes_in_their_time(any_core: Core) -> None:
    core = any_core
    coupons, incentives = Coupons(core.store, core.clock), Incentives(core.store, core.clock)
    ten = await incentives.add(MARKUS, Terms("Ten", IncentiveKind.PERCENT, "percent", 10, "EUR"))
    experiment_id = await started(core, replace(DRAFT, goal=OutcomeKey.REDEEMED))
    people = [await core.visitor() for _ in range(4)]
    for session in people[:3]:
        await sees(core, session)
    held = []
    for session in people:
        dialogue = await core.dialogue(session.caller, "Is there a discount?")
        held.append((await coupons.mint(ANNA, dialogue, ten.id)).coupon)
    use = Redemption("10001", 12_345, "EUR")
    await coupons.redeem(ADA, held[0].code, use)
    await coupons.redeem(ADA, held[3].code, replace(use, order_number="10002"))
    core.clock.forward(hours=25)
    await coupons.redeem(ADA, held[1].code, replace(use, order_number="10003"))
    report = await core.experiments.report(MARKUS, experiment_id)

    def total(key: OutcomeKey) -> float:
        return sum(one[key].tally.total for one in report.figures)

    assert (total(OutcomeKey.COUPON), total(OutcomeKey.REDEEMED)) == (3, 1)
    found = await Verification(core.engines, HELP, clock=core.clock).verify()
    assert found.differing == []


async def test_all_are_reported_in_pages_as_each_is_alone(any_core: Core) -> None:
    core = any_core
    one = await started(core)
    session = await core.visitor()
    await sees(core, session)
    await core.dialogue(session.caller, "hello")
    core.clock.forward(hours=25)
    two = (await core.experiments.add(MARKUS, replace(DRAFT, name="Later"))).experiment

    def shown(report: Report) -> dict[str, object]:
        deal = report.deal
        return {**vars(report), "deal": (list(deal.counts), deal.alarm, deal.chance)}

    (first,) = await core.experiments.reports(MARKUS, None, Slice(1))
    assert shown(first) == shown(await core.experiments.report(MARKUS, two.id))
    rest = Slice(5, before=two.created_at, before_id=two.id)
    (second,) = await core.experiments.reports(MARKUS, None, rest)
    assert shown(second) == shown(await core.experiments.report(MARKUS, one))
    assert sum(second.counted) == 1
    (found,) = await core.experiments.reports(MARKUS, "warmer", Slice())
    assert shown(found) == shown(second)


async def test_what_was_made_up_changes_nothing(core: Core) -> None:
    experiment_id = await started(core)
    session = await core.visitor()
    other = "1" if (session.greeting.shown or "").endswith("/0") else "0"
    for shown in ("", "none/0", f"{experiment_id}/{other}", f"{experiment_id}/9", experiment_id):
        await core.exposures.seen(session.caller, shown)
    stranger = await core.visitor(inbox="bakki")
    await core.exposures.seen(stranger.caller, f"{experiment_id}/0")
    assert await exposures(core) == []


async def test_what_has_started_cannot_be_changed(any_core: Core) -> None:
    core = any_core
    experiment_id = await started(core)
    with pytest.raises(Conflict, match="has started"):
        await core.experiments.change(MARKUS, experiment_id, DRAFT)
    with pytest.raises(Conflict):
        await core.experiments.remove(MARKUS, experiment_id)
    with pytest.raises(Conflict):
        await core.experiments.start(MARKUS, experiment_id)
    second = await core.experiments.add(MARKUS, DRAFT)
    with pytest.raises(Conflict, match="Another experiment is running"):
        await core.experiments.start(MARKUS, second.experiment.id)
    await core.experiments.end(MARKUS, experiment_id)
    with pytest.raises(Conflict):
        await core.experiments.end(MARKUS, experiment_id)
    await core.experiments.start(MARKUS, second.experiment.id)


async def test_drafts_are_changed_found_and_removed(core: Core) -> None:
    made = await core.experiments.add(MARKUS, DRAFT)
    changed = Draft(**{**vars(DRAFT), "name": "100% warmer"})
    await core.experiments.change(MARKUS, made.experiment.id, changed)
    found = await core.experiments.all(MARKUS, "100%")
    assert [one.experiment.name for one in found] == ["100% warmer"]
    assert await core.experiments.all(MARKUS, "100_") == []
    await core.experiments.remove(MARKUS, made.experiment.id)
    with pytest.raises(NotFound):
        await core.experiments.report(MARKUS, made.experiment.id)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("variants", (PLAIN, Variant("Warm", 0.4, "Hi"))),
        ("variants", (PLAIN, Variant("Both", 0.5, "Hi", ("Where is my order?",)))),
        ("goal", OutcomeKey.RATING),
        ("effect", 0.0),
        ("effect", float("nan")),
        ("baseline", 1.0),
        ("window_hours", 0),
        ("name", " "),
    ],
)
async def test_what_could_not_be_told_apart_is_refused_whole(
    core: Core, field: str, value: object
) -> None:
    with pytest.raises(Invalid) as caught:
        await core.experiments.add(MARKUS, Draft(**{**vars(DRAFT), field: value}))
    assert caught.value.fields
    assert await core.experiments.all(MARKUS, None) == []


async def test_the_calculator_knows_what_is_usual(core: Core) -> None:
    wish = Wish("hraun", Design.AB, (0.5, 0.5), OutcomeKey.DIALOGUE, 0.1, 24)
    unknown = await core.experiments.plan(MARKUS, wish)
    assert (unknown.plan, unknown.usual.people) == (None, 0)
    people = [await core.visitor() for _ in range(28)]
    for session in people[:7]:
        await core.dialogue(session.caller, "hello")
    core.clock.forward(seconds=60)
    planned = await core.experiments.plan(MARKUS, wish)
    assert (planned.baseline, planned.per_day) == (0.25, 1.0)
    assert planned.plan is not None
    assert planned.plan.days == planned.plan.people + 1


async def test_agents_have_nothing_to_do_with_it(core: Core) -> None:
    with pytest.raises(NotAllowed):
        await core.experiments.add(ANNA, DRAFT)
    with pytest.raises(NotAllowed):
        await core.experiments.all(ANNA, None)
