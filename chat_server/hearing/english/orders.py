"""Their orders, what is wrong with them, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import ORDER
from chat_server.hearing.order_numbers import DIGITS
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, Take, rule

from .words import GREETING, KIN

_NR = r"(?:number|numbers|num|no|nr|id|#|№|ref|reference|code)"
_NOT_MANY = r"(?! ?(?:pieces|pcs|items|units|euros?|eur|€|\$|dollars|pounds|kr|days|pairs|times|am|pm|percent|%|km|years?|of them|copies)| (?!is\b|was\b|has\b|this\b|arrives\b|does\b|its\b|comes\b|always\b|looks\b|shows\b|says\b|ships\b|contains\b|as\b|yes\b|thanks\b|plus\b|regards\b)[a-z]{2,}s\b)"
_V = rf"(?P<v>{ORDER}){_NOT_MANY}"
_MORE = rf"(?: ?(?:,|and|&|\+) ?(?:order )?#?(?P<w>{ORDER}))?(?: ?(?:,|and|&|\+) ?(?:order )?#?(?P<x>{ORDER}))?"
_MINE = r"(?<!his )(?<!her )(?<!their )(?<!your )(?:(?<=where's )|(?<!'s ))(?<!to )(?<!can )(?<!i )(?<!in )"
# A number counts whatever is wished for its order.
_SUPPOSING = But.REPORTED
_INVENTED = re.compile(r"\b(?:suppos\w+|imagine|what if|e\.g\.|for example|let's say|pretend)\b")

_FOREIGN = re.compile(
    rf"(?:\b(?:his|her|their|your)|\b(?:my|our|a|the)(?: \w+)? {KIN}(?:'s|s')?|{KIN}'s)\s(?:\w+ )?\Z"
)
_NOT_THAT = re.compile(r"\bnot (?:about |for |in )?(?:my |the )?\Z")
_FOREIGN_AFTER = re.compile(
    rf"\s?(?:of|by|from|is|was|belongs to|is for) (?:my|a|his|her|our) (?:\w+ )?{KIN}(?:'s?)?\b(?! (?:gift|present|birthday))|\s(?:is|was) (?:not|n't) mine\b"
)


def _order(heard: Heard) -> Iterable[Statement]:
    """A number of their own, not of a friend."""
    low = heard.sentence.low
    if _FOREIGN.search(low[: heard.match.start()]) or _FOREIGN_AFTER.match(low, heard.match.end()):
        return ()
    if _INVENTED.search(low[: heard.match.start()]):
        return ()
    if _NOT_THAT.search(low[: heard.match.start()]):
        return takes.order_in(heard, "w", "x")
    return takes.order(heard)


def _ended_order(heard: Heard) -> Iterable[Statement]:
    """A number and what was done with its order."""
    number = heard.words()
    state = "returned" if heard.match["done"] == "returned" else "cancelled"
    yield heard.statement("order_number", number, span=heard.place())
    yield heard.statement("order_state", state, confidence=0.85, subject=number)


def _numbered(take: Take) -> Take:
    """Where no word says that a number is an order's, its shape does."""

    def shaped(heard: Heard) -> Iterable[Statement]:
        said = [heard.words(group) for group in ("v", "w") if heard.has(group)]
        return take(heard) if all(map(heard.line.orders.fit, said)) else ()

    return shaped


_STATED = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED | But.OTHERS
# Then it is no news that it came.
_WITH_TROUBLE = re.compile(
    r"\b(?:damaged|broken|torn|wrong|missing|cracked|ripped|instead|late|soaked|dirty|defective|faulty|smashed|dented|scratched|empty|never|not|n't|without|holes?|stains?)\b|n't\b"
)


def _state(state: str) -> Take:
    """How an order stands that is the customer's own."""

    def take(heard: Heard) -> Iterable[Statement]:
        low = heard.sentence.low
        if _FOREIGN.search(low[: heard.match.start()]) or _WITH_TROUBLE.search(low):
            return
        group = next((one for one in ("v", "w") if heard.has(one)), None)
        number = heard.words(group) if group else None
        if number is not None and group is not None:
            yield heard.statement("order_number", number, span=heard.place(group))
        yield heard.statement("order_state", state, confidence=0.85, subject=number)

    return take


_shipped = _state("shipped")
_delivered = _state("delivered")


def _came(heard: Heard) -> Iterable[Statement]:
    """With its number; that "the parcel came" only ends what was wrong."""
    if heard.has("v") or heard.has("w"):
        yield from _delivered(heard)


def _on_its_way(heard: Heard) -> Iterable[Statement]:
    """Of an order that is named, or of "my order"."""
    if heard.has("v") or "order" in heard.match[0]:
        yield from _shipped(heard)


RULES = (
    rule("order orders oder ordr order# ordernumber purchase", rf"{_MINE}\b(?:orders?|oder|ordr|ordernumber|purchase)(?: {_NR}\.?)?(?: is| was| are|'s|:| =|=)?:?(?: (?:the )?{_NR}\.?:?)? ?[#№(]?{_V}{_MORE}", _order, _SUPPOSING),
    rule("order orders purchase", rf"{_MINE}\b(?:order|purchase)\b[^.?!\n@]{{0,60}}?\b(?:number|nr\.?|no\.?|under)(?: is| was|:)? ?#?{_V}", _order, _SUPPOSING | But.ASKED),
    rule("order", rf"(?<![\w.,#-]){_V} is (?:my|the) order(?: number| no\.?| id)?\b", _order, PLAIN),
    rule("order", rf"\border(?:ed)?\b[^.?!\n@()]{{0,50}}\(#?{_V}\)", _order, _SUPPOSING),
    rule("order", r"\border,? ?#?(?P<v>\d(?:[ -]?\d){3,11})(?=,)", _order, _SUPPOSING),
    rule("meant mean", r"\bi (?:meant|mean) (?:order )?#?(?P<v>\d(?:[ -]?\d){3,11})(?=[.!,]|$)", _order, PLAIN),
    rule("status", rf"\bstatus (?:of|for) (?:order )?#?{_V}", _order, _SUPPOSING),
    rule("parcel package", rf"{_MINE}\b(?:parcel|package) #?(?P<v>\d{{5,6}})\b(?! ?(?:g|kg|days|pieces|euros?|usd|eur)\b)", _order, _SUPPOSING),
    rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\w-])", _order, _SUPPOSING),
    rule("number", rf"(?:^|[,.(] ?|\b(?:and|it's|its|the|here is|here's) )(?:the |its |it's )?(?:order ?)?number(?: is| was|'s|:) ?#?{_V}(?<!\+)", lambda heard: takes.order(heard) if "order" in heard.line.low else (), OWN),
    rule("order ordernr that for track trace check find locate cancel cancelled canceled return returned refund follow about regarding re status with", rf"\b(?:track(?:ing)?|trace|check(?: on)?|find|locate|cancell?(?:ed)?|return(?:ed)?|refund for|refund|follow up on|regarding|re:?|status of|news (?:on|about)|with|for|that|order|ordernr|ordernumber|order nr)(?: order| number| no\.?| parcel)* #?(?P<v>{DIGITS})(?![\w%€£]|[ .,:/-]{{1,2}}\d| (?:euros?|eur|pieces|people|kr|steps|km|years))", _numbered(_order), _SUPPOSING),
    rule("still isn't hasn't never has is was arrived came says hasnt isnt", rf"^(?:hi,? |hello,? |and |also |my |parcel |no\. ?)*#?(?P<v>{DIGITS}) (?:still|is|was|has|hasn't|hasnt|isn't|isnt|never|arrived|came|says)\b", _numbered(_order), _SUPPOSING),
    rule("number nr no", r"\border(?:ed|s)? [^.?!\n@]{1,50}?,? (?:and (?:the|its|my) )?(?:order )?(?:number|nr\.?|no\.)(?: is| was|:)? ?#?(?P<v>\d{4,8})(?![\w-])", _order, _SUPPOSING),
    rule("not", rf"(?:^|[,.:;] ?|\b(?:it's|its|order|number) )(?P<v>{DIGITS}),? (?:sorry,? )?(?:and )?not {DIGITS}\b", _numbered(_order), _SUPPOSING),
    rule("not", rf"\bnot {DIGITS}\b,? ?(?:but |it's |its |rather )?(?P<v>{DIGITS})(?!\d)", _numbered(_order), _SUPPOSING),
    rule("wait sorry oops no meant mean", rf"\b(?:wait|sorry|oops|no|meant|mean),? (?:it's|its|it is|that's|the number is|i meant|i mean)? ?(?:order )?#?(?P<v>{DIGITS})(?=[.!,]|\s*$| not)", _numbered(_order), _SUPPOSING),
    rule("cancelled canceled returned", r"\b(?:i|we)(?:'ve| have)?(?: just| already)? (?P<done>cancell?ed|returned) (?:order )?#?(?P<v>\d{5})(?!\d)", _ended_order, _SUPPOSING),
    # How the order stands
    rule("arrived delivered", rf"\b(?:it|(?:(?:the|my|our|this|that)(?: \w+)? |^|[,;] ?|\b(?:and|that|but) )(?:order|parcel|package|delivery|shipment)(?: (?:number |no\.? )?#?{ORDER})?) (?:has |have |was |were |just |now |finally |already |been |today |yesterday |safely )*(?:arrived|delivered)\b(?! to the wrong| late\b| yet| damaged| broken| torn| in pieces|[^.!?]*(?:damaged|broken|torn|wrong|missing|cracked|ripped|but))", takes.fixed("order_state", "delivered", 0.85), OWN | But.DENIED),
    rule("cancelled canceled", r"\b(?:i|we)(?:'ve| have)?(?: just| already)? cancell?ed (?:my |the |our |this |that )?(?:order|purchase)", takes.fixed("order_state", "cancelled", 0.85), OWN | But.DENIED),
    rule("cancelled canceled", rf"\b(?:why (?:was|is|has|did)|(?:i )?(?:just )?(?:see|saw|noticed|read)(?: that)?) (?:my |our |the )?order(?: (?:number )?#?{ORDER})?(?: been| was| is| get| has been| got)? cancell?ed\b|\b(?:my|our) order(?: (?:number )?#?{ORDER})? (?:was|got|has been) cancell?ed\b", takes.fixed("order_state", "cancelled", 0.85), But.SUPPOSED | But.DENIED | But.OTHERS),
    rule("shipped dispatched", rf"(?:\b(?:my|our) order(?: (?:number )?#?{ORDER})?|\border #?{ORDER}|\bthat (?P<v>{DIGITS})) (?:was|got|has|has been|is)(?: already| just| finally)? (?:shipped|dispatched)\b", _numbered(takes.fixed("order_state", "shipped", 0.85)), OWN | But.DENIED),
    rule("returned sent", rf"\b(?:i|we)(?:'ve| have)?(?: just| already)? (?:returned (?:(?:my|the|this) )?(?:order|parcel|package)|sent (?:it|(?:(?:my|the|this) )?(?:order|parcel|package)(?: #?{ORDER})?) back)\b", takes.fixed("order_state", "returned", 0.85), OWN | But.DENIED),
    # Said in other words, mostly with its number
    rule("got received collected picked", rf"(?:\b(?:i|we)(?:'ve| have)? |^{GREETING}|[,;] ?|\b(?:and|but) )(?:just |now |already |finally |only )*(?:got|received|collected|picked up) (?:(?:my|the|our) )?(?:order |parcel |package |number |no\.? )*#?(?P<v>{DIGITS})(?!\d)", _numbered(_state("delivered")), _STATED),
    rule("came arrived got reached turned landed come here", rf"(?:\b(?:my|the|our) |^|[,;:] ?|\b(?:and|but|so) )(?:(?:(?:order|parcel|package|delivery|number) ?)+#?(?P<v>{DIGITS})?|#?(?P<w>{DIGITS})) ?(?:has |have |just |finally |already |now |safely )*(?:came|arrived|got here|reached (?:me|us)|landed|was dropped off|was handed over|is here)(?: \w+)? (?:today|yesterday|this (?:morning|afternoon|week)|last night|fine|safely|safe and sound|on (?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues|wednes|thurs|fri|satur|sun)day|in time|just now|at last|an hour ago|earlier)\b", _numbered(_came), _STATED),
    rule("reached", r"\b(?:my|the|our) (?:order|parcel|package) (?:has )?reached (?:me|us)\b", _state("delivered"), _STATED),
    rule("courier driver postman dhl ups postie mailman", rf"\b(?:courier|driver|postman|dhl|ups|postie|mailman) (?:has |just |finally |already )*(?:dropped off|delivered|brought|handed me|handed over) (?:my |the |our )?(?:order |parcel |package )*#?(?P<v>{DIGITS})(?!\d)", _numbered(_state("delivered")), _STATED),
    rule("shipped dispatched way out transit left sent posted", rf"(?:\b(?:my|our) order |\border |\bparcel |^|[,;:] ?|\b(?:mail|and|but|that|says) )#?(?P<v>{DIGITS})?,? ?(?:has |is |was |went |now |been |already |just |finally |apparently )+(?:shipped|dispatched|on (?:its|the) way(?! back)|in transit|out for delivery|out(?= (?:on|yesterday|today|this))|posted|sent out)\b", _numbered(_on_its_way), But.SUPPOSED | But.ASKED | But.DENIED),
    rule("back returned", rf"\b(?:i|we)(?:'ve| have)?(?: just| already| had)* (?:(?:sent|posted|shipped|mailed|brought|took|put) (?:my |the )?(?:order |parcel |number )*#?(?P<v>{DIGITS}) (?:back|in the post)|returned (?:everything|all|both|the (?:whole|lot|goods|things|items?|\w+))(?: of| in| from)? (?:order |parcel )?(?:number )?#?(?P<w>{DIGITS}))\b", _numbered(_state("returned")), _STATED),
    rule("cancel cancelled canceled", rf"\b(?:i|we) (?:just |already )?(?:had to|decided to) cancel (?:my |the |our )?(?:order )?(?:number )?#?(?P<v>{DIGITS})?(?=\s*[.,!]|\s*$| \w)|\border #?(?P<w>{DIGITS})[:,-]? ?(?:i )?(?:just |already )?cancell?ed (?:it|that)\b", _numbered(_state("cancelled")), _STATED),
    rule("cancelled canceled", rf"(?:^|[,;:] ?|\b(?:my|order|and|that) )#?(?P<v>{DIGITS}) (?:has been|was|is|got)(?: already| now| just)? cancell?ed\b", _numbered(_state("cancelled")), _STATED),
    rule("placed", rf"\b(?:i|we)(?:'ve| have)?(?: just| already| also)? placed (?:an?|my|the|another|a new)? ?order ?(?:under |with )?(?:the )?(?:number |no\.? )?#?(?P<v>{DIGITS})(?!\d)", _numbered(_state("placed")), _STATED),
    rule("sign trace news sight", rf"\b(?:no|any) (?:sign|trace|news|sight) (?:of|on|about|from) (?:order |parcel )?#?(?P<v>{DIGITS}){_NOT_MANY}", _numbered(_order), _SUPPOSING),
    rule("be when will", rf"\bwhen (?:will|is|does|can|should) (?:order |parcel )?#?(?P<v>{DIGITS}) (?:be|due|arrive|come|ship|get)\b", _numbered(_order), _SUPPOSING),
)  # fmt: skip
