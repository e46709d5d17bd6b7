"""Russian and Icelandic names that are words, in small letters, by whom one speaks to and of."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

from .forms import forms

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
_LETTERS = re.compile("[а-я]")


def found(low: str, language: str | None) -> Iterator[Span]:
    """In folded text."""
    if _LETTERS.search(low):
        yield from _each(_SPOKEN_TO, low)
    elif (language or "")[:2] == "is":
        yield from _each(_ICELANDIC_SAID, low)


def _each(pattern: re.Pattern[str], low: str) -> Iterator[Span]:
    for match in pattern.finditer(low):
        group = match.lastgroup or "v"
        yield Span(match.start(group), match.end(group), Kind.NAME)
