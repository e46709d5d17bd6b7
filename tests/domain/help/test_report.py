"""Answers from pages are counted by passage, and a handoff by the page that came last before it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from chat_server.domain.events import Event, EventType
from chat_server.domain.help.place import Place
from chat_server.domain.help.report import Counted, missed, tally

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
WOOL, VISIT = Place("en", "wool", "moths"), Place("en", "visit", "hours")


def _line(kind: EventType, minute: int, dialogue: str = "c1", /, **data: object) -> Event:
    at = NOON + timedelta(minutes=minute)
    name = f"{kind}-{dialogue}-{minute}"
    return Event(name, kind, at, "inbox", "bot", conversation_id=dialogue, data=data)


def _about(place: Place) -> dict[str, object]:
    return {"language": place.language, "article": place.article, "passage": place.passage}


def _shown(place: Place, minute: int, dialogue: str = "c1") -> Event:
    return _line(EventType.HELP_SHOWN, minute, dialogue, **_about(place))


def test_what_was_shown_and_said_of_it_is_counted_by_passage() -> None:
    lines = [
        _shown(WOOL, 1),
        _line(EventType.HELP_JUDGED, 2, helpful=True, **_about(WOOL)),
        _shown(WOOL, 1, "c2"),
        _line(EventType.HELP_JUDGED, 2, "c2", helpful=False, **_about(WOOL)),
        _shown(VISIT, 3),
    ]
    wool, visit = tally(lines, lines).passages()
    assert (wool.place, wool.shown, wool.helpful, wool.not_helpful) == (WOOL, 2, 1, 1)
    assert (visit.place, visit.shown, visit.helpful, visit.not_helpful) == (VISIT, 1, 0, 0)


def test_a_handoff_counts_for_the_page_shown_last_before_it_and_once() -> None:
    lines = [_shown(WOOL, 1), _shown(VISIT, 3), _shown(WOOL, 9), _shown(WOOL, 1, "c2")]
    handoffs = [
        _line(EventType.HANDED_OFF, 0, "c2"),
        _line(EventType.HANDED_OFF, 4),
        _line(EventType.HANDED_OFF, 5),
    ]
    left = {one.place: one.handed_off for one in tally(lines, [*lines, *handoffs]).passages()}
    assert left == {WOOL: 0, VISIT: 1}


def test_parts_of_a_time_add_up_to_it() -> None:
    lines = [_shown(WOOL, 1), _shown(VISIT, 3), _line(EventType.HELP_MISSED, 4, seq=5)]
    around = [*lines, _line(EventType.HANDED_OFF, 2), _line(EventType.HANDED_OFF, 6)]
    whole, first = tally(lines, around), tally(lines[:1], around)
    assert [one.handed_off for one in first.passages()] == [1]
    rest = tally(lines[1:], around)
    first.missed += rest.missed
    for one in rest.passages():
        first.add(one)
    assert first == whole
    assert whole.places[WOOL] == Counted(WOOL, shown=1, handed_off=1)


def test_questions_without_a_page_are_named_newest_first() -> None:
    lines = [
        _line(EventType.HELP_MISSED, 1, seq=3, language="ru"),
        _line(EventType.HELP_MISSED, 2, "c2", seq=1, language="th"),
        _line(EventType.HELP_MISSED, 3, "c3"),
        _shown(WOOL, 1),
    ]
    found = [(one.conversation_id, one.seq, one.language) for one in missed(lines)]
    assert found == [("c2", 1, "th"), ("c1", 3, "ru")]
