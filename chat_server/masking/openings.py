"""Who opens or closes a message with a name, goes by initials, or is led to as far as the clause goes, in Latin and Cyrillic letters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.given_names import GIVEN_NAMES

from .folding import small
from .lists import words
from .name_cues import LETTER
from .word_lists import also_words, is_common, is_small_word, is_town, is_word, names

_UPPER = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞİĶŁŃŅŇŐŘŚŞŠŢŤŪŮŰŹŻŽА-ЯЁ"
_WORD = rf"[{_UPPER}]{LETTER[:-1]}'-]+"
_BEGINS = r"(?:^|(?<=\n))[^\S\n]*"
# "Wren, like the bird", "Pat. Patrick", "Jan, pronounced Yan".
_HEAD = re.compile(rf"{_BEGINS}(?P<v>{_WORD})(?=[.,:;!~—–-] ?\S|[.,!~]?[^\S\n]*(?:\n|$))")
_TELLS = re.compile(
    r"[.,] ?(?:here\b|like\b|as in\b|with (?:an?|two|one)\b|pronounced|it's pronounced|spel|not\b|no\b|you can|call me|from\b|again|in case|that's|на связи|это\b|через\b|как\b|а не\b|по-?русски|опять|снова|eins og|með\b|aftur|ekki\b)"
)
# "TJ. no dots", "Q, that's the whole name", "just D is fine".
_INITIALS = re.compile(
    rf"{_BEGINS}(?:(?:just|it's|its|this is|просто|это|bara) )?(?P<v>(?!OK|XL|XS|XXL|UK|US|EU|NO|HI|PS|TV|AM|PM|MY|SO|IT|IF|IN|ON|AT|DO|IS|WE|OH|ОК|НЕ|НУ|ДА|НО|ТЫ|МЫ|ВЫ|НА|ЭТ|Я|А|И|О|У|В|К|С|Æ|Á|Í|Ó|Ú|JÁ|EG|ÉG|[SMLXIA](?![{_UPPER}]))[{_UPPER}]{{1,2}})(?=[.,] |[.,]?$| is fine| is ok| will do| suffices)"
)
_BEHIND_LED = rf"(?:{LETTER}[\w'.-]*)"
# Whoever takes it in: up to four words, as far as the clause goes.
_LED = re.compile(
    rf"(?<![\w/])(?:c/o|c\.o\.|care of|b/t|b\.t\.|b\.t|f\.h\.|f/h|att:|attn[.:]?|attention:|fao|для передачи|до востребования,?|получает|вручить|передать)[: ]+(?:the |an? )?(?P<v>{_BEHIND_LED}(?: {_BEHIND_LED}){{0,3}}?)(?=[,.;!?\n(]|$| (?:at|on|in|and|or|by|please|pls|ground|first|second|á|í|hjá|og|на|в|у|и|по|тел|лично)\b|, | \d)"
)
_PARTICLES = r"(?:[Vv]an|[Vv]on|[Zz]u|[Dd]e|[Dd]en|[Dd]er|[Dd]el|[Dd]ella|[Dd]i|[Dd]a|[Dd]os|[Dd]as|[Dd]u|[Bb]in|[Bb]int|[Ii]bn|[Bb]en|[Tt]en|[Tt]er|[Aa]f|[Aa]v|[Ff]on|[Nn]í|[Nn]ic|[Óó]|[Мм]ак|[Фф]он|[Вв]ан|[Дд]е|[Дд]ер|[Аа]ль|[Бб]ин|[Ии]бн)"
_WITH_PARTICLE = re.compile(
    rf"(?<![\w'-])(?P<v>{_PARTICLES}(?: {_PARTICLES}| la| las| los| het)* {_WORD}(?:-{_WORD})?)(?!\w)"
)
_SMALL_PARTICLE = re.compile(
    r"(?<![\w'-])(?P<v>(?:ní|nic|uí|mac an|van der|van den|van de|von der|de la|de los|del|bin|binti|bint|ibn|abu|фон|ван дер|бин|оглы|кызы|аль|al|el|ul)[ -][^\W\d_]{3,})(?!\w)"
)
_NO_PARTICLE = frozenset("крайней paz mar carte menu mode luxe jour bank".split())  # noqa: SIM905
# "п. д. лебедев", "k. m. hall": two initials and a word, in small letters.
_SMALL_INITIALS = re.compile(
    r"(?<![\w.])(?P<v>(?!т\. ?[деккпн]\.|и\. ?о\.|a\. ?m\.|p\. ?[mso]\.|e\. ?g\.|i\. ?e\.|t\. ?d\.|o\. ?s\.|m\. ?a\.|u\. ?[sk]\.|n\. ?b\.)[^\W\d_]\. ?[^\W\d_]\. ?[^\W\d_]{3,})(?!\w)"
)
# "this is may,", "это роман, опять": a name that is a word, and then a pause.
_SELF = re.compile(
    r"(?:\b(?:this is|it's|its|it is|i'm|im|i am|name's|я|это|звать|зовут|ég er|þetta er|hér er)|^|(?<=\n)) ?(?P<v>[^\W\d_]{3,})(?=, ?(?:i\b|we\b|my\b|again|from|about|the one|who|your|я\b|опять|снова|мы\b|по поводу|насчет|мой|моя|у меня|вчера|писал|звонил|с\b|из\b|ég\b|við\b|aftur|frá|sem\b)|[.!]*$| (?:again|here|опять|снова|aftur|hérna)\b)"
)
_WORD_SAYS = re.compile(
    r"(?<!\w)(?:says?|said|told|asked|tells|thinks?|reckons|говорит|сказал\w*|sagði|segir) (?:that |me |us |что )?(?P<v>[a-z]{3,})(?= (?:at (?:the|your) (?:till|desk|counter|door|shop|store|front|checkout|branch)|in (?:the|your) (?:shop|store|branch|office)|on (?:the|your) (?:till|phone|chat|desk|line)|from (?:the|your)))"
)
# "Hekla Sól heiti ég", "Anh Thu hér", "Bo is my name".
_BEFORE = re.compile(
    rf"(?:^|(?<=[.!,;\n] )|(?<=\n))(?:(?:[Hh]alló|[Hh]æ|[Ss]æl|[Ss]æll|[Gg]óðan dag(?:inn)?|[Hh]i|[Hh]ello|[Hh]ey),? )?(?P<v>{_WORD}(?: {_WORD}){{0,2}}) (?:heiti ég|heitir ég|er nafnið|hér\b|here\b|is (?:my|the) name|меня зовут|зовут меня|моё имя|моя фамилия|на связи|на проводе)"
)
# The last line, or what stands behind the last stroke, of a few words.
_TAIL = re.compile(
    rf"(?:\n|[.!?)] ?[-–—~/] ?|[.!?)]? [–—~/] ?|signing off,? |[.!?] (?=[^\W\d_a-zа-яáðéíóúýþæö]\S+[.!]*$))[^\S\n]*(?P<v>{LETTER}[\w'.-]+(?: {LETTER}[\w'.-]*){{0,2}})[ .!]*$"
)
_ALONE = re.compile(
    rf"^[^\S\n]*(?P<v>{LETTER}[\w'-]+)(?: (?P<f>{LETTER}[\w'-]+))?(?: (?P<g>{LETTER}[\w'-]+))?[ .!~]*$"
)
_POLITE = frozenset(
    "hi hello hey thanks thank ta cheers ok okay yes no yep nope sure please sorry great good perfect lovely nice cool fine bye well right done wow true wonderful brilliant awesome amazing exactly agreed anyway also actually so and but then now still just maybe probably usually unfortunately honestly basically regards best size red blue green grey gray black white pink orange olive amber rose coral jade ruby brown gold silver charcoal hazel ginger indigo violet teal navy cream ivory sienna sage saffron may april june august summer autumn winter spring monday christmas easter grand super star sterling joy hope bless amen merry happy sunny rich frank major chance will can kit chip bill price cost stone wood rain snow storm london paris victoria florence chelsea georgia jordan israel chad cyprus india china sydney austin dallas phoenix denver houston madison lincoln jackson vienna asia lisbon berlin rome verona geneva alexandria привет здравствуйте добрый спасибо да нет хорошо ладно вера надежда любовь слава майя роман роза лилия мила рада добро takk já nei jú góðan sæl sæll halló blessuð blessaður flott allt kær kæra bestu sól ást dagur nótt ösp björk rós von bára alda vor sumar haust vetur".split()  # noqa: SIM905 - a list would be one word a line
)


def found(text: str, low: str, language: str | None) -> Iterator[Span]:
    """In plain text and its folded form."""
    if not low.isascii():
        yield from in_other_scripts(low, language)
    yield from _heads(text, low)
    yield from _by_capitals(text, language)
    yield from _in_small(low, language)
    yield from _closed(text, low, language)


def _by_capitals(text: str, language: str | None) -> Iterator[Span]:
    for pattern in (_INITIALS, _WITH_PARTICLE, _BEFORE):
        for match in pattern.finditer(text):
            parts = small(match["v"]).split()
            if parts[-1] not in _NO_PARTICLE and (pattern is not _BEFORE or not _is_plain(parts[0], language)):  # fmt: skip
                yield _span(match)


def _in_small(low: str, language: str | None) -> Iterator[Span]:
    for match in _LED.finditer(low):
        if not is_small_word(match["v"].split()[0]):
            yield _span(match)
    for match in _SMALL_PARTICLE.finditer(low):
        last = re.split("[ -]", match["v"])[-1]
        if not is_word(last, language) and last not in _NO_PARTICLE:
            yield _span(match)
    for match in _SMALL_INITIALS.finditer(low):
        if not is_small_word(match["v"].rsplit(".", 1)[1].strip()):
            yield _span(match)
    for pattern in (_SELF, _WORD_SAYS):
        for match in pattern.finditer(low):
            if _may_name(match["v"]) and match["v"] not in _POLITE - _PEOPLE:
                yield _span(match)


def _heads(text: str, low: str) -> Iterator[Span]:
    for match in _HEAD.finditer(text):
        said = small(match["v"])
        told = _TELLS.match(low, match.end("v")) is not None
        if _may_name(said) and (told or said not in _POLITE):
            yield _span(match)


def _closed(text: str, low: str, language: str | None) -> Iterator[Span]:
    """The end of a message, and messages that are a name and nothing else."""
    for match in _TAIL.finditer(text):
        said = [small(one) for one in match["v"].split()]
        if said[0] not in _POLITE and all(
            _may_name(one) or not _is_plain(one, language) or one in words("particles") or len(one) < 3  # noqa: PLR2004 - initials
            for one in said
        ):  # fmt: skip
            yield _span(match)
    alone = _ALONE.match(low)
    if alone is None or alone["v"] in _POLITE or not _may_name(alone["v"]):
        return
    last = "v"
    for group in "fg":
        one = alone[group]
        if one and (is_small_word(one) or one in words("goods") or one in words("things")):
            return
        if one and (_may_name(one) or not _is_plain(one, language)):
            last = group
    yield Span(alone.start("v"), alone.end(last), Kind.NAME)


_HAN, _KANA, _THAI, _CYRILLIC = "[一-鿿]", "[ぁ-ヿ가-힣]", "[ก-๎]", "[а-яё]"
_RUNS = {
    code: re.compile(rf"{one}{{2,16}}(?: {one}{{2,16}})?")
    for code, one in (("zh", _HAN), ("ja", _KANA), ("th", _THAI), ("ru", _CYRILLIC))
}
_ANY, _NO_WORD = re.compile(r"[^\W\d_]"), re.compile(r"[@/._\d]")
_FEW, _ENOUGH = 0.34, 8


def _letters_of(low: str) -> int:
    """In words, not in addresses and codes."""
    return sum(len(_ANY.findall(one)) for one in low.split() if not _NO_WORD.search(one))


def in_other_scripts(low: str, language: str | None) -> Iterator[Span]:
    """A few letters of another script than the text's are somebody's name in their own."""
    letters = 0
    for code, pattern in _RUNS.items():
        runs = list(pattern.finditer(low)) if code != (language or "")[:2] else []
        letters = letters or (_letters_of(low) if runs else 0)
        if runs and max(_ENOUGH, sum(one.end() - one.start() for one in runs)) < _FEW * letters:
            for one in runs:
                yield Span(one.start(), one.end(), Kind.NAME)


# Of the words above those that introduce themselves.
_PEOPLE = frozenset(
    "may april june summer joy hope grace rose ruby amber olive violet hazel ginger jade rich frank will bill kit chip major sunny sage victoria florence georgia jordan chelsea sydney austin madison jackson вера надежда любовь слава майя роман роза лилия мила рада sól ást dagur nótt ösp björk rós von bára alda".split()  # noqa: SIM905 - as above
)


def _may_name(said: str) -> bool:
    """Whether a list has it as somebody's, though it may be a word."""
    said = said.removesuffix("'s")
    return (
        names().get(said) == said
        or said in words("names_en")
        or said in words("word_names")
        or said in words("sure_en")
        or said in GIVEN_NAMES
        or said in also_words()
    ) and not (is_small_word(said) and said not in words("word_names"))


def _is_plain(said: str, language: str | None) -> bool:
    return is_word(said, language) or is_common(said) or is_small_word(said) or is_town(said)


def _span(match: re.Match[str]) -> Span:
    return Span(match.start("v"), match.end("v"), Kind.NAME)
