"""What two people say before, while and after they are taken for one."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from chat_server.domain.facts.statement import Statement

VALUES = {
    "name": ["Kim", "Lee"],
    "size": ["M", "L"],
    "product_owned": ["coat", "boots"],
    "product_liked": ["wool"],
    "product_disliked": ["wool"],
}
PEOPLE = ("known", "nameless")


@dataclass(frozen=True)
class Line:
    """`by` is the known one or the one who came without a name; `ended`: that it is so no longer."""

    by: str
    key: str
    value: str
    ended: bool

    @property
    def statement(self) -> Statement:
        return Statement(self.key, self.value, 0.9, ended=self.ended)


@dataclass(frozen=True)
class Life:
    """What both say before they are taken for one, while they are, and after."""

    before: list[Line]
    meanwhile: list[Line]
    after: list[Line]


@st.composite
def lines(draw: st.DrawFn) -> Line:
    key = draw(st.sampled_from(sorted(VALUES)))
    by, ended = draw(st.sampled_from(PEOPLE)), draw(st.integers(0, 3)) == 0
    return Line(by, key, draw(st.sampled_from(VALUES[key])), ended)


def lives() -> st.SearchStrategy[Life]:
    """Short ones: what can go wrong between two goes wrong within a few lines."""
    some = st.lists(lines(), max_size=4)
    return st.builds(Life, some, st.lists(lines(), min_size=1, max_size=6), some)
