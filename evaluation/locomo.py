"""Does recall find again what was said? Evidence recall on LoCoMo, through the hub's own code.

LoCoMo (Maharana et al. 2024, https://github.com/snap-research/locomo, CC BY-NC 4.0: to measure by, never to ship) has
long conversations over many sessions, and questions with the turns that answer them. Each conversation becomes a
contact: every session a dialogue, every turn a message of theirs, with its speaker's name and what a shared picture
shows. Then `services.memory.Recall` is asked, as an agent asks it. Recall@k is the share of a question's evidence
among the first k statements, over all questions with evidence. Weights were chosen on conversations 1 and 3; the figures of 2 and 4
were seen beside them.

    EVAL_DATA=../shared/data .venv/bin/python -m evaluation.locomo
"""

from __future__ import annotations

import argparse
import asyncio
import gzip
import json
import os
import re
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from chat_server.domain.agent import Role
from chat_server.domain.contact import Contact, Visitor
from chat_server.domain.conversation import Conversation
from chat_server.domain.inbox import Inbox
from chat_server.domain.message import Author, AuthorKind, Content
from chat_server.domain.origin import Origin
from chat_server.domain.ownership import first_owner
from chat_server.domain.ports import Transaction
from chat_server.recall.meaning import ModelProcess
from chat_server.services.access import AgentCaller
from chat_server.services.memory import Recall
from chat_server.store.database import Engines
from chat_server.store.migrate import migrate
from chat_server.store.sql_store import SqlStore

_FILE = Path("locomo") / "dev.jsonl.gz"
_MISSING = """LoCoMo is not here, and the hub does not ship it (CC BY-NC 4.0: for measuring only).
Set EVAL_DATA to a folder with locomo/dev.jsonl.gz: conversations of locomo10.json, one a line,
from https://github.com/snap-research/locomo (Maharana et al. 2024)."""
_JSON = Path(__file__).resolve().parents[1] / "var" / "eval" / "locomo.json"
_TUNED = frozenset({0, 2})
_DEPTHS = (5, 10)
_ASKER = AgentCaller("evaluation", "Evaluation", Role.ADMIN)
_TURN = re.compile(r"D\d+:\d+")
_INBOX = "locomo"
# A busy machine is no reason to measure without the model.
_AT_ONCE, _PATIENCE = 8, 300.0


@dataclass(frozen=True)
class Asked:
    """One question: how much of its evidence was found, by depth, and how long it took."""

    conversation: int
    category: int
    recall: dict[int, float]
    seconds: float


def main(arguments: list[str] | None = None) -> int:
    """Prints the table and writes `var/eval/locomo.json`."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--words-only", action="store_true", help="without the model")
    options = parser.parse_args(arguments)
    path = Path(os.environ.get("EVAL_DATA", "../shared/data")) / _FILE
    if not path.exists():
        print(_MISSING, file=sys.stderr)
        return 0
    with gzip.open(path, "rt", encoding="utf-8") as file:
        data = [json.loads(line) for line in file]
    asked = asyncio.run(_measure(data, words_only=options.words_only))
    figures = _figures(asked)
    print(_table(figures))
    if not options.words_only:
        _JSON.parent.mkdir(parents=True, exist_ok=True)
        _JSON.write_text(json.dumps(figures, indent=2) + "\n")
    return 0


async def _measure(data: Sequence[dict[str, Any]], *, words_only: bool) -> list[Asked]:
    asked: list[Asked] = []
    model = None if words_only else ModelProcess(answered_within=_PATIENCE)
    with tempfile.TemporaryDirectory() as folder:
        engines = Engines(f"sqlite:///{folder}/locomo.db")
        await migrate(engines)
        store = SqlStore(engines, lambda _: None)
        recall = Recall(store, model)
        for at, sample in enumerate(data):
            async with store.begin() as tx:
                turns = await _keep(tx, at, sample["conversation"])
            while await recall.read_on():
                pass
            while model is not None and await recall.understand_some(_AT_ONCE):
                pass
            asked += [await one for one in _questions(recall, at, sample["qa"], turns)]
            print(f"{sample['sample_id']}: {len(turns)} turns", file=sys.stderr, flush=True)
        if model is not None:
            await model.close()
        await store.close()
        await engines.dispose()
    return asked


async def _keep(tx: Transaction, at: int, said: dict[str, Any]) -> dict[str, str]:
    """A contact who says it all; the turn of each message."""
    began = datetime(2023, 1, 1, tzinfo=UTC)
    if at == 0:
        tx.add(Inbox(_INBOX, _INBOX, "LoCoMo", "en", "UTC", "", "#000", "Bot", [], {}))
        await tx.flush()
    contact = Contact(f"contact-{at}", _INBOX, began, began)
    visitor = Visitor(f"visitor-{at}", _INBOX, contact.id, f"digest-{at}", began)
    tx.add(contact)
    await tx.flush()
    tx.add(visitor)
    await tx.flush()
    turns: dict[str, str] = {}
    number = 1
    while f"session_{number}_date_time" in said:
        now = _moment(said[f"session_{number}_date_time"])
        conversation, step = Conversation.open(
            inbox_id=_INBOX,
            contact_id=contact.id,
            visitor_id=visitor.id,
            client_id=f"session-{number}",
            locale="en",
            bot=first_owner("Bot"),
            origin=Origin(),
            now=now,
        )
        steps = [step]
        for turn in said.get(f"session_{number}", []):
            now += timedelta(seconds=30)
            author = Author(AuthorKind.VISITOR, visitor.id, turn["speaker"])
            content: Content = {"type": "text", "text": _text(turn)}
            steps.append(conversation.say(author, content, turn["dia_id"], now))
            turns[steps[-1].messages[0].id] = turn["dia_id"]
        tx.add(conversation)
        await tx.flush()
        for step in steps:
            await tx.save(step)
        number += 1
    return turns


def _questions(
    recall: Recall, at: int, asked: Sequence[dict[str, Any]], turns: dict[str, str]
) -> list[Any]:
    """Those with evidence."""
    found = []
    for question in asked:
        evidence = {turn for named in question["evidence"] for turn in _TURN.findall(named)}
        if evidence:
            found.append(_ask(recall, at, question, evidence, turns))
    return found


async def _ask(
    recall: Recall, at: int, question: dict[str, Any], evidence: set[str], turns: dict[str, str]
) -> Asked:
    began = time.perf_counter()
    found = await recall.search(_ASKER, f"contact-{at}", question["question"], max(_DEPTHS))
    seconds = time.perf_counter() - began
    said = [turns[one.message.id] for one in found.said]
    shares = {depth: len(evidence.intersection(said[:depth])) / len(evidence) for depth in _DEPTHS}
    return Asked(at, question["category"], shares, seconds)


def _text(turn: dict[str, Any]) -> str:
    shown = f" (shares {turn['blip_caption']})" if turn.get("blip_caption") else ""
    return f"{turn['speaker']}: {turn['text']}{shown}"


def _moment(text: str) -> datetime:
    return datetime.strptime(text, "%I:%M %p on %d %B, %Y").replace(tzinfo=UTC)


def _figures(asked: Sequence[Asked]) -> dict[str, dict[str, float]]:
    names = {1: "several turns", 2: "time", 3: "inference", 4: "one turn", 5: "never said"}
    rows = {"all five": list(asked)}
    rows["tuned on (1, 3)"] = [one for one in asked if one.conversation in _TUNED]
    rows["not tuned on (2, 4, 5)"] = [one for one in asked if one.conversation not in _TUNED]
    for category, name in names.items():
        rows[name] = [one for one in asked if one.category == category]
    return {name: _row(those) for name, those in rows.items() if those}


def _row(asked: Sequence[Asked]) -> dict[str, float]:
    found = {
        f"recall@{depth}": round(100 * sum(one.recall[depth] for one in asked) / len(asked), 1)
        for depth in _DEPTHS
    }
    seconds = sorted(one.seconds for one in asked)
    middle = round(1000 * seconds[len(seconds) // 2], 1)
    return {"questions": len(asked), **found, "ms p50": middle}


def _table(figures: dict[str, dict[str, float]]) -> str:
    columns = list(next(iter(figures.values())))
    lines = ["| | " + " | ".join(columns) + " |", "| --- " * (len(columns) + 1) + "|"]
    lines += [
        f"| {name} | " + " | ".join(str(row[column]) for column in columns) + " |"
        for name, row in figures.items()
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())
