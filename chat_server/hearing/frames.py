"""What is done with a value by the nearest verb: a wish, a possession, an account; whatever the phrase.

Rules know phrases. Where none of them heard a thing, a size or a colour that is named, the verb that governs it
decides: the last one before it in its part of the sentence, or the first one behind it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum

from chat_server.domain.facts.statement import Statement

from .edges import Edges
from .order_news import Clear, Orders
from .takes import LIKELY, SURE
from .text import Line, Sentence


class Stance(StrEnum):
    """What a verb does with what it governs; the names of the groups in `Frames.verbs`."""

    WISH = "wish"  # wants it, looks for it
    TRADE = "trade"  # gives away what is held for it
    FIT = "fit"  # wears it, is of that size
    OWN = "own"  # has it
    CAME = "came"  # ordered it, got it, has trouble with it
    LIKE = "like"
    DISLIKE = "dislike"
    DROP = "drop"  # gives up wanting it
    LOSE = "lose"  # has it no longer
    ASK = "ask"  # asks the shop whether or how it is
    OTHER = "other"  # somebody else does it


@dataclass(frozen=True)
class Mention:
    """A value of a kind, where it stands, and whose the words around it say it is."""

    value: str
    start: int
    end: int
    # One that is theirs already, as in "my boots".
    held: bool = False
    # It says by itself whose it is: "M for me"; no verb is needed.
    own: bool = False
    subject: str | None = None
    corrects: bool = False


@dataclass(frozen=True)
class Governed:
    """A mention with the verb that governs it, if any does."""

    mention: Mention
    stance: Stance | None
    # Of the verb, in the sentence.
    verb: tuple[int, int]
    # The part of the sentence in which it stands.
    turn: tuple[int, int]
    sentence: Sentence


@dataclass(eq=False)
class Parsed:
    """A sentence with what was looked for in it already."""

    sentence: Sentence
    turns: list[re.Match[str]]
    verbs: dict[re.Pattern[str], list[re.Match[str]]] = field(default_factory=dict)
    mentions: dict[Callable[[Sentence], Iterable[Mention]], list[Mention]] = field(
        default_factory=dict
    )

    def verbs_of(self, pattern: re.Pattern[str]) -> list[re.Match[str]]:
        """All that govern something there."""
        if pattern not in self.verbs:
            self.verbs[pattern] = list(pattern.finditer(self.sentence.low))
        return self.verbs[pattern]

    def mentions_by(self, find: Callable[[Sentence], Iterable[Mention]]) -> list[Mention]:
        """All values that are named there."""
        if find not in self.mentions:
            self.mentions[find] = list(find(self.sentence))
        return self.mentions[find]


@dataclass(frozen=True)
class Kind:
    """How values of a kind are found, and which stances make them the customer's.

    `spoiled` in its part of the sentence, `spoiled_before` or `spoiled_after` right beside it, takes it back; `others`:
    also where somebody else is spoken of.
    """

    key: str
    mentions: Callable[[Sentence], Iterable[Mention]]
    stances: frozenset[Stance]
    cues: Callable[[str], bool]
    spoiled: re.Pattern[str] = re.compile(r"(?!)")
    spoiled_after: re.Pattern[str] = re.compile(r"(?!)")
    spoiled_before: re.Pattern[str] = re.compile(r"(?!)")
    others: bool = False
    # Of these what is held of the kind holds no longer; nor what is denied.
    ends: frozenset[Stance] = frozenset()
    # Only what is not theirs yet.
    new: bool = False
    # Also in questions.
    asked: bool = True
    # Also where many words are between the verb and it.
    far: bool = False
    # Where other verbs count than usual.
    verbs: re.Pattern[str] | None = None
    confidence: float = LIKELY


@dataclass(frozen=True)
class Frames:
    """A language's verbs, and what stands around them.

    `turn`: where another verb takes over; `denied` right before a verb and `denied_after` right behind it;
    `others`: somebody else is what the sentence is about; `strangers`: a subject right before the verb that is
    not the customer; `unreal`: nothing in the sentence is meant.
    """

    verbs: re.Pattern[str]
    turn: re.Pattern[str]
    denied: re.Pattern[str]
    denied_after: re.Pattern[str]
    others: re.Pattern[str]
    strangers: re.Pattern[str]
    unreal: re.Pattern[str]
    # Other things that are wanted, or done, of what is named.
    between: re.Pattern[str]
    kinds: tuple[Kind, ...] = field(default=())
    # What begins the words about another thing than the one that was given up: "no boots but gloves".
    rather: re.Pattern[str] = re.compile(r"(?!)")
    orders: Orders | None = None
    edges: Edges | None = None
    clear: Clear | None = None

    def hear(self, line: Line, found: list[Statement]) -> Iterator[Statement]:
        """What is not among `found` yet."""
        if (
            self.edges is not None
            and line.asked in {None, "name"}
            and not any(one.key in _NAMING for one in found)
        ):
            beside = [one for one in found if one.key in _OF_OTHERS]
            for one in self.edges(line):
                if not beside or (one.confidence >= SURE and not _touches(one, beside)):
                    yield one
        if self.clear is not None and line.asked is None:
            yield from self.clear.hear(line, found)
        if self.orders is not None:
            yield from self.orders.hear(line, found)
        named = {cues: cues(line.low) for cues in {kind.cues for kind in self.kinds}}
        kinds = [kind for kind in self.kinds if named[kind.cues]]
        if not kinds:
            return
        for sentence in line.sentences:
            if self.unreal.search(sentence.low):
                continue
            parsed = Parsed(sentence, list(self.turn.finditer(sentence.low)))
            for kind in kinds:
                yield from self._of_kind(kind, parsed, found)

    def _of_kind(self, kind: Kind, parsed: Parsed, found: list[Statement]) -> Iterator[Statement]:
        sentence = parsed.sentence
        for mention in parsed.mentions_by(kind.mentions):
            start, end = sentence.start + mention.start, sentence.start + mention.end
            if sentence.line.in_quotation(start):
                continue
            heard = _is_heard(kind.key, mention, start, end, found)
            if heard and not kind.ends:
                continue
            governed = self.governed(parsed, mention, kind.verbs or self.verbs)
            if kind.ends and self._ends(kind, governed):
                yield Statement(kind.key, mention.value, kind.confidence, start, end, ended=True)
            elif not heard and not (kind.new and mention.held) and self._holds(kind, governed):
                yield Statement(
                    kind.key,
                    mention.value,
                    kind.confidence,
                    start,
                    end,
                    mention.subject,
                    corrects=mention.corrects,
                )

    def governed(self, parsed: Parsed, mention: Mention, verbs: re.Pattern[str]) -> Governed:
        """By the last verb before it in its turn, the first behind it, or the last one of the turns before."""
        sentence = parsed.sentence
        cut = max((one.end() for one in parsed.turns if one.end() <= mention.start), default=0)
        stop = min(
            (one.start() for one in parsed.turns if one.start() >= mention.end),
            default=len(sentence.low),
        )
        named = parsed.verbs_of(verbs)
        # "Instead of" divides, and governs what follows.
        before = [
            one
            for one in named
            if one.end() <= mention.start
            and (cut <= one.start() or (one.end() == cut and one.lastgroup in _OF_THEIR_TURN))
        ]
        after = [one for one in named if mention.end <= one.start() and one.end() <= stop]
        if not before and not after:
            before = [one for one in named if one.end() <= cut]
        verb = before[-1] if before else after[0] if after else None
        begin = verb.start() if verb is not None else mention.start
        # "wants to buy" is one.
        for one in reversed(before[:-1]):
            if begin - one.end() > 1 or one.lastgroup not in {Stance.WISH, Stance.OTHER}:
                break
            begin = one.start()
            if one.lastgroup == Stance.OTHER:
                verb = one
        stance = Stance(verb.lastgroup) if verb is not None and verb.lastgroup else None
        if stance in _OF_THEIR_TURN and verb is not None and not cut <= verb.end() <= stop:
            stance = Stance.WISH if self.rather.match(sentence.low, cut) else None
        span = (begin, verb.end()) if verb is not None else (begin, begin)
        return Governed(mention, stance, span, (cut, stop), sentence)

    def _holds(self, kind: Kind, governed: Governed) -> bool:
        low, mention = governed.sentence.low, governed.mention
        if governed.stance not in kind.stances:
            return (
                mention.own
                and governed.stance in {None, Stance.ASK}
                and not self.others.search(low)
                and not self.denied.search(low[: mention.start])
                and not self._is_spoiled(kind, governed)
            )
        if self._is_spoiled(kind, governed):
            return False
        start, end = governed.verb
        before = low[max(0, start - _BACK) : start]
        gap = low[end : mention.start]
        if end <= mention.start and (
            (gap.count(" ") > _FAR and not kind.far) or self.between.search(gap)
        ):
            return False
        return not (
            self.denied.search(before)
            or self.denied_after.match(low, end)
            or self.strangers.search(before)
        )

    def _ends(self, kind: Kind, governed: Governed) -> bool:
        """Whether they say that they want or have it no longer."""
        low, mention = governed.sentence.low, governed.mention
        start, end = governed.verb
        given_up = governed.stance in kind.ends
        if not (given_up or governed.stance in kind.stances) or low.rstrip().endswith("?"):
            return False
        before = low[max(0, start - _BACK) : start]
        denied = bool(self.denied.search(before) or self.denied_after.match(low, end))
        gap = low[end : mention.start]
        return (
            given_up != denied
            and not kind.spoiled.search(mention.value.lower())
            and self.strangers.search(before) is None
            and gap.count(" ") <= _CLOSE
            and self.between.search(gap) is None
            and self.others.search(low, *governed.turn) is None
        )

    def _is_spoiled(self, kind: Kind, governed: Governed) -> bool:
        low, mention = governed.sentence.low, governed.mention
        cut, stop = governed.turn
        own = governed.sentence.line.tongue.own.search(low) is not None
        return (
            kind.spoiled.search(low, cut, stop) is not None
            or kind.spoiled_after.match(low, mention.end) is not None
            or kind.spoiled_before.search(low[cut : mention.start]) is not None
            or (not kind.others and self.others.search(low, cut, stop) is not None)
            or (low.rstrip().endswith("?") and not (kind.asked and own))
        )


def _touches(name: Statement, others: Iterable[Statement]) -> bool:
    return any(
        one.start is None
        or one.end is None
        or (one.start < (name.end or 0) and (name.start or 0) < one.end)
        for one in others
    )


def _is_heard(key: str, mention: Mention, start: int, end: int, found: Iterable[Statement]) -> bool:
    """Whether the words are known to say something, or the kind has its value."""
    for one in found:
        if one.start is None or one.end is None:
            continue
        if (
            one.key == key
            and key in _SINGLE
            and not one.ended
            and (mention.subject is None or one.subject in {None, mention.subject})
        ):
            return True
        if one.start < end and start < one.end and (one.key == key or one.key in _THINGS):
            return True
    return False


_FAR, _CLOSE = 12, 5
_OF_THEIR_TURN = frozenset({Stance.DROP, Stance.LOSE})
# As far back as words that deny or name somebody may begin.
_BACK = 48
_NAMING = frozenset({"name", "form_of_address"})
# Names that are nobody's who writes may stand in them.
_OF_OTHERS = frozenset({"company", "delivery_place"})
_SINGLE = frozenset({"size", "colour"})
_THINGS = frozenset({"product_interest", "product_liked", "product_disliked", "product_owned"})


def stands_alone(low: str, start: int, end: int) -> bool:
    """Little else is said, or it begins the sentence and a pause follows."""
    begins = not low[:start].strip() and low[end : end + 1] in {",", ".", "!"}
    return begins or low.count(" ") < _FEW_WORDS


_FEW_WORDS = 3


def bent_goods(
    goods: re.Pattern[str],
    plain: Callable[[str], str],
    held: re.Pattern[str],
    verbs: re.Pattern[str],
) -> Callable[[Sentence], Iterator[Mention]]:
    """Goods (`v`) in languages that bend them; `held` right before them says that they are theirs already."""

    def read(sentence: Sentence) -> Iterator[Mention]:
        low = sentence.low
        for found in goods.finditer(low):
            start, end = found.span("v")
            # A verb may look like an adjective.
            for verb in verbs.finditer(low, start, end):
                start = (
                    verb.end() + len(low[verb.end() : end]) - len(low[verb.end() : end].lstrip())
                )
            if start >= end:
                continue
            said = sentence.line.text[sentence.start + start : sentence.start + end]
            mine = held.search(low[:start]) is not None
            yield Mention(plain(said), start, end, held=mine)

    return read
