"""What holds after several messages: `updates/<language>.txt`."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from chat_server.domain.facts import ledger
from chat_server.domain.facts.changes import Origin
from chat_server.domain.facts.fact import Fact, FactSource
from chat_server.domain.facts.kinds import holds
from chat_server.hearing.ears import hear

# A Sunday.
AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
TABLES = Path(__file__).parent / "updates"


def _rows() -> Iterator[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for table in sorted(TABLES.glob("*.txt")):
        for row in table.read_text(encoding="utf-8").splitlines():
            if row.strip() and not row.startswith("#"):
                said, _, facts = row.partition("=>")
                yield (
                    table.stem,
                    tuple(line.strip() for line in said.split("||")),
                    tuple(fact.strip() for fact in facts.split(";") if fact.strip()),
                )


def _heard(held: list[Fact], text: str, language: str, number: int) -> None:
    at = AT + number * timedelta(minutes=5)
    ref = f"message-{number:03}"
    origin = Origin("contact", FactSource.VISITOR, at, ref, message_id=ref, language=language)
    changes = ledger.hear(held, hear(text, language=language, at=at), origin)
    changes.apply()
    held.extend(changes.new)


def _written(fact: Fact) -> str:
    return f"{fact.key}={fact.value}{f'/{fact.subject}' if fact.subject else ''}"


@pytest.mark.parametrize(("language", "lines", "facts"), tuple(_rows()))
def test_only_the_last_word_holds(
    language: str, lines: tuple[str, ...], facts: tuple[str, ...]
) -> None:
    held: list[Fact] = []
    for number, text in enumerate(lines):
        _heard(held, text, language, number)
    now = AT + timedelta(hours=2)
    assert sorted(_written(fact) for fact in held if holds(fact, now)) == sorted(facts)
    # A second hearing of the same words adds nothing.
    known = {fact.id for fact in held}
    for number, text in enumerate(lines):
        _heard(held, text, language, number)
    assert {fact.id for fact in held} == known
