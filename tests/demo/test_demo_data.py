"""The demo as a whole: what it holds refers to what it holds, and the past is a possible past."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import UTC, datetime, timedelta
from operator import attrgetter

import pytest

from chat_server.demo.campaigns import elements
from chat_server.demo.data import DemoData, build
from chat_server.domain import response_event
from chat_server.domain.agent import Role
from chat_server.domain.events import Event, EventType
from chat_server.domain.experiments.comparison import Finding, compare, finding
from chat_server.domain.experiments.experiment import Experiment, State
from chat_server.domain.experiments.outcomes import OutcomeKey
from chat_server.domain.experiments.ratio import watched
from chat_server.domain.experiments.sequences import Tally
from chat_server.domain.facts.fact import FactState
from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.message import AuthorKind, Message, MessageKind
from chat_server.wire.marketing import ElementBody
from chat_server.wire.rest import CannedReplyBody

NOW = datetime(2026, 3, 14, 12, 30, 15, 123_456, tzinfo=UTC)


@pytest.fixture(scope="module")
def demo() -> DemoData:
    return build(7, NOW)


def _by_conversation(messages: list[Message]) -> dict[str, list[Message]]:
    found: dict[str, list[Message]] = defaultdict(list)
    for message in messages:
        found[message.conversation_id].append(message)
    return found


def _spoken(demo: DemoData) -> list[tuple[object, ...]]:
    return [(m.created_at, m.author.kind, m.text, m.seq) for m in demo.messages]


def test_the_same_seed_and_time_tell_the_same_past(demo: DemoData) -> None:
    assert _spoken(build(7, NOW)) == _spoken(demo)
    assert _spoken(build(8, NOW)) != _spoken(demo)


def test_the_past_ends_before_now_and_begins_within_two_months(demo: DemoData) -> None:
    assert len(demo.conversations) == 240
    assert all(event.at < NOW for event in demo.events)
    assert all(conversation.updated_at < NOW for conversation in demo.conversations)
    opened = [conversation.opened_at for conversation in demo.conversations]
    assert opened == sorted(opened)
    assert NOW - timedelta(days=60) <= opened[0] < NOW - timedelta(days=50)


def test_messages_count_on_without_holes_and_never_go_back_in_time(demo: DemoData) -> None:
    said = _by_conversation(demo.messages)
    for conversation in demo.conversations:
        messages = said[conversation.id]
        assert [message.seq for message in messages] == list(range(1, conversation.last_seq + 1))
        times = [message.created_at for message in messages]
        assert times == sorted(times)
        assert len({(m.author.sender, m.client_id) for m in messages}) == len(messages)
        first = messages[0]
        assert first.author.kind is AuthorKind.VISITOR
        assert first.client_id == conversation.client_id


def test_no_agent_speaks_before_joining_and_no_bot_over_a_human(demo: DemoData) -> None:
    for messages in _by_conversation(demo.messages).values():
        human_answers = False
        for message in messages:
            code = message.content.get("code")
            if message.kind is MessageKind.ACTIVITY:
                if code == "agent_joined":
                    human_answers = True
                elif code == "returned_to_bot":
                    human_answers = False
            elif message.author.kind is AuthorKind.AGENT:
                assert human_answers
            elif message.author.kind is AuthorKind.BOT:
                assert not human_answers


def test_every_reference_is_met(demo: DemoData) -> None:
    contacts = {contact.id for contact in demo.contacts}
    visitors = {visitor.id: visitor.contact_id for visitor in demo.visitors}
    messages = {message.id: message for message in demo.messages}
    facts = {fact.id for fact in demo.facts}
    codes = {element.code for element in demo.elements}
    people = {account.id for account in demo.accounts if account.role is Role.AGENT}
    for conversation in demo.conversations:
        assert visitors[conversation.visitor_id] == conversation.contact_id
        assert conversation.element is None or conversation.element in codes
        assert conversation.last_agent_id is None or conversation.last_agent_id in people
    for fact in demo.facts:
        assert fact.contact_id in contacts
        assert fact.message_id in messages
        assert fact.superseded_by is None or fact.superseded_by in facts
    for message in demo.messages:
        assert set(message.used_facts) <= facts
    assert {consent.contact_id for consent in demo.consents} <= contacts
    customers = {customer.id for customer in demo.customers}
    assert {contact.external_id for contact in demo.contacts} - {None} <= customers


def test_a_signed_in_customer_is_one_contact(demo: DemoData) -> None:
    signed_in = Counter(contact.external_id for contact in demo.contacts if contact.identified)
    assert signed_in.most_common(1)[0][1] == 1


def test_a_fact_points_at_the_words_that_say_it(demo: DemoData) -> None:
    messages = {message.id: message for message in demo.messages}
    for fact in demo.facts:
        message = messages[fact.message_id or ""]
        assert message.author.kind is AuthorKind.VISITOR
        assert message.conversation_id == fact.conversation_id
        if fact.key != "open_problem":
            words = message.text[fact.start : fact.end]
            assert words.casefold() == fact.value.casefold()


def test_a_contact_has_one_current_fact_of_a_kind_of_which_there_is_one(demo: DemoData) -> None:
    def scale(key: str, value: str) -> object:
        """Who takes an M takes a 43 in boots besides."""
        of = FACT_KINDS[key].scale
        return of(value) if of else None

    current = Counter(
        (fact.contact_id, fact.key, scale(fact.key, fact.value))
        for fact in demo.facts
        if fact.state is FactState.CURRENT and not FACT_KINDS[fact.key].many
    )
    assert max(current.values()) == 1


def test_facts_of_earlier_dialogues_shape_later_ones(demo: DemoData) -> None:
    heard_in = {fact.id: fact.conversation_id for fact in demo.facts}
    remembered = [
        message
        for message in demo.messages
        if any(heard_in[fact] != message.conversation_id for fact in message.used_facts)
    ]
    assert len(remembered) >= 10


def test_no_fact_is_used_before_it_is_heard(demo: DemoData) -> None:
    heard_at = {fact.id: fact.observed_at for fact in demo.facts}
    for message in demo.messages:
        assert all(heard_at[fact] < message.created_at for fact in message.used_facts)


def test_the_log_is_in_order_and_folds_to_the_response_events(demo: DemoData) -> None:
    assert len({event.id for event in demo.events}) == len(demo.events)
    assert [event.at for event in demo.events] == sorted(event.at for event in demo.events)
    folded: dict[str, response_event.ResponseEvent] = {}
    for event in demo.events:
        _fold(folded, event)
    by_id = attrgetter("conversation_id")
    assert sorted(folded.values(), key=by_id) == sorted(demo.response_events, key=by_id)


def _fold(rows: dict[str, response_event.ResponseEvent], event: Event) -> None:
    if event.conversation_id is None:
        return
    if event.type is EventType.CONVERSATION_OPENED:
        rows[event.conversation_id] = response_event.begin(event)
    else:
        response_event.apply(rows[event.conversation_id], event)


def test_the_past_is_varied(demo: DemoData) -> None:
    rows = demo.response_events
    assert {row.channel for row in rows} >= {"website", *(each.kind for each in demo.elements)}
    assert {row.language for row in rows} == {"en", "is", "ru", "zh-TW", "th"}
    assert len({row.handoff_reason for row in rows}) >= 5
    assert len({intent for row in rows for intent in row.intents}) >= 15
    assert {3, 4, 5} <= {row.rating for row in rows}
    texts = Counter(m.text for m in demo.messages if m.author.kind is AuthorKind.VISITOR)
    assert len(texts) > 250


def test_more_people_open_an_element_than_write(demo: DemoData) -> None:
    opened = Counter(e.data["element"] for e in demo.events if e.type is EventType.ELEMENT_OPENED)
    for element in demo.elements:
        wrote = [row for row in demo.response_events if row.element == element.code]
        assert opened[element.code] > len(wrote) > 0


def test_only_gudrun_among_the_known_customers_has_a_past_and_her_problem_is_open(
    demo: DemoData,
) -> None:
    known = {f"cus-{number:03}" for number in range(1, 7)}
    met = [contact for contact in demo.contacts if contact.external_id in known]
    assert [contact.external_id for contact in met] == ["cus-002"]
    current = {
        fact.key: fact.value
        for fact in demo.facts
        if fact.contact_id == met[0].id and fact.state is FactState.CURRENT
    }
    assert current == {
        "order_number": "10518",
        "product_interest": "Esja wool sweater",
        "open_problem": "damaged",
    }


def test_passwords_are_new_every_time_and_never_shown() -> None:
    first, second = build(7, NOW).accounts, build(7, NOW).accounts
    assert [account.id for account in first] == [account.id for account in second]
    assert not {a.password for a in first} & {a.password for a in second}
    assert all(account.password not in repr(account) for account in first)
    assert Counter(account.role for account in first) == {
        Role.AGENT: 2,
        Role.MARKETER: 1,
        Role.ADMIN: 1,
    }


def test_an_account_becomes_an_agent_with_the_given_hash(demo: DemoData) -> None:
    agent = demo.accounts[0].agent("$argon2id$x", NOW)
    assert (agent.email, agent.password_hash) == (demo.accounts[0].email, "$argon2id$x")


def test_elements_and_canned_replies_would_pass_the_api(demo: DemoData) -> None:
    for element in elements(demo.inbox.id, NOW):
        ElementBody.model_validate(vars(element))
    assert len(demo.canned_replies) == 10
    for reply in demo.canned_replies:
        CannedReplyBody.model_validate(vars(reply))


def _found(demo: DemoData, experiment: Experiment) -> Finding:
    """What the page would say now."""
    theirs = [one for one in demo.exposures if one.experiment_id == experiment.id]
    deal = [one.variant for one in sorted(theirs, key=attrgetter("at"))]
    assert not watched(experiment.weights, deal).alarm
    over = [one for one in theirs if one.until <= NOW]
    begun = defaultdict(list)
    for row in demo.response_events:
        begun[row.contact_id].append(row.opened_at)
    tallies = []
    for place in range(2):
        saw = [one for one in over if one.variant == place]
        came = sum(any(one.at <= at < one.until for at in begun[one.contact_id]) for one in saw)
        unasked = {key: Tally(0, 0, 0) for key in OutcomeKey}
        tallies.append({**unasked, experiment.goal: Tally(len(saw), came, came)})
    compared = compare(experiment.comparisons(), tallies, experiment.goal, experiment.effect)
    return finding(compared, uneven=False)


def test_one_experiment_has_a_verdict_and_another_runs_where_nobody_tries_the_demo(
    demo: DemoData,
) -> None:
    ended, running = demo.experiments
    assert (ended.inbox_id, ended.state) == (demo.inbox.id, State.ENDED)
    assert (running.inbox_id, running.state) == (demo.outlet.id, State.RUNNING)
    running.check()
    assert _found(demo, ended) is Finding.BETTER
    assert _found(demo, running) is Finding.UNCLEAR
    # Of those who saw the second some talked, on its own website.
    there = {row.contact_id for row in demo.response_events if row.inbox_id == demo.outlet.id}
    saw = {one.contact_id for one in demo.exposures if one.experiment_id == running.id}
    assert len(there & saw) >= 5


def test_all_that_belongs_to_somebody_is_of_one_website(demo: DemoData) -> None:
    of = {one.id: one.inbox_id for one in demo.contacts}
    assert set(of.values()) == {demo.inbox.id, demo.outlet.id}
    placed = [(one.contact_id, one.inbox_id) for one in demo.visitors]
    placed += [(one.contact_id, one.inbox_id) for one in demo.conversations]
    placed += [(one.contact_id, one.inbox_id) for one in demo.response_events]
    assert all(of[contact_id] == inbox_id for contact_id, inbox_id in placed)
    dialogues = {one.id: one.inbox_id for one in demo.conversations}
    for event in demo.events:
        if event.conversation_id is not None:
            assert event.inbox_id == dialogues[event.conversation_id]
