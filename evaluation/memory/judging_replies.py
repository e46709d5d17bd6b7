"""Holds what the bot said against the labels: words, facts used, questions asked again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chat_server.domain.facts.asking import asked_for
from chat_server.domain.facts.kinds import FACT_KINDS

from .alike import says
from .dialogues import Check
from .seen import KnownFact, Line, Memory, Played
from .verdict import Verdict, shown

# Of kinds that are many, asking for one more is no asking again; an order is asked for as if there were one.
_ONE_IS_ENOUGH = frozenset({"order_number"})
_SENTENCE = re.compile(r"[^.!?…。！？\n]+[.!?…。！？]*")


def judge_line(verdict: Verdict, played: Played, line: Line) -> None:
    """The words of the replies, the facts they used, and what they asked."""
    memory, text = played.memory(line.person), "\n".join(line.replies)
    if line.trouble is not None:
        verdict.troubles[line.trouble] += 1
        if line.check is not None:
            verdict.replies.take(good=False)
            verdict.fail("bot did not answer", line.person, line.trouble, line.text)
        return
    check = line.check or Check()
    wrong = wrong_words(check, text)
    used_keys = {memory.ever[one].key for one in line.used if one in memory.ever}
    lacking = [f"does not use {key}" for key in check.uses if key not in used_keys]
    wrong.lacks += lacking
    wrong.misuses += [f"uses {key}" for key in check.uses_not if key in used_keys]
    wrong.misuses += _outdated(line, memory)
    judge_reply(
        verdict, line.person, line.text, text, wrong, judged=line.check is not None,
        used=bool(line.used),
    )  # fmt: skip
    _judge_questions(verdict, played, line, memory)


@dataclass
class Wrong:
    """What is wrong with a reply; `forbidden`: whether there was anything it must not say."""

    lacks: list[str] = field(default_factory=list)
    misuses: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    forbidden: bool = False

    def __bool__(self) -> bool:
        return bool(self.lacks or self.misuses or self.asks)


def wrong_words(check: Check, text: str) -> Wrong:
    """Words that lack, and words that must not be there."""
    wrong = Wrong(forbidden=bool(check.must_not or check.uses_not))
    wrong.lacks += [f"lacks {words!r}" for words in check.must if not says(text, words)]
    wrong.lacks += [
        f"lacks any of {', '.join(group)}"
        for group in check.any_of
        if not any(says(text, words) for words in group)
    ]
    for words in check.must_not:
        if says(text, words):
            (wrong.asks if _is_question(words) else wrong.misuses).append(f"says {words!r}")
    return wrong


def _is_question(words: str) -> bool:
    return words.rstrip().endswith(("?", "\uff1f")) or bool(asked_for(f"{words}?", "en"))


def judge_reply(
    verdict: Verdict,
    person: str,
    line: str,
    text: str,
    wrong: Wrong,
    *,
    judged: bool = True,
    used: bool = False,
) -> None:
    """Counts a reply as good, as a false use, or as neither."""
    if judged:
        verdict.replies.take(good=not wrong)
    if (judged and wrong.forbidden) or used:
        verdict.false_use.take(good=bool(wrong.misuses))
    for what in wrong.lacks:
        verdict.fail("reply lacks", person, f"{what}: {text!r}", line)
    for what in wrong.misuses:
        verdict.fail("false use", person, f"{what}: {text!r}", line)
    for what in wrong.asks:
        verdict.fail("reply asks", person, f"{what}: {text!r}", line)


def _outdated(line: Line, memory: Memory) -> list[str]:
    """Facts that held no longer when the line was said, and were used all the same."""
    found = []
    for one in dict.fromkeys(line.used):
        fact = memory.ever.get(one)
        end = memory.until(fact) if fact else None
        if fact is None:
            found.append(f"uses a fact that nobody knows ({one})")
        elif end is not None and line.at is not None and end < line.at:
            found.append(f"uses {shown(fact)}, which held until {end:%Y-%m-%d}")
    return found


def _judge_questions(verdict: Verdict, played: Played, line: Line, memory: Memory) -> None:
    """Whether the bot asks for what it holds, and for what was said and it did not hear."""
    language, text = played.dialogue.language, "\n".join(line.spoken)
    asked: dict[str, list[str]] = {}
    for sentence in _SENTENCE.findall(text):
        for key in {*asked_for(sentence, "en"), *asked_for(sentence, language)}:
            if not FACT_KINDS[key].many or key in _ONE_IS_ENOUGH:
                asked.setdefault(key, []).append(sentence)
    held = _known(memory.held(line.at or datetime.max.replace(tzinfo=UTC)), asked)
    verdict.re_asks.take(good=bool(held))
    for fact in held:
        verdict.fail(f"re-ask: {fact.key}", line.person, f"{shown(fact)}: {text!r}", line.text)
    before = _before(played, line)
    for label in played.dialogue.facts.get(line.person, ()):
        quote = label.quote
        if label.key not in asked or quote is None or label.key in {fact.key for fact in held}:
            continue
        if any(says(said, quote) for said in before):
            verdict.asked_though_said += 1
            what = f"{shown(label)}: {text!r}"
            verdict.fail(f"asked though said: {label.key}", line.person, what, line.text)


def _known(held: Iterable[KnownFact], asked: Mapping[str, Sequence[str]]) -> list[KnownFact]:
    """One of each kind is enough; what is known of one thing may be asked of another.

    Who names the value asks whether it is right, not what it is.
    """
    found: dict[str, KnownFact] = {}
    for fact in held:
        sentences = asked.get(fact.key, ())
        if fact.subject is None and not all(_names(one, fact.value) for one in sentences):
            found.setdefault(fact.key, fact)
    return list(found.values())


def _names(sentence: str, value: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(value)}(?!\w)", sentence, re.IGNORECASE) is not None


def _before(played: Played, line: Line) -> Sequence[str]:
    """What the person had said by then, this line with it."""
    said = played.said.get(line.person, [])
    place = said.index(line.text) if line.text in said else len(said)
    return said[: place + 1]
