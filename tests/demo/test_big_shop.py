"""The big shop: any number of dialogues in a database of its own, the same for the same seed, and equal to its log."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from chat_server.commands import seed_big as chore
from chat_server.demo.big.seed import seed_big
from chat_server.domain.errors import Conflict
from chat_server.domain.ports import DialogueFilter, Slice
from chat_server.recount.verify import Verification
from chat_server.settings import SettingsError, load
from chat_server.store import tables as t
from chat_server.store.database import Engines
from chat_server.store.sql_store import SqlStore

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)
DIALOGUES = 160
HELP = Path(__file__).resolve().parents[2] / "help"


async def fill(url: str, seed: int = 7) -> None:
    await seed_big(url, DIALOGUES, seed, NOW, lambda _: None, courses=8)


async def kept(url: str) -> dict[str, list[tuple[object, ...]]]:
    engines = Engines(url)
    async with engines.reader.connect() as connection:
        found = {
            name: sorted(map(tuple, await connection.execute(sa.select(t.metadata.tables[name]))))
            for name in ("messages", "events", "response_events")
        }
    await engines.dispose()
    return {name: [tuple(map(str, row)) for row in rows] for name, rows in found.items()}


async def look(url: str) -> None:
    """What it must be like."""
    engines = Engines(url)
    store = SqlStore(engines, lambda _: None)
    found = await Verification(engines, HELP).verify([(NOW.replace(year=2024), NOW)])
    assert (found.dialogues, found.differing) == (DIALOGUES, [])
    async with engines.reader.connect() as connection:
        said = await connection.scalar(sa.select(sa.func.count()).select_from(t.messages))
        languages = set(await connection.scalars(sa.select(t.response_events.c.language)))
        assert 8 * DIALOGUES < (said or 0) < 13 * DIALOGUES
        assert languages == {"en", "is", "ru", "zh-TW", "th"}
    for words in ("訂單", "คำสั่งซื้อ", "pöntun", "заказ", "order"):
        async with store.read() as tx:
            assert await tx.transcripts.search(DialogueFilter(query=words), Slice(5)), words
    await store.close()
    await engines.dispose()


async def test_dialogues_in_five_languages_are_found_and_counted(
    empty_sqlite_url: str, tmp_path: Path
) -> None:
    await fill(empty_sqlite_url)
    await look(empty_sqlite_url)
    with pytest.raises(Conflict):
        await fill(empty_sqlite_url)
    again = f"sqlite:///{tmp_path / 'again.db'}"
    await fill(again)
    assert await kept(again) == await kept(empty_sqlite_url)


@pytest.mark.integration
async def test_the_same_on_postgresql(postgres_url: str) -> None:
    await fill(postgres_url)
    await look(postgres_url)


async def test_never_the_running_shop(tmp_path: Path) -> None:
    settings = load({"VAR_DIR": str(tmp_path)})
    with pytest.raises(SettingsError, match="its own"):
        await chore(settings, settings.database_url, 10, 7)
    with pytest.raises(SettingsError, match="one dialogue"):
        await chore(settings, "sqlite:///other.db", 0, 7)
