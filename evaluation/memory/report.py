"""`docs/memory-evaluation.md` for people, `var/eval/memory.json` for programs and for whoever mends what failed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from .dialogues import SPLITS
from .figures import Figures, by, by_kind, causes
from .latency import Latency
from .verdict import Count, Share, Verdict

_ROOT = Path(__file__).resolve().parents[2]
PAGE = _ROOT / "docs" / "memory-evaluation.md"
_SPLIT_NAMES = {"dev": "for tuning", "held_out": "held out"}
_MOST_FAILURES = 40
_HEADS = (
    "dialogues",
    "facts",
    "precision",
    "recall",
    "updates",
    "abstention",
    "replies",
    "false use",
    "asked again",
)


def write_json(path: Path, verdicts: Sequence[Verdict], latency: Latency | None) -> None:
    """Figures of all groups, and each failure with its words."""
    splits = {
        split: {
            "all": figures.as_dict(),
            "languages": _dicts(by(mine, lambda one: one.dialogue.language)),
            "abilities": _dicts(by(mine, lambda one: one.dialogue.ability)),
            "kinds": {key: _count_dict(count) for key, count in by_kind(mine).items()},
            "causes": dict(causes(mine)),
        }
        for split, figures in by(verdicts, lambda one: one.dialogue.split).items()
        if (mine := [one for one in verdicts if one.dialogue.split == split])
    }
    failures = [
        {
            "dialogue": verdict.dialogue.id,
            "split": verdict.dialogue.split,
            "language": verdict.dialogue.language,
            "ability": verdict.dialogue.ability,
            "cause": failure.cause,
            "person": failure.person,
            "what": failure.what,
            "words": failure.words,
        }
        for verdict in verdicts
        for failure in verdict.failures
    ]
    body = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "splits": splits,
        "latency_ms": latency.as_dict() if latency else None,
        "failures": failures,
    }
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(body, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def write_page(verdicts: Sequence[Verdict], latency: Latency | None, page: Path = PAGE) -> None:
    """Each part replaces its own, between its marks; what did not run stays as it was."""
    for split in SPLITS:
        mine = [one for one in verdicts if one.dialogue.split == split]
        if mine:
            _replace(page, split, f"{summary(mine)}\n\n{_failures(mine, words=split == 'dev')}")
    if latency is not None:
        _replace(page, "latency", latency.table())


def summary(verdicts: Sequence[Verdict]) -> str:
    """Markdown tables: in total, by language and ability, by kind."""
    everything = Figures()
    for verdict in verdicts:
        everything.take(verdict)
    rows = [["**all**", *_row(everything)]]
    for of in ("language", "ability"):
        groups = by(verdicts, lambda one, of=of: str(getattr(one.dialogue, of)))  # type: ignore[misc]
        rows += [[name, *_row(figures)] for name, figures in groups.items()]
    kinds = [
        [f"`{key}`", str(count.right + count.missed), *_precision(count)]
        for key, count in by_kind(verdicts).items()
    ]
    more = (
        f"Source of a fact right in {_share(everything.sources)}; kept as unconfirmed as labelled:"
        f" {_share(everything.unconfirmed)}; asked for what had been said and was not heard:"
        f" {everything.asked_though_said}; lines to which the bot could give no answer:"
        f" {_reasons(everything.troubles)}."
    )
    return "\n\n".join(
        (
            _table(("", *_HEADS), rows),
            more,
            _table(("kind", "to be heard", "precision", "recall"), kinds),
        )
    )


def said_briefly(verdicts: Sequence[Verdict]) -> str:
    """For the terminal."""
    lines = []
    for split, figures in by(verdicts, lambda one: one.dialogue.split).items():
        mine = [one for one in verdicts if one.dialogue.split == split]
        lines.append(f"{split} ({_SPLIT_NAMES.get(split, split)})")
        named = zip(_HEADS, _row(figures), strict=True)
        lines += [f"  {name:<12} {value}" for name, value in named]
        lines.append(f"  {'unanswered':<12} {_reasons(figures.troubles)}")
        lines += [f"    {times:4}  {cause}" for cause, times in causes(mine)]
    return "\n".join(lines)


def _reasons(troubles: Counter[str]) -> str:
    reasons = ", ".join(f"{times} {reason}" for reason, times in troubles.most_common())
    return f"{troubles.total()} ({reasons})" if reasons else "0"


def _row(figures: Figures) -> list[str]:
    facts = figures.facts
    return [
        str(figures.dialogues),
        str(facts.right + facts.missed),
        *_precision(facts),
        _share(figures.updates),
        _share(figures.abstention),
        _share(figures.replies),
        _share(figures.false_use),
        _share(figures.re_asks),
    ]


def _precision(count: Count) -> list[str]:
    return [_percent(count.precision), _percent(count.recall)]


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.1%}"


def _share(share: Share) -> str:
    return f"{_percent(share.value)} ({share.good}/{share.of})" if share.of else "-"


def _failures(verdicts: Sequence[Verdict], *, words: bool) -> str:
    """By cause; those of the dialogues for tuning also one by one, the others stay unread by whoever tunes."""
    found = causes(verdicts)
    if not found:
        return "Nothing failed."
    parts = [_table(("failures by cause", "how many"), [[name, str(n)] for name, n in found])]
    if words:
        shown = [
            f"- `{verdict.dialogue.id}` {failure.cause}: {_one_line(failure.what)}"
            for verdict in verdicts
            for failure in verdict.failures
        ]
        parts.append("\n".join(shown[:_MOST_FAILURES]))
        if len(shown) > _MOST_FAILURES:
            parts.append(f"{len(shown) - _MOST_FAILURES} more are in `var/eval/memory.json`.")
    return "\n\n".join(parts)


def _one_line(text: str) -> str:
    flat = " ".join(text.replace("\\n", " ").replace("|", "/").split())
    return flat if len(flat) <= 160 else f"{flat[:159]}…"  # noqa: PLR2004 - a line on a page


def _replace(page: Path, part: str, text: str) -> None:
    begin, end = f"<!-- begin {part} -->", f"<!-- end {part} -->"
    whole = page.read_text(encoding="utf-8")
    before, found, rest = whole.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"{page} has no part {part}")
    day = f"*{datetime.now(UTC):%Y-%m-%d}, `make eval-memory`.*"
    page.write_text(f"{before}{begin}\n\n{text.strip()}\n\n{day}\n\n{end}{after}", encoding="utf-8")


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [heads, ["---", *["--:"] * (len(heads) - 1)], *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _dicts(groups: dict[str, Figures]) -> dict[str, object]:
    return {name: figures.as_dict() for name, figures in groups.items()}


def _count_dict(count: Count) -> dict[str, object]:
    return {
        "right": count.right,
        "false": count.false,
        "missed": count.missed,
        "precision": count.precision,
        "recall": count.recall,
    }
