"""A value beside words that say that something is not as it was: it takes the place of what is held of its kind.

By itself it says nothing: of whom nothing of the kind is known, nothing is kept.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .engine import AS_CHANGE
from .frames import Mention
from .text import Line, Sentence

_NEVER = re.compile(r"(?!)")


@dataclass(frozen=True)
class Changing:
    """A kind of value and how it is found; `unless` in the sentence: such a value is of something else there.

    `anyone`: it is the customer's even if somebody else is the reason; `quoted`: it stands in quotation marks.
    """

    key: str
    values: Callable[[Sentence], Iterable[Mention]]
    unless: re.Pattern[str] = _NEVER
    anyone: bool = False
    quoted: bool = False


@dataclass(frozen=True, eq=False)
class Replaced:
    """From the sentence with a word of `change` on, its values are the new ones.

    `unreal` in the sentence: nothing of it is meant; `others` beside the value: it is somebody else's; `old_before` and
    `old_after` right beside it: it is the former; `requests`: questions that ask for it to be so. What `put_right` hears
    it hears better. `lasting`: the words of change that reach beyond their sentence, if not all do.
    """

    put_right: Callable[[Line], Iterable[Statement]]
    change: re.Pattern[str]
    kinds: tuple[Changing, ...]
    unreal: tuple[re.Pattern[str], ...]
    others: re.Pattern[str]
    old_before: re.Pattern[str]
    old_after: re.Pattern[str]
    requests: re.Pattern[str]
    lasting: re.Pattern[str] | None = None

    def __call__(self, line: Line) -> Iterator[Statement]:
        right = {
            one.key
            for one in self.put_right(line)
            if one.end is None or not self.old_after.match(line.low, one.end)
        }
        kinds = [kind for kind in self.kinds if kind.key not in right]
        changed = False
        for sentence in line.sentences:
            low = sentence.low
            if low.rstrip().endswith("?") and not self.requests.search(low):
                continue
            here = changed or self.change.search(low) is not None
            changed = here if self.lasting is None else changed or self._lasts(low)
            if not here or any(one.search(low) for one in self.unreal):
                continue
            for kind in kinds:
                yield from self._of_kind(kind, sentence)

    def _lasts(self, low: str) -> bool:
        return self.lasting is not None and self.lasting.search(low) is not None

    def _of_kind(self, kind: Changing, sentence: Sentence) -> Iterator[Statement]:
        low = sentence.low
        if kind.unless.search(low):
            return
        for mention in kind.values(sentence):
            start = sentence.start + mention.start
            if (
                self.old_before.search(low, 0, mention.start)
                or self.old_after.match(low, mention.end)
                or (not kind.anyone and self._is_others(sentence, mention))
                or (not kind.quoted and sentence.line.in_quotation(start))
            ):
                continue
            yield Statement(
                kind.key,
                mention.value,
                AS_CHANGE,
                start,
                start + mention.end - mention.start,
                mention.subject,
                corrects=True,
            )

    def _is_others(self, sentence: Sentence, mention: Mention) -> bool:
        """Somebody is named in the sentence, and nobody in the clause says that it is theirs."""
        if self.others.search(sentence.low) is None:
            return False
        tongue = sentence.line.tongue
        cut, stop = 0, len(sentence.low)
        for mark in tongue.clause.finditer(sentence.low):
            if mark.end() <= mention.start:
                cut = mark.end()
            elif mark.start() >= mention.end:
                stop = mark.start()
                break
        clause = sentence.low[cut:stop]
        return tongue.own.search(clause) is None or self.others.search(clause) is not None


def hours(
    times: re.Pattern[str],
    hours_of: Callable[[re.Match[str]], str],
    parts: re.Pattern[str],
    part_of: Callable[[str], str | None],
) -> Callable[[Sentence], Iterator[Mention]]:
    """Hours by the clock, `when` in `times`; where there are none, parts of the day, `v` in `parts`."""

    def find(sentence: Sentence) -> Iterator[Mention]:
        low = sentence.low
        clock = [Mention(hours_of(said), *said.span("when")) for said in times.finditer(low)]
        yield from clock
        if not clock:
            for said in parts.finditer(low):
                value = part_of(said["v"])
                if value is not None:
                    yield Mention(value, *said.span("v"))

    return find
