"""A person's name in an Icelandic sentence, and where it ends."""

from __future__ import annotations

from dataclasses import replace

from chat_server.hearing.given_names import GIVEN_NAMES
from chat_server.hearing.names import Name, read_name
from chat_server.hearing.no_names import NO_NAMES
from chat_server.hearing.text import Line

from .given_names import ALSO_WORDS, NAMES
from .words import found, key

_NAMES = frozenset(key(name) for name in GIVEN_NAMES | NAMES)
_WORDS = frozenset(map(key, ALSO_WORDS))
# Names are made of these: one may never have been given before and is still one.
_MADE = found(
    r"[a-z]{2,7}(?:björg|björn|bjartur|björt|leif|mey|fríð|sif|vin|kár|brandur|dís|rún|hildur|heiður|laug|laugur|veig|unnur|gerður|þrúður|fríður|ríður|mundur|geir|grímur|gríma|valdur|steinn|leifur|finnur|finna|kell|freyr|ólfur|varður|hallur|halla|þór|týr|mar|lind|rós|dögg)"
)
_CASES = (
    ("u", "a"),
    ("u", ""),
    ("a", "i"),
    ("i", "ur"),
    ("i", ""),
    ("ar", ""),
    ("s", ""),
    ("", "ur"),
    ("i", "ir"),
    ("ar", "ur"),
    ("ði", "ður"),
    ("ni", "nn"),
)
_NO_NAME = frozenset(
    key(
        """
    bara mar hér hérna kominn komin að leita búin búinn með viss reið reiður ánægð ánægður í á frá af enn ennþá ekki svo mjög líka orðin orðinn þreytt þreyttur svangur svöng mamma pabbi kona karl maður stelpa strákur íslensk íslenskur
    pólsk pólskur þýsk dönsk norsk útlensk útlendingur nemi kennari læknir hjúkrunarfræðingur smiður bóndi sjómaður viðskiptavinur kaupandi hættur hætt flutt fluttur nýflutt nýfluttur búsett búsettur fædd fæddur laus upptekin upptekinn heima
    veik veikur stödd staddur í til um við ég eg það þetta þú hann hún þau þeir sú sá sem hvað hver hvernig hvenær jakki jakkinn peysa peysan húfa pakki pakkinn pöntun pöntunin sending sendingin stærð litur liturinn hekla esja laki vík búrfell askja katla hraun
    yfirleitt oftast alltaf venjulega núna nú nýr ný sjálf sjálfur ein einn tvö þrjú fimm alveg smá soldið dálítið of allt engin enginn ekkert sama góð góður glöð glaður sátt sáttur ósátt ósáttur óánægð óánægður vonsvikin vonsvikinn fúl fúll pirruð pirraður
    englar vestmannaeyingur akureyringur reykvíkingur hafnfirðingur húsvíkingur selfyssingur keflvíkingur norðlendingur sunnlendingur austfirðingur vestfirðingur hrifin hrifinn spennt spenntur forvitin forvitinn kerfisstjóri stjórnandi starfsmaður gestur skilið fínt flott frábært gott já nei takk ok vil vel skoða spá pæla hugsa hjá hljóta kannski örugglega líklega aftur einmitt akkúrat
    vinkona vinur systir bróðir sonur dóttir amma afi frænka frændi þarf má get gæti skiptir segi af hverju leyndarmál nafnið nafn heiti heitir bý búum nota kallaður kölluð en og eða því svo ekki heldur áfram
    """
    ).split()
)
_LAST_NAMES = (
    "son",
    "dottir",
    "sen",
    "bur",
    "dal",
    "berg",
    "fjord",
    "ars",
    "hansen",
    "blondal",
    "thorarensen",
    "briem",
)


def known(word: str) -> bool:
    """A given name, however its marks are typed; with a capital also one that is made like a name."""
    low = key(word)
    if word[:1].isupper():
        return low in _NAMES or _MADE.fullmatch(low) is not None
    return low in _NAMES and low not in _WORDS


def nominative(word: str) -> str | None:
    """The known name of which this is a case: "Bjössa" is Bjössi."""
    for ending, plain in _CASES:
        if word.endswith(ending) and known(word[: len(word) - len(ending)] + plain):
            return word[: len(word) - len(ending)] + plain
    return None


def is_patronymic(word: str) -> bool:
    """By its ending, as most last names."""
    return key(word).endswith(("son", "dottir", "bur"))


def name_at(line: Line, start: int, end: int) -> Name | None:
    """The name that begins there."""
    name = read_name(line, start, end)
    if name is None:
        return None
    words = name.value.split()
    if _is_none(words[0], capital=name.capital):
        return None
    kept = [words[0]]
    for word in words[1:]:
        if not (
            known(word)
            or key(word).endswith(_LAST_NAMES)
            or (name.capital and not _is_none(word, capital=True))
        ):
            break
        kept.append(word)
    value = " ".join(kept)
    return replace(name, value=value, end=name.start + len(value), known=known(kept[0]))


def may_be_name(name: Name) -> bool:
    """Where other words than names are usual."""
    return name.known or name.capital


def _is_none(word: str, *, capital: bool) -> bool:
    low = key(word)
    if low in {"hekla", "bara", "mar", "gestur", "vik", "katla", "askja", "esja"}:
        return not capital or not known(word) or low == "bara"
    return low in _NO_NAME or (low in NO_NAMES and not known(word))
