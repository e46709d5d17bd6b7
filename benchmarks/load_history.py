"""Whether a message costs more when much was said before: `python -m benchmarks.load_history`.

The same load on a new database, on one with a million messages, and in a conversation of ten thousand. What was said
before was heard and read long ago, as it is where a hub has run all the time.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks import _page
from benchmarks._contestants import Contestant, Shop, hub, make_shop, others_still
from benchmarks._drive import Driven
from benchmarks._figures import median
from chat_server.domain.finding import indexed
from chat_server.domain.recall.said import index

_CONVERSATIONS, _EACH = 2_000, 500
_LONG = 10_000
_VISITORS = 50
_ROUNDS, _SECONDS = 3, 3.0


@dataclass
class Pair:
    """The same load before and after; results by round."""

    title: str
    visitors: int
    contestants: tuple[Contestant, Contestant]
    results: tuple[list[Driven], list[Driven]] = field(default_factory=lambda: ([], []))


def main() -> None:
    """In turns."""
    with tempfile.TemporaryDirectory(prefix="samtal-bench-") as folder, ExitStack() as stack:
        young, memory = _young(Path(folder))
        old, talkative = (_copy(young, name) for name in ("old", "talkative"))
        _fill(old.path)
        _lengthen(talkative.path)
        start = [stack.enter_context(_known(shop, memory)) for shop in (young, old, talkative)]
        full = f"{_CONVERSATIONS * _EACH:,} messages in the database"
        pairs = [
            Pair(full, _VISITORS, (start[0], start[1])),
            Pair(f"{_LONG:,} messages in the conversation", 1, (start[0], start[2])),
        ]
        for _ in range(_ROUNDS):
            for pair in pairs:
                for contestant, results in zip(pair.contestants, pair.results, strict=True):
                    with others_still(start, contestant):
                        results.append(contestant.drive(pair.visitors, _SECONDS))
                    print(pair.title, contestant.name, results[-1], flush=True)
    heads = [
        "",
        "visitors",
        "messages/s",
        "new",
        "ack p50 ms",
        "new",
        "CPU µs",
        "new",
        "CPU, ratio",
    ]
    text = _page.table(heads, [_row(pair) for pair in pairs])
    print(text)
    _page.write("history", text)


def _row(pair: Pair) -> list[str]:
    new, old = pair.results
    cells = [pair.title, str(pair.visitors)]
    for name, digits in (("rate", 0), ("ack_p50", 1), ("server_us", 0)):
        cells += [
            f"{median([getattr(came, name) for came in results]):,.{digits}f}"
            for results in (old, new)
        ]
    before, after = (median([came.server_us for came in results]) for results in (new, old))
    return [*cells, f"{after / before:.2f}"]


def _young(folder: Path) -> tuple[Shop, Path]:
    """A database in which everybody has begun to talk, and who they are."""
    shop = make_shop(folder)
    with hub("young", shop) as contestant:
        contestant.drive(_VISITORS, 0.2)
        assert contestant.memory is not None
        memory = Path(shutil.copy(contestant.memory, folder / "visitors.json"))
        var = contestant.memory.parent
    path = folder / "young.db"
    with closing(sqlite3.connect(var / "samtal.db")) as connection:
        connection.execute("VACUUM INTO ?", (str(path),))
    return Shop(path, shop.notes), memory


def _copy(shop: Shop, name: str) -> Shop:
    return Shop(Path(shutil.copy(shop.path, shop.path.with_name(f"{name}.db"))), shop.notes)


@contextmanager
def _known(shop: Shop, memory: Path) -> Iterator[Contestant]:
    with hub(shop.path.stem, shop) as contestant:
        assert contestant.memory is not None
        shutil.copy(memory, contestant.memory)
        yield contestant


def _fill(path: Path) -> None:
    """Many conversations like the first one, long over."""
    with closing(sqlite3.connect(path)) as connection, connection:
        template = "(SELECT conversation_id FROM messages WHERE author_kind = 'visitor' LIMIT 1)"
        numbers = f"WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c WHERE n < {_CONVERSATIONS})"
        of_template = f"SELECT contact_id FROM conversations WHERE id = {template}"
        _multiply(connection, numbers, "contacts", f"id = ({of_template})", id="'hc' || c.n")
        of_template = f"SELECT visitor_id FROM conversations WHERE id = {template}"
        _multiply(
            connection, numbers, "visitors", f"id = ({of_template})",
            id="'hv' || c.n", contact_id="'hc' || c.n", token_digest="'hd' || c.n",  # noqa: S106
        )  # fmt: skip
        _multiply(
            connection, numbers, "conversations", f"id = {template}",
            id="'h' || c.n", contact_id="'hc' || c.n", visitor_id="'hv' || c.n",
            client_id="'h' || c.n", status="'resolved'", last_seq=str(_EACH),
            last_public_seq=str(_EACH), visitor_read_seq=str(_EACH), agent_read_seq=str(_EACH),
        )  # fmt: skip
        _multiply(
            connection, numbers, "response_events", f"conversation_id = {template}",
            conversation_id="'h' || c.n", contact_id="'hc' || c.n",
        )  # fmt: skip
        each = f"{numbers}, s(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM s WHERE n < {_EACH})"
        _speak(connection, each, "'h' || c.n", template, "c, s")
        _index(connection)


def _lengthen(path: Path) -> None:
    """Much more was said in the first visitor's conversation."""
    with closing(sqlite3.connect(path)) as connection, connection:
        numbers = (
            f"WITH RECURSIVE s(n) AS (SELECT 1000 UNION ALL SELECT n + 1 FROM s WHERE n < {_LONG})"
        )
        first = "(SELECT conversation_id FROM messages WHERE author_kind = 'visitor' LIMIT 1)"
        _speak(connection, numbers, first, first, "s")
        connection.execute(
            f"UPDATE conversations SET last_seq = ?, last_public_seq = ? WHERE id = {first}",
            (_LONG, _LONG),
        )
        _index(connection)


def _speak(
    connection: sqlite3.Connection, numbers: str, conversation: str, template: str, sources: str
) -> None:
    one = f"position = (SELECT min(position) FROM messages WHERE conversation_id = {template} AND author_kind = 'visitor')"
    name = f"{conversation} || '-' || s.n"
    _multiply(
        connection, numbers, "messages", one, sources,
        position=None, conversation_id=conversation, seq="s.n", public_prev_seq="s.n - 1",
        id=name, client_id=name, text="text || ' number ' || s.n",
    )  # fmt: skip
    line = f"position = (SELECT min(position) FROM events WHERE conversation_id = {template} AND type = 'visitor_spoke')"
    _multiply(
        connection, numbers, "events", line, sources,
        position=None, id=name, conversation_id=conversation,
    )  # fmt: skip


def _multiply(
    connection: sqlite3.Connection,
    numbers: str,
    table: str,
    one: str,
    sources: str = "c",
    **changed: str | None,
) -> None:
    """Copies of one row, with some columns computed; a column given as None is left to the database."""
    names = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
    kept = [name for name in names if changed.get(name, "") is not None]
    values = [changed.get(name) or f"one.{name}" for name in kept]
    connection.execute(
        f"INSERT INTO {table} ({', '.join(kept)}) {numbers}"
        f" SELECT {', '.join(values)} FROM (SELECT * FROM {table} WHERE {one}) AS one, {sources}"
    )


def _index(connection: sqlite3.Connection) -> None:
    """As the hub's own job would, sooner or later."""
    connection.create_function("search_words", 1, indexed, deterministic=True)
    connection.execute(
        "INSERT INTO message_search(rowid, text) SELECT position, search_words(text) FROM messages"
        " WHERE kind <> 'note' AND position > (SELECT position FROM message_search_progress)"
    )
    connection.execute(
        "UPDATE message_search_progress SET position = (SELECT max(position) FROM messages)"
    )
    _make_findable(connection)
    for job in ("hearing", "recall"):
        connection.execute(
            f"UPDATE {job}_progress SET position = (SELECT max(position) FROM events)"
        )


def _make_findable(connection: sqlite3.Connection) -> None:
    """By the words that all of a contact's lines have."""
    (text,) = connection.execute(
        "SELECT text FROM messages WHERE author_kind = 'visitor' LIMIT 1"
    ).fetchone()
    contacts = [contact for (contact,) in connection.execute("SELECT id FROM contacts")]
    made = [words for contact in contacts if (words := index(0, contact, text))]
    connection.execute(
        "CREATE TEMP TABLE found (contact_id TEXT PRIMARY KEY, words TEXT, length INTEGER)"
    )
    connection.executemany(
        "INSERT INTO found VALUES (?, ?, ?)",
        [(one.contact_id, one.words, one.length) for one in made],
    )
    connection.execute(
        "INSERT OR IGNORE INTO recall_statements (position, contact_id, words, length, awaits_vector)"
        " SELECT m.position, f.contact_id, f.words, f.length, 0 FROM messages AS m"
        " JOIN conversations AS c ON c.id = m.conversation_id"
        " JOIN found AS f ON f.contact_id = c.contact_id"
        " WHERE m.author_kind = 'visitor' ORDER BY m.position"
    )


if __name__ == "__main__":
    main()
