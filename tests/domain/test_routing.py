"""Who is given which conversation, over any queue and any staff."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from random import Random

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chat_server.domain.routing import (
    LONGEST_HEAD_START,
    Desk,
    Needs,
    Offer,
    Waiting,
    in_order,
    offers,
)

NOW = datetime(2026, 3, 2, 12, tzinfo=UTC)
SKILLS, LANGUAGES, TEAMS, AGENTS = "rst", ("en", "is", "th"), ("x", "y"), "abcde"
moments = st.integers(0, 7200).map(lambda seconds: NOW - timedelta(seconds=seconds))
few_skills = st.frozensets(st.sampled_from(SKILLS), max_size=2)

needs = st.builds(
    Needs,
    team_id=st.none() | st.sampled_from(TEAMS),
    skills=few_skills,
    language=st.none() | st.sampled_from(LANGUAGES),
)
# Other work on the machine is no reason to fail.
unhurried = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def queues(draw: st.DrawFn) -> list[Waiting]:
    count = draw(st.integers(0, 7))
    return [
        draw(
            st.builds(
                Waiting,
                conversation_id=st.just(f"c{number}"),
                since=moments,
                needs=needs,
                head_start=st.integers(0, 4000).map(lambda s: timedelta(seconds=s)),
                last_agent_id=st.none() | st.sampled_from(AGENTS),
                passed_over=st.frozensets(st.sampled_from(AGENTS), max_size=3),
            )
        )
        for number in range(count)
    ]


@st.composite
def staffs(draw: st.DrawFn) -> list[Desk]:
    names = draw(st.lists(st.sampled_from(AGENTS), unique=True, max_size=len(AGENTS)))
    return [
        draw(
            st.builds(
                Desk,
                agent_id=st.just(name),
                online=st.booleans(),
                load=st.integers(0, 4),
                capacity=st.integers(1, 4),
                idle_since=st.none() | moments,
                skills=few_skills,
                languages=st.frozensets(st.sampled_from(LANGUAGES), max_size=2),
                teams=st.frozensets(st.sampled_from(TEAMS)),
            )
        )
        for name in names
    ]


def after(desks: list[Desk], made: list[Offer]) -> dict[str, int]:
    """Loads once all offers are taken."""
    loads = {desk.agent_id: desk.load for desk in desks}
    for offer in made:
        loads[offer.agent_id] += 1
    return loads


@unhurried
@given(queues(), staffs())
def test_nobody_is_given_more_than_they_have_room_for(
    queue: list[Waiting], staff: list[Desk]
) -> None:
    made = offers(queue, staff, NOW)
    loads = after(staff, made)
    for desk in staff:
        if loads[desk.agent_id] > desk.load:
            assert desk.online
            assert loads[desk.agent_id] <= desk.capacity


@unhurried
@given(queues(), staffs())
def test_a_conversation_goes_to_one_agent_and_only_to_one_who_may_answer_it(
    queue: list[Waiting], staff: list[Desk]
) -> None:
    made = offers(queue, staff, NOW)
    waiting, desks = (
        {one.conversation_id: one for one in queue},
        {desk.agent_id: desk for desk in staff},
    )
    assert len({offer.conversation_id for offer in made}) == len(made)
    for offer in made:
        assert desks[offer.agent_id].may_answer(waiting[offer.conversation_id].needs)


@unhurried
@given(queues(), staffs())
def test_nobody_waits_while_one_who_may_answer_has_room(
    queue: list[Waiting], staff: list[Desk]
) -> None:
    made = offers(queue, staff, NOW)
    loads, given_out = after(staff, made), {offer.conversation_id for offer in made}
    for one in queue:
        if one.conversation_id in given_out:
            continue
        able = [desk for desk in staff if desk.online and desk.may_answer(one.needs)]
        fresh = [desk for desk in able if desk.agent_id not in one.passed_over]
        assert all(loads[desk.agent_id] >= desk.capacity for desk in fresh or able)


@unhurried
@given(queues(), staffs(), st.randoms())
def test_the_choice_does_not_depend_on_the_order_in_which_it_is_told(
    queue: list[Waiting],
    staff: list[Desk],
    random: Random,
) -> None:
    shuffled_queue, shuffled_staff = list(queue), list(staff)
    random.shuffle(shuffled_queue)
    random.shuffle(shuffled_staff)
    assert offers(queue, staff, NOW) == offers(shuffled_queue, shuffled_staff, NOW)
    assert in_order(queue) == in_order(shuffled_queue)


@unhurried
@given(queues())
def test_nobody_is_overtaken_by_who_came_later_than_the_longest_head_start(
    queue: list[Waiting],
) -> None:
    order = in_order(queue)
    for place, one in enumerate(order):
        assert all(later.since >= one.since - LONGEST_HEAD_START for later in order[place:])


@unhurried
@given(st.integers(1, 3), st.integers(1, 40))
def test_nobody_starves_however_many_come_with_a_head_start(capacity: int, rush: int) -> None:
    """One plain visitor, then an endless stream of those who are served sooner, one a minute."""
    plain = Waiting("plain", NOW)
    queue, served_at, clock = [plain], None, NOW
    desk = Desk("a", online=True, load=0, capacity=capacity)
    for number in range(rush + 60):
        clock += timedelta(minutes=1)
        queue.append(Waiting(f"v{number}", clock, head_start=timedelta(hours=9)))
        for offer in offers(queue, [desk], clock)[:1]:  # one is served a minute, too
            if offer.conversation_id == "plain":
                served_at = clock
            queue = [one for one in queue if one.conversation_id != offer.conversation_id]
    assert served_at is not None
    assert served_at - NOW <= LONGEST_HEAD_START + timedelta(minutes=2)


def desk(name: str, load: int = 0, capacity: int = 4, idle: int | None = None) -> Desk:
    since = None if idle is None else NOW - timedelta(seconds=idle)
    return Desk(name, online=True, load=load, capacity=capacity, idle_since=since)


def test_who_answered_last_goes_before_who_is_less_busy() -> None:
    waiting = Waiting("c", NOW, last_agent_id="b")
    assert offers([waiting], [desk("a"), desk("b", load=3)], NOW) == [Offer("c", "b")]


def test_who_answered_last_but_is_full_is_not_waited_for() -> None:
    waiting = Waiting("c", NOW, last_agent_id="b")
    assert offers([waiting], [desk("a"), desk("b", load=4)], NOW) == [Offer("c", "a")]


def test_busy_is_measured_by_capacity() -> None:
    staff = [desk("a", load=1, capacity=2), desk("b", load=2, capacity=8)]
    assert offers([Waiting("c", NOW)], staff, NOW) == [Offer("c", "b")]


def test_of_equally_busy_ones_who_is_idle_longest_is_asked() -> None:
    staff = [desk("a", idle=10), desk("b", idle=500), desk("c", idle=40)]
    assert offers([Waiting("c", NOW)], staff, NOW) == [Offer("c", "b")]


def test_several_at_once_are_spread() -> None:
    made = offers([Waiting(f"c{i}", NOW) for i in range(3)], [desk("a"), desk("b"), desk("c")], NOW)
    assert sorted(offer.agent_id for offer in made) == ["a", "b", "c"]


def test_who_was_passed_over_is_asked_again_only_when_nobody_else_is_online() -> None:
    waiting = Waiting("c", NOW, passed_over=frozenset("a"))
    assert offers([waiting], [desk("a"), desk("b", load=4)], NOW) == []
    assert offers([waiting], [desk("a")], NOW) == [Offer("c", "a")]
