"""What the memory evaluation calls right and wrong."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from evaluation.memory.alike import same_value, says
from evaluation.memory.dialogues import Check, Dialogue, Label, Person, Session
from evaluation.memory.judge import judge
from evaluation.memory.seen import Greeted, KnownFact, Line, Memory, Played, spoken_in, words_of
from evaluation.memory.verdict import Verdict

_DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
_LATER = _DAY + timedelta(days=60)


def _fact(key: str, value: str, **more: Any) -> KnownFact:
    known: dict[str, Any] = {
        "id": f"{key}-{value}",
        "key": key,
        "value": value,
        "subject": None,
        "source": "visitor",
        "state": "current",
        "since": _DAY,
        "until": None,
        "quote": "",
    }
    return KnownFact(**{**known, **more})


def _label(key: str, value: str, **more: Any) -> Label:
    return Label(key, (value,), **more)


def _played(
    *held: KnownFact,
    facts: tuple[Label, ...] = (),
    superseded: tuple[Label, ...] = (),
    unconfirmed: tuple[Label, ...] = (),
    ability: str = "update",
) -> Played:
    dialogue = Dialogue(
        id="en-update-901",
        split="dev",
        language="en",
        ability=ability,
        say_what="",
        people={"kim": Person("kim", "laptop")},
        sessions=(Session("kim", _DAY, ()),),
        labelled=frozenset({"home", "name", "size", "complaint", "order_number"}),
        facts={"kim": facts},
        superseded={"kim": superseded},
        unconfirmed={"kim": unconfirmed},
    )
    memory = Memory()
    memory.keep(held)
    memory.current = [one for one in held if one.state == "current"]
    memory.unconfirmed = [one for one in held if one.state == "unconfirmed"]
    return Played(dialogue, people={"kim": memory})


def _said(played: Played, *replies: str, used: tuple[str, ...] = (), **check: Any) -> Verdict:
    line = Line("kim", "Hello", Check(**check) if check else None, 1, _LATER, list(replies))
    line.spoken, line.used = list(replies), list(used)
    played.lines.append(line)
    return judge(played)


def _causes(verdict: Verdict) -> list[str]:
    return [one.cause for one in verdict.failures]


# ------------------------------------------------------------------------ facts


def test_what_is_labelled_and_known_is_right_and_all_else_is_wrong() -> None:
    played = _played(
        _fact("home", "Berlin"),
        _fact("name", "Oslo"),
        facts=(_label("home", "berlin"), _label("size", "M")),
    )
    verdict = judge(played)
    assert (verdict.facts["home"].right, verdict.facts["home"].false) == (1, 0)
    assert verdict.facts["name"].false == 1
    assert verdict.facts["size"].missed == 1
    assert _causes(verdict) == ["false fact: name", "missed fact: size"]


def test_kinds_without_labels_do_not_count() -> None:
    assert judge(_played(_fact("phone", "+3545550101"))).facts == {}


def test_a_label_is_found_once() -> None:
    played = _played(
        _fact("order_number", "10432"),
        _fact("order_number", "10432", id="again"),
        facts=(_label("order_number", "10432"),),
    )
    verdict = judge(played)
    assert (verdict.facts["order_number"].right, verdict.facts["order_number"].false) == (1, 1)


def test_what_waits_to_be_confirmed_is_not_known_yet() -> None:
    played = _played(_fact("size", "M", state="unconfirmed"), facts=(_label("size", "M"),))
    verdict = judge(played)
    assert verdict.facts["size"].missed == 1
    assert _causes(verdict) == ["only unconfirmed: size"]


def test_what_the_shop_vouches_for_is_no_proof_of_hearing() -> None:
    told = _fact("name", "Lee", source="identity")
    assert judge(_played(told, facts=(_label("name", "Lee"),))).facts == {}
    assert judge(_played(told)).facts["name"].false == 1


def test_one_signed_identity_on_two_devices_is_one_person() -> None:
    played = _played(_fact("home", "Oslo"), facts=(_label("home", "Oslo"),))
    signed = {"sub": "kim@shop"}
    people = {name: Person(name, name, signed) for name in ("kim", "phone")}
    played.people["phone"] = played.people["kim"]
    dialogue = replace(played.dialogue, people=people)
    verdict = judge(replace(played, dialogue=dialogue))
    assert (verdict.facts["home"].right, verdict.facts["home"].false) == (1, 0)


def test_a_subject_counts_where_the_label_has_one() -> None:
    boots = _fact("size", "43", subject="Laki boots")
    assert judge(_played(boots, facts=(_label("size", "43"),))).facts["size"].right == 1
    other = _label("size", "43", subject="gloves")
    assert judge(_played(boots, facts=(other,))).facts["size"].missed == 1


def test_the_words_a_fact_comes_from_are_compared() -> None:
    right = _fact("home", "Berlin", quote="I moved to Berlin.")
    wrong = _fact("home", "Berlin", quote="Berlin is nice")
    label = _label("home", "Berlin", quote="moved to Berlin")
    assert judge(_played(right, facts=(label,))).sources.value == 1
    assert judge(_played(wrong, facts=(label,))).sources.value == 0


@pytest.mark.parametrize(
    ("key", "right", "heard"),
    [
        ("home", "Berlin", "Berlin, Germany"),
        ("home", "Казань", "Казани"),
        ("home", "台中", "台中市"),
        ("complaint", "nobody answered the phone", "Nobody answered the phone for 40 minutes"),
        ("product_liked", "Esja sweater", "my Esja sweater"),
        ("phone", "+442079460958", "020 7946 0958"),
        ("name", "jonas", "Jonas"),
        ("household", "two kids", "two kids and a dog"),
        ("occasion_date", "05-03", "2026-05-03"),
        ("colour", "зелёный", "зеленый"),
    ],
)
def test_values_that_say_the_same_are_alike(key: str, right: str, heard: str) -> None:
    assert same_value(key, right, heard)


@pytest.mark.parametrize(
    ("key", "right", "heard"),
    [
        ("home", "Berlin", "Bern"),
        ("name", "Hanna", "Hana"),
        ("size", "M", "L"),
        ("budget", "100 EUR", "150 EUR"),
        ("complaint", "nobody answered the phone", "the zip is broken"),
        ("occasion_date", "2026-05-03", "2027-05-03"),
        ("occasion_date", "2026-05-03", "05-03"),
        ("occasion_date", "05-03", "2026-03-05"),
        ("home", "台中", "高雄"),
    ],
)
def test_values_that_say_something_else_are_not(key: str, right: str, heard: str) -> None:
    assert not same_value(key, right, heard)


# ---------------------------------------------------------------------- updates


def test_an_update_is_right_when_the_old_is_history_and_the_new_is_known() -> None:
    old = _fact("home", "Oslo", state="superseded", until=_LATER)
    labels: dict[str, Any] = {
        "facts": (_label("home", "Berlin"),),
        "superseded": (_label("home", "Oslo"),),
    }
    assert judge(_played(old, _fact("home", "Berlin"), **labels)).updates.value == 1
    assert judge(_played(_fact("home", "Berlin"), **labels)).updates.value == 0
    assert judge(_played(old, **labels)).updates.value == 0
    assert judge(_played(_fact("home", "Oslo"), **labels)).updates.value == 0


def test_what_should_wait_to_be_confirmed_is_looked_for_there() -> None:
    label = (_label("size", "M"),)
    waiting = _fact("size", "M", state="unconfirmed")
    assert judge(_played(waiting, unconfirmed=label)).unconfirmed.value == 1
    assert judge(_played(unconfirmed=label)).unconfirmed.value == 0


# ---------------------------------------------------------------------- replies


def test_a_reply_has_all_it_must_and_one_of_each_group() -> None:
    check: dict[str, Any] = {"must": ("Kim",), "any_of": (("moved", "live"), ("Berlin",))}
    assert _said(_played(), "Kim, you live in BERLIN.", **check).replies.value == 1
    verdict = _said(_played(), "You live in Bern.", **check)
    assert verdict.replies.value == 0
    assert _causes(verdict) == ["reply lacks", "reply lacks"]


def test_saying_what_must_not_be_said_is_false_use() -> None:
    verdict = _said(_played(), "You live in Oslo.", must_not=("Oslo",))
    assert (verdict.false_use.good, verdict.false_use.of) == (1, 1)
    assert _causes(verdict) == ["false use"]
    assert _said(_played(), "Hello.", must_not=("Oslo",)).false_use.good == 0


def test_asking_what_must_not_be_asked_is_not_false_use() -> None:
    verdict = _said(_played(), "What is your name?", must_not=("What is your name",))
    assert verdict.false_use.good == 0
    assert verdict.replies.value == 0
    assert _causes(verdict) == ["reply asks"]


def test_using_what_held_no_longer_is_false_use_without_any_label() -> None:
    ended = _fact("home", "Oslo", state="superseded", until=_DAY + timedelta(days=1))
    verdict = _said(_played(ended), "As you live in Oslo...", used=(ended.id,))
    assert verdict.false_use.good == 1
    fresh = _fact("home", "Oslo")
    assert _said(_played(fresh, facts=(_label("home", "Oslo"),)), "Ok", used=(fresh.id,)).false_use.good == 0  # fmt: skip


def test_a_forgotten_fact_is_not_to_be_used() -> None:
    gone = _fact("name", "Kim")
    played = _played(gone)
    played.people["kim"].current = []
    played.people["kim"].forgotten[gone.id] = _DAY + timedelta(days=1)
    assert _said(played, "Hello, Kim!", used=(gone.id,)).false_use.good == 1


def test_using_what_the_label_wants_is_looked_up_by_kind() -> None:
    home = _fact("home", "Berlin")
    assert _said(_played(home), "Ok", used=(home.id,), uses=("home",)).replies.value == 1
    assert _said(_played(home), "Ok", uses=("home",)).replies.value == 0
    assert _said(_played(home), "Ok", used=(home.id,), uses_not=("home",)).false_use.good == 1


def test_asking_for_what_is_held_is_a_re_ask() -> None:
    played = _played(_fact("name", "Kim"), facts=(_label("name", "Kim"),))
    verdict = _said(played, "What is your name?")
    assert (verdict.re_asks.good, verdict.re_asks.of) == (1, 1)
    assert "re-ask: name" in _causes(verdict)
    assert _said(_played(), "What is your name?").re_asks.good == 0


def test_asking_whether_what_is_held_is_right_is_none() -> None:
    played = _played(_fact("size", "M"), facts=(_label("size", "M"),))
    verdict = _said(played, "May I check one thing: your size is M. Is that so?")
    assert verdict.re_asks.good == 0


def test_asking_the_size_of_something_else_is_none() -> None:
    size = _fact("size", "43", subject="boots")
    assert _said(_played(size), "Which size do you need?").re_asks.good == 0
    assert _said(_played(_fact("size", "43")), "Which size do you need?").re_asks.good == 1


def test_asking_for_what_was_said_and_not_heard_is_counted_apart() -> None:
    played = _played(facts=(_label("name", "Kim", quote="I'm Kim"),))
    played.said["kim"] = ["Hi, I'm Kim", "Hello"]
    verdict = _said(played, "What is your name?")
    assert verdict.re_asks.good == 0
    assert verdict.asked_though_said == 1


def test_words_on_a_choice_are_no_question_of_the_bot() -> None:
    content = {"text": "Esja is 120 €.", "choices": [{"label": "Hvaða stærðir eru til?"}]}
    played = _played(_fact("size", "43"))
    played.lines.append(Line("kim", "Esja?", None, 1, _LATER, [words_of(content)]))
    played.lines[-1].spoken = [spoken_in(content)]
    assert judge(played).re_asks.good == 0


def test_a_bot_that_could_not_answer_fails_what_was_expected() -> None:
    played = _played()
    played.lines.append(Line("kim", "Hi", Check(must=("a",)), trouble="a person had been called"))
    played.lines.append(Line("kim", "Hi", None, trouble="a person had been called"))
    verdict = judge(played)
    assert (verdict.replies.good, verdict.replies.of) == (0, 1)
    assert verdict.troubles == {"a person had been called": 2}


def test_greetings_are_judged_as_replies_are() -> None:
    played = _played()
    played.greetings.append(Greeted("kim", "Welcome back, Kim!", Check(must=("Kim",))))
    played.greetings.append(Greeted("kim", "Welcome back, Kim!", Check(must_not=("Kim",))))
    verdict = judge(played)
    assert (verdict.replies.good, verdict.replies.of) == (1, 2)
    assert verdict.false_use.good == 1


def test_all_words_a_reader_sees_are_looked_at() -> None:
    content = {
        "type": "card",
        "text": "Here it is",
        "cards": [{"title": "Order 10432", "actions": [{"label": "Track", "payload": "/x"}]}],
    }
    assert says(words_of(content), "order 10432")
    assert says(words_of(content), "track")
    assert not says(words_of(content), "/x")


def test_how_many_they_are_has_to_be_the_same() -> None:
    assert same_value("household", "two kids", "2 kids")
    assert not same_value("household", "two kids", "3 kids")
    assert same_value("household", "kids", "3 kids")
