"""What fits them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.products import is_goods
from chat_server.hearing.rule import OWN, But, Heard, Rule, rule
from chat_server.hearing.shop_names import BRANDS
from chat_server.hearing.sizes import SIZE, WORDED, as_size
from chat_server.hearing.takes import UNSURE

from .words import GREETING

_SYSTEM = r"(?:(?:an? )?(?:european|continental) )?"
_SIZE = rf"(?:an? |the )?{_SYSTEM}(?:size )?(?:an? )?(?P<v>{SIZE})(?! (?:people|persons|of us|kids|children|years|items|pairs|pieces|days|weeks|euros?|kr|am|pm|times|minutes|hours|months|or\b|and a|amount|family|company|shop|problem|town|question|village|flat|order|issue|request))"
_WANT = r"(?:i(?:'d| would)? (?:really |also |actually |rather )?(?:like|want|need|prefer|love|take|choose|go for|have)|i'll (?:take|have|go (?:for|with))|i am looking for|i'm looking for|looking for|i(?:'d| would) like to (?:order|buy|have|get)|i want to (?:order|buy|have|get)|i(?:'m| am) interested in|(?:please )?(?:send|give|get) me|let's (?:take|go with))"
_OWN = re.compile(r"\b(?:i|i'm|im|my|me|i'd|i've|we)\b")
_OLD = re.compile(r"\b(?:old|were|was|previous|too|not)\b")
_EXCEPT = OWN | But.DENIED


def _about_size(heard: Heard) -> bool:
    """Other words of the line are about what fits; letters and "a 44" speak for themselves."""
    low = heard.line.low
    return (
        any(
            word in low
            for word in ("size", "small", "big", "tight", "large", "fit", "shoe", "boot", "wear")
        )
        or not heard.match["v"][0].isdigit()
        or " a 3" in low
        or " a 4" in low
    )


def _wanted(before: str) -> bool:
    """Whether the words before are a wish of the speaker."""
    return any(
        wish in before
        for wish in (
            "want",
            "need",
            "like",
            "looking for",
            "order ",
            "interested",
            "take",
            "buy",
            "my",
        )
    )


def _plain(heard: Heard) -> bool:
    """A letter, a number with its article, or one where the line speaks of what fits."""
    return (
        not heard.match["v"][0].isdigit()
        or re.search(r"\b(?:an?|size) \Z", heard.sentence.low[: heard.match.start("v")]) is not None
        or _about_size(heard)
    )


def _fitting(heard: Heard) -> Iterator[Statement]:
    if _plain(heard):
        yield from takes.size(heard)


def _guessed(heard: Heard) -> Iterator[Statement]:
    if _plain(heard):
        yield from takes.unsure_size(heard)


def _plural(heard: Heard) -> Iterator[Statement]:
    """Of "I wear 46s": shoes, and no decade."""
    if _SMALLEST <= float(heard.match["v"]) <= _LARGEST:
        yield from takes.size(heard)


_SMALLEST, _LARGEST = 34, 50
# No count, no age, no price follows.
_STOP = r"(?=\s*[.,!)?]|\s*$| in\b| please| then\b| instead| now\b| or so\b| these days| but\b| and\b| though\b| for me| usually| normally| at the moment| i think| i guess| not sure| if i)"
_HABIT = r"(?: always| usually| normally| mostly| generally| often| tend to| now| just)*"
_GOODS = r"(?:the |your |my |most |all |these |those |any )*(?P<goods>[a-z-]+(?: [a-z-]+)?)"
_FOR_GOODS = re.compile(
    rf"\b(?:in|for|with) {_GOODS},? ?(?:it's |its |i'm |i am |im |i |my size is |size |an? |usually |normally |always |about |definitely |mostly |wear |take |need |have |use )*$"
)
_OF_GOODS = re.compile(rf" (?:in|for|with) {_GOODS}\b")
_GOODS_IN = re.compile(
    r"\b(?:the|your|a|an|some|two|three|want|need) (?:[a-z-]+ )?(?P<goods>[a-z-]+) in (?:an? )?(?:size )?$"
)
_GOODS_SIZE = re.compile(
    r"\bmy (?:(?:new|usual|normal|correct|right|own) )*(?P<goods>[a-z-]+) size(?: is|'s|:)?"
)
# Before goods, and no kind of them.
_NO_KINDS = """
    european british american usual normal regular ordinary proper standard decent good new old own other both some
    his her their our mens womens men's women's kids kids' children's ladies adult
"""
_OF_NO_KIND = frozenset(_NO_KINDS.split())
# It was another one before.
_NOW = re.compile(
    r"\b(?:now|these days|nowadays|any ?more|any longer|actually|changed|grown|grew|gained|lost|gone (?:up|down)|down to|up to|no longer|since|checked|measured|turns out|wrong|mistaken)\b"
)
# Of shoes a size is told by itself.
_ANY = frozenset(
    {
        "shoe",
        "shoes",
        "footwear",
        "clothes",
        "clothing",
        "general",
        "everything",
        "things",
        "foot",
        "top",
        "tops",
        "set",
    }
)


def _about_goods(one: Rule) -> Rule:
    """With the kind of goods that it is said of."""

    def take(heard: Heard) -> Iterator[Statement]:
        for said in one.take(heard):
            goods = _goods_of(heard) if said.key == "size" else None
            newer = _NOW.search(heard.line.low) is not None
            yield replace(said, subject=said.subject or goods, corrects=newer and not said.ended)

    return replace(one, take=take)


def _goods_of(heard: Heard) -> str | None:
    low = heard.sentence.low
    group = "v" if heard.has("v") else 0
    start, end = heard.match.span(group)
    said = (
        _FOR_GOODS.search(low[:start])
        or _GOODS_IN.search(low[:start])
        or _OF_GOODS.match(low, end)
        or _GOODS_SIZE.match(low, heard.match.start())
    )
    if said is None:
        return None
    start, end = (heard.sentence.start + place for place in said.span("goods"))
    return _kind_of(said["goods"], heard.line.text[start:end])


def _kind_of(goods: str, written: str) -> str | None:
    """Of "boots please" the boots, of "rubber boots" both: of a kind of shoes a size is told as of other goods."""
    first, _, second = goods.partition(" ")
    if is_goods(second) and not is_goods(first) and first not in _OF_NO_KIND:
        return written
    goods = first if is_goods(first) else second
    return goods if is_goods(goods) and goods not in _ANY else None


_NUMBER_WORDS = {
    "four": "4", "five": "5", "six": "6", "seven": "7", "eight": "8", "nine": "9", "ten": "10", "eleven": "11",
    "twelve": "12", "fourteen": "14", "sixteen": "16", "eighteen": "18", "twenty": "20", "thirty-six": "36",
    "thirty-seven": "37", "thirty-eight": "38", "thirty-nine": "39", "forty": "40", "forty-one": "41", "forty-two": "42",
    "forty-three": "43", "forty-four": "44", "forty-five": "45", "forty-six": "46",
}  # fmt: skip
_NUMBER_WORD = "|".join(sorted(_NUMBER_WORDS, key=len, reverse=True))
_MINE_IS = r"\b(?:i'm|i am|i take|i wear|i need|my (?:\w+ )?size is|it's) "


def _own_goods(heard: Heard) -> Iterator[Statement]:
    """What stands there must be goods: "my order is size M"."""
    if is_goods(heard.match["goods"]):
        for said in takes.size(heard):
            yield replace(said, subject=heard.match["goods"])


def _goods_wanted(heard: Heard) -> Iterator[Statement]:
    """Also one that is called by the shop's name for it."""
    goods = heard.match["goods"]
    if is_goods(goods) or goods in BRANDS:
        for said in takes.size(heard):
            yield replace(said, subject=heard.words("goods"))


def _either(heard: Heard) -> Iterator[Statement]:
    """One of two, they do not know which."""
    for group in ("v", "w"):
        value = as_size(heard.match[group])
        if value is not None:
            yield heard.statement("size", value, span=heard.place(group), confidence=UNSURE)


def _waist_and_leg(heard: Heard) -> Iterator[Statement]:
    waist = next(heard.match[one] for one in ("waist", "waist2") if heard.has(one))
    leg = next(heard.match[one] for one in ("leg", "leg2") if heard.has(one))
    goods = heard.match["goods"] if heard.has("goods") else None
    yield heard.statement("size", f"W{waist} L{leg}", subject=goods)


def _in_words(heard: Heard) -> Iterator[Statement]:
    yield heard.statement("size", _NUMBER_WORDS[heard.match["v"]], span=heard.place())


def _lettered(heard: Heard) -> Iterator[Statement]:
    """A letter that is a sentence of its own, where goods are wished for."""
    line = heard.line
    named = any(is_goods(word) for word in re.findall(r"[a-z-]+", line.low))
    if named and len(line.sentences) > 1 and line.text[heard.place()[0]].isupper():
        yield from takes.size(heard)


_GUESS = r"(?:i think|i guess|i believe|i reckon|i suppose|i assume|i'd guess|maybe|probably|perhaps|possibly|presumably)"
_SAID = (
    rule("xs xl xxl xxs xxxl 2xl 3xl s m l", r"^(?:in )?(?:an? )?(?P<v>xxs|xs|s|m|l|xl|xxl|xxxl|[23]xl)\s*[.!,]*\s*(?:please[.!]*\s*)?$", _lettered, _EXCEPT),
    rule("for in boots shoes gloves trousers jackets jacket boot shoe", rf"\b(?:for|in) (?:the |your |my |most |all )*[a-z-]+,? (?:i'm|i am|im|i take|i wear|i need|i have|it's|my size is)(?: usually| normally| always| mostly| now)* {_SIZE}", _fitting, _EXCEPT | But.PAST),
    rule("size", rf"\bmy (?!(?:order|family|group|team|screen|party|bed|dog's) )(?:[a-z-]+ )?size(?: is|'s|:)?(?: now| usually| actually)* {_SIZE}{_STOP}", takes.size, _EXCEPT | But.PAST),
    rule("size's", rf"^{GREETING}(?:my |the )?size's {_SIZE}{_STOP}", takes.size, _EXCEPT),
    rule("would", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but) )(?:{_GUESS} )?(?:an? |the )?(?:size )?(?P<v>{SIZE}) (?:would|should|will|'d) (?:probably |just )?(?:be (?:right|perfect|best|ideal|fine|good|my size)|fit|do|suit)(?: me)?\b", _fitting, OWN | But.DENIED),
    rule("size", rf"\b(?:i have|i've got|i got|with my|got) (?:\w+ )?size (?P<v>{SIZE}) (?:feet|hands|head)\b", takes.size, _EXCEPT),
    rule("am i'm im", rf"(?<![\w'])(?:i am|i'm|im)(?: usually| normally| always| now)* (?:an? )?(?:european|continental) (?:size )?(?P<v>{SIZE}){_STOP}", takes.size, _EXCEPT),
    rule("down up", rf"(?<![\w'])(?:i am|i'm|im|i'm now|now|i've come) (?:now )?(?:down|up|back) to (?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, _EXCEPT),
    rule("mine", rf"\bmine(?:'s| is)(?: usually| always| normally)? (?P<v>x{{0,3}}[sl]|m|\dxl)(?![\w']){_STOP}", takes.size, _EXCEPT),
    rule("it is", rf"(?:^{GREETING}|[,;:] ?|\b(?:so|then) )(?:an? )?(?:size )?(?P<v>{SIZE}) it is(?=\s*[.,!]|\s*$| then)", _fitting, _EXCEPT),
    rule("worn taken had bought", rf"\b(?:i've|i have) (?:always |only |ever |mostly )*(?:worn|taken|had|bought) (?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, _EXCEPT | But.PAST),
    rule("think guess believe reckon suppose assume maybe probably perhaps", rf"^{GREETING}(?:size )?(?P<v>{SIZE}),? {_GUESS}\s*[.!?]*$", _guessed, But.REPORTED | But.OTHERS),
    rule("should must", rf"^{GREETING}(?:i |it |that |mine )?(?:should|must) be (?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _guessed, But.REPORTED | But.OTHERS),
    rule("size", rf"^{GREETING}(?:i'm |i am )?size:? (?P<v>{SIZE}){_STOP}", takes.size, _EXCEPT),
    rule("wear wearing take need size am i'm im", rf"\b(?:i|we)(?: now| usually| normally| always| actually| mostly| generally| typically| only| just| currently)* (?:wear|take|need|use|have|want|am wearing|fit|fit into)(?: now| usually| normally| always| mostly| my \w+ in| shoes in| clothes in)? (?:an? )?size (?:an? )?(?P<v>{SIZE})", takes.size, _EXCEPT | But.PAST),
    rule("wear wearing take", rf"\b(?:i|we)(?: now| usually| normally| always| actually| mostly| generally| typically| only| just| currently| still)* (?:wear|take|am wearing)(?: now| usually| normally| always| mostly| (?:my |a )?\w+ in)? {_SIZE}", takes.size, _EXCEPT | But.PAST),
    rule("now", rf"(?:^|[,;] ?)(?P<v>{SIZE}) now(?=[.,!]|$)", takes.size, OWN),
    rule("change exchange swap", rf"\b(?:change (?:my |the )?size to|(?:exchange|swap) [^.!?\n]{{2,30}}? for) (?:an? )?(?:size )?(?P<v>{SIZE})", takes.size, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("shoes", rf"\bin shoes,? (?:i am|i'm|im|i take|i wear|i need)(?: an?)?(?: size)? (?P<v>{SIZE})", takes.size, _EXCEPT),
    rule("need send want take", rf"\b(?:i need|send me|i want|i'll take|i would need|i'd need)(?: an?| the)?(?: size)? (?P<v>{SIZE})(?=[.,!]|$| instead| please)", lambda heard: takes.size(heard) if _about_size(heard) else (), _EXCEPT),
    rule("wear take", rf"(?:\band |, )(?:usually |normally |now |mostly )?(?:wear|take)(?: an?)?(?: size)? {_SIZE}(?=[.,!]|$| in\b| and\b| now\b| these days\b| most)", lambda heard: takes.size(heard) if _OWN.search(heard.sentence.low[: heard.match.start()]) or not heard.sentence.of_others else (), _EXCEPT | But.PAST),
    rule("no wait sorry mean meant make rather actually better scratch correction", rf"(?:^|\b)(?P<before>in|size|wear|take|need|an?|want|it's|am|i'm|in an?|prefer|get) {SIZE}[,.!]?(?: -+| \.\.\.?)? ?(?:oh |ah |uh |er |oops,? )*(?:no|wait|sorry|i mean|i meant|make (?:that|it)|or rather|actually|scratch that|correction)\b(?:[,.! ]+(?:wait|no|sorry|make (?:that|it)|i mean|i meant|actually|better|it's|rather|in|an?|size|i need|i take|i wear))*[,.! ]+(?P<v>{SIZE})(?=[.,!]|$| please| then| instead| for)", takes.size, _EXCEPT),
    rule("no wait sorry scratch make", rf"^{GREETING}{SIZE},? (?:oh |ah |uh )?(?:no|wait|sorry|scratch that|make (?:that|it))\b[,.! ]+(?:wait,? |no,? |sorry,? |make (?:that|it) |an? |rather )*(?P<v>{SIZE})(?=[.,!]|\s*$)", lambda heard: takes.size(heard) if _about_size(heard) else (), _EXCEPT),
    rule("maybe perhaps possibly might", rf"\b(?:maybe|perhaps|possibly|might be|could be)(?: that)?(?: i'm| i am| i wear| i take| i need| it's| my size is| in| be)?(?: an?)?(?: size)? (?P<v>{SIZE})(?=[.,!?]|$| but\b| and\b| though\b| i\b| tbh\b| in\b| now\b| these days)", lambda heard: takes.unsure_size(heard) if _OWN.search(heard.sentence.low) else (), But.REPORTED | But.OTHERS | But.DENIED),
    rule("used wore", rf"\b(?:i|we) (?P<not>(?:used to (?:wear|take|be)|wore))(?: an?)?(?: size)? (?P<v>{SIZE})", takes.size, OWN),
    rule("don't dont not longer", rf"\b(?:i|we) (?P<not>(?:don't|dont|do not|no longer)) (?:wear|take|fit)(?: into)?(?: an?)?(?: size)? (?P<v>{SIZE})", takes.size, OWN),
    rule("am i'm im", rf"(?<![\w'])(?:i am|i'm|im)(?: now| usually| normally| actually| more)?(?: an?)? size (?P<v>{SIZE})", takes.size, _EXCEPT | But.PAST),
    rule("am i'm im", rf"(?<![\w'])(?:i am|i'm|im)(?: now| usually| normally| actually| more of| definitely| always)? (?:an? )(?P<v>{SIZE})(?=[.,!)?]| in\b| now|$| and| usually| normally| since| but| these days| at | with | for | mostly| on | as )", takes.size, _EXCEPT | But.PAST),
    rule("my size feet foot", rf"\b(?:my|the) (?:(?:new|usual|normal|shoe|clothing|clothes|boot|jacket|foot|correct|right|current|trouser|shirt|dress|eu|uk|us|european) )*(?:size|feet)(?: (?:in|for) \w+)?(?: is| are|'s|:)(?: now| actually| usually| size| an?| european| eu)* (?P<v>{SIZE})(?! ?(?:cm|mm|inch))", takes.size, _EXCEPT | But.PAST),
    rule("size", rf"\b(?:in |my )(?:eu |uk |us )?size (?P<v>{SIZE})", lambda heard: takes.size(heard) if _wanted(heard.sentence.low[: heard.match.start()]) else (), _EXCEPT),
    rule("in", rf"{_WANT}\b[^.!?\n]{{0,60}}? in (?:an? )?(?:size )?(?P<v>{SIZE})(?=[.,!]| please| and| in\b| if| for me|$)", takes.size, _EXCEPT & ~But.SUPPOSED),
    rule("want need like take love have order looking", rf"{_WANT} (?:it in )?(?:an? |the )?(?:size )(?P<v>{SIZE})", takes.size, _EXCEPT & ~But.SUPPOSED),
    rule("now", rf"(?:^|[,;] ?|\b(?:and|but) )(?:now|these days|nowadays)(?: i (?:need|wear|take)| it's| i'm)?(?: an?)? ?(?:size )?(?P<v>{SIZE})(?=[.,!]| now|$)", lambda heard: takes.size(heard) if "wear" in heard.line.low or "size" in heard.line.low or "wore" in heard.line.low else (), OWN),
    rule("size", rf"(?:^|[,.] )(?:eu |uk |us )?size:? (?P<v>{SIZE})(?=[.,!]| please| and| in\b|$)", takes.size, _EXCEPT),
    rule("have available stock get come", rf"\b(?:do you have|have you got|is|are|can i get|available|in stock|do(?:es)? [^.!?\n]{1,30} come)\b[^.!?\n]{{0,40}} (?:in size|in an?|in|size) (?P<v>{SIZE})(?= |\?|$)", takes.unsure_size, But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("am i'm im iam", rf"(?<![\w'])(?:i am|i'm|im)(?: now| usually| normally| actually| definitely| always| mostly| just| back to| more of)* (?:an? )?(?P<v>{WORDED})(?![\w'])(?=\s*(?:[.,!)]|$)| and\b| in\b| now\b| not\b| these days\b| but\b| again\b| for\b| usually\b)", takes.size, _EXCEPT & ~But.OTHERS | But.PAST),
    rule("am i'm im", r"(?<![\w'])(?:i am|i'm|im)(?: now| usually| normally| actually| always| mostly)* (?:an? )?(?P<v>(?:eu |uk |us )?[3-4]\d(?:[.,]5)?)(?= in (?:the |your |most |all )?(?:\w+ ){0,2}(?:boots?|shoes?|trainers|sneakers|trousers|jeans|hikers|sandals|footwear|general)\b)", takes.size, _EXCEPT | But.PAST),
    rule("been", rf"\b(?:i've|i have) (?:always |been |only |ever )*(?:been|worn|taken|had) (?:an? )?(?:size )?(?P<v>{SIZE})(?=[.,!]|\s*$| since| all| in\b| forever)", takes.size, _EXCEPT | But.PAST),
    rule("go stick get buy order choose fit", rf"\b(?:i|we)(?: now| usually| normally| always| mostly| generally| typically| tend to)+ (?:go (?:for|with)|stick (?:to|with)|get|buy|order|choose|fit)(?: into)? (?:an? )?(?:size )?(?P<v>{SIZE})(?=[.,!]|\s*$| in\b| for\b)", takes.size, _EXCEPT | But.PAST),
    rule("for", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|in|size|an?|the|so|then|but|it's|its|be) )(?:size )?(?P<v>{SIZE}),? (?:is )?(?:for me|for myself)\b", takes.size, _EXCEPT & ~But.OTHERS),
    rule("fits fit suits works", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but|size|an?) )(?P<v>{SIZE}) (?:usually |normally |always |mostly |just |actually )*(?:fits|fit|suits|works(?: for)?)(?: me)?(?: \w+)? ?(?:best|better|perfectly|well|fine|nicely|great|good|like a glove|me)\b", takes.size, _EXCEPT),
    rule("size", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but) )(?:an? )?(?P<v>{SIZE}) is (?:my|the right) size\b", takes.size, _EXCEPT),
    rule("probably maybe perhaps sure guess think", rf"^{GREETING}(?:not (?:really |totally )?sure,? ?(?:but )?)?(?:i think |i guess |i'd say )*(?:maybe|probably|perhaps|i think|i guess)(?: an?)?(?: size)? (?P<v>{SIZE})\s*[.!]?$", takes.unsure_size, But.REPORTED | But.OTHERS),
    rule("trousers jeans waist leg inseam w28 w29 w30 w31 w32 w33 w34 w36 w38 w40", r"(?<![\w'])(?P<v>w\d{2}[ /x,]{0,2}l\d{2})(?!\w)", lambda heard: () if _OLD.search(heard.sentence.low) else takes.size(heard), _EXCEPT & ~But.DENIED),
    rule("normally usually mostly always generally", rf"^{GREETING}(?:i'm |i am |im )?(?:usually|normally|always|mostly|generally) (?:an? )?(?:size )?{_SIZE}(?=\s*[.,!]|\s*$| in\b| but\b| and\b| though\b)", takes.size, _EXCEPT),
    rule("always", rf"^{GREETING}{_SIZE},? (?:always (?:have been|was|am|been)|as always|as ever|same as always)\b", takes.size, _EXCEPT),
    rule("wear take size wearing", rf"^{GREETING}(?:usually |normally |always |mostly |i )*(?:wear|take|wearing)(?: an?)?(?: size)? {_SIZE}", takes.size, _EXCEPT | But.PAST),
    rule("up down gone went dropped", rf"\b(?:gone|went|dropped|moved) (?:up|down)(?: an?| one| two)?(?: sizes?)?(?: from (?:an? )?{SIZE})? to (?:an? )?(?:size )?(?P<v>{SIZE})(?!\w)", takes.size, _EXCEPT),
    rule("down up size grew", rf"\b(?:down|up) (?:an? |one |two )?sizes?,? (?:so |and |to )?(?:now )?(?:i'm |i am |im |to )?(?:an? )?(?P<v>{SIZE})(?!\w)", takes.size, _EXCEPT),
    rule("size", rf"\bmake (?:it|that|mine) (?:an? )?(?:size )?(?P<v>{SIZE})(?=[.,!]|\s*$| please| instead)", takes.size, _EXCEPT),
    rule("make", rf"\bmake (?:it|that|mine) (?:(?:in )?(?:an?|the) (?:size )?(?P<v>{SIZE})|(?P<w>{WORDED})(?![\w'])){_STOP}", lambda heard: takes.size_in(heard, "v", "w"), _EXCEPT),
    rule("would i'd id", rf"\b(?:i'd|i would|id) (?:probably |usually )?be (?:an? )?(?:size )?(?:in )?(?P<v>{SIZE}){_STOP}", _fitting, OWN | But.DENIED),
    rule("feet foot", rf"\bmy (?:feet|foot|left foot|right foot) (?:measures?|comes?|is|are|works? out)(?: up| out)?(?: as| at| to)? (?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, _EXCEPT),
    rule("end come", rf"\b(?:i|we){_HABIT} (?:end up|come out|come up) (?:in|with|as|at) (?:an? )(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, _EXCEPT),
    rule("put", rf"\bput me (?:down )?(?:for|in|as) (?:an? )(?:size )?(?P<v>{SIZE}){_STOP}", takes.size, _EXCEPT),
    rule("somewhere around about roughly approximately probably between nearer closer think or guess", rf"(?<![\w'])(?:i am|i'm|im|i take|i wear|i need|it's|its|i'd be|i'd say)(?: now| usually| normally)*(?: (?:somewhere|around|about|roughly|approximately|probably|nearer|closer to|close to|more like|something like|i think|i guess|i'd say|in the region of))+ (?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _guessed, _EXCEPT),
    rule("could might may maybe perhaps possibly probably roughly around remember guess think", rf"^{GREETING}(?:if (?:i|memory) [^.!?,]{{4,24}},? )?(?:it )?(?:could be|might be|may be|maybe|perhaps|possibly|probably|roughly|i think|i guess|i'd guess)(?: that's| it's)?(?: an?)?(?: size)? (?P<v>{SIZE}){_STOP}", _guessed, But.REPORTED | But.OTHERS),
    rule("remember recall memory", rf"\b(?:if i (?:remember|recall)(?: (?:right|correctly|rightly|it right|well))?|if memory serves(?: me)?(?: right| well)?),? (?:i'm |i am |im |i wear |i take |it's |it was |my size is )?(?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _guessed, But.REPORTED | But.OTHERS),
    rule("or", rf"(?<![\w'])(?:i am|i'm|im|i take|i wear)(?: now| usually| normally)* (?:an? )?(?:size )?(?P<v>{SIZE}) (?:or so|or thereabouts|or something)\b", _guessed, _EXCEPT),
    rule("wear take buy get", rf"\bi{_HABIT} (?:wear|take|buy|get) (?:size )?(?P<v>\d\d(?:\.5)?)s(?=\s*[.,!]|\s*$| in\b| now\b| and\b| usually)", _plural, _EXCEPT | But.PAST),
    rule("go let's try i'd i'll", rf"\b(?:let's|i'd|i'll|i would|i will|we'll) (?:rather |probably |just )?(?:go|try|do|have|take|say)(?: with| for)? (?:the |an? )(?:size )?(?P<v>{WORDED})(?![\w']){_STOP}", takes.size, _EXCEPT),
    rule("change swap exchange switch", rf"\b(?:change|swap|exchange|switch)(?: it| that| this| them| mine| my (?:order|size)| the \w+)? (?:to|for|into|over to) (?:an? )(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("usually normally always mostly generally typically", rf"(?<![\w'])(?:i am|i'm|im) (?:usually|normally|always|mostly|generally|typically) (?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, _EXCEPT | But.PAST),
    rule("please pls thanks", rf"^{GREETING}(?:an? |the |in )?(?P<v>{WORDED})(?![\w']),? (?:for me,? )?(?:please|pls|plz)\b", takes.size, _EXCEPT),
    rule("is", rf"^{GREETING}(?:an? )?(?:size )?(?P<v>{SIZE}) is (?:the one|what|the size)\b[^.!?,]{{0,16}}\b(?:me|i)\b", _fitting, _EXCEPT | But.PAST),
    rule("mine", rf"\bmine (?:is|would be|should be) (?:an? )(?:size )?(?P<v>{SIZE}){_STOP}", _fitting, _EXCEPT),
    rule("send ship", rf"\b(?:better|then|rather|please|just) (?:send|ship)(?: me| over)? (?:the|an?) (?P<v>{WORDED})(?![\w']){_STOP}", takes.size, _EXCEPT),
    # With the goods named first, between two sizes, in words, and by waist and leg
    rule("size", rf"^{GREETING}(?:for |and )?(?:the |my )?(?P<goods>[a-z-]+)(?::| -|,| in)? (?:(?:it's|i'm|i need|i take|i wear|always|usually) )?(?:an? )?size:? (?P<v>{SIZE}){_STOP}", _own_goods, _EXCEPT),
    rule("my", rf"\bmy (?:\w+ )?(?P<goods>[a-z-]+) (?:is|are) (?:usually |always |normally |all )?(?:an? )?(?:size )(?P<v>{SIZE}){_STOP}", _own_goods, _EXCEPT),
    rule("need want take have like get buy order", rf"(?:{_WANT}|^{GREETING}(?:want|need)|\bcould i (?:have|get|order)|\bcan i (?:have|get|order)) (?:the |your |a pair of (?:the )?|an? |some )?(?:[a-z-]+ )?(?P<goods>[^\W\d_][\w-]*) in (?:an? )?(?:size )?(?P<v>{SIZE})(?=\s*[.,!?]|\s*$| please| if| for me| and)", _goods_wanted, But.REPORTED | But.OTHERS | But.DENIED),
    rule("size", rf"^{GREETING}(?:an? )?(?:size )(?P<v>{SIZE}) (?:for|in) (?:the|your|my) (?P<goods>[a-z-]+)(?:,? please)?\s*[.!]*$", _own_goods, _EXCEPT),
    rule("between", rf"(?<![\w'])(?:i'm|i am|im|my size is|i fall|i always fall|feet are|usually)(?: usually| always| sort of| somewhere| right| just)* (?:in )?between (?:an? )?(?:sizes? )?(?P<v>{SIZE}) (?:and|&|or) (?:an? )?(?:size )?(?P<w>{SIZE}){_STOP}", _either, _EXCEPT),
    rule("waist", r"\bwaist(?: size)?(?: is|:| of)? ?(?P<waist>[2-4]\d)(?: ?(?:inch(?:es)?|in|\"))?(?:,| and| with|/| \+|;)?(?: my| an?)? ?(?:(?:inside )?(?:leg|length|inseam|inside leg)(?: length)?(?: is|:| of)? ?(?P<leg>[2-4]\d)|(?P<leg2>[2-4]\d)(?: ?inch(?:es)?)? (?:inside )?(?:leg|length|inseam))\b", _waist_and_leg, _EXCEPT),
    rule("waist", r"\b(?P<waist>[2-4]\d)(?:\"|[ -]?inch(?:es)?)? waist(?:,| and| with| /| \+)?(?: an?)? (?P<leg>[2-4]\d)(?:\"|[ -]?inch(?:es)?)? (?:inside )?(?:leg|length|inseam)\b", _waist_and_leg, _EXCEPT),
    rule("trousers jeans pants chinos", r"\b(?:in|for) (?:the |my |your )?(?P<goods>trousers|jeans|pants|chinos),? (?:i'm |i am |i wear |i take |it's |an? |usually )*(?P<waist>[2-4]\d) ?[/x] ?(?P<leg>[2-4]\d)\b|\b(?:i wear|i'm|i am|i take|i need) (?:an? |size )?(?P<waist2>[2-4]\d) ?[/x] ?(?P<leg2>[2-4]\d) (?:in )?(?:trousers|jeans|pants|chinos)", _waist_and_leg, _EXCEPT),
    rule("size", rf"(?:{_MINE_IS}|^{GREETING})(?:usually |normally |always |about )*(?:an? )?(?:uk |us |eu )?size (?P<v>{_NUMBER_WORD}){_STOP}", _in_words, _EXCEPT),
    rule("do will enough perfect great", rf"^{GREETING}(?:an? |the )?(?:size )?(?P<v>{WORDED})(?![\w']) (?:will do|should do|would do|is perfect|is great|is right|is best|is plenty|is enough)(?: for me| please)?(?=\s*[.,!]|\s*$)", takes.size, _EXCEPT & ~But.SUPPOSED),
    rule("normally usually mostly generally always", rf"^{GREETING}(?P<v>(?:us|uk|eu) ?\d{{1,2}}(?:\.5)?),? (?:normally|usually|mostly|generally|always)(?=\s*[.,!]|\s*$| in\b)", takes.size, _EXCEPT),
    rule("would i'd", rf"\b(?:i'd|i would) (?:probably |usually |normally )*(?:take|need|wear|go for|want) (?:an? )?(?:size )?(?P<v>{WORDED}|(?:3[4-9]|4\d)(?:\.5)?)(?![\w']){_STOP}", takes.size, OWN & ~But.SUPPOSED | But.DENIED),
    rule("now", rf"\b(?:was|were|wore|took|used to (?:be|wear|take)) (?:an? )?(?:size )?{SIZE}(?: \w+){{0,3}},? (?:but |and )?(?:now|these days|nowadays) (?:i'm |i wear |i take |it's |i need )?(?:an? )?(?:size )?(?P<v>{SIZE}){_STOP}", takes.size, OWN & ~But.PAST),
    rule("feet foot", r"\bi(?:'ve| have)(?: got)? (?:rather |very |quite |fairly |pretty )?(?:small|big|large|tiny|huge|wide|narrow) feet[,:;-]? ?(?:size |about |so )?(?P<v>[34]\d(?:\.5)?)(?=\s*[.,!]|\s*$)", takes.size, _EXCEPT),
    rule("so tight small big large loose", rf"\b(?:too|bit) (?:tight|small|short|big|large|loose|wide|narrow)(?: (?:for|on) me)?,? (?:so|hence|therefore)(?: an?| the| i need| i'll take| rather)* (?:size )?(?P<v>{SIZE})(?=\s*[.,!]|\s*$| please| this time| instead| then)", takes.size, OWN),
)  # fmt: skip
RULES = tuple(_about_goods(one) for one in _SAID)
