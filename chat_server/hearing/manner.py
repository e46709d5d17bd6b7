"""How formally somebody wishes to be spoken to, in languages that have two words for "you" or had them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from chat_server.domain.facts.statement import Statement

from .rule import But, Heard, Rule
from .takes import SURE

_BEFORE, _AFTER = 45, 25


@dataclass(frozen=True)
class Manner:
    """`formal` and `informal` name the manner, `airs` only what is to be left out.

    `turned`, before them, means the opposite, also in a clause before that `goes_on` with "when";
    `vague` words of manner need `address` beside them; `spoiled` is said of others or of something else.
    """

    formal: str
    informal: str
    vague: str
    airs: str
    turned: re.Pattern[str]
    turned_after: re.Pattern[str]
    goes_on: re.Pattern[str]
    address: re.Pattern[str]
    spoiled: re.Pattern[str]

    def rule(self, cues: frozenset[str]) -> Rule:
        pattern = re.compile(
            rf"\b(?:(?P<informal>{self.informal})|(?P<formal>{self.formal})|(?P<vague>{self.vague})|(?P<airs>{self.airs}))(?![^\W\d_])"
        )
        return Rule(cues, pattern, self._take, But.REPORTED)

    def _take(self, heard: Heard) -> Iterator[Statement]:
        low, (start, end) = heard.sentence.low, heard.match.span()
        if self.spoiled.search(low) or (heard.has("vague") and not self.address.search(low)):
            return
        before = low[max(self._clause(heard), start - _BEFORE) : start]
        turned = bool(self.turned.search(before) or self.turned_after.match(low, end, end + _AFTER))
        if heard.has("airs") and not turned:
            return
        informal = heard.has("informal") != turned
        yield heard.statement(
            "form_of_address", "informal" if informal else "formal", confidence=SURE
        )

    def _clause(self, heard: Heard) -> int:
        low, start = heard.sentence.low, heard.match.start()
        marks = heard.line.tongue.clause.finditer(low, 0, start)
        ends = (mark.end() for mark in marks)
        return max((end for end in ends if not self.goes_on.match(low, end)), default=0)
