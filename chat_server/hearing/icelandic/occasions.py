"""What they shop for, and when that is."""

from __future__ import annotations

from chat_server.hearing.inflected import occasion, unless
from chat_server.hearing.rule import But, Take

from .words import CALENDAR, KIN, pattern, rule

_STEMS = {
    "brúðkaup": "brúðkaup", "gifting": "gifting", "afmæl": "afmæli", "stórafmæl": "afmæli", "þrítugsafmæl": "afmæli", "fertugsafmæl": "afmæli", "fimmtugsafmæl": "afmæli", "sextugsafmæl": "afmæli", "tvítugsafmæl": "afmæli", "sjötugsafmæl": "afmæli", "brúðkaupsafmæl": "brúðkaupsafmæli",
    "jól": "jól", "pásk": "páskar", "ferming": "ferming", "útskrift": "útskrift", "stúdentsveisl": "útskrift", "skírn": "skírn", "árshátíð": "árshátíð", "þorrablót": "þorrablót", "partí": "partí", "partý": "partí", "veisl": "veisla", "jarðarför": "jarðarför", "atvinnuviðtal": "atvinnuviðtal", "þjóðhátíð": "þjóðhátíð", "innflutningspart": "innflutningspartí", "áramót": "áramót", "gamlárs": "gamlárskvöld",
    "valentínus": "Valentínusardagur", "konudag": "konudagur", "bóndadag": "bóndadagur", "mæðradag": "mæðradagur", "feðradag": "feðradagur", "sumardag": "sumardagurinn fyrsti", "gönguferð": "gönguferð", "ferðalag": "ferðalag", "utanlandsferð": "utanlandsferð", "fjallgöng": "fjallganga", "fjallaferð": "fjallaferð", "hestaferð": "hestaferð", "veiðiferð": "veiðiferð", "skíðaferð": "skíðaferð",
    "útileg": "útilega", "jöklaferð": "jöklaferð", "bakpokaferð": "bakpokaferðalag", "hálendisferð": "hálendisferð", "hjólaferð": "hjólaferð", "rjúpna": "rjúpnaveiði", "gæsaveið": "gæsaveiði", "hreindýr": "hreindýraveiði", "sumarfrí": "sumarfrí", "vetrarfrí": "vetrarfrí", "skátamót": "skátamót", "maraþon": "maraþon", "reykjavíkurmaraþon": "maraþon", "vinnuferð": "vinnuferð", "borgarferð": "borgarferð", "ferð": "ferð", "ættarmót": "ættarmót", "kórferð": "kórferð", "göngu": "ganga", "siglingu": "sigling",
}  # fmt: skip
_ALL = {stem.replace("æ", mark).replace("þ", thorn).translate(str.maketrans("áéíóúýöð", "aeiouyod")): value for stem, value in _STEMS.items() for mark in ("a", "ae") for thorn in ("t", "th")}  # fmt: skip
_NOUNS = (
    "(?P<v>(?!gongu(?:sko|bux|staf|stof|sokk|jakk|fat|pok))(?:"
    + "|".join(sorted(_STEMS, key=len, reverse=True))
    + r")[^\W\d_]{0,7})\b"
)
_STRONG = r"(?P<v>(?:brúðkaup|gifting|(?:\w+s)?afmæl[ií]|ferming|útskrift|skírn|árshátíð|þorrablót|jarðarför|atvinnuviðtal|ættarmót|brúðkaupsafmæl)(?:ið|inu|is|isins|s|sins|in|ina|ar|arinnar|arnar|u|una|unni|arveisl\w*|sveisl\w*|arinu|i|inni)?)\b"
_OVER = pattern(
    rf"\b(?:var í|voru|í fyrra|gekk vel|afslátt\w*|opið|opin\w*|til hamingju|gleðileg\w*|skemmtileg\w* í|kom úr|(?:komin\w?|kominn|er|erum|farin\w?) í (?:\w+)?fríi?\b|sagði mér|sagði frá|buðu|lokað|er lokað)\b|\b(?:{KIN}) (?:minn |mín |mitt )?(?:er að fara|fer|fóru|ætlar)\b"
)
_BUT = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED


def _held(take: Take) -> Take:
    """The look-up is by the text without its marks."""
    return unless(_OVER, take)


_take = occasion(_ALL, CALENDAR, "ekki")
_cues = " ".join({stem[:8] for stem in _STEMS} | {"afmæli", "afmaeli"})
RULES = (
    rule(_cues, rf"\b{_STRONG}", _held(_take), _BUT),
    rule(_cues, rf"\b(?:fyrir|í|á|að fara í|er að fara í|fara í|erum að fara í|förum í|fer í|um|til|vegna|held|höldum|út af|þetta er|vantar|leita að|undirbúa|á leið í|á leiðinni í|fyrir næstu|næst[au]?|verður|er)(?: (?:mitt|mína|minn|okkar|hans|hennar|{KIN}(?:s|ar)?|næstu|minnar|langa|stóra|fyrstu|lengri|smá|dags|helgar|viku|þriggja daga|árlegu|vetrar))* {_NOUNS}", _held(_take), _BUT),
    rule(_cues, rf"(?:^|[,.] )(?:ég á |við eigum )?{_NOUNS}(?: \w+){{0,2}} (?:er|á|verður|næst\w*|um helgina|í (?:júní|júlí|ágúst|sumar|vetur|vor|haust))", _held(_take), _BUT),
    rule(_cues, rf"\b(?:er|erum) að fara(?: \w+){{0,3}} í {_NOUNS}", _held(_take), _BUT),
)  # fmt: skip
OCCASION = _NOUNS


def occasion_of(said: str) -> str | None:
    """By the beginning of what was said."""
    return next(
        (_ALL[stem] for stem in sorted(_ALL, key=len, reverse=True) if said.startswith(stem)), None
    )
