"""The forms that names take in Russian and Icelandic sentences, and back from a form to its name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

_CYRILLIC = re.compile("[а-я]")
_VOWELS = "аеиоуыэюя"
_HARD = (
    "",
    "а",
    "у",
    "ом",
    "е",
    "ы",
    "ов",
    "ам",
    "ами",
    "ах",
    "ин",
    "ина",
    "ину",
    "ову",
    "ова",
    "овой",
)
_SOFT = ("", "ь", "й", "я", "ю", "ем", "ём", "е", "и", "ей", "ям", "ями", "ях", "ью")
_A = (
    "а",
    "ы",
    "и",
    "е",
    "у",
    "ой",
    "ою",
    "ей",
    "",
    "ам",
    "ами",
    "ах",
    "ин",
    "ина",
    "ину",
    "иной",
    "ину",
)
_YA = ("я", "и", "е", "ю", "ей", "ею", "ой", "й", "ь", "", "ям", "ями", "ях", "ин", "ина")
# A vowel that is there in the first form only: Павел, Павла; Лев, Льва.
_FLEETING = {"павел": "павл", "лев": "льв", "петр": "петр"}
_ADJECTIVE = {
    "ий": ("ий", "ого", "ому", "им", "ом", "ие", "их", "ими"),
    "ый": ("ый", "ого", "ому", "ым", "ом", "ые", "ых", "ыми"),
    "ой": ("ой", "ого", "ому", "ым", "ом", "ые", "ых"),
    "ая": ("ая", "ой", "ую", "ою"),
}
_UMLAUT = {
    "björn": ("björn", "birni", "bjarnar", "björns"),
    "örn": ("örn", "erni", "arnar"),
    "hjörtur": ("hjörtur", "hjört", "hirti", "hjartar"),
    "hörður": ("hörður", "hörð", "herði", "harðar"),
    "sigurður": ("sigurður", "sigurð", "sigurði", "sigurðar", "sigga", "siggi"),
    "egill": ("egill", "egil", "agli", "egils"),
    "ólöf": ("ólöf", "ólöfu", "ólafar"),
    "björk": ("björk", "björku", "bjarkar"),
    "dagur": ("dagur", "dag", "degi", "dags"),
    "ketill": ("ketill", "ketil", "katli", "ketils"),
    "fjölnir": ("fjölnir", "fjölni", "fjölnis"),
    "ögn": ("ögn", "agnar"),
    "högni": ("högni", "högna"),
    "þröstur": ("þröstur", "þröst", "þresti", "þrastar"),
    "mörður": ("mörður", "mörð", "merði", "marðar"),
    "njörður": ("njörður", "njörð", "nirði", "njarðar"),
    "völundur": ("völundur", "völund", "völundi", "völundar"),
    "ásbjörn": ("ásbjörn", "ásbirni", "ásbjarnar"),
    "sigurbjörn": ("sigurbjörn", "sigurbirni", "sigurbjarnar"),
    "guðbjörn": ("guðbjörn", "guðbirni", "guðbjarnar"),
}


@cache
def forms(name: str) -> frozenset[str]:
    """Of one word in small letters, itself among them; more than there are, rather than fewer."""
    if _CYRILLIC.search(name):
        return frozenset(_russian(name))
    return frozenset(_icelandic(name))


def table(names: Iterable[str]) -> dict[str, str]:
    """Each form's name; a name that is another's form is itself."""
    own = set(names)
    found = {form: name for name in sorted(own) for form in forms(name) if len(form) > 1}
    return {**found, **{name: name for name in own}}


def _russian(name: str) -> Iterable[str]:
    yield name
    if len(name) < 2:  # noqa: PLR2004 - an initial
        return
    for ending, all_of in _ADJECTIVE.items():
        if name.endswith(ending) and len(name) > 5:  # noqa: PLR2004 - as surnames are
            yield from (name[: -len(ending)] + other for other in all_of)
    stem, last = name[:-1], name[-1]
    if last == "а":
        yield from (stem + ending for ending in _A)
    elif last == "я":
        yield from (stem + ending for ending in _YA if len(stem + ending) > 1)
    elif last in "йь":
        yield from (stem + ending for ending in _SOFT)
    elif last not in _VOWELS:
        for base in {name, _FLEETING.get(name, name)}:
            yield from (base + ending for ending in _HARD)
        if name.endswith(("ец", "ок", "ек")):
            yield from (name[:-2] + name[-1] + ending for ending in _HARD)


def _icelandic(name: str) -> Iterable[str]:
    yield name
    if name in _UMLAUT:
        yield from _UMLAUT[name]
        return
    yield f"{name}'s"
    if name.endswith(("dóttir", "dottir")):
        yield from (name[:-2] + ending for ending in ("ur", "ir", "ra"))
        return
    if name.endswith("son"):
        yield from (name, f"{name[:-2]}yni", f"{name}ar", f"{name[:-2]}ynir")
        return
    if name.endswith("ur"):
        stem = name[:-2]
        yield from (stem + ending for ending in ("", "i", "s", "ar", "inum", "u"))
    elif name.endswith("i"):
        yield f"{name[:-1]}a"
        yield f"{name}s"
    elif name.endswith("a"):
        stem = name[:-1]
        yield f"{stem}u"
        yield f"{_with_o(stem)}u"
    elif name.endswith(("ll", "nn")):
        yield from (name[:-1] + ending for ending in ("", "i", "s", "ar"))
        yield from (name + ending for ending in ("i", "s", "ar"))
    elif name.endswith("r"):
        yield from (name[:-1] + ending for ending in ("", "s", "i", "ar"))
        yield from (name + ending for ending in ("i", "s", "ar"))
    else:
        yield from (name + ending for ending in ("i", "s", "u", "ar", "ju", "jar"))


def _with_o(stem: str) -> str:
    """Anna, Önnu: the last a of the stem."""
    at = stem.rfind("a")
    return f"{stem[:at]}ö{stem[at + 1 :]}" if at >= 0 else stem
