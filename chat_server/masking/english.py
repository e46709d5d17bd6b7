"""English in small letters: names that are words too, by what stands around them, and words that no list has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.shop_names import BRANDS

from .folding import small
from .lists import words
from .name_cues import KIN, START
from .word_lists import is_ordinary, is_small_word, is_town, is_word, names

_TOKEN = re.compile(r"[a-zà-öø-ÿ]+(?:['-][a-zà-öø-ÿ]+)*")
_OTHER = re.compile("[а-яё\u0e00-\u0e7f\u3400-\u9fffðþ]")
_ACCENTED = re.compile("[áéíóúýöæ]")
_SHORTEST, _SHORTEST_ODD, _SAID_SHORT = 2, 3, 4
# Of the words of a text so many are English, where unknown ones count; fewer where the contact writes it anyway.
_MOST, _MANY, _ENOUGH = 0.75, 0.45, 5
_NEAR = 32

_ASKING = (
    r"ask|asked|asking|asks|tell|tells|told|telling|ring|rang|text|texted|email|emailed|emailing|mail|mailed|message|messaged|phone|phoned|call|called|contact|contacted|dm|dmed"
    r"|meet|met|pick|thank|thanks|thx|thanx|ta|cheers|hi|hey|hello|hiya|dear|bye|love|hugs|xx|xxx|xo|regards|yours|sincerely|sorry|refunded|paid|owe|remind|cc|signed|congrats|yo|miss|marry|married"
)
_TOLD_TO = (
    r"(?:g[aio]ven?|giv(?:e|es|ing)|hand(?:ed)?(?: \w+)?|pass(?:ed)?(?: \w+)?|sent|send|sends|show(?:ed|n)?|sp(?:oke|eak|oken|eaking)|talk(?:ed|ing)?|writ(?:e|ten)|wrote|said|deliver(?:ed)?|promised|back|over|belongs?|belonged"
    r"|it|this|that|them|these|those|one|parcel|package|boxe?s?|message|note|reply|everything|thanks|listened|go|goes|went|addressed|happened|due|invoice|listening|reply(?:ing)?|replied|email|attention) to(?: my| our)?"
)
_WITH = r"(?:from|with|by|for|and|&|as|like|unlike|than|about|via|without|per)"
_BEFORE = re.compile(rf"(?:(?<![\w'])(?:{_ASKING})|{_TOLD_TO}|(?<![\w']){_WITH}|\b(?:where|how|who|what)(?:'s| is| was)|\b(?:it|that|this|he|she|him|her|not|is|was) ?(?:'s|is|was|not|isn't|wasn't)|[-–—~,\n]) ?$")  # fmt: skip
# A word that names nobody stands seldom before these.
_CLOSED = re.compile(
    r"(?= ?(?:$|[,.!?;:)\n/]|x+$| (?:twice|again|back|about|that|if|when|yesterday|today|tomorrow|please|pls|plz|on|at|in|who|whose|and i|said|says|not|instead|too|also|himself|herself|because|cos|coz|bc|for|to|from|next|last|directly|already|this|so|but|or|with|is|has|was|will|would|can)\b| ?[x❤💕🙏]))"
)
_LED = re.compile(rf"(?:(?<![\w'])(?:{_ASKING})|{_TOLD_TO}|(?<![\w']){_WITH}),? $")
_AUX = re.compile(r"(?:^|[.!?,;\n] ?|\b(?:and|but|so|or|when|why|where|hi|hey|hello|what|who|how),? )(?:is|was|has|did|does|didn't|doesn't|hasn't|isn't|can|could|will|would|should|have|had) $")  # fmt: skip
_THERE = re.compile(
    r" (?:in(?:$|[?!.,]| today| yet| now| the office| tomorrow| on| work)|here|there|at work|around|about|available|working|back|off today|on (?:shift|duty|holiday|today)|still|already|even|ever|just|actually|know|knows|pick|collect|call|ring|phone|ask|reply|answer|email|write|come|came|want|need|like|live|work|got|get|get back|received|receive|sent|send|ordered?|pa(?:y|id)|bought|buy|sign(?:ed)?|leave|left|told|tell|say|said|forgot|mention|have|take|took|make|made|give|gave|see|saw|speak|sort|post|drop|fetch|join|check|help|use|used|return(?:ed)?|confirm|confirmed|in\b)(?![\w'])"
)
_DOES = re.compile(
    r",? (?:(?:kindly |already |just |never |also |only |then |even |still |always |actually |really )?(?:said|says|told|tells|tell me|wants?|wanted|ordered|bought|paid|pays|signed|wrote|writes|rang|calls|called|emailed|phoned|texted|promised|asked|asks|thinks|thought|loves|loved|likes|liked|hates|hated|wore|wears|picked|collected|replied|replies|answered|gave|gives|sent|took|got|gets|left|forgot|knows|knew|hasn't|didn't|doesn't|isn't|won't|wasn't|hadn't|can't|couldn't|wouldn't|never|reckons|recommended|suggested|insists|insisted|works|worked|lives|lived|moved|lost|found|tried|tore|broke|needs|needed|used|mentioned|refuses|confirmed|apologised|handled|dealt|helped|sorted|spoke|sounds|swears|misses|is (?:in|here|there|waiting|home|away|my|our|the one|allergic|coming|going|working|on|off|taking)|has (?:a|an|the|it|one|my|his|her|been|had|got|not|never|gone|already|two|both|no)|had (?:a|an|the|it|one|my|his|her|been)|will (?:be|collect|pick|take|come|sign|pay|call|ring|get|need|have|fetch|want|send|let|do|not|wait)|can (?:pick|collect|take|sign|have|call|ring|get|come|fetch)|would (?:like|love|prefer|have|be|want)|was (?:the|supposed|meant|very|so|really|at|in|out|great|lovely|rude|brilliant|fantastic|helpful|amazing|wonderful|kind))(?![\w']))"
)
_CLAUSE = re.compile(
    r"(?:^|[.!?,;:(\"\n>-] ?|\b(?:and|but|because|cause|cos|coz|bc|when|if|that|as|like|so|where|while|since|once|after|before|until|till|though|although|than|think|thinks|hope|guess|says|said|know|what|which|whether|wonder|told me|bet|sure|whatever|why|how|did|does|has)(?:,)? )$"
)
_TAKES = re.compile(r"(?:^|\W)(?:a|an|the|my|your|our|his|her|its|their|this|that|these|those|any|no|some|every|each|one|another|which|what|whose|same|new|old|more|less|much|very|too|so|size|in|good|nice|first|last|next|right|left)(?: [\w'-]+)? $")  # fmt: skip
_AN_ARTICLE = re.compile(r"(?:^|\W)(?:a|an|the|my|your|our|his|her|its|their|this|that|these|those|any|no|some|every|each|another|more|less|much|very|too|i|we|you|they|to|not|don't|didn't|can't)(?: [\w-]+)? $")  # fmt: skip
# Those that a shop speaks of as colours, seasons and goods take more than a word before them.
_SPOKEN = frozenset(
    "rose olive ruby amber coral jade ginger hazel pearl sky summer winter autumn april may june august rain snow stormy misty sunny happy rocky sandy gay rich frank grant chance chase hardy major star heath glen forest lake river brook marina storm gold silver brown white black grey gray green blue red will may mark bill art jet bud joy hope faith grace love melody spring christmas easter violet daisy lily poppy holly ivy heather fern clover cherry plum peach berry honey sage saffron sapphire crystal aurora north south east west long short little small large young old best good new day page page king queen prince duke bishop hunter mason cook baker butler post place price cost sale stock order sell box case pack case tag cord ball bear wolf duck bird lamb fox fish fleece wool cotton wood stone rock hill field fields park lane street drive road court house hall gates bridge banks wells waters rivers shore beach bay cove island wall gate door key lock page pike perch trout salmon pen pages paper parcel mail post chip chips bean beans rice corn oats bacon ham pepper salt curry dash dot chip pip peg bunny kitty happy lucky angel destiny harmony serenity miles dawn dusk star moon sun reed rusty dusty buster sparkle summers winters frost ice may brandy dusty dolly ivory amity clarity blythe bliss primrose bunny minnie dottie lottie honey cookie coco mocha whisky martini margarita bonnie skipper chip ace baron knight sergeant marshal pope abbot deacon parson turner tanner baker butler cook fisher gardener shepherd weaver sailor archer ranger ford luna aspen cedar marigold pansy emerald diamond copper dove hawk falcon fox leo lamb colt genesis aria carol justice royal earnest sincere dash merry lucky blaze bolt flash ryder fletcher porter spencer walker royce sydney austin jackson lincoln madison savannah carolina georgia virginia florence victoria gloria patria maxima".split()  # noqa: SIM905 - a list would be one word a line
)
# Never somebody without a capital, whatever stands around them.
_NEVER = frozenset(
    "i a an the and or but so no not in on at of by if is it as am be do go he me my up us we you your this that there here they them then than what when where who how why all any both each more most some such only own same too very can will may just have has had did does was were are been being would could should might must shall christmas easter monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december summer winter spring autumn snow rain size order orders price sale stock page store shop place post best good new long short small large medium free day days black white red blue green grey gray brown gold silver wool cotton see love call need day way see come keep even still back down over well off one two now get return returns cash card cards code sales price prices box parcel delivery help thing self fit fits sleeves hood zip hole holes light dark warm cold work works home".split()  # noqa: SIM905 - as above
)
_SHORT_NAMES = frozenset(
    "al jo bo ed cy ty vi li ng wu xu mo jj aj tj cj dj kj rj lj jt kc jp ab ro vic zo zu su cat".split()  # noqa: SIM905 - a list would be one word a line
)
_SIGN_OFF = re.compile(
    r"(?:^|[.!?,\n] ?|\s)(?:regards|cheers|thanks|thank you|many thanks|ta|hugs|love|lots of love|xx+|xoxo|best|best wishes|all the best|yours|yours truly|sincerely|faithfully|bye|thx|in advance|take care|signed|kisses|later|ttfn)(?:,| -| –|[ ]?\n|!| x+)+[ \n]*[-~–]? ?(?P<v>[a-z][\w'-]*)[ .!x\n]*$"
)
_NO_SIGNATURE = frozenset(
    "again bye mate mates guys all everyone everybody team love you sorry later appreciated anyway though too please pls plz sorted solved done great perfect ok okay fine cool good nice brilliant awesome lol goodnight tomorrow x xx xxx sir madam friend pal lovely cheers thanks regards advance folks bot no yes cancelled received noted understood helpful wow dear darling bro dude human agent ta thx ever bye-bye goodbye right yeah yep nope now then there here so much help waiting hi hello hey best wishes kind bot cool lads ladies gentlemen people really honestly kisses hugs amazing fab grand super bless ace x's".split()  # noqa: SIM905 - as above
)
_DAYS = frozenset(
    "day days holiday market park north south east west street road bank banks house court hill field church school post point case christmas state states service royal union english french german welsh scots page order express cash credit direct sale spring fall summer winter best new good free".split()  # noqa: SIM905 - a list would be one word a line
)
_TO_SOMEBODY = re.compile(
    rf"(?:(?<![\w'])(?:{_ASKING})|(?:g[ai]ve|hand(?:ed)?|spoken?|talk(?:ed)?|speak) (?:\w+ )?to|\bfrom|spoke (?:to|with)) $"
)
_ENDS_THERE = re.compile(
    r"(?:$|[,.!?\n]| (?:twice|again|about|that|if|please|pls|yesterday|today|on reception|at|in (?:sales|accounts|your|the)|from|back|he|she)\b)"
)
_OF_THINGS = re.compile(r"(?:love|miss|thanks|phone|call|pick) $")
_FROM_WORK = re.compile(
    r" (?:twice|in (?:sales|accounts)|on reception|from (?:your|the|sales|accounts))"
)
_AT_WORK = re.compile(
    r" (?:in today|in\?|in yet|there|around|working|available (?:today|now|to talk|for a)|on (?:shift|duty|holiday)|at work|reply|call|ring|still work|told|said|tell|say|send|sent)"
)
_DID = re.compile(
    r" (?:said|says|told|wrote|emailed|phoned|promised|asked|thinks|wants to|wants his|wants her|paid|signed|ordered|bought|replied|rang|(?:will|can) (?:collect|pick|sign|fetch|take it))\b"
)
# Of those the ones that are words for what one does, and no goods.
_ACTING = frozenset(
    "mark bill hope faith grace joy grant frank rich chase art will may jack guy hunter mason cook baker butler king queen prince duke bishop angel harmony destiny serenity miles reed buster heath".split()  # noqa: SIM905 - a list would be one word a line
)
_MADE_OF, _PART = 3, 4
_CAPITALS = re.compile(
    r"(?<![\w&'-])(?P<v>[A-Z]{2,3})(?=,? (?:here|said|says|wants?|ordered|bought|paid|signed|collected|picked|called|rang|told|asked|needs|will (?:collect|pick|be)|has (?:not|the|a|his|her|my))\b)|(?<![\w.'-])(?P<w>[A-Z]\.? (?P<f>[A-Z][a-z]{2,}|[A-Z]{3,}))(?![\w'])"
)
_FAMILY_OF = re.compile(
    r"(?<![\w'-])(?!The|My|Our|Your|Whole|Happy|Big|Nice|Dear|A\b|This|Her|His|Their|Lovely)(?P<v>[A-Z][\w'-]{2,})(?= (?:family|household|residence)\b)"
)
_AFTER_FAMILY = re.compile(
    r"'s|[ ]?(?:$|[,.!?;:)\n/])| (?:and|where|who|recommended|from|said|says|is|has|ordered|again|here|on|at|please|signed|wants|bought|sent|but|told|will|would|speaking)\b"
)
_TITLED = re.compile(r"(?<![\w'])(?:mr|mrs|ms|miss|mx|dr|prof)\.? $")
_UNDER = re.compile(
    r"(?:\b(?:it's|its|it is|is|was|order(?:ed)?|booked|account|that's|registered|placed|all|both|filed|are|be) under(?: the name(?: of)?)?|\bin the name of) $"
)
_NO_TITLED = frozenset(
    "warranty guarantee review way control it there pressure and or who with his her name names tax".split()  # noqa: SIM905 - as above
)
_SMALL_INITIALS = re.compile(r"(?<![\w.'])(?:[a-z]\. ?){1,2}(?P<v>[a-z]{3,})(?!\w)")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_STRETCHED = re.compile(r"(.)\1{2,}")
_LAUGHS = re.compile(r"(?:a*(?:ha){2,}h?|(?:he){2,}|l+o+l+(?:ol)*s?|a+w+|o+h+|u+g?h+|h?m{2,}|a+r?gh+|e+w+|w+o+w+|y+a+y+|n+o+|y+e+s+|s+o+|z+|x+|xo(?:xo)*|b+r+|psst|shh+|pff+t?|meh|nah|yeah+|yep+|yup+|nope|ooh+|ahh?|erm+|umm+|huh|tsk|woo+|whoa+|phew|yikes|oops(?:ie)?|ouch)")  # fmt: skip
_ABBREVIATED = re.compile(r"[^aeiouy]{2,5}|[a-z]{1,2}\d")
_ENDS = ("ish", "y", "ie", "ies", "ed", "ing", "er", "ers", "s", "ness", "less", "ful", "able", "wise", "like", "proof", "wear", "tion", "ist", "ism", "ify", "ize", "ise", "ised", "ized", "ly", "est")  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    low: str


def found(text: str, low: str, language: str | None) -> Iterator[Span]:
    """In plain text and its folded form."""
    tokens = [_Token(one.start(), one.end(), one[0]) for one in _TOKEN.finditer(low)]
    if not tokens or not _is_english(tokens, low, language):
        return
    shouted = text.isupper()
    for at, token in enumerate(tokens):
        capital = text[token.start].isupper() and not shouted
        if capital:
            theirs = _is_told_by_capital(text, low, tokens, at)
        else:
            theirs = _is_somebody(low, token) or _is_odd(text, token)
        if theirs or (not capital and _is_before_family(low, tokens, at)):
            yield Span(token.start, _with_family(low, tokens, at), Kind.NAME)
    yield from _initials(text, low)
    for match in _SIGN_OFF.finditer(low):
        if match["v"] not in _NO_SIGNATURE:
            yield Span(match.start("v"), match.end("v"), Kind.NAME)


def _initials(text: str, low: str) -> Iterator[Span]:
    """Who goes by them, and what stands before a family's name."""
    for match in _CAPITALS.finditer(text):
        if match["v"]:
            if small(match["v"]) not in words("proper") | words("small") and not is_word(small(match["v"]), "en"):  # fmt: skip
                yield Span(*match.span("v"), Kind.NAME)
        elif small(match["f"]) in words("families_en") | words("word_names") and match["w"][0] not in "IA":  # fmt: skip
            yield Span(*match.span("w"), Kind.NAME)
    for match in _FAMILY_OF.finditer(text):
        yield Span(*match.span("v"), Kind.NAME)
    for match in _SMALL_INITIALS.finditer(low):
        if match["v"] in words("families_en") or match["v"] in names():
            yield Span(match.start(), match.end(), Kind.NAME)


def _is_before_family(low: str, tokens: Sequence[_Token], at: int) -> bool:
    """A listed name in small letters before a surname, which may be a word."""
    token = tokens[at]
    if at + 1 == len(tokens) or low[token.end : tokens[at + 1].start] != " ":
        return False
    follows = tokens[at + 1].low.removesuffix("'s")
    rare = len(follows) > _SAID_SHORT and not is_plain(follows)
    if token.low in words("word_names"):
        return rare and token.low not in _NEVER
    if len(token.low) < _SHORTEST_ODD or is_small_word(token.low) or token.low in _NEVER:
        return False
    rare = token.low in names() and not is_word(token.low, "en")
    listed = rare or token.low in words("sure_en")
    return (
        listed
        and (follows in words("families_en") or follows in words("names_en") or is_town(follows))
        and _with_family(low, tokens, at) > token.end
    )


def _is_told_by_capital(text: str, low: str, tokens: Sequence[_Token], at: int) -> bool:
    """A family's name that is a word, and what begins a sentence as somebody who does something."""
    token = tokens[at]
    said = token.low.removesuffix("'s")
    if said in words("proper") or said in BRANDS or len(said) < _SHORTEST_ODD:
        return False
    family = said in words("families_en")
    if not family and said not in words("word_names") and not _may_be_name(said):
        return False
    before = low[max(0, token.start - _NEAR) : token.start]
    behind = low[token.end : token.end + _NEAR]
    if START.search(text, max(0, token.start - 12), token.start) or not before.strip():
        return _DOES.match(behind) is not None and (
            said not in _NEVER or said in words("word_names")
        )
    if not family or before.endswith((" in ", "-")) or said in _DAYS:
        return False
    beside = [tokens[near] for near in (at - 1, at + 1) if 0 <= near < len(tokens)]
    thing = at + 1 < len(tokens) and (tokens[at + 1].low in words("goods") or tokens[at + 1].low in words("things"))  # fmt: skip
    return not thing and not any(
        text[one.start].isupper() and one.low not in names() and one.low != "i" and not _starts(text, one)
        and is_word(one.low, "en") and one.low not in words("titles_en")
        for one in beside
    )  # fmt: skip


def _starts(text: str, token: _Token) -> bool:
    return START.search(text, max(0, token.start - 12), token.start) is not None or not text[: token.start].strip()  # fmt: skip


def _with_family(low: str, tokens: Sequence[_Token], at: int) -> int:
    """Its surname, though that is a word too."""
    end = tokens[at].end
    if tokens[at].low.endswith("'s") or at + 1 == len(tokens) or low[end : end + 1] != " ":
        return end
    follows = tokens[at + 1]
    if follows.start != end + 1:
        return end
    family = follows.low.removesuffix("'s")
    listed = family in words("families_en") or family in words("names_en") or is_town(family)
    ends = _AFTER_FAMILY.match(low, follows.end) is not None
    return follows.end if listed and (ends or not is_word(follows.low, "en")) else end


def _is_english(tokens: Sequence[_Token], low: str, language: str | None) -> bool:
    if _OTHER.search(low):
        return False
    theirs = _listed()
    known = sum(1 for one in tokens if one.low.removesuffix("s") in theirs or one.low in theirs)  # fmt: skip
    if (language or "")[:2] == "en":
        return known >= _MANY * len(tokens) or len(tokens) < _ENOUGH
    return known >= _MOST * len(tokens) and len(tokens) >= _ENOUGH and _ACCENTED.search(low) is None


@cache
def _listed() -> frozenset[str]:
    return words("en") | words("english") | words("rare_en") | frozenset(names())


def _is_somebody(low: str, token: _Token) -> bool:  # noqa: C901, PLR0911 - one reason a line
    """A name that is a word as well."""
    said = token.low.removesuffix("'s")
    if said in words("sure_en"):
        return True
    before = low[max(0, token.start - _NEAR) : token.start]
    if _TITLED.search(before) or (_UNDER.search(before) and _ENDS_THERE.match(low, token.end)):
        return said not in _NEVER and said not in _NO_TITLED and not is_small_word(said)
    if not _may_be_name(said):
        return False
    if said in _NEVER or len(said) < _SHORTEST:
        return said in {"will", "may", "summer", "april", "june", "august"} and _is_marked_out(low, token)  # fmt: skip
    behind = low[token.end : token.end + _NEAR]
    if KIN.search(before) and said not in _SPOKEN:
        return True
    if _AN_ARTICLE.search(before) and not _LED.search(before):
        return False
    if token.low.endswith("'s"):
        return said not in _SPOKEN or said in _ACTING
    if _AUX.search(before) and _THERE.match(behind):
        return True
    if _CLAUSE.search(before) and _DOES.match(behind):
        return True
    if said in _SPOKEN:
        return _is_marked_out(low, token)
    return _BEFORE.search(before) is not None and _CLOSED.match(behind) is not None


def _may_be_name(said: str) -> bool:
    rare = said in words("names_en") and len(said) > _SHORTEST and not is_word(said, "en")
    return rare or said in words("word_names") or said in _SHORT_NAMES


def _is_marked_out(low: str, token: _Token) -> bool:
    """What speaks of a person alone."""
    before = low[max(0, token.start - _NEAR) : token.start]
    behind = low[token.end : token.end + _NEAR]
    if _TAKES.search(before):
        return False
    if _TO_SOMEBODY.search(before):
        if before.endswith("from ") and token.low not in _ACTING:
            return _FROM_WORK.match(behind) is not None
        ends = _ENDS_THERE.match(behind) is not None and not _OF_THINGS.search(before)
        return ends or _FROM_WORK.match(behind) is not None
    if _AUX.search(before):
        return _AT_WORK.match(behind) is not None
    return _CLAUSE.search(before) is not None and _DID.match(behind) is not None


def _is_odd(text: str, token: _Token) -> bool:
    """In no list of words, and no slip of the finger."""
    said = token.low.removesuffix("'s").removesuffix("'")
    if len(said) < _SHORTEST_ODD or said in BRANDS or "'" in said or is_town(said):
        return False
    around = text[token.start - 1 : token.start], text[token.end : token.end + 1]
    if around[0] in {"@", "/", "_", ".", "-", "#", "‹"} or around[1] in {"@", "/", "_", "›", "…"}:
        return False
    if any(each.isdigit() for each in "".join(around)):
        return False
    if all(is_plain(part) for part in said.split("-")):
        return False
    return not (around[1] == "." and text[token.end + 1 : token.end + 2].isalpha())


@lru_cache(maxsize=8192)
def is_plain(said: str) -> bool:  # noqa: PLR0911 - one reason a line
    """Whether it is a word, made of words, written by ear, stretched or shortened."""
    if len(said) < _SHORTEST_ODD or is_word(said, "en") or is_ordinary(said):
        return True
    if said in words("rare_en") or said in words("chat_en") or _LAUGHS.fullmatch(said):
        return True
    if said in names():
        return False
    if _ABBREVIATED.fullmatch(said):
        return True
    if any(said.endswith(end) and _is_listed(said[: -len(end)]) for end in _ENDS):
        return True
    if _STRETCHED.search(said) and any(_is_listed(_STRETCHED.sub(one, said)) for one in (r"\1", r"\1\1")):  # fmt: skip
        return True
    if any(_is_listed(said[:at]) and _is_listed(said[at:]) for at in range(_PART, len(said) - _PART + 1)):  # fmt: skip
        return True
    return len(said) > _SAID_SHORT and any(_is_near(one) for one in _slips(said))


def _is_listed(said: str) -> bool:
    return len(said) >= _MADE_OF and (is_word(said, "en") or said in words("rare_en"))


def _is_near(said: str) -> bool:
    return said in words("en") or said in words("english")


def _slips(said: str) -> Iterator[str]:
    """Each word one slip away."""
    for at in range(len(said)):
        yield said[:at] + said[at + 1 :]
        if at + 1 < len(said):
            yield said[:at] + said[at + 1] + said[at] + said[at + 2 :]
        for letter in _LETTERS:
            yield said[:at] + letter + said[at + 1 :]
            yield said[:at] + letter + said[at:]
    yield from (said + letter for letter in _LETTERS)
