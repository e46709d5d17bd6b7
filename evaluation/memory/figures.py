"""Verdicts summed up: by split, language, ability and kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from .verdict import Count, Share, Verdict


@dataclass
class Figures:
    """Of any number of dialogues."""

    dialogues: int = 0
    sessions: int = 0
    facts: Count = field(default_factory=Count)
    sources: Share = field(default_factory=Share)
    updates: Share = field(default_factory=Share)
    unconfirmed: Share = field(default_factory=Share)
    abstention: Share = field(default_factory=Share)
    replies: Share = field(default_factory=Share)
    false_use: Share = field(default_factory=Share)
    re_asks: Share = field(default_factory=Share)
    asked_though_said: int = 0
    troubles: Counter[str] = field(default_factory=Counter)

    def take(self, verdict: Verdict) -> None:
        """One more."""
        self.dialogues += 1
        self.sessions += len(verdict.dialogue.sessions)
        for count in verdict.facts.values():
            self.facts.add(count)
        self.sources.add(verdict.sources)
        self.updates.add(verdict.updates)
        self.unconfirmed.add(verdict.unconfirmed)
        self.replies.add(verdict.replies)
        if verdict.dialogue.ability == "abstention":
            self.abstention.add(verdict.replies)
        self.false_use.add(verdict.false_use)
        self.re_asks.add(verdict.re_asks)
        self.asked_though_said += verdict.asked_though_said
        self.troubles += verdict.troubles

    def as_dict(self) -> dict[str, Any]:
        """For programs."""
        return {
            "dialogues": self.dialogues,
            "sessions": self.sessions,
            "facts": {
                "right": self.facts.right,
                "false": self.facts.false,
                "missed": self.facts.missed,
                "precision": self.facts.precision,
                "recall": self.facts.recall,
            },
            **{
                name: {"good": share.good, "of": share.of, "share": share.value}
                for name, share in (
                    ("sources", self.sources),
                    ("updates", self.updates),
                    ("unconfirmed", self.unconfirmed),
                    ("abstention", self.abstention),
                    ("replies", self.replies),
                )
            },
            **{
                name: {"bad": share.good, "of": share.of, "share": share.value}
                for name, share in (("false_use", self.false_use), ("re_asks", self.re_asks))
            },
            "asked_though_said": self.asked_though_said,
            "troubles": dict(self.troubles.most_common()),
        }


def by(verdicts: Iterable[Verdict], of: Callable[[Verdict], str]) -> dict[str, Figures]:
    """In the order in which each first appears."""
    found: dict[str, Figures] = {}
    for verdict in verdicts:
        found.setdefault(of(verdict), Figures()).take(verdict)
    return found


def by_kind(verdicts: Iterable[Verdict]) -> dict[str, Count]:
    """By key, those with most to hear first."""
    found: dict[str, Count] = {}
    for verdict in verdicts:
        for key, count in verdict.facts.items():
            found.setdefault(key, Count()).add(count)
    return dict(sorted(found.items(), key=lambda item: -(item[1].right + item[1].missed)))


def causes(verdicts: Sequence[Verdict]) -> list[tuple[str, int]]:
    """What went wrong, most often first."""
    return Counter(one.cause for verdict in verdicts for one in verdict.failures).most_common()
