"""Tables of lines and what must be heard in them, by language: `cases/<language>.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import pytest

from chat_server.domain.facts.kinds import FACT_KINDS, clean_value
from chat_server.domain.facts.statement import Statement
from chat_server.hearing.ears import hear

# A Sunday.
AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
CASES = Path(__file__).parent / "cases"
VERBATIM = frozenset({"name", "home", "delivery_place", "product_interest", "complaint", "praise"})


class Case(NamedTuple):
    language: str
    number: int
    asked: str | None
    text: str
    facts: tuple[str, ...]


def _cases() -> Iterator[Case]:
    for table in sorted(CASES.glob("*.txt")):
        for number, row in enumerate(table.read_text(encoding="utf-8").splitlines(), 1):
            if not row.strip() or row.startswith("#"):
                continue
            said, _, facts = row.partition("=>")
            asked, bar, text = said.partition("|")
            if not bar:
                asked, text = "", said
            yield Case(
                table.stem,
                number,
                asked.strip() or None,
                text.strip().replace("\\n", "\n"),
                tuple(fact.strip() for fact in facts.split(";") if fact.strip()),
            )


def _written(one: Statement) -> str:
    mark = "-" if one.ended else "?" if 0.5 <= one.confidence < 0.8 else ""
    # What is only another value for one that was said before.
    mark = "~" if one.corrects and one.confidence < 0.5 else mark
    return f"{mark}{one.key}={one.value}{f'/{one.subject}' if one.subject else ''}"


def _name(case: Case) -> str:
    asked = f"[{case.asked}] " if case.asked else ""
    return f"{case.language} line {case.number}: {asked}{case.text}"


@pytest.mark.parametrize("case", tuple(_cases()), ids=_name)
def test_hears_exactly_this(case: Case) -> None:
    found = hear(case.text, language=case.language, at=AT, asked=case.asked)
    assert sorted(map(_written, found)) == sorted(case.facts)
    for one in found:
        assert one.key in FACT_KINDS
        assert one.value is None or clean_value(one.key, one.value)
        assert one.start is not None
        assert one.end is not None
        span = case.text[one.start : one.end]
        assert span.strip()
        if one.key in VERBATIM and case.language == "en":
            assert span.lower().replace("\n", ", ").startswith((one.value or "").lower().split()[0])
