"""Hearing a line: its rules, the answer it may be, and what of it stands in the end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from typing import TypeAlias

from chat_server.domain.facts.kinds import FACT_KINDS
from chat_server.domain.facts.statement import Statement

from .dates import end_of
from .frames import Frames
from .text import Line
from .tongue import UNSURE, Tongue
from .two_sizes import settled

# Words to machines, not about oneself: nothing in such a message is a fact.
_COMMANDS = re.compile(
    r"<\s*/?\s*[a-z!][^>]{0,200}>|<script|javascript:|\{\{|\}\}|\$\{|```|\b(?:drop|alter|truncate) table\b"
    r"|\bselect\b.{1,80}\bfrom\b.{0,40}(?:\bwhere\b|;|\*)|\binsert into\b|\bunion select\b|' or '?1'?\s?=|\bdelete from\b|;\s*--|\bupdate \w+ set\b|<\?php|\b(?:def|function) \w+\(|\bimport os\b|\brm -rf\b"
    r"|\b(?:ignore|disregard|forget|override|bypass) (?:all |any |the |your |my |these |those )*(?:previous |prior |above |earlier )?(?:rules?|instructions?|prompts?|guidelines|restrictions|system)\b"
    r"|\bsystem prompt\b|\bdeveloper mode\b|\byou are now\b|\bfrom now on,? you\b|\b(?:act|behave|respond) as (?:if you|an?|my|the)\b|\bjailbreak\b|\bpretend (?:to be|that you|you)\b|(?:^|\n)\s*(?:system|assistant)\s*:"
    r"|\b(?:забудь|игнорируй|отмени|нарушь)\w* (?:все |всё |свои |предыдущие |эти |прошлые )*(?:инструкц|правил|указани)|\bя (?:— |- )?(?:админ|администратор|разработчик|модератор)\b"
    r"|\b(?:hunsa\w*|gleymdu|virtu ad vettugi) (?:ollum |ollu |th?inum |fyrri |reglum)*(?:regl|fyrirmal|leidbein)|\beg er (?:kerfisstjori|stjornandi|admin)\b"
    r"|(?:忽略|無視|忘記|忽视)[^,，。]{0,8}(?:指令|規則|规则|設定|提示)|我是(?:系統)?(?:管理員|管理者|開發者|admin)"
    r"|(?:ลืม|เพิกเฉย|ไม่ต้องสนใจ|ละเว้น)[^,]{0,12}(?:คำสั่ง|กฎ)|(?:ผม|ฉัน|ดิฉัน)(?:เป็น|คือ) ?(?:แอดมิน|ผู้ดูแลระบบ|admin)"
    r"|\b(?:i am|i'm|im|make me|treat me as|i have) (?:an? |the |your )?(?:admin\w*|root|superuser|moderator|developer|operator|owner of this (?:shop|site)|(?:system|admin) (?:access|rights))\b"
)
_MANY = frozenset(
    [
        "order_number",
        "product_interest",
        "product_liked",
        "product_disliked",
        "product_owned",
        "occasion",
        "complaint",
        "praise",
        "suggestion",
        "promise",
        "household",
        "open_problem",
        "order_state",
        "occasion_date",
    ]
)
# What is no surer than this counts only in the place of what was said before: just before, or at any time where the
# words say that something has changed.
AS_CORRECTION = 0.4
AS_CHANGE = 0.45
_LONGEST_PROMISE = 300
# A name or a number that stands alone holds no cue.
_SHORT = 40
# Numbers that stand so close are of one breath.
_JOINED = 8
_Held: TypeAlias = tuple[str, str | None, datetime | None, str]
ABOUT_ORDERS = frozenset({"open_problem", "order_state"})


def heard(line: Line, tongue: Tongue) -> list[Statement]:
    """All that the line says, in its order."""
    cues = tongue.cues_in(line.low)
    if not cues and line.asked is None and not (tongue.frames and len(line.text) < _SHORT):
        return []
    if _COMMANDS.search(line.low):
        return []
    found: list[Statement] = []
    alone = len(line.sentences) == 1
    for sentence in line.sentences:
        present = cues if alone else tongue.cues_in(sentence.low)
        for rule in tongue.rules_for(present):
            found.extend(rule.hear(sentence))
    for whole in tongue.line_rules_for(cues):
        found.extend(whole.hear(line))
    if line.asked is not None:
        found.extend(_answered(line, tongue, found))
    if tongue.frames is not None:
        found.extend(_framed(line, tongue.frames, found))
    for whole in tongue.second:
        found = _looked_again(found, whole.hear(line))
    found = _in_view_of_all(line, tongue, found)
    if tongue.contrast is not None:
        found = settled(found, line, tongue.contrast)
    return _kept(found, line)


def _in_view_of_all(line: Line, tongue: Tongue, found: list[Statement]) -> list[Statement]:
    """With what is heard last, what values are of, and from when on it holds."""
    if tongue.about is not None:
        found = tongue.about(found, line)
    if tongue.last is not None:
        found = [*found, *tongue.last(line, found)]
    return found if tongue.beginnings is None else tongue.beginnings.dated(found, line)


def _framed(line: Line, frames: Frames, found: list[Statement]) -> list[Statement]:
    """What verbs govern; a value that may be new is no reason not to look whether it is said by itself."""
    plain = [one for one in found if one.confidence != AS_CHANGE]
    return [line.tongue.weighed(one, line) for one in frames.hear(line, plain)]


def _looked_again(found: list[Statement], more: Iterable[Statement]) -> list[Statement]:
    """What is new in it, and the things that values are about where that was not heard."""
    for one in more:
        if any(_is_poorer(held, one) for held in found):
            found = [_completed(o, one) if _is_poorer(o, one) else o for o in found]
        elif not any(_says_it(held, one) for held in found):
            found = [*found, one]
    return found


def _is_poorer(held: Statement, one: Statement) -> bool:
    """Whether the same was heard without what it is about, or without that it corrects."""
    if (held.key, held.value) != (one.key, one.value) or not _overlap(held, one):
        return False
    if held.subject is not None:
        return False
    return one.subject is not None or (one.corrects and not held.corrects)


def _completed(held: Statement, one: Statement) -> Statement:
    return replace(held, subject=one.subject, corrects=held.corrects or one.corrects)


def _answered(line: Line, tongue: Tongue, found: list[Statement]) -> Iterable[Statement]:
    """What was asked for, when the line is no more than the answer."""
    read = tongue.answers.get(line.asked or "")
    if read is None or any(one.key == line.asked and one.confidence > AS_CHANGE for one in found):
        return ()
    found = read(line)
    if tongue.doubt is not None and tongue.doubt.light.search(line.low):
        return [replace(one, confidence=UNSURE) for one in found]
    return [tongue.weighed(one, line) for one in found]


def with_more(found: list[Statement], more: list[Statement], line: Line) -> list[Statement]:
    """What is heard only where filling words are left out; as unsure as the whole words are."""
    new = [one for one in more if not any(_says_it(held, one) for held in found)]
    return _kept([*found, *(line.tongue.weighed(one, line) for one in new)], line) if new else found


def _says_it(held: Statement, one: Statement) -> bool:
    """Whether nothing is new beside `held`: of a kind that has one value what was heard first stands."""
    if held.key != one.key:
        return False
    if one.key not in _MANY and held.subject == one.subject and _scale(held) == _scale(one):
        return held.ended == one.ended
    if (held.value, held.subject) == (one.value, one.subject):
        return True
    return _overlap(held, one)


def _kept(found: list[Statement], line: Line) -> list[Statement]:
    """Each once; of several values of a kind that has one, the last; problems with their order."""
    orders = [one for one in found if one.key == "order_number" and not one.ended]
    kept: dict[tuple[str, str | None, str | None, bool], Statement] = {}
    for one in sorted(found, key=lambda one: (one.start or 0, -one.confidence)):
        if one.key in ABOUT_ORDERS and orders and one.subject is None:
            one = replace(one, subject=order_of(one, orders, line))  # noqa: PLW2901 - the same statement, completed
        same = (one.key, one.value, one.subject, one.ended)
        held = kept.setdefault(same, one)
        if one.corrects or held.corrects:
            surer = max(held, one, key=lambda each: each.confidence)
            kept[same] = replace(surer, corrects=True)
    return _without_contradiction(_said_plainly(list(kept.values())))


def _said_plainly(found: list[Statement]) -> list[Statement]:
    """Words that say something by themselves are not taken for the correction of something else."""
    plain = [one for one in found if one.confidence > AS_CHANGE]
    last = {one.key: one for one in plain if not one.ended}
    kept: list[Statement] = []
    for one in found:
        if one.confidence > AS_CHANGE:
            kept.append(one)
        elif any(_overlap(other, one) for other in plain if not other.ended):
            continue
        elif one.key not in last:
            kept.append(one)
        elif _puts_right(one, last[one.key], plain):
            kept.append(replace(one, confidence=last[one.key].confidence))
    return kept


def _puts_right(one: Statement, said: Statement, plain: list[Statement]) -> bool:
    """Whether it corrects what was said right before it in the same message: "in red. no wait, black"."""
    if one.confidence > AS_CORRECTION or one.key in _MANY or one.start is None or said.end is None:
        return False
    nearest = max((other.end for other in plain if other.end and other.end <= one.start), default=0)
    return said.end <= one.start and said.end == nearest


def _overlap(one: Statement, other: Statement) -> bool:
    if one.start is None or one.end is None or other.start is None or other.end is None:
        return False
    return one.start < other.end and other.start < one.end


def order_of(one: Statement, orders: list[Statement], line: Line) -> str | None:
    """The only order there is, or else the only one of the same sentence."""
    numbers = {order.value for order in orders}
    if len(numbers) > 1 and one.start is not None:
        place = one.start
        for sentence in line.sentences:
            if sentence.start <= place < sentence.end:
                numbers = {
                    order.value
                    for order in orders
                    if order.start is not None and sentence.start <= order.start < sentence.end
                }
    if len(numbers) != 1 and not line.tongue.spaced:
        return _nearest(one, orders)
    return next(iter(numbers)) if len(numbers) == 1 else None


def _nearest(one: Statement, orders: list[Statement]) -> str | None:
    """Where sentences have no end: the last order that was named before it."""
    named = [o for o in orders if None not in {o.start, one.start} and o.start < one.start]  # type: ignore[operator]
    named.sort(key=lambda o: o.start or 0)
    if not named or (len(named) > 1 and (named[-1].start or 0) - (named[-2].end or 0) < _JOINED):
        return None
    return named[-1].value


def _without_contradiction(found: list[Statement]) -> list[Statement]:
    last: dict[_Held, int] = {}
    for number, one in enumerate(found):
        if one.key not in _MANY and not one.ended:
            other = last.get(_held(one))
            if other is None or one.confidence >= found[other].confidence - 0.2:
                last[_held(one)] = number
    ended = {(one.key, one.value) for one in found if one.ended}
    current = {
        (one.key, one.value)
        for number, one in enumerate(found)
        if not one.ended and last.get(_held(one), number) == number
    }
    return [
        one
        for number, one in enumerate(found)
        if (one.ended and ((one.key, one.value) not in current))
        or (
            not one.ended
            and last.get(_held(one), number) == number
            and ((one.key, one.value) not in ended or (one.key, one.value) in current)
        )
    ]


def _held(one: Statement) -> _Held:
    """What only one value can be held of: where they live now, and where from a day on, are two; so are L and 44."""
    return one.key, one.subject, one.valid_from, _scale(one)


def _scale(one: Statement) -> str:
    kind = FACT_KINDS[one.key]
    return kind.scale(one.value) if kind.scale is not None and one.value is not None else ""


def promised(line: Line, tongue: Tongue) -> list[Statement]:
    """The sentences that promise something, until the end of the day they name."""
    if tongue.promise is None or not tongue.promise.search(line.low):
        return []
    found: list[Statement] = []
    for sentence in line.sentences:
        match = tongue.promise.search(sentence.low)
        said = sentence.said
        if match is None or sentence.low.rstrip().endswith("?") or len(said) > _LONGEST_PROMISE:
            continue
        if line.in_quotation(sentence.start + match.start()) or tongue.around.supposed.search(
            sentence.low[: match.start()]
        ):
            continue
        start = line.text.index(said, sentence.start)
        days = tongue.calendar.days(sentence.low, line.at.date()) if tongue.calendar else []
        due = end_of(days[-1].day) if days else None
        found.append(Statement("promise", said, 0.9, start, start + len(said), valid_until=due))
    return found
