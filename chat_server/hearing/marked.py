"""Words that a model marked, read as the values they are: by the rules, as an answer to the question for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from chat_server.domain.facts.kinds import FACT_KINDS, clean_subject, clean_value
from chat_server.domain.facts.marked import Claim, Marked
from chat_server.domain.facts.statement import Statement

from .engine import ABOUT_ORDERS, order_of
from .rule import FIRM, But, Heard
from .text import Line

# Kept as they were said where no rule knows a better form; values of other kinds have one form, or none.
_AS_SAID = frozenset(
    {
        "name",
        "product_interest",
        "product_liked",
        "product_disliked",
        "product_owned",
        "colour",
        "occasion",
        "delivery_place",
        "home",
        "complaint",
        "praise",
        "suggestion",
        "household",
        "company",
        "company_role",
    }
)
# In which company marked words say nothing, by kind: a gift is bought for somebody else, troubles are told in questions.
_TOLD_ANYHOW = But.ASKED | But.OTHERS | But.DENIED | But.PAST
_OF_OTHERS_TOO = {
    "product_interest": But.OTHERS,
    "occasion": But.OTHERS | But.ASKED,
    "occasion_date": But.OTHERS | But.ASKED,
    "delivery_place": But.OTHERS,
    "household": But.OTHERS,
    "order_number": But.ASKED | But.DENIED | But.PAST,
    "order_state": But.PAST | But.DENIED,
    "product_owned": But.PAST,
    "product_disliked": But.DENIED,
    "open_problem": _TOLD_ANYHOW,
    "complaint": _TOLD_ANYHOW,
    "praise": _TOLD_ANYHOW,
    "suggestion": _TOLD_ANYHOW,
}
_ABOUT = ABOUT_ORDERS | {"occasion_date", "size"}
_NOWHERE = FIRM | But.PAST
_SAYS_IT_IS_OVER = But.DENIED | But.PAST
# Whichever of them it was: "it turned up" names none.
_ENDS_ALL = frozenset({"open_problem"})
# Named in quotation marks, which are then no speech of another.
_NAMED = frozenset(
    {"company", "product_interest", "product_liked", "product_disliked", "product_owned"}
)
_QUOTES = frozenset("\"'«»“”„‘’「」『』")
_EDGES = " \t\n,.;:!?-–—\"'«»“”„()，。！？、：；「」"
_ARTICLES = ("a ", "an ", "the ", "some ", "any ", "my ")


class Reading(Protocol):
    """The rules, in the language and at the time of the message."""

    def __call__(self, text: str, *, asked: str | None) -> list[Statement]:
        """What they hear in an answer to the question for a kind."""


def stated(line: Line, marked: Sequence[Marked], read: Reading) -> list[Statement]:
    """One statement a mark that holds a value, and stands where the rules would believe it."""
    made = (_statement(line.text, one, read) for one in marked if _is_believed(line, one))
    found = [line.tongue.weighed(one, line) for one in made if one is not None]
    return _completed(found, line, read) if any(map(_is_open, found)) else found


def _is_open(one: Statement) -> bool:
    """Whether it may be about something that the message names."""
    return one.subject is None and one.value is not None and one.key in _ABOUT


def _completed(found: list[Statement], line: Line, read: Reading) -> list[Statement]:
    """With the order, the thing or the occasion they are about, as what rules hear has it."""
    told = [*read(line.text, asked=None), *found]
    orders = [one for one in told if one.key == "order_number" and not one.ended]
    occasions = {one.value for one in told if one.key == "occasion" and not one.ended}
    occasion = next(iter(occasions)) if len(occasions) == 1 else None
    made = []
    for one in found:
        subject = one.subject
        if _is_open(one) and one.key in ABOUT_ORDERS and orders:
            subject = order_of(one, orders, line)
        elif _is_open(one) and one.key == "occasion_date":
            subject = occasion
        made.append(replace(one, subject=subject))
    return made if line.tongue.about is None else line.tongue.about(made, line)


def _is_believed(line: Line, mark: Marked) -> bool:
    """Whether nothing around the words says that they are another's, asked, supposed, denied or past."""
    words = line.text[mark.start : mark.end]
    if mark.end > len(line.text) or not words.strip(_EDGES):
        return False
    if line.in_quotation(mark.start) and not _is_quoted_name(line.text, mark):
        return False
    sentence = line.sentence_at(mark.start)
    begin, end = mark.start - sentence.start, min(mark.end, sentence.end) - sentence.start
    match = re.compile(rf"(?P<v>.{{{end - begin}}})", re.DOTALL).match(sentence.low, begin)
    if match is None:
        return False
    nowhere = _NOWHERE & ~_OF_OTHERS_TOO.get(mark.key, But.NOTHING)
    if mark.claim is Claim.OVER:
        nowhere &= ~_SAYS_IT_IS_OVER
    return not line.tongue.company(Heard(match, sentence)) & nowhere


def _is_quoted_name(text: str, mark: Marked) -> bool:
    """Whether the marked words are all that is quoted."""
    start, end = _kept(text, mark)
    before, behind = text[max(start - 1, 0) : start], text[end : end + 1]
    return mark.key in _NAMED and before in _QUOTES and behind in _QUOTES


def _kept(text: str, mark: Marked) -> tuple[int, int]:
    """Where the marked words stand, without what stands around them."""
    said = text[mark.start : mark.end]
    start = mark.start + len(said) - len(said.lstrip(_EDGES))
    return start, start + len(said.strip(_EDGES))


def _statement(text: str, mark: Marked, read: Reading) -> Statement | None:
    start, end = _kept(text, mark)
    if start == end:
        return None
    over = mark.claim is Claim.OVER
    if over and mark.key in _ENDS_ALL:
        made: Statement | None = Statement(mark.key, None, mark.confidence)
    else:
        made = _value(mark, text[start:end], read)
        if made is None and text[end : end + 1] == ".":
            # That of an abbreviation: "18 ส.ค."
            end += 1
            made = _value(mark, text[start:end], read)
    if made is None:
        return None
    subject = _subject(text, mark)
    return replace(
        made,
        confidence=mark.confidence,
        start=start,
        end=end,
        subject=None if over else subject or made.subject,
        ended=over,
    )


def _value(mark: Marked, kept: str, read: Reading) -> Statement | None:
    heard = [one for one in read(kept, asked=mark.key) if one.key == mark.key]
    if len(heard) == 1 and heard[0].value is not None and not heard[0].ended:
        return replace(heard[0], corrects=False)
    value = None
    if mark.key in _AS_SAID:
        value = clean_value(mark.key, _bare(kept))
    # Hours that are said in numbers are those, or none.
    elif mark.value is not None and not any(letter.isdigit() for letter in kept):
        value = clean_value(mark.key, mark.value)
    return Statement(mark.key, value, mark.confidence) if value is not None else None


def _bare(kept: str) -> str:
    low = kept.lower()
    article = next((one for one in _ARTICLES if low.startswith(one)), "")
    return kept[len(article) :]


def _subject(text: str, mark: Marked) -> str | None:
    if mark.about is None:
        return None
    said = text[slice(*mark.about)].strip(_EDGES)
    return clean_subject(FACT_KINDS[mark.key], _bare(said))
