"""What became of an order, and that nothing is wrong any more: the verb near its number, whatever the phrase."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .order_numbers import DIGITS
from .takes import LIKELY
from .text import Line, Sentence

# As a shop may number them, where nothing says that it is a number of something else.
BARE_ORDER = (
    rf"(?<![\w#+.,:/-])(?<!not )(?<!ekki )(?<!не )(?<!дом )(?<!house )(?:no\.? ?|nr\.? ?|№ ?)?#?(?P<w>{DIGITS})(?!(?<=000)|[\w%€£$]|[.,:/-]\d"
    r"| ?(?:eur|kr|руб|р\.|тыс|км|k?m\b|k?g\b|isk|dollar|pound|quid|people|steps|шаг|yen|\d))"
)


@dataclass(frozen=True)
class Orders:
    """What became of an order: the verb nearest to its number or to "my order".

    `states` has a group for each state; `order` finds the order and its number (`n`, or `w` alone); `others` beside it say that it is somebody else's;
    `spoiled` in the sentence, `wished` before the verb or `behind` it say that it is no news, or none yet.
    """

    states: re.Pattern[str]
    order: re.Pattern[str]
    turn: re.Pattern[str]
    spoiled: re.Pattern[str]
    wished: re.Pattern[str]
    behind: re.Pattern[str]
    others: re.Pattern[str]
    denied: re.Pattern[str]
    # Whether denial beyond the part of the sentence takes it back as well.
    far: bool = True

    def hear(self, line: Line, found: list[Statement]) -> Iterator[Statement]:
        """Their numbers; and one state of each order, of sentences that none was heard in."""
        for sentence in line.sentences:
            low = sentence.low
            asked = low.rstrip().endswith("?")
            stated = any(_within(sentence, one) for one in found if one.key == "order_state")
            for order in self.order.finditer(low):
                if line.in_quotation(sentence.start + order.start()):
                    continue
                if self.others.search(low, max(0, order.start() - _NEAR), order.end() + _CLOSE):
                    continue
                if order["w"] and not line.orders.fit(order["w"]):
                    continue
                behind = line.text[sentence.start + order.end() :][:2]
                if order["w"] and behind[:1] == " " and behind[1:].isupper():
                    continue  # a postcode, and its town
                if not any(_overlaps(sentence, order, one) for one in found):
                    yield from self._number(sentence, order)
                state = None if asked or stated else self._state(low, *order.span())
                if state is not None:
                    yield from self._stated(sentence, order, state)

    def _number(self, sentence: Sentence, order: re.Match[str]) -> Iterator[Statement]:
        group = _numbered(order)
        if group is not None and not _NOT_THAT.search(sentence.low, 0, order.start()):
            number, at = order[group], sentence.start + order.start(group)
            yield Statement("order_number", number, LIKELY, at, at + len(number))

    def _state(self, low: str, start: int, end: int) -> str | None:
        cut, stop = 0, len(low)
        for mark in self.turn.finditer(low):
            if mark.end() <= start:
                cut = mark.end()
            elif mark.start() >= end:
                stop = mark.start()
                break
        verb = self.states.search(low, end, stop)
        if verb is None:
            # Around the number it stands in "sent 10233 back".
            for one in self.states.finditer(low, cut, stop):
                if one.end() <= start or (one.start() < start and end <= one.end()):
                    verb = one if one.lastgroup != "shipped" else verb
        if (
            verb is None
            or _OF_ORDER.search(low, 0, start)
            or self.wished.search(low[cut : verb.start()])
            or self.denied.search(
                low[cut : verb.end() + _CLOSE if self.far else min(stop, verb.end() + _CLOSE)]
            )
        ):
            return None
        return verb.lastgroup if not self.behind.match(low, verb.end()) else None

    def _stated(self, sentence: Sentence, order: re.Match[str], state: str) -> Iterator[Statement]:
        start, end = sentence.start + order.start(), sentence.start + order.end()
        group = _numbered(order)
        number = order[group] if group else None
        if number is None and self.spoiled.search(sentence.low):
            return
        yield Statement("order_state", state, LIKELY, start, end, number)
        if state == "delivered":
            for over in ("late", "missing"):
                yield Statement("open_problem", over, LIKELY, start, end, number, ended=True)


@dataclass(frozen=True)
class Clear:
    """Words that say that whatever was wrong is so no longer; `not_yet` in the sentence takes them back."""

    words: re.Pattern[str]
    not_yet: re.Pattern[str]

    def hear(self, line: Line, found: list[Statement]) -> Iterator[Statement]:
        """Only before anything else that is wrong."""
        wrong = [one.start or 0 for one in found if one.key == "open_problem"]
        for sentence in line.sentences:
            said = self.words.search(sentence.low)
            if said is None or self.not_yet.search(sentence.low):
                continue
            start, end = sentence.start + said.start(), sentence.start + said.end()
            if not line.in_quotation(start) and all(start < other for other in wrong):
                yield Statement("open_problem", None, LIKELY, start, end)
            return


def _numbered(order: re.Match[str]) -> str | None:
    return next((group for group in ("n", "w") if order[group] is not None), None)


# Another is meant.
_NOT_THAT = re.compile(r"\b(?:not|ekki|не) \Z")
# Something of the order, not itself.
_OF_ORDER = re.compile(r"\b(?:in|from|of|for|with|out of|í|i|úr|ur|með|med|в|из|за|по) (?:my )?\Z")


def _overlaps(sentence: Sentence, order: re.Match[str], one: Statement) -> bool:
    if one.key not in {"order_number", "phone", "budget"} or one.start is None or one.end is None:
        return False
    start = sentence.start + order.start()
    return one.start < start + len(order[0]) and start < one.end


def _within(sentence: Sentence, one: Statement) -> bool:
    return one.start is not None and sentence.start <= one.start < sentence.end


# Whose an order is stands close to it.
_NEAR, _CLOSE = 30, 24
