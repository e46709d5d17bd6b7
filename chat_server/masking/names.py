"""Names in Latin and Cyrillic letters: by lists, by their make, by the words before them, by their capitals.

A capital in the middle of a sentence is nearly always a name's in Russian, Icelandic and English. What is known to be
an ordinary word or the name of no person (`words/`) is left; all else is masked: who reviews a transcript misses a
brand more easily than a customer their secrecy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.given_names import ALSO_WORDS, GIVEN_NAMES
from chat_server.hearing.icelandic.given_names import ALSO_WORDS as ICELANDIC_WORDS
from chat_server.hearing.icelandic.given_names import NAMES as ICELANDIC_NAMES
from chat_server.hearing.icelandic.places import is_place as is_icelandic_place
from chat_server.hearing.places import KNOWN_PLACES
from chat_server.hearing.russian.given_names import ALSO_WORDS as RUSSIAN_WORDS
from chat_server.hearing.russian.given_names import NAMES as RUSSIAN_NAMES
from chat_server.hearing.russian.places import is_place as is_russian_place
from chat_server.hearing.shop_names import BRANDS

from .folding import small
from .forms import table
from .lists import words

_LETTER = "[a-zA-Zªµºß-öø-ÿÀ-ÖØ-ÞĀ-ɏḀ-ỿА-Яа-яЁёЇїІіЄєҐґӘәҮүҢңӨөҚқҒғҺһ]"
_TOKEN = re.compile(rf"{_LETTER}+(?:['-]{_LETTER}+)*")
_CYRILLIC = re.compile("[а-я]", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:\b(?:name|names|surname)(?:'s| is| was|:| -)?|\bcalled|\bnamed|\bi go by|\bcall me|\bask for|\battn:?|\brecipient:?|\bзовут|\bзвать|\bфамилия:?|\bимя:?|\bполучатель:?|\bфио:?|\bheiti|\bheitir|\bhét|\bnafnið(?: mitt)?(?: er)?|\bnafn:?|\bkalla(?:ður|ðu|ð|ðir)(?: mig)?|\bviðtakandi:?"
    r"|ชื่อ(?:ว่า|คือ)?|我叫|名字(?:是|叫)?|姓名[:：]?|收件人[:：是]?|叫我|ผู้รับ:?)[ ,:-]{0,2}(?:is |это |er |to |now |still )?$"
)
GREETED = re.compile(
    r"\b(?:hi|hello|hey|dear|hæ|halló|sæl|sæll|blessuð|blessaður|kæri|kæra|привет|здравствуйте|уважаемый|уважаемая|дорогая|дорогой|thanks|thank you|takk|спасибо),? $"
)
_SELF = re.compile(r"\b(?:i am|i'm|im|this is|ég er|eg er|hér er|þetta er|ég,|я|я,|меня|меня,) $")
_SURNAME = re.compile(
    r"[^\W\d_]{2,}(?:sson|arson|sdóttir|sdottir|ardóttir|ardottir|udóttir|udottir|sdóttur|ardóttur|ssyni|arsyni|ssonar|arsonar|ovich|evich|enko|ovsky|evsky|ovna|evna|shvili|ович(?:а|у|ем|е)?|евич(?:а|у|ем|е)?|овн(?:а|ы|е|у|ой)|евн(?:а|ы|е|у|ой)|иничн(?:а|ы|е|у|ой))"
)
# Cyrillic surnames by their ends: with a capital, or beside a given name.
_FAMILY = re.compile(
    r"[а-я]{2,}(?:[оеё]в|ин|ын|[оеё]в(?:а|у|ым|е|ы|ых|ой|ым)|ин(?:а|у|ым|е|ы|ых|ой)|ск(?:ий|ого|ому|им|ом|ая|ой|ую)|цк(?:ий|ого|ому|им|ом|ая|ой|ую)|енко|ук|юк|чук|ян(?:а|у|ом|е)?|дзе|швили|их|ых|ко)"
)
# Icelandic names are made of two.
_MADE = re.compile(
    r"[a-záðéíóúýþæö]{2,8}(?:þór[au]|dís(?:i|ar)?|rún(?:u|ar)?|laug(?:u|ar)?|gerð(?:ur|i|ar)|hild(?:ur|i|ar)|fríð(?:ur|i|ar)|heið(?:ur|i|ar)|stein(?:n|i|s)|mund(?:ur|i|ar|a|u)?|geir(?:i|s)?|vald(?:ur|i|s)"
    r"|grím(?:ur|i|s)|kell|leif(?:ur|i|s)|ólf(?:ur|i|s)|brand(?:ur|i|s)|bjart(?:ur|i|s)|björg(?:u)?|bjargar|þór(?:i|s)?|finn(?:ur|i|s)|unn(?:ur|i|ar)|k[aö]tl[au]|freð(?:ur|i|s)?|ljót(?:ur|i|s|u)?|viði?|veig(?:u|ar)?|rós(?:u|ar)?|birn[ai]|bjarnar|ey(?:ju|jar)?|varð(?:ur|i|s|ar)|tý(?:r|s)|mar(?:i|s)?|vör)"
)
# Small words between a name and what is no name.
_START = re.compile(
    r"(?:^|[.!?…:;\n\"“„«(>|•*/]|[\u2600-\u27bf\U0001f000-\U0001faff])[\s\"“„«(>*'-]*$"
)
_SIGNED = re.compile(
    r"(?:\n|^|[.!?,] ?)(?:(?:best|kind|warm|many)? ?(?:regards|wishes|thanks|thank you|cheers|sincerely|yours|love)|с уважением|спасибо|заранее спасибо|(?:bestu |kær |með )?kveðj\w*|kv\.?|takk|fyrirfram þakkir)[,.! ]*(?:\n| - | -|, )?$"
)
_CLOSED = re.compile(r"(?:[-–—~/] ?|\n)$")
_ALLOWED_ENDS = (
    "jökull", "jökul", "jökli", "fjörður", "firði", "fjarðar", "vatn", "vatni", "vatns", "staðir", "stöðum", "staða", "foss", "fossi", "fell", "felli", "vellir", "völlum", "eyjar", "eyjum", "eyja",
    "dalur", "dal", "dals", "vík", "víkur", "nes", "nesi", "ness", "bær", "bæ", "bæjar", "land", "landi", "lands", "hreppur", "lón", "lóni", "borg", "borgar",
)  # fmt: skip
_ORDINARY_ENDS = (
    "ing",
    "ings",
    "tion",
    "tions",
    "ness",
    "ment",
    "ments",
    "able",
    "ible",
    "less",
    "proof",
    "wear",
    "ship",
    "ously",
    "ly",
)
_SHORTEST_MADE = 5
_HEAD = 4
_ENDINGS = (("ies", "y"), ("ied", "y"), ("es", ""), ("s", ""), ("ed", ""), ("ed", "e"), ("ing", ""), ("ing", "e"), ("er", "e"), ("er", ""), ("est", "e"), ("est", ""), ("ly", ""), ("n't", ""), ("'ll", ""), ("'ve", ""), ("'re", ""), ("'d", ""), ("y", ""), ("ness", ""), ("less", ""), ("ful", ""), ("able", ""), ("able", "e"))  # fmt: skip
# Of no listed person, and part of how one is addressed.
_TITLE = re.compile(
    r"(?<![\w])(?:mrs?|ms|miss|mx|dr|prof|professor|sir|dame|father|fr|sister|rev|reverend|captain|capt|sgt|lady|lord|hr|frú|herra|séra|г-н|г-жа|господин|госпожа|проф|профессор|доктор|др)\.? $",
    re.IGNORECASE,
)
_INITIAL = re.compile(r"\.?(?: ?[A-ZА-ЯÁÉÍÓÚÝÞÆÖ]\.){1,3}| [a-zа-яþæö]\. [^\W\d_]{3,}")
# There goods alone are written in Latin letters.
_OTHER_SCRIPT = re.compile("[а-яА-Яก-๎一-鿿]")
_MOST, _SHORTEST_SMALL = 5, 3
_KIN = re.compile(
    r"\b(?:wife|husband|son|daughter|brother|sister|mum|mom|mother|dad|father|nan|nanna|gran|granny|grandma|grandpa|uncle|auntie|aunt|cousin|niece|nephew|friend|mate|boyfriend|girlfriend|partner|neighbour|neighbor|boss"
    r"|жен[аеуы]|муж\w{0,2}|сын\w{0,2}|доч\w{1,4}|брат\w{0,2}|сестр\w{1,2}|мам\w|пап\w|баб[аеу]|бабушк\w|дедушк\w|дед|тет[яеу]|дяд[яеу]|внук\w?|внучк\w|подруг\w|друг\w?|сосед\w{0,2}|кум\w?|теща|свекровь"
    r"|amma|afi|mamma|pabbi|frænd[iía]|frænk[au]|systir|bróðir|dóttir|sonur|strák\w*|stelp\w*|vin\w{0,3}|kærast\w+|maður\w*|kona\w*|konu\w*)"
    r"(?: (?:my|mine|mín|mína|minni|minn|mínum|моя|мой|моей|моего|моему|okkar|is|er|heitir|наш|наша))?,? $"
)
_ACTS = re.compile(
    r",? (?:(?:here|this side|speaking|said|says|told|tells|asked|asks|wants|wanted|needs|likes|loves|ordered|bought|rang|called|phoned|emailed|mailed|wrote|works|lives|picked|collected|paid|signed|returned|sent|got|never|again|didn't|doesn't|and i|from (?:your|the))\b"
    r"|(?:сказал|просил|заказ|пиш|звон|говор|жд[её]т|купил|хоч|хотел|получил|забер|забрал|оплатил|вернул|отправил|ответил|обещал|спрашива|живет|и я\b|снова\b)"
    r"|(?:hér|kveður|sagði|segir|pantaði|spurði|keypti|borgaði|fékk|hringdi|býr|sækir|sótti|vill|lofaði|svaraði|og ég|aftur)\b)"
)
_AND_ANOTHER = re.compile(
    r" (?:&|and|og|и) [A-ZА-ЯÁÉÍÓÚÝÞÆÖ](?!['\w]* (?:jacket|parka|boots|куртк|úlp))"
)
# Behind these a given name in small letters is a person's, though it is a word.
_HERE = re.compile(r",? (?:here\b|told me|said|says|from (?:your|the) )")
_SPOKEN_OF = re.compile(r", (?:she|he)\b")
# Behind these an unknown word in small letters is somebody.
_LED_TO = re.compile(
    r"(?:\b(?:ask|tell|for|from|by|with|to|met|ring|call|text|via)|^x{1,3}|\nx{1,3}) $"
)
_INITIALS = re.compile(
    r"(?<![\w.-])(?!XL|XS|XX|UK|US|EU|TV|OK|PS|DM|MY|IT|NO|SO|HI|AM|PM)[A-Z]{2} $"
)
_DONE_BY = re.compile(
    r"\b(?:tell|ask|met|(?:ordered|signed(?: for)?|bought|packed) by|скажите|передайте|спросите|spyrjið|segið) $"
)
_NUMBERED_NAME = re.compile(r"(?<![\w.@/-])(?P<v>[a-z]{3,})[._-]?\d{2,4}(?![\w-])")
_INNER = re.compile(r"^[a-z]{2,3}-[A-Z]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of the text: `first` in its sentence, `capital` where capitals tell something."""

    start: int
    end: int
    low: str
    capital: bool
    first: bool
    upper: bool


@cache
def names() -> dict[str, str]:
    """Every form of every listed name, and the name."""
    bent = GIVEN_NAMES | ICELANDIC_NAMES | RUSSIAN_NAMES | words("names_is") | words("names_ru")
    unbent = [one for one in words("names_en") - _ordinary() if not _is_town(one)]
    return {one: one for one in unbent} | table(bent | words("short_ru") | words("short_is"))


@cache
def also_words() -> frozenset[str]:
    """Names that are words as well, in their first form."""
    return ALSO_WORDS | ICELANDIC_WORDS | RUSSIAN_WORDS


@cache
def _ordinary() -> frozenset[str]:
    return words("en") | words("is") | words("ru") | words("proper") | words("small")


_SPELLED_OUT = re.compile(
    r"(?<![\w-])(?![SMLX-]+(?![\w-]))(?:[A-ZА-ЯÁÉÍÓÚÝÞÆÖ]-){3,}[A-ZА-ЯÁÉÍÓÚÝÞÆÖ](?![\w-])"
)
_SHOUTED_INITIAL = re.compile(r" [A-ZА-Я]\.")


def found(text: str, language: str | None) -> Iterator[Span]:
    """In plain text with its capitals."""
    yield from _written_otherwise(text)
    seen = _words(text)
    at = 0
    while at < len(seen):
        end = _name_at(text, seen, at, language)
        if end is None:
            at += 1
            continue
        first, last = seen[at], seen[end - 1]
        says = " ".join(names().get(word.low, word.low) for word in seen[at:end])
        title = _TITLE.search(text, max(0, first.start - 12), first.start) or (
            _INITIALS.search(text, max(0, first.start - 4), first.start) if first.capital else None
        )
        more = _INITIAL.match(text, last.end)
        yield Span(
            title.start() if title else first.start,
            more.end() if more else last.end,
            Kind.NAME,
            says=says,
        )
        at = end


def _written_otherwise(text: str) -> Iterator[Span]:
    """Letter by letter, or with digits as accounts are."""
    for match in _SPELLED_OUT.finditer(text):
        yield Span(match.start(), match.end(), Kind.NAME)
    for match in _NUMBERED_NAME.finditer(small(text)):
        if match["v"] in names() and not _is_ordinary(match["v"]):
            yield Span(match.start(), match.end(), Kind.ACCOUNT)


def _words(text: str) -> list[Word]:
    shouted = text.isupper() and len(text) > 3  # noqa: PLR2004 - "OK", "XL"
    found = []
    for match in _TOKEN.finditer(text):
        said = match[0]
        capital = said[0].isupper() and not shouted
        first = (
            capital and _START.search(text, max(0, match.start() - 12), match.start()) is not None
        )
        first = first or not text[: match.start()].strip()
        found.append(
            Word(
                match.start(),
                match.end(),
                small(said),
                capital or (not shouted and _INNER.search(said) is not None),
                first,
                said.isupper() and len(said) > 1,
            )
        )
    return found


def _name_at(text: str, seen: list[Word], at: int, language: str | None) -> int | None:
    """Where the name that begins there ends, if one does."""
    word = seen[at]
    before = text[max(0, word.start - 48) : word.start]
    low = small(before)
    strong = _NAMED.search(low) is not None
    if not (_begins(text, seen, at, language, low) or (strong and _is_told(word, text))):
        return None
    return _end_of(text, seen, at, told=strong, language=language)


def _begins(  # noqa: C901, PLR0911, PLR0912 - one reason a line
    text: str, seen: list[Word], at: int, language: str | None, before: str
) -> bool:
    word = seen[at]
    low = word.low.removesuffix("'s")
    if len(low) < 2 and not _is_initial(text, seen, at):  # noqa: PLR2004 - letters
        return False
    if _is_product(text, seen, at):
        return False
    if _SURNAME.fullmatch(low):
        return True
    if len(low) == 1 and _is_initial(text, seen, at):
        return True
    name = names().get(low)
    follows = _next(text, seen, at)
    if (
        word.upper
        and word.capital
        and follows is not None
        and follows.upper
        and not is_word(low, language)
    ):
        return len(low) > _SHORTEST_SMALL and not _is_ordinary(low)
    if word.upper and _SHOUTED_INITIAL.match(text, word.end) and not is_word(low, language):
        return True
    if word.capital and _TITLE.search(text, max(0, word.start - 12), word.start):
        return low not in words("joining")
    if low in words("word_names") and _is_word_name(text, word, low, before, follows):
        return True
    if name is not None:
        return (word.first and name == low and _acts(text, word)) or _is_listed(
            word, name, low, language, before, follows
        )
    if not word.capital and _is_unknown_name(text, word, language, before):
        return True
    if not word.capital or word.upper or _is_ordinary(low):
        return _is_initial(text, seen, at) or _is_cued_word(word, low, before)
    made = _FAMILY.fullmatch(low) is not None or _MADE.fullmatch(low) is not None
    if not word.first or (made and len(low) >= _SHORTEST_MADE):
        return True
    if follows is not None and follows.capital and not _is_ordinary(follows.low):
        return True
    if not is_word(low, language):
        return True
    return _is_cued(before) or _acts(text, word) or _stands_alone(text, word)


def _is_word_name(text: str, word: Word, low: str, before: str, follows: Word | None) -> bool:
    """Rose, Will, Mark: somebody by the capital in a sentence, or by what stands beside it."""
    acts = _acts(text, word)
    if word.upper:
        return False
    if word.capital and not word.first:
        thing = follows is not None and (
            follows.low in words("goods") or follows.low in words("things")
        )
        return low not in words("proper") and not thing and not before.endswith(" in ")
    if word.capital:
        return acts
    if _is_small_but_told(word, before) or _DONE_BY.search(before) is not None:
        return low not in words("small")
    if _SPOKEN_OF.match(text, word.end):
        return True
    return not before.strip() and _HERE.match(text, word.end) is not None


def _is_unknown_name(text: str, word: Word, language: str | None, before: str) -> bool:
    """In small letters, in no list of words, and where people are named."""
    low = word.low
    if len(low) < _SHORTEST_SMALL or low in BRANDS or _is_town(low) or is_word(low, language):
        return False
    if _OTHER_SCRIPT.search(text) and low.isascii():
        return False
    if _SELF.search(before) or _KIN.search(before) or _is_cued(before):
        return True
    if (language or "")[:2] == "en" and low.isascii() and _LED_TO.search(before):
        return True
    head = not before.strip() or before.endswith(("\n", ", ", "- ", "— "))
    return head and (_acts(text, word) or (bool(before.strip()) and not text[word.end :].strip(" .!)")))  # fmt: skip


@cache
def _of_others() -> frozenset[str]:
    """Names that are listed for English alone: in small letters they make words of other languages."""
    return words("names_en") - GIVEN_NAMES - ICELANDIC_NAMES - words("names_is")


def _is_listed(  # noqa: PLR0911 - one reason a line
    word: Word, name: str, low: str, language: str | None, before: str, follows: Word | None
) -> bool:
    doubtful = name in also_words() or low in also_words() or low in _vocabulary(low, language)
    if not word.capital and low in _of_others() and (language or "")[:2] == "is":
        return _SELF.search(before) is not None or _KIN.search(before) is not None
    if not word.capital and name != low and not _bends(low, language):
        return False
    if not doubtful:
        return len(low) > 2 or word.capital  # noqa: PLR2004 - two letters are slips
    if word.capital and not word.first and low not in words("proper"):
        return True
    if follows is not None and follows.capital and not _is_common(follows.low) and word.capital:
        return True
    if word.capital and word.low.endswith("'s") and name == low:
        return True
    if not word.capital:
        return low not in words("small") and name == low and _is_small_but_told(word, before)
    return _is_cued(before) or _SIGNED.search(before) is not None


def _is_small_but_told(word: Word, before: str) -> bool:
    """A name that is a word too, without its capital."""
    if _KIN.search(before) or _SIGNED.search(before):
        return True
    return word.low in GIVEN_NAMES and _DONE_BY.search(before) is not None


def _bends(low: str, language: str | None) -> bool:
    """Whether a form in small letters can be meant: not in English."""
    return _CYRILLIC.search(low) is not None or (language or "")[:2] == "is" or low.endswith("'s")


def _is_cued_word(word: Word, low: str, before: str) -> bool:
    """An ordinary word with a capital in the middle of a sentence, behind "my wife" or "I am"."""
    if not word.capital or word.first or low in words("joining") or low in words("proper"):
        return False
    if _is_town(low) or low in BRANDS:
        return False
    return _SELF.search(before) is not None or (_is_cued(before) and not _is_common(low))


def _stands_alone(text: str, word: Word) -> bool:
    """An unknown word that is a sentence, or the head of one: "Hywel, from Wales", "Bairbre/086 555"."""
    behind = text[word.end : word.end + 2]
    return len(word.low) > len("Ed") and (
        not behind.strip() or behind[0] in ".,/;—–" or behind in {" -", " —"}
    )


def _vocabulary(low: str, language: str | None) -> frozenset[str]:
    """Of the language that is written: a name of one is a word of another."""
    if _CYRILLIC.search(low):
        return words("ru")
    return words("is") if (language or "")[:2] == "is" else _english()


@cache
def _english() -> frozenset[str]:
    return words("en") | words("english")


@cache
def is_word(low: str, language: str | None) -> bool:
    """Whether it is a word of the language, in some form, as far as the lists tell."""
    low = low.removesuffix("'s")
    vocabulary = _vocabulary(low, language)
    if low in vocabulary or low in _ordinary():
        return True
    if vocabulary is _english():
        return any(
            low.endswith(end) and low[: -len(end)] + base in vocabulary for end, base in _ENDINGS
        ) or any(low.startswith(one) and low[len(one) :] in vocabulary for one in ("un", "re", "non", "pre", "over"))  # fmt: skip
    return any(low[:-cut] in _heads(vocabulary) for cut in range(1, 4) if len(low) - cut >= _HEAD)


@cache
def _heads(vocabulary: frozenset[str]) -> frozenset[str]:
    """Of words that bend, what stays."""
    return frozenset(
        word[:-cut] for word in vocabulary for cut in range(4) if len(word) - cut >= _HEAD
    )


def _is_ordinary(low: str) -> bool:
    low = low.removesuffix("'s")
    if low in _ordinary() or low in BRANDS or _is_town(low):
        return True
    if "-" in low:
        return all(part in _ordinary() or len(part) < 3 for part in low.split("-"))  # noqa: PLR2004 - e-mail
    return low.endswith(_ORDINARY_ENDS) and low.isascii() and len(low) > 6  # noqa: PLR2004 - Ewing, Fleming


def _is_common(low: str) -> bool:
    return low in words("en") or low in words("is") or low in words("ru") or low in words("proper")


@cache
def _is_town(low: str) -> bool:
    """A place is no person; where it is somebody's home, the facts say so."""
    if low.endswith(_ALLOWED_ENDS) and len(low) > _SHORTEST_MADE:
        return True
    if low in KNOWN_PLACES or is_icelandic_place(low) or is_russian_place(low):
        return True
    return any(low.startswith(stem) and len(low) - len(stem) <= 3 for stem in _stems(low[:3]))  # noqa: PLR2004 - an ending


@cache
def _stems(head: str) -> tuple[str, ...]:
    """Of towns and countries in Russian, which bend."""
    return tuple(
        stem
        for town in words("towns")
        if town.startswith(head) and len(stem := town.rstrip("аеиоуыьйя")) > 3  # noqa: PLR2004 - too short to tell
    )


def _is_product(text: str, seen: list[Word], at: int) -> bool:
    """The shop's goods have names of people: "the Hekla jacket"."""
    word = seen[at]
    if word.low not in BRANDS:
        return False
    if _OTHER_SCRIPT.search(text):
        return True
    if (
        at
        and text[seen[at - 1].end : word.start] == " "
        and seen[at - 1].low in {"the", "a", "an", "my", "your", "this", "that", "in"}
    ):
        return True
    follows = _next(text, seen, at)
    return follows is not None and not follows.capital and (follows.low in words("goods"))


def _is_told(word: Word, text: str) -> bool:
    """After "my name is" whatever is no small word."""
    return word.low not in words("joining") and (
        word.capital
        or not _is_common(word.low)
        or word.low in also_words()
        or _ends_clause(text, word)
    )


def _ends_clause(text: str, word: Word) -> bool:
    return (
        word.low not in words("en") and re.match(r"\s*(?:[,.!?\n]|$)", text[word.end :]) is not None
    )


def _is_cued(before: str) -> bool:
    """Right behind "my wife", "Dr.", "Hello"."""
    if GREETED.search(before) or _NAMED.search(before):
        return True
    last = re.search(r"([\w'/]+)\.?,? $", before)
    return last is not None and last[1] in words("cues")


def _acts(text: str, word: Word) -> bool:
    """The first word of a sentence that does what people do."""
    behind = text[word.end : word.end + 20]
    return _ACTS.match(behind.lower()) is not None or _AND_ANOTHER.match(behind) is not None


def _is_initial(text: str, seen: list[Word], at: int) -> bool:
    """Before or behind a surname: A. Jones, Иванов И. И."""
    word = seen[at]
    if not (word.capital and len(word.low) == 1 and text[word.end : word.end + 1] == "."):
        return False
    follows = _next(text, seen, at)
    return (
        follows is not None
        and follows.capital
        and (
            len(follows.low) == 1
            or not _is_common(follows.low)
            or not text[follows.end :].strip(" .!")
        )
    )


def _next(text: str, seen: list[Word], at: int) -> Word | None:
    """The word that stands right behind."""
    if at + 1 == len(seen):
        return None
    gap = text[seen[at].end : seen[at + 1].start]
    initial = len(seen[at].low) == 1 and gap in {". ", "."}
    return seen[at + 1] if gap in {" ", "  "} or initial else None


def _end_of(text: str, seen: list[Word], at: int, *, told: bool, language: str | None) -> int:
    end = at + 1
    if seen[at].low.endswith("'s"):
        return end
    while end < len(seen) and end - at < _MOST:
        follows = _next(text, seen, end - 1)
        if follows is None or not _goes_on(text, seen, end, told=told, language=language):
            break
        end += 1
    while end - at > 1 and seen[end - 1].low in words("particles"):
        end -= 1
    return end


def _goes_on(  # noqa: PLR0911 - one reason a line
    text: str, seen: list[Word], at: int, *, told: bool, language: str | None
) -> bool:
    word = seen[at]
    low = word.low
    if low in words("particles"):
        follows = _next(text, seen, at)
        while follows is not None and follows.low in words("particles"):
            at += 1
            follows = _next(text, seen, at)
        return follows is not None and (follows.capital or told or follows.low in names())
    if low in words("joining") or (_is_product(text, seen, at) and not told):
        return False
    if _SURNAME.fullmatch(low):
        return True
    small_before = not seen[at - 1].capital
    initial = len(seen[at - 1].low) == 1
    if word.capital and (not word.first or initial):
        return low not in words("proper") and (not _is_small_word(low) or told)
    if low in names() and low not in _vocabulary(low, language):
        return True
    if word.upper and not word.capital:  # the whole text is in capitals
        return not _is_common(low)
    if small_before and not word.capital and not _is_ordinary(low) and len(low) > 2:  # noqa: PLR2004 - slips
        return True
    return _FAMILY.fullmatch(low) is not None and not _is_common(low) and len(low) > 4  # noqa: PLR2004 - as surnames are


def _is_small_word(low: str) -> bool:
    """So common that no surname is meant."""
    return low in words("small")
