"""The scripted dialogues: what people say, when, and what must be known and said afterwards."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal

import yaml

from chat_server.domain.facts.kinds import FACT_KINDS, clean_value

FOLDER = Path(__file__).parent
SPLITS = ("dev", "held_out")
LANGUAGES = ("en", "ru", "is", "zh-TW", "th")
ABILITIES = (
    "extraction",
    "update",
    "several_sessions",
    "time",
    "abstention",
    "third_person",
    "two_identities",
    "bad_input",
)
# Ten times as fast, where it was built.
_SAFE = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ID = re.compile(r"[A-Za-z0-9_-]{3,60}")
_DOES: Mapping[str, tuple[int, int]] = {
    # How many words may follow; values may have several.
    "forget_fact": (1, 20),
    "forget_me": (0, 0),
    "set_consent": (2, 2),
    "correct_fact": (2, 20),
    "confirm": (1, 2),
    "end": (0, 1),
}
_CLAIMS = frozenset({"sub", "name", "email", "phone"})


class BadDialogue(Exception):
    """A file cannot be used; says which, where and why."""


@dataclass(frozen=True)
class Check:
    """What the words after a line must be like; `any_of`: of each group at least one."""

    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    any_of: tuple[tuple[str, ...], ...] = ()
    uses: tuple[str, ...] = ()
    uses_not: tuple[str, ...] = ()


@dataclass(frozen=True)
class Turn:
    """One of the three: somebody speaks, or the visitor does something in the panel."""

    kind: Literal["visitor", "agent", "does"]
    text: str
    check: Check | None = None


@dataclass(frozen=True)
class Session:
    """One visit; `owner` says who answers."""

    person: str
    at: datetime
    turns: tuple[Turn, ...]
    owner: Literal["bot", "agent"] = "bot"
    greeting: Check | None = None


@dataclass(frozen=True)
class Person:
    """`claims` are signed by the shop; without them nobody vouches for the person."""

    name: str
    device: str
    claims: Mapping[str, str] | None = None


@dataclass(frozen=True)
class Label:
    """A fact as a person would write it down; each of `values` is right."""

    key: str
    values: tuple[str, ...]
    subject: str | None = None
    quote: str | None = None

    @property
    def value(self) -> str:
        """To show."""
        return self.values[0]


Labels = Mapping[str, tuple[Label, ...]]


@dataclass(frozen=True)
class Dialogue:
    """`labelled` are the kinds that count: anything else that is heard of them is wrong."""

    id: str
    split: str
    language: str
    ability: str
    say_what: str
    people: Mapping[str, Person]
    sessions: tuple[Session, ...]
    labelled: frozenset[str]
    facts: Labels = field(default_factory=dict)
    superseded: Labels = field(default_factory=dict)
    unconfirmed: Labels = field(default_factory=dict)


def load(splits: Iterable[str] = SPLITS, folder: Path = FOLDER) -> list[Dialogue]:
    """All of the splits, by file and place; raises BadDialogue."""
    found = [
        dialogue
        for split in splits
        for path in sorted((folder / split).glob("*/*.yml"))
        for dialogue in load_file(path, split)
    ]
    twice = [name for name, times in Counter(one.id for one in found).items() if times > 1]
    if twice:
        raise BadDialogue(f"These ids are there more than once: {', '.join(sorted(twice))}")
    return found


def load_file(path: Path, split: str) -> list[Dialogue]:
    """`…/<language>/<ability>.yml`, or `<ability>-<more words>.yml` where there are several."""
    language, ability = path.parent.name, path.stem.partition("-")[0]
    if language not in LANGUAGES or ability not in ABILITIES:
        raise BadDialogue(f"{path}: the path is to be <language>/<ability>[-words].yml")
    try:
        items = yaml.load(path.read_text(encoding="utf-8"), Loader=_SAFE)  # noqa: S506 - it is
    except yaml.YAMLError as error:
        raise BadDialogue(f"{path}: no YAML: {error}") from error
    if not isinstance(items, list):
        raise BadDialogue(f"{path}: a list of dialogues is expected")
    return [
        _Reader(f"{path.parent.name}/{path.name}", place, split).dialogue(item, language, ability)
        for place, item in enumerate(items, start=1)
    ]


class _Reader:
    """Reads one item; knows where it is, for whoever must mend it."""

    def __init__(self, file: str, place: int, split: str) -> None:
        self._where = f"{split}/{file}, item {place}"
        self._split = split

    def dialogue(self, item: object, language: str, ability: str) -> Dialogue:
        """Everything that a runner could stumble over is refused here."""
        data = self._mapping(item, "a dialogue")
        name = str(data.get("id", ""))
        if not _ID.fullmatch(name):
            raise self._bad(f"id {name!r} is none")
        self._where = f"{self._where} ({name})"
        self._only(data, _FIELDS, "dialogue")
        people = {
            str(key): self._person(str(key), value)
            for key, value in self._mapping(data.get("people"), "people").items()
        }
        sessions = tuple(self._session(one, people) for one in self._list(data, "sessions"))
        if not sessions:
            raise self._bad("there are no sessions")
        for before, after in itertools.pairwise(sessions):
            if after.at < before.at:
                raise self._bad(f"the session at {after.at} comes after one at {before.at}")
        labelled = frozenset(map(str, data.get("labelled") or FACT_KINDS))
        unknown = labelled - FACT_KINDS.keys()
        if unknown:
            raise self._bad(f"labelled has no kinds of fact: {', '.join(sorted(unknown))}")
        facts, superseded, unconfirmed = (
            self._labels(data, what, people) for what in ("facts", "superseded", "unconfirmed")
        )
        return Dialogue(
            id=name,
            split=self._split,
            language=language,
            ability=ability,
            say_what=str(data.get("say_what", "")),
            people=people,
            sessions=sessions,
            # What has a label counts, whether or not it is in the list.
            labelled=labelled | {one.key for of in facts.values() for one in of},
            facts=facts,
            superseded=superseded,
            unconfirmed=unconfirmed,
        )

    def _person(self, name: str, item: object) -> Person:
        data = self._mapping(item, f"people.{name}")
        self._only(data, {"device", "identity", "name", "email", "phone"}, f"people.{name}")
        identity = data.get("identity")
        claims: dict[str, str] | None = None
        if isinstance(identity, dict):
            claims = {str(key): str(value) for key, value in identity.items()}
        elif identity is not None:
            claims = {"sub": str(identity)}
        if claims is not None:
            claims |= {key: str(data[key]) for key in ("name", "email", "phone") if key in data}
            if "sub" not in claims or claims.keys() - _CLAIMS:
                raise self._bad(f"people.{name}.identity has sub, and name, email, phone or none")
        return Person(name, str(data.get("device", name)), claims)

    def _session(self, item: object, people: Mapping[str, Person]) -> Session:
        data = self._mapping(item, "a session")
        self._only(data, {"person", "at", "owner", "turns", "greeting"}, "session")
        person, owner = str(data.get("person", "")), str(data.get("owner", "bot"))
        if person not in people:
            raise self._bad(f"nobody is called {person!r}")
        if owner not in {"bot", "agent"}:
            raise self._bad(f"owner is bot or agent, not {owner!r}")
        turns = tuple(self._turn(one, owner) for one in self._list(data, "turns"))
        if not turns and "greeting" not in data:
            raise self._bad("a session has turns or a greeting")
        return Session(
            person=person,
            at=self._time(data.get("at")),
            turns=turns,
            owner="agent" if owner == "agent" else "bot",
            greeting=self._check(data["greeting"], "greeting") if "greeting" in data else None,
        )

    def _turn(self, item: object, owner: str) -> Turn:
        data = self._mapping(item, "a turn")
        self._only(data, {"visitor", "agent", "does", "reply"}, "turn")
        check = self._check(data["reply"], "reply") if "reply" in data else None
        if "visitor" in data:
            if check is not None and owner == "agent":
                raise self._bad("an agent's words are not judged: a reply belongs to the bot")
            return Turn("visitor", self._text(data["visitor"]), check)
        if check is not None:
            raise self._bad("a reply belongs to a line of the visitor")
        if "agent" in data:
            if owner != "agent":
                raise self._bad("an agent speaks only in a session with owner: agent")
            return Turn("agent", self._text(data["agent"]))
        if "does" in data:
            return Turn("does", self._deed(self._text(data["does"])))
        raise self._bad("a turn has visitor, agent or does")

    def _deed(self, text: str) -> str:
        verb, *words = text.split()
        bounds = _DOES.get(verb)
        if bounds is None or not bounds[0] <= len(words) <= bounds[1]:
            raise self._bad(f"nobody can do {text!r}; there are: {', '.join(_DOES)}")
        if verb in {"forget_fact", "correct_fact"} and words[0] not in FACT_KINDS:
            raise self._bad(f"{text!r}: {words[0]} is no kind of fact")
        if verb == "set_consent" and words[1] not in {"on", "off", "True", "False"}:
            raise self._bad(f"{text!r}: consent is on or off")
        if verb == "confirm" and words[0] not in {"yes", "no"}:
            raise self._bad(f"{text!r}: yes or no is expected")
        return text

    def _check(self, item: object, what: str) -> Check:
        data = self._mapping(item, what)
        self._only(data, {"must", "must_not", "any_of", "uses", "uses_not"}, what)
        groups = data.get("any_of") or []
        if groups and all(isinstance(one, str) for one in groups):
            groups = [groups]
        check = Check(
            must=self._words(data, "must"),
            must_not=self._words(data, "must_not"),
            any_of=tuple(tuple(str(word) for word in group) for group in groups),
            uses=self._words(data, "uses"),
            uses_not=self._words(data, "uses_not"),
        )
        unknown = {*check.uses, *check.uses_not} - FACT_KINDS.keys()
        if unknown:
            raise self._bad(f"{what}: no kinds of fact: {', '.join(sorted(unknown))}")
        return check

    def _labels(self, data: Mapping[str, Any], what: str, people: Mapping[str, Person]) -> Labels:
        found = {}
        for name, items in self._mapping(data.get(what) or {}, what).items():
            if str(name) not in people:
                raise self._bad(f"{what}: nobody is called {name!r}")
            found[str(name)] = tuple(self._label(one, what) for one in items or ())
        return found

    def _label(self, item: object, what: str) -> Label:
        data = self._mapping(item, f"a label of {what}")
        self._only(data, {"key", "value", "subject", "quote"}, what)
        key, given = str(data.get("key")), data.get("value")
        values = tuple(str(one) for one in (given if isinstance(given, list) else [given]))
        for value in values:
            if clean_value(key, value) is None:
                raise self._bad(f"{what}: {value!r} is no {key}")
        subject, quote = data.get("subject"), data.get("quote")
        return Label(
            key,
            values,
            str(subject) if subject is not None else None,
            str(quote) if quote is not None else None,
        )

    def _time(self, value: object) -> datetime:
        if isinstance(value, str):
            try:
                value = datetime.fromisoformat(value)
            except ValueError as error:
                raise self._bad(f"{value!r} is no time") from error
        if not isinstance(value, datetime):
            raise self._bad(f"at is a time with its zone, not {value!r}")
        return value if value.tzinfo is not None else value.replace(tzinfo=UTC)

    def _text(self, value: object) -> str:
        text = str(value) if value is not None else ""
        if not text.strip():
            raise self._bad("a line without words")
        return text

    def _words(self, data: Mapping[str, Any], key: str) -> tuple[str, ...]:
        value = data.get(key) or []
        return tuple(str(one) for one in ([value] if isinstance(value, str) else value))

    def _list(self, data: Mapping[str, Any], key: str) -> list[object]:
        value = data.get(key) or []
        if not isinstance(value, list):
            raise self._bad(f"{key} is to be a list")
        return value

    def _mapping(self, value: object, what: str) -> dict[str, Any]:
        if not isinstance(value, dict):
            raise self._bad(f"{what} is to be a mapping, not {value!r}")
        return value

    def _only(self, data: Mapping[str, Any], known: Iterable[str], what: str) -> None:
        strange = data.keys() - set(known)
        if strange:
            raise self._bad(f"{what} has unknown fields: {', '.join(sorted(map(str, strange)))}")

    def _bad(self, why: str) -> BadDialogue:
        return BadDialogue(f"{self._where}: {why}")


_FIELDS = frozenset(
    {
        "id",
        "say_what",
        "people",
        "sessions",
        "facts",
        "labelled",
        "superseded",
        "unconfirmed",
    }
)
