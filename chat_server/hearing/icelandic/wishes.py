"""Things that no table of goods knows, right behind words that say that they are wanted: "langar í veiðistöng"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.hearing.frames import Mention
from chat_server.hearing.text import Sentence

from .goods import GOODS
from .places import is_place
from .words import KIN, PAST, found, pattern

_BUY = r"(?:kaupa|panta|fá(?: mér)?|eignast|finna|taka|útvega|gefa(?: \w+)?)"
_WANTED = found(
    rf"(?<![^\W\d_])(?:(?:langar|vil|vildi|viljum|vildum|ætla|ætlum|ætlaði|þarf|þurfum|þyrfti|er að hugsa um|er að spá í|er að pæla í|vantar|á eftir|spennt\w* fyrir|áhuga á|mætti ég|get ég|gæti ég)(?: (?:mig|okkur|ég|svo|líka|gjarnan|mjög|bara|helst|endilega|núna|alveg))*(?: að)? {_BUY}"
    r"|(?<!tad )(?<!thad )(?<!en )(?:bráð|sár)?vantar(?: (?:mig|okkur))?|leita(?:ndi)? (?:að|eftir)|leitum að|leit að|langar(?: mig| okkur)? í|langaði(?: mig)? í|áhuga á|augastað á|spá í|pæla í|skoða|óska eftir|á höttunum eftir|mæl(?:ið|ir|irðu) (?:þið )?með|dreymir um|safna fyrir|kaupi|panta|tek þá)"
    r"(?: (?:mér|okkur|mig|núna|líka|svo|bara|helst|endilega|hjá ykkur|frá ykkur|einn|eina|eitt|ein|einhvern|einhverja|einhverju|einhverjum|eitthvert|tvo|tvær|tvö|þrjá|þrjár|þrjú|fjóra|fjórar|fjögur|fimm|sex|tíu|\d{1,3}|stk|stykki|pör|par|nýjan|nýja|nýtt|nýjum|nýrri|nýju|góðan|góða|gott|góðum|góðri|góðu|handa [^\W\d_]+(?: minni| mínum| mínu)?|konunni|manninum|mömmu|pabba|syni mínum|dóttur minni|vini mínum|vinkonu minni|sem fyrst|í jólagjöf|í gjöf|í afmælisgjöf|af|svona))* "
)
_WORD = re.compile(r"[^\W\d_]{3,24}(?![\w@-])")
_BENT = found(r"(?:an|a|t|um|ri|u|ar|ir|na|nar)\Z")
_MOST_WORDS = 3
_DEFINITE = found(
    r"(?:inn|inu|ina|inni|ið|num|unni|nna|anna|arnir|urnar|ana|irnar|unum|urinn|ans|innar)\Z"
)
_NO_NOUN = found(r"(?:ndi|ari|astur|legt|lega|lengur|lengi|aði|uðu|ið)\Z")
_ABSTRACT = found(
    r"(?:ing|ingu|ingar|ingum|un|unar|leiki|leika|semi|dómur|skapur|heit|nun|sla|slu|slur)\Z"
)
_NO_THING = found(
    rf"(?:hlýj|hlýt|hlýr|handa\b|milli|þæg|sms\b|hjá\b|hönd|kaffi\b|mat\b|bjór|ís\b|nammi|aðstoð|hjálp|upplýs|svar|svör|kvittun|reikning|endurgrei|ráð\b|ráðl|ráðgj|númer|mann|manneskj|fólk|þjónust|tím[ai]|pening|vinn|íbúð|hús\b|húsnæ|samband|lykilorð|aðgang|hlut|eitthva|einhver|þetta|það|þess|hann|hún|þau|þeir|þær|þig|ykkur|okkur|mig|mér|sér|allt|alla|öll|ekk|enga|neit|meir|minn\b|mín\b|mitt\b|betri|betra|stærr|minni\b|annan|aðra|annað|hin|sama|svo|mjög|bara|líka|helst|núna|strax|fljót|bráð|sem\b|að\b|um\b|í\b|á\b|við\b|með\b|fyrir|frá|til|úr|af\b|og\b|eða|en\b|ef\b|hvað|hver|hvar|hvort|hvenær|hvernig|staðf|stærð|lit\b|liti|litinn|verð|afslátt|tilboð|kóða|póst|tölvup|sím|símt|spjall|samtal|skilab|bréf|send|pakk|pöntun|pant|skil\b|skila|skipti|skipt|viðger|viðhald|ábyrg|leiðbein|vörur?\b|vara\b|vöru\b|gjöf|gjaf|dag|viku|mánuð|ár\b|klukk|kvöld|morg|helg|sumar|vetur|vor\b|haust|ferð|bæ\b|heim|starf|barn|börn|vin\b|vini|vinkon|hund|kött|heilsu|næð|frið|ást|sannl|ástæð|orsök|vit|vita|vera|fara|koma|gera|geta|taka|fá\b|kaupa|panta|finna|hafa|sjá|spyrj|tala|heyra|hring|skrif|borga|breyta|laga|hætta|kvarta|hrósa|þakka|tilkynn|prófa|máta|þvo|nota|setja|leggja|afpanta|eiga|byrja|sæki|sækja|hitt|þar|hér|hing|þang|alveg|lok|loks|aftur|enn|ennþá|yfir|undir|skýr|svig|lausn|leið|möguleik|heimilis|staðsetn|opnun|afgreið|yfirm|verslun|búð|stjóra|einn\b|ein\b|eina|eitt|tvo|tvær|tvö|par\b|pör|stykk|ættingj|{KIN})"
)
_GIFT = found(r"(?:gjöf|gjafir|gjafar|gjafa|gjöfum)\Z")
_KNOWN = re.compile(rf"(?<![^\W\d_])(?:{pattern(GOODS)})")
# What is missing of what came.
_MISSING = found(r" (?:í|á|með) (?:pakk|pönt|kass|send|poka|peys|jakk|úlp)")


def has_wish(low: str) -> bool:
    """Whether a thing may be wanted at all."""
    return _WANTED.search(low) is not None


def wanted(sentence: Sentence) -> Iterator[Mention]:
    """Unknown things, in the case in which they are said."""
    low = sentence.low
    for wish in _WANTED.finditer(low):
        words = list(_thing(low, wish.end()))
        if not words or PAST.search(low):
            continue
        start, end = words[0].start(), words[-1].end()
        noun = words[-1].group()
        said = sentence.line.text[sentence.start + start : sentence.start + end]
        own = said.split()[-1]
        if (
            _NO_NOUN.search(noun)
            or _ABSTRACT.search(noun)
            or _DEFINITE.search(noun)
            or _GIFT.search(noun)
            or is_place(own)
            or own[:1].isupper()
            or _KNOWN.search(low, start, end)
            or (wish.group().startswith("vantar") and _MISSING.match(low, end))
        ):
            continue
        yield Mention(said, start, end)


def _thing(low: str, place: int) -> Iterator[re.Match[str]]:
    """Words that may be adjectives, and the first that is none."""
    for _ in range(_MOST_WORDS):
        word = _WORD.match(low, place)
        if word is None or _NO_THING.match(word.group()):
            return
        yield word
        place = word.end() + 1
        if not _BENT.search(word.group()) or low[word.end() : place] != " ":
            return
