"""Icelandic without its marks, as many write it; and the words around a statement."""

from __future__ import annotations

import re
from dataclasses import dataclass

from chat_server.hearing import inflected
from chat_server.hearing.dates import names, weekdays
from chat_server.hearing.inflected import Inflected, Worded
from chat_server.hearing.rule import But, Rule, Take

_PLAIN = str.maketrans("áéíóúýöðæþ", "aeiouyodat")
_PATTERN = {"á": "a", "é": "e", "í": "i", "ó": "o", "ú": "u", "ý": "y", "ö": "o", "ð": "d", "æ": "ae?", "þ": "th?"}  # fmt: skip


def pattern(written: str) -> str:
    """A pattern in proper Icelandic, for text without marks: "þ" is also found as "th"."""
    return "".join(_PATTERN.get(letter, letter) for letter in written)


def key(said: str) -> str:
    """The form in which words are looked up, however they were typed."""
    return said.lower().translate(_PLAIN).replace("th", "t").replace("ae", "a")


def keyed(table: dict[str, str]) -> dict[str, str]:
    """The table by such forms."""
    return {key(word): value for word, value in table.items()}


def found(written: str) -> re.Pattern[str]:
    """Compiled for text without marks."""
    return re.compile(pattern(written))


def cues(words: str) -> frozenset[str]:
    """Words or stems that make a rule worth trying."""
    return inflected.stems(key(words))


def rule(cues: str, written: str, take: Take, but: But) -> Rule:
    """A rule in proper Icelandic; cues are words or stems."""
    return inflected.rule(key(cues), pattern(written), take, but)


# Behind another word the verb comes before its "I": turned back, as rules are written.
_TURNED = re.compile(
    pattern(r"\b(þoli|nota|tek|geng|bý|vinn|starfa|elska|fíla|hata|dýrka|kýs|nenni|þrái|kann) ég\b")
)


@dataclass(frozen=True, eq=False)
class Icelandic(Inflected):
    """Heard without its marks, and with verbs behind their subjects."""

    def folded(self, low: str) -> str:
        """Letter by letter, so that places stay."""
        return _TURNED.sub(r"eg \1", low.translate(_PLAIN))

    def cues_in(self, low: str) -> set[str]:
        """However they were typed."""
        return super().cues_in(key(low))


MY = r"(?: (?:mín|minn|mitt|mína|míns|mínum|minni|minnar|mínir|mínar|okkar))"
KIN = (
    r"(?:(?:tengda|stjúp|fóstur|barna|vin|tvíbura)?(?:systir|systur|systkin\w*|bróðir|bróður\w*|bræð\w+|sonur\w*|son(?=\b|inn)|syni\w*|sonar|dóttir|dóttur\w*|dætur|mamma|mömmu|mamman|móðir|móður|pabbi|pabba|faðir|föður|barn(?:ið|inu|s|a|anna)?|börn(?:in|unum|um)?|kona|konu))(?![a-z])"
    r"|(?:(?:eigin)?maðurinn|manninn|manninum|mannsins|eiginmann\w*|eiginmaður|konan|konuna|konunni|konunnar|eiginkon\w+|kærast\w+|vinur|vin|vini|vinar|vinir|vinum|vinkon\w+|amma|ömmu|afi|afa|frænd\w+|frænk\w+|strákur\w*|strák\w*|stelp\w+|krakk\w+|samstarfs\w+|yfirm\w+|nágrann\w+|foreldr\w+|makinn|maka|sambýlis\w+|félag(?:i|a|ann|inn)|vinnufélag\w+|litla|guttinn|unglingur\w*|langamm\w+|mágur|mágkon\w+)(?![a-z])"
)
OTHERS = found(
    rf"\b(?:(?:{KIN}){MY}?|honum|henni|þeim|(?:jóla|afmælis|tækifæris|fermingar)?gjöf(?:in|ina)?|að gjöf|handa (?!mér|okkur|sjálf)\w+|einhver annar|annarri manneskju)\b"
)
OWN = found(
    r"\b(?:ég|mér|mig|mín|minn|mitt|mína|mínum|minni|mínir|mínar|við|okkur|okkar|sjálf(?:ur)?|bý|búum|heiti|nota|geng|tek|vil|vantar|langar|þarf|leita)\b"
)
PERSONS = re.compile(
    rf"(?P<other>{OTHERS.pattern})|(?P<they>\b(?:hann|hun|hans|hennar|th?au|th?eir|th?ar|th?eirra)\b)|(?P<own>{OWN.pattern})"
)
HEDGE = found(
    r"\b(?:kannski|held|hugsanlega|líklega|sennilega|trúlega|mögulega|mig minnir|ekki viss|ekki alveg viss|gæti verið|ætli|virðist|giska|minnir að)\b"
)
CLAUSE = found(r"[,;:()–—]|\s-+\s|\b(?:og|en|því|svo|takk|vinsamlegast|þannig|nema|plís|plis)\b")
ASKING = found(
    r"(?:(?:og|en|jæja) )?(?:(?:í|á|við|með|frá|til|um|að) )?(?:hva[ðr]|hva[ðr]a|hver|hvert|hvern|hverjir|hverju|hvers|hvenær|hvernig|hvort|af hverju|hversu|hve|er hægt|get ég|getið þið|getur þú|geturðu|má ég|má(?=\b[^?]*\?)|eru|eigið þið|eigiði|áttu|eruð þið|eruði|ertu|manstu|munið þið|veistu|vitið þið|heitir|er (?:til|nafnið|þetta|það|hægt|opið|jakk\w+|peys\w+|hún|hann|ég)|sendið þið|sendiði|fæ ég|kom|lekur|líkar|svarar|bjóðið|passar|virkar|kostar)\b"
)
SUPPOSED = found(
    r"\b(?:ef|gefum okkur|segjum|ímynda\w*|til dæmis|t\.d|væri(?! til)|myndi|ætla að|ætlum að|(?:langar|vil|vildi) (?:svo )?að (?:flytja|búa)|langar að|gleymdu|gleymið|eyðið|hvort|djók|grín|þykist|bara að grínast)\b"
)
REPORTED = found(
    rf"\b(?:hann|hún|þau|þeir|þær|þú|þið|bréfið|pósturinn|síðan|miðinn|kerfið|einhver|{KIN})(?: (?:minn|mín|mitt))?\b[^,;]{{0,25}}\b(?:segir|sagði|segja|skrifar|skrifaði|spyr|spurði|heldur|kallar|kalla|sögðu|stendur)\b|\bstendur\b"
)
DENIED = found(r"\b(?:ekki|aldrei|engin|enginn|ekkert|engan|hvorki|án|varla)\b")
PAST = found(r"\b(?:áður|einu sinni|forðum|þá|í gamla daga|fyrir löngu)\b")
PROMISE = found(
    r"\b(?:(?:ég|við|eg) (?:mun|munum|skal|skulum|lofa|lofum|sendi|sendum|endurgreiði|endurgreiðum|hringi|hringjum|læt|látum|hef samband|höfum samband|tek frá|tökum frá|skipti|skiptum|geng frá|göngum frá|legg inn|leggjum inn|kem|komum|panta|bæti|bætum|útvega|útvegum|fæ sendan|sé til þess|sjáum til þess|millifæri|millifærum|græja|græjum|redda|reddum|afgreiði|svara þér)\b(?! (?:þurft|þurfa|vita))|þú (?:færð|munt fá|átt von á|fáið)|þið (?:fáið|munuð fá)|(?:pakkinn|pöntunin|sendingin|endurgreiðslan|nýr?\w* \w+|varan|jakkinn|peysan|peningurinn|upphæðin) (?:kemur|verður|mun|berst|fer af stað|fer í)|(?:samstarfsmaður|samstarfskona|einhver|verslunarstjórinn) (?:hringir|hefur samband|mun)|(?:hringi|sendi|endurgreiðum|sendum|hringjum) (?:í þig|þér|ykkur|þetta|nýj\w+|hana|hann))\b"
)


def _both(*rows: str) -> tuple[str, ...]:
    """Every word without its marks, with "th" for "þ" as well."""
    return tuple(
        " ".join(
            form
            for word in row.split()
            for form in dict.fromkeys(
                (word.translate(_PLAIN), word.replace("þ", "th").translate(_PLAIN))
            )
        )
        for row in rows
    )


_ORDINALS = (
    "fyrsta", "annan", "þriðja", "fjórða", "fimmta", "sjötta", "sjöunda", "áttunda", "níunda", "tíunda", "ellefta", "tólfta", "þrettánda", "fjórtánda", "fimmtánda", "sextánda", "sautjánda", "átjánda", "nítjánda", "tuttugasta",
    "tuttugasta og fyrsta", "tuttugasta og annan", "tuttugasta og þriðja", "tuttugasta og fjórða", "tuttugasta og fimmta", "tuttugasta og sjötta", "tuttugasta og sjöunda", "tuttugasta og áttunda", "tuttugasta og níunda", "þrítugasta", "þrítugasta og fyrsta",
)  # fmt: skip
_NEAR = {"ekki á morgun heldur hinn": 2, "hinn daginn": 2, "á morgun": 1, "í dag": 0, "í kvöld": 0}
CALENDAR = Worded(
    ordinals={form: day for day, stem in enumerate(_ORDINALS, 1) for form in {stem.translate(_PLAIN), stem.replace("þ", "th").translate(_PLAIN)}},
    months=names(*_both("janúar jan", "febrúar feb", "mars", "apríl apr", "maí mai", "júní jún", "júlí júl", "ágúst ágú", "september sept", "október okt", "nóvember nóv", "desember des")),
    weekdays=weekdays(*_both(
        "mánudag mánudaginn mánudagur mánudegi mánudeginum mán", "þriðjudag þriðjudaginn þriðjudagur þriðjudegi", "miðvikudag miðvikudaginn miðvikudagur miðvikudegi", "fimmtudag fimmtudaginn fimmtudagur fimmtudegi",
        "föstudag föstudaginn föstudagur föstudagsins föstudegi", "laugardag laugardaginn laugardagur laugardegi laugardagskvöld", "sunnudag sunnudaginn sunnudagur sunnudegi",
    )),
    near={word.translate(_PLAIN): days for word, days in _NEAR.items()},
    numbers=names(*_both("einn eina eitt", "tvo tvær tvö tveimur", "þrjá þrjár þrjú þremur", "fjóra fjórar fjögur fjórum", "fimm", "sex", "sjö", "átta", "níu", "tíu")),
    units={"daga": 1, "dag": 1, "dogum": 1, "viku": 7, "vikur": 7, "vikum": 7, "manud": 30, "manudi": 30, "manudum": 30},
    patterns=tuple(pattern(one) for one in (
        r"(?<![\d.])(?P<day>[0-3]?\d)\.? ?(?P<month>{month})\b(?: (?P<year>20\d\d))?",
        r"\b(?P<near>{near})\b",
        r"\b(?:eftir|innan) (?:(?:nákvæmlega|akkúrat|um|rétt|svona|sirka|tæpar|tæpa|rúmar|rúma) )?(?:(?P<count>\d{1,2}|{number}) )?(?P<unit>{unit})\b",
        r"\b(?P<next>næst(?:a|komandi)) (?P<weekday>{weekday})\b",
        r"\b(?P<weekday>{weekday}) (?P<next>í næstu viku)\b",
        r"\b(?:á|fyrir|næstkomandi|þennan|núna á|nk\.?) (?P<weekday>{weekday})\b",
        r"(?<![\d.:,])(?P<day>0[1-9]|[12]\d|3[01])\.(?P<number_month>0[1-9]|1[0-2])(?![\d.])",
        r"\b(?:þann|hinn) (?P<day>[0-3]?\d)\.(?! ?(?:{month}))",
    )),
)  # fmt: skip
