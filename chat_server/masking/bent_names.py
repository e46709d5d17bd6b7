"""Russian and Icelandic names that are words, in small letters, by whom one speaks to and of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.icelandic.given_names import NAMES
from chat_server.hearing.russian.given_names import NAMES as RUSSIAN

from .forms import forms
from .lists import words
from .word_lists import is_small_word, is_word

_RUSSIAN = "вера надежда любовь слава роза лилия лев марк роман злата милана майя весна заря рада мира ася мила света лада яна ника лука клим"
_ICELANDIC = "örn steinn björk rós sól dögg ösp hrafn von ást lilja fjóla sóley björn úlfur hrefna erla svala fura eik hlynur reynir birkir logi máni dagur bjartur vigur bára alda unnur embla perla rán saga eldur dreki haukur valur már svanur hlíf rut rún ýr sif freyja mjöll fönn snær vetur sumarliði brá eir nótt stormur þeyr askur bragi skúli högni garðar kári óðinn þór tinna máney birta líf ósk gjöf stella"


def _ways(names: str) -> str:
    every = {way for name in names.split() for way in forms(name) if len(way) > 1}
    return "|".join(sorted(map(re.escape, every), key=len, reverse=True))


_SPOKEN_TO = re.compile(
    r"(?<!\w)(?:(?:отдайте|передайте|скажите|позвоните|спросите|позовите|напишите|перезвоните|отправьте|привет|здравствуйте|звать|зовут|менеджер\w*|оператор\w*|консультант\w*|коллег\w|подруг\w|сестр\w|дочк?\w{1,3}|жен\w|мам\w|баб\w|тет[яеу]|тетушк\w)(?: (?:вашей|вашему|нашей|нашему|моей|моему|пожалуйста))?,? )"
    rf"(?P<v>{_ways(_RUSSIAN)})(?!\w)"
    rf"|(?<!\w)(?:это|я|с|от|у|для|к|и) (?P<w>{_ways(_RUSSIAN)})(?=,? (?:из|на ресепшене|сказал|обещал|говорил|говорит|просил|уже|снова|писал|пишу|звонил|заказал|получил|купил)\w*)"
    rf"|(?<!\w)(?P<x>{_ways(_RUSSIAN)})(?= (?:сказал|обещал|говорил|просил|спрашивал|звонил|писал|ответил|заказал|купил|забер[её]т|забрал|получил|перезвон|жд[её]т)\w*)"
)
_ICELANDIC_SAID = re.compile(
    rf"(?<!\w)(?:eins og|spurðu|spyrja|spurði|segðu|hringdu í|talaðu við|talaði við|tala við|láttu|skilaðu til|kveðja til|hringja í|hitti|þekki|sendi|sagði|bað) (?P<v>{_ways(_ICELANDIC)})(?!\w)"
    rf"|(?<!\w)(?P<w>{_ways(_ICELANDIC)}) (?:sagði|segir|pantaði|keypti|hringdi|lofaði|svaraði|sótti|sækir|vill|ætlar|átti|bað|fékk|notaði|borgaði|kvittaði)(?!\w)"
    rf"|(?<!\w)er (?P<x>{_ways(_ICELANDIC)}) (?:við|heima|í vinnu|í dag|þarna|mætt\w*|hætt\w*|enn)(?!\w)"
)
# Little Lyova, dear Nastya: made of a name, in words that no list needs to have.
_FOND = re.compile(
    r"(?<!\w)(?:для|к|ко|от|с|со|у|про|за|и|а|это|сын\w*|дочк\w|доч\w+|внук\w*|внучк\w|брат\w*|сестр\w|наш\w*|мо[йеяию]\w*|зовут|подруг\w|друг\w*|жена|муж\w*|наша|скажите|передайте|отдайте|спасибо|привет),? "
    r"(?P<v>(?P<s>[а-я]{2,6})(?:[уюе]шк|[еои]ньк|[еои]чк|[уюа]льк|[уюа]ньк|[уюа]с[ия]к|[уюа]сеньк|[уюа]ш|[яа]ш|[юу]х|[её]к|ик)(?:а|и|е|у|ой|ей|ою|ам|ами|ах|ок|ек)?)(?!\w)"
    r"|(?<!\w)(?P<w>(?P<t>[а-я]{3,9})(?:[оеа]?ны?ч|[еи]вич|ович|ыч|ич)(?:а|у|ем|ом|е)?)(?!\w)"
)
_ICELANDIC_BENT = re.compile(
    r"(?<!\w)(?:spurðu um|spyrja um|spurði um|tala við|talaði við|talaðu við|hringdu í|hringja í|kveðju til|kveðja til|segðu|láttu|sendu|gefðu|hittu|hitti|handa|fyrir hönd|þekki|nefnilega|frændi minn|frænka mín|vinur minn|vinkona mín|hann|hún) (?P<v>[a-záðéíóúýþæö]{3,})(?= (?:á|í|hjá|við|um|að|og|sem|vita|eftir|mín\w*|minn\w*|sagði|er|var|pantaði|keypti)(?!\w)|$|[,.!?])"
)
_LETTERS = re.compile("[а-я]")


def found(low: str, language: str | None) -> Iterator[Span]:
    """In folded text."""
    if _LETTERS.search(low):
        yield from _each(_SPOKEN_TO, low)
        yield from _fond(low)
    elif (language or "")[:2] == "is":
        yield from _each(_ICELANDIC_SAID, low)
        for match in _ICELANDIC_BENT.finditer(low):
            if match["v"] in _icelandic() and not is_small_word(match["v"]):
                yield Span(match.start("v"), match.end("v"), Kind.NAME)


def _fond(low: str) -> Iterator[Span]:
    for match in _FOND.finditer(low):
        group, stem = ("v", match["s"]) if match["v"] else ("w", match["t"])
        if (
            not is_word(match[group], "ru")
            and stem[:3] in _stems()
            and match[group] not in words("ru")
        ):
            yield Span(*match.span(group), Kind.NAME)


@cache
def _stems() -> frozenset[str]:
    """How Russian names begin."""
    return frozenset(one[:size] for one in RUSSIAN | words("short_ru") for size in (2, 3))


@cache
def _icelandic() -> frozenset[str]:
    """Names in every case but the first, words or not."""
    listed = words("names_is") | words("short_is") | NAMES
    return frozenset(
        way for one in listed if len(one) > _SHORT for way in forms(one) if len(way) > _SHORT
    ) - words("is")


_SHORT = 2


def _each(pattern: re.Pattern[str], low: str) -> Iterator[Span]:
    for match in pattern.finditer(low):
        group = match.lastgroup or "v"
        yield Span(match.start(group), match.end(group), Kind.NAME)
