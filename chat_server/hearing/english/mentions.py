"""Goods, sizes and colours wherever an English sentence names them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.colours import pattern
from chat_server.hearing.frames import Mention, stands_alone
from chat_server.hearing.products import is_goods, is_stop
from chat_server.hearing.shop_names import BRANDS
from chat_server.hearing.sizes import SIZE, WORDED, as_size
from chat_server.hearing.text import Sentence

_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_DETERMINERS = frozenset(
    "a an some another any new two three four five six ten pair more one the that those these this your decent which what every each".split()  # noqa: SIM905
)
_THEIRS = frozenset(["my", "our", "mine"])
_OTHERS_OWN = frozenset(["his", "her", "their", "its"])
_LIKE_WHAT = frozenset(
    """
    warm warmer thick thin light lightweight heavy waterproof windproof breathable insulated lined padded quilted knitted knit wool woollen woolen
    merino cotton fleece down leather linen silk cashmere synthetic cosy cozy comfy comfortable soft sturdy tough rugged solid long short small big
    large medium wide narrow spare rain winter summer autumn spring ski hiking walking running camping trekking climbing cycling travel day sleeping
    mountain snow outdoor trail work dress bobble base mid outer inner packable hooded zip zip-up full-zip half-zip long-sleeved short-sleeved
    men's women's ladies mens womens unisex kids children's kid's baby two-person three-person four-person one-person 2-person 3-person 4-person family
    cheap proper good nice decent simple plain pretty lovely beautiful classic traditional icelandic nordic black-and-white striped patterned
    hot-water water wind storm cold-weather hand-knitted handmade down-filled ankle knee high low roll turtle crew v-neck thermal touchscreen fingerless
    """.split()  # noqa: SIM905
)
_MOST_BACK = 4
# By which people are reached.
_MEANS = frozenset(["phone", "phones", "ring", "mail", "computer", "laptop", "camera"])
# Verbs as often as things, and parts of other things.
_WITH_ARTICLE = frozenset(
    [
        "set",
        "case",
        "cover",
        "watch",
        "ring",
        "book",
        "books",
        "fan",
        "iron",
        "tie",
        "top",
        "bed",
        "mouse",
        "plate",
        "glass",
        "cap",
        "cape",
        "cup",
        "wine",
        "cream",
        "set",
        "kit",
        "lens",
    ]
)
# A house, a shop, a person: no goods after all.
_NO_GOODS = re.compile(
    r"(?:shop|store|department|section|size|sizes|chart|weather|season|trip|tour|order|number|price|code|voucher|page|category|guide|club|brand|repair|care|question|wash|cleaner|cleaning)s?\b"
)


# Then the last thing that was wished for is not, if it was today.
_INSTEAD = re.compile(
    r"\b(?:on second thoughts?|on reflection|thinking about it|changed my mind|instead(?! of)|scratch that|actually,? no|forget (?:it|that))\b"
)


def goods(sentence: Sentence) -> Iterator[Mention]:
    """Each kind of goods with the words before it that say what it is like."""
    low, base = sentence.low, sentence.start
    instead = _INSTEAD.search(sentence.line.low) is not None
    tokens = list(_TOKEN.finditer(low))
    place = 0
    while place < len(tokens):
        head = tokens[place]
        if not is_goods(head.group()):
            place += 1
            continue
        # Of "down sleeping bag" the last word is the thing.
        while (
            place + 1 < len(tokens)
            and low[head.end() : tokens[place + 1].start()] == " "
            and is_goods(tokens[place + 1].group())
        ):
            place += 1
            head = tokens[place]
        place += 1
        after = low[head.end() : head.end() + 14].lstrip()
        if head.group() in _MEANS:
            continue
        if low[head.end() : head.end() + 1] in {"'", "’", "-"} or _NO_GOODS.match(after):
            continue
        first, held, foreign = _begin(low, tokens, place - 1)
        if foreign or (
            first == place - 1 and head.group() in _WITH_ARTICLE and not _is_led(tokens, first)
        ):
            continue
        start = tokens[first].start()
        said = sentence.line.text[base + start : base + head.end()]
        yield Mention(said, start, head.end(), held=held, corrects=instead)


def _begin(low: str, tokens: list[re.Match[str]], head: int) -> tuple[int, bool, bool]:
    """Where the words for a thing begin; whether it is theirs already; whether it is another's."""
    first = head
    for back in range(1, _MOST_BACK + 1):
        place = head - back
        if place < 0 or low[tokens[place].end() : tokens[place + 1].start()] != " ":
            break
        word = tokens[place].group()
        if word in _DETERMINERS:
            return place + 1, False, False
        if word in _THEIRS:
            return place + 1, True, False
        if word in _OTHERS_OWN or (word.endswith(("'s", "s'")) and word not in _LIKE_WHAT):
            return place + 1, False, True
        if is_stop(word) and not _is_like(word):
            break
        if _is_like(word) and first == place + 1:
            first = place
    return first, False, False


def _is_led(tokens: list[re.Match[str]], first: int) -> bool:
    return first > 0 and tokens[first - 1].group() in _DETERMINERS | _THEIRS


def _is_like(word: str) -> bool:
    return (
        word in _LIKE_WHAT
        or word in COLOURS
        or word in BRANDS
        or is_goods(word)
        or word.endswith(("proof", "-lined", "weight", "less"))
    )


_KIND = r"(?P<goods>[a-z][a-z-]+)"
_SYSTEM = r"(?:(?:eu|uk|us|european|continental) )?"
_NUMBER = r"(?:2[6-9]|3\d|4\d|5[0-6])(?:[.,]5)?"
SIZED = re.compile(
    rf"(?<![\w.,:/#€$£+-])(?:(?P<word>{_SYSTEM}sizes?(?: is|:| -)? (?:an? |now )?(?P<a>{SIZE}))|(?P<b>(?:[2-5]xl|x{{1,3}}[sl]|xxs)(?:'s)?)(?![\w-])|(?P<c>[sml])(?![\w'’&/-]| ?[&/]|\.\S)"
    rf"|(?P<d>{WORDED})(?![\w'-])(?=\s*[.,!?;)]|\s*$| please| and\b| for me| in\b| but\b| now\b| these days| again| then\b| instead)"
    rf"|(?P<e>(?:eu |uk |us |european )\d{{1,2}}(?:\.5)?|w\d\d ?/?l\d\d|{_NUMBER})(?:s(?= )|(?![\w%€£$\"]|[.,:/-]\d| ?[/x] ?\d)))"
)
_NOT_A_SIZE = re.compile(
    r" ?(?:people|persons|of us|of them|kids|children|years?|yo\b|items|pairs|pieces|days?|weeks?|euros?|eur|kr|am|pm|times|minutes|mins|hours|months|litres?|liters?|l\b|cm|mm|kg|km|percent|pounds|bucks|dollars|quid|degrees|person|hour|metres|meters|miles|grams|steps|inch|euro|of (?:january|february|march|april|may|june|july|august|september|october|november|december)|(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sep|oct|nov|dec)\b|[a-z]+ ?street|old\b)"
)
_OUT_OF_PLACE = re.compile(
    r"(?:\b(?:no\.?|nr|number|order|street|flat|apt|page|bus|room|row|aged?|turn(?:ed|ing|s)?|budget|under|over|about|around|than|at|on|until|till|between|from|before|after|by|since|for|phone|january|february|march|april|may|june|july|august|september|october|november|december|,)|[#€$£]) ?\Z"
)
_BEFORE_SIZE = re.compile(
    rf"(?:\b(?P<article>an?|size|sizes)|\b(?P<verb>wear|take|need|wearing|i'd be|to an?|to|want|fits?|up to|down to|measure|measured)|\b(?P<place>in)|\b{_KIND}(?: (?:is|are|in|size|always|usually|:|-))*(?P<of>)) ?:? ?\Z"
)
SUBJECT_AFTER = re.compile(
    rf"(?:'?s)? (?:in|for|with) (?:the |my |your |most |all |these |those |any )?{_KIND}\b"
)
_FOR_ME = re.compile(
    r"(?:'s)?,? (?:is |would be |will be )?(?:for (?:me|myself)|suits me|fits me|is me|is my size|it is|is what|works for me|should (?:do|fit)|will do|please|pls|this time|these days|now(?=[.,!]|\s*$)|instead|then(?=[.,!]|\s*$)|always|as always|as usual|usually)\b"
)
_FITTING = re.compile(
    r"\b(?:size|fit|fits|wear|shoe|shoes|boots|feet|foot|trousers|jeans|tight|small|big|large)\b"
)
_GENERAL = frozenset(
    "shoe shoes footwear clothes clothing general everything things foot top tops set boot boots".split()  # noqa: SIM905
)
_NOW = re.compile(
    r"\b(?:now|these days|nowadays|any ?more|any longer|actually|changed|grown|grew|gained|lost|gone (?:up|down)|down to|up to|no longer|since|checked|measured|turns out|wrong|mistaken|this time)\b"
)


def sizes(sentence: Sentence) -> Iterator[Mention]:
    low = sentence.low
    for found in SIZED.finditer(low):
        group = next(one for one in "abcde" if found[one])
        start, end = found.span(group)
        before, after = low[:start], low[end:]
        beside = _BEFORE_SIZE.search(before[-40:])
        if _NOT_A_SIZE.match(after) or (
            not beside and group in "ce" and _OUT_OF_PLACE.search(before[-24:])
        ):
            continue
        goods = next(
            (
                one["goods"]
                for one in (beside, SUBJECT_AFTER.match(after))
                if one is not None and one["goods"] and is_goods(one["goods"])
            ),
            None,
        )
        told = goods is not None or (beside is not None and not beside["goods"])
        mine = _FOR_ME.match(after) is not None
        if group == "c" and not sentence.line.capital(sentence.start + start) and not told:
            continue
        if group == "c" and after[:1] == "." and after[1:2].strip():
            continue
        if group in "de" and not (told or mine):
            continue
        if (
            group == "e"
            and goods is None
            and beside is not None
            and beside["place"]
            and not _FITTING.search(sentence.line.low)
        ):
            continue
        value = as_size(" ".join(found[group].removesuffix("'s").replace("european", "eu").split()))
        if value is None:
            continue
        subject = goods if goods not in _GENERAL else None
        yield Mention(
            value,
            start,
            end,
            own=mine or goods is not None or group == "a",
            subject=subject,
            corrects=_NOW.search(sentence.line.low) is not None,
        )


COLOURED = re.compile(
    rf"(?<![\w-])(?<!\w[.@])(?P<v>{pattern(COLOURS)})(?![\w@-])(?! (?:tape|cross|friday|light district|herring|wine|card|forest|sea))"
)


_IF_POSSIBLE = re.compile(
    r"(?: ones?)?,? (?:if (?:poss(?:ible)?|you(?: have|'ve got| got| do) (?:it|that|them|any|one)|available|i (?:can|could|may))|ideally|preferably|for me,? please)\b"
)


def colours(sentence: Sentence) -> Iterator[Mention]:
    for found in COLOURED.finditer(sentence.low):
        if sentence.line.capital(sentence.start + found.start()) and found.start():
            continue
        alone = stands_alone(sentence.low, *found.span()) or _IF_POSSIBLE.match(
            sentence.low, found.end()
        )
        yield Mention(COLOURS[" ".join(found["v"].split())], *found.span(), own=bool(alone))


def has_goods(low: str) -> bool:
    """Whether a kind of goods is named."""
    return any(is_goods(word) for word in _TOKEN.findall(low))
