"""Holds what came of a dialogue against its labels; what is not as labelled is a failure with its cause."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime

from chat_server.domain.facts.asking import asked_for
from chat_server.domain.facts.kinds import FACT_KINDS

from .alike import same_subject, same_value, says
from .dialogues import Check, Dialogue, Label, Labels
from .seen import KnownFact, Line, Memory, Played

# Of kinds that are many, asking for one more is no asking again; an order is asked for as if there were one.
_ONE_IS_ENOUGH = frozenset({"order_number"})
_SENTENCE = re.compile(r"[^.!?…。！？\n]+[.!?…。！？]*")
# The shop says these itself: nobody has to hear them.
_TOLD = frozenset({"identity", "shop"})


@dataclass(frozen=True)
class Failure:
    """One thing that is not as labelled."""

    cause: str
    person: str
    what: str
    words: str = ""


@dataclass
class Count:
    """Facts found right, found wrongly, and not found."""

    right: int = 0
    false: int = 0
    missed: int = 0

    def add(self, other: Count) -> None:
        """Sums up."""
        self.right += other.right
        self.false += other.false
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        """None while nothing was heard."""
        heard = self.right + self.false
        return self.right / heard if heard else None

    @property
    def recall(self) -> float | None:
        """None while there was nothing to hear."""
        there = self.right + self.missed
        return self.right / there if there else None


@dataclass
class Share:
    """So many of so many."""

    good: int = 0
    of: int = 0

    def take(self, *, good: bool) -> None:
        """One more."""
        self.of += 1
        self.good += good

    def add(self, other: Share) -> None:
        """Sums up."""
        self.good += other.good
        self.of += other.of

    @property
    def value(self) -> float | None:
        """None of nothing."""
        return self.good / self.of if self.of else None


@dataclass
class Verdict:
    """Of one dialogue; `facts` by kind. `false_use` and `re_asks` count what is bad."""

    dialogue: Dialogue
    facts: dict[str, Count] = field(default_factory=dict)
    sources: Share = field(default_factory=Share)
    updates: Share = field(default_factory=Share)
    unconfirmed: Share = field(default_factory=Share)
    replies: Share = field(default_factory=Share)
    false_use: Share = field(default_factory=Share)
    re_asks: Share = field(default_factory=Share)
    asked_though_said: int = 0
    troubles: int = 0
    failures: list[Failure] = field(default_factory=list)

    def count(self, key: str) -> Count:
        """Of one kind."""
        return self.facts.setdefault(key, Count())

    def fail(self, cause: str, person: str, what: str, words: str = "") -> None:
        """Notes it."""
        self.failures.append(Failure(cause, person, what, words))


def judge(played: Played) -> Verdict:
    """All there is to say about one dialogue."""
    verdict = Verdict(played.dialogue)
    for names in _one_by_one(played):
        memory = _joined([played.memory(name) for name in names])
        _judge_facts(verdict, played, names, memory)
        _judge_updates(verdict, names, memory)
        _judge_unconfirmed(verdict, names, memory)
    for greeted in played.greetings:
        wrong = _wrong_words(greeted.check, greeted.text)
        _judge_reply(verdict, greeted.person, "(greeting)", greeted.text, wrong)
    for line in played.lines:
        _judge_line(verdict, played, line)
    for problem in played.problems:
        verdict.troubles += 1
        verdict.fail("could not be played", "", problem)
    return verdict


# ------------------------------------------------------------------------ facts


def _one_by_one(played: Played) -> list[tuple[str, ...]]:
    """Who has the same signed identity is one person, whatever the device.

    Somebody without labels who became somebody else by signing in is judged as that other one.
    """
    found: dict[str, list[str]] = {}
    dialogue = played.dialogue
    for name, person in dialogue.people.items():
        others = (played.memory(one).contact_id for one in dialogue.people if one != name)
        contact_id = played.memory(name).contact_id
        if name not in dialogue.facts and contact_id and contact_id in others:
            continue
        signed = person.claims["sub"] if person.claims else None
        found.setdefault(f"sub {signed}" if signed else f"name {name}", []).append(name)
    return [tuple(names) for names in found.values()]


def _joined(memories: Sequence[Memory]) -> Memory:
    """The last sight of a person counts."""
    if len(memories) == 1:
        return memories[0]
    whole = Memory()
    for memory in memories:
        whole.keep(memory.ever.values())
        whole.current = memory.current or whole.current
        whole.unconfirmed = memory.unconfirmed or whole.unconfirmed
    return whole


def _of(labels: Labels, names: Sequence[str]) -> list[Label]:
    """Each once, under whichever name."""
    return list(dict.fromkeys(label for name in names for label in labels.get(name, ())))


def _judge_facts(verdict: Verdict, played: Played, names: tuple[str, ...], memory: Memory) -> None:
    dialogue, person = played.dialogue, names[0]
    labels = _of(dialogue.facts, names)
    for fact in [one for one in memory.current if one.key in dialogue.labelled]:
        label = _take(labels, fact)
        if fact.source in _TOLD and label is not None:
            continue
        if label is None:
            verdict.count(fact.key).false += 1
            verdict.fail(f"false fact: {fact.key}", person, _shown(fact), fact.quote)
            continue
        verdict.count(fact.key).right += 1
        if label.quote is not None and fact.quote:
            verdict.sources.take(good=says(fact.quote, label.quote))
    for label in labels:
        verdict.count(label.key).missed += 1
        cause = f"missed fact: {label.key}"
        if any(_matches(label, fact) for fact in memory.unconfirmed):
            cause = f"only unconfirmed: {label.key}"
        verdict.fail(cause, person, _label_shown(label), label.quote or _said_near(played, person))


def _take(labels: list[Label], fact: KnownFact) -> Label | None:
    found = next((label for label in labels if _matches(label, fact)), None)
    if found is not None:
        labels.remove(found)
    return found


def _matches(label: Label, fact: KnownFact) -> bool:
    return (
        label.key == fact.key
        and any(same_value(fact.key, value, fact.value) for value in label.values)
        and same_subject(label.subject, fact.subject)
    )


def _judge_updates(verdict: Verdict, names: tuple[str, ...], memory: Memory) -> None:
    dialogue, person = verdict.dialogue, names[0]
    for old in _of(dialogue.superseded, names):
        news = [one for one in _of(dialogue.facts, names) if one.key == old.key]
        still = any(_matches(old, fact) for fact in memory.current)
        known = any(
            _matches(old, fact) and fact.state in {"superseded", "ended"}
            for fact in memory.ever.values()
        )
        fresh = all(any(_matches(new, fact) for fact in memory.current) for new in news)
        good = known and fresh and not still
        verdict.updates.take(good=good)
        if not good:
            why = (
                "still counts"
                if still
                else "never heard, so nothing to replace"
                if not known
                else "the new value is not known"
            )
            verdict.fail(f"update: {old.key}", person, f"{_label_shown(old)}: {why}")


def _judge_unconfirmed(verdict: Verdict, names: tuple[str, ...], memory: Memory) -> None:
    for label in _of(verdict.dialogue.unconfirmed, names):
        good = any(_matches(label, fact) for fact in memory.unconfirmed)
        verdict.unconfirmed.take(good=good)
        if not good:
            verdict.fail(f"not kept as unconfirmed: {label.key}", names[0], _label_shown(label))


# ---------------------------------------------------------------------- replies


def _judge_line(verdict: Verdict, played: Played, line: Line) -> None:
    memory, text = played.memory(line.person), "\n".join(line.replies)
    if line.trouble is not None:
        verdict.troubles += 1
        if line.check is not None:
            verdict.replies.take(good=False)
            verdict.fail("bot did not answer", line.person, line.trouble, line.text)
        return
    check = line.check or Check()
    wrong = _wrong_words(check, text)
    used_keys = {memory.ever[one].key for one in line.used if one in memory.ever}
    lacking = [f"does not use {key}" for key in check.uses if key not in used_keys]
    wrong.lacks += lacking
    wrong.misuses += [f"uses {key}" for key in check.uses_not if key in used_keys]
    wrong.misuses += _outdated(line, memory)
    _judge_reply(
        verdict, line.person, line.text, text, wrong, judged=line.check is not None,
        used=bool(line.used),
    )  # fmt: skip
    _judge_questions(verdict, played, line, memory, text)


@dataclass
class _Wrong:
    """What is wrong with a reply; `forbidden`: whether there was anything it must not say."""

    lacks: list[str] = field(default_factory=list)
    misuses: list[str] = field(default_factory=list)
    asks: list[str] = field(default_factory=list)
    forbidden: bool = False

    def __bool__(self) -> bool:
        return bool(self.lacks or self.misuses or self.asks)


def _wrong_words(check: Check, text: str) -> _Wrong:
    wrong = _Wrong(forbidden=bool(check.must_not or check.uses_not))
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


def _judge_reply(
    verdict: Verdict,
    person: str,
    line: str,
    text: str,
    wrong: _Wrong,
    *,
    judged: bool = True,
    used: bool = False,
) -> None:
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
            found.append(f"uses {_shown(fact)}, which held until {end:%Y-%m-%d}")
    return found


def _judge_questions(
    verdict: Verdict, played: Played, line: Line, memory: Memory, text: str
) -> None:
    """Whether the bot asks for what it holds, and for what was said and it did not hear."""
    language = played.dialogue.language
    asked: dict[str, list[str]] = {}
    for sentence in _SENTENCE.findall(text):
        for key in {*asked_for(sentence, "en"), *asked_for(sentence, language)}:
            if not FACT_KINDS[key].many or key in _ONE_IS_ENOUGH:
                asked.setdefault(key, []).append(sentence)
    held = _known(memory.held(line.at or datetime.max.replace(tzinfo=UTC)), asked)
    verdict.re_asks.take(good=bool(held))
    for fact in held:
        verdict.fail(f"re-ask: {fact.key}", line.person, f"{_shown(fact)}: {text!r}", line.text)
    before = _before(played, line)
    for label in played.dialogue.facts.get(line.person, ()):
        quote = label.quote
        if label.key not in asked or quote is None or label.key in {fact.key for fact in held}:
            continue
        if any(says(said, quote) for said in before):
            verdict.asked_though_said += 1
            what = f"{_label_shown(label)}: {text!r}"
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


# ------------------------------------------------------------------------ words


def _said_near(played: Played, person: str) -> str:
    """All the person's words: short dialogues are read faster than searched."""
    return " / ".join(played.said.get(person, []))[:300]


def _shown(fact: KnownFact) -> str:
    of = f" ({fact.subject})" if fact.subject else ""
    return f"{fact.key} = {fact.value}{of}"


def _label_shown(label: Label) -> str:
    of = f" ({label.subject})" if label.subject else ""
    return f"{label.key} = {label.value}{of}"
