"""Products they look for, like, dislike and own."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.money import CURRENCY
from chat_server.hearing.products import Product, read_product
from chat_server.hearing.rule import PLAIN, But, Heard, Take, rule
from chat_server.hearing.takes import LIKELY, SURE, words

_V = r"(?P<v>\w)"
_AND = re.compile(r",? (?:and|or|nor) (?:also )?(?=(?:the|an?|my|your|some|one of) )")
_MONEY = re.compile(CURRENCY)
# What things are made of.
_STUFF = r"(?P<v>(?:merino |sheep'?s? |pure |fake |real )?(?:wool|leather|polyester|nylon|fur|cotton|silk|linen|synthetics|plastic|latex|velvet|fleece|denim|acrylic|viscose|cashmere|suede))"
_SOFT = But.REPORTED | But.ASKED | But.DENIED


def _product(key: str, *, known_only: bool = False, ended: bool = False) -> Take:
    """The thing named at the place; without a known kind of goods it must be plain what is meant."""

    def take(heard: Heard) -> Iterator[Statement]:
        for found in _listed(heard):
            if not found.known and known_only:
                continue
            yield heard.statement(
                key,
                found.value,
                span=found.span,
                confidence=SURE if found.known else LIKELY,
                ended=ended or heard.has("not"),
            )

    return take


def _listed(heard: Heard) -> Iterator[Product]:
    """The thing, and another one after "and the"."""
    found = _read(heard)
    if found is None:
        return
    yield found
    another = _AND.match(heard.line.low, found.span[1], heard.sentence.end)
    more = read_product(heard.line, another.end(), heard.sentence.end) if another else None
    if more is not None and more.known:
        yield more


def _read(heard: Heard) -> Product | None:
    return read_product(heard.line, heard.place()[0], heard.sentence.end)


_THE = r"(?:the|my|your|this|these|those|that|our|an?)"
RULES = (
    rule("looking searching", rf"\b(?:i am|i'm|im|we are|we're|am|still)? ?(?:also |just |now |currently |still |actually |really )?(?:looking|searching) (?:to (?:buy|get|order|purchase) |(?:for|at) ){_V}", _product("product_interest", known_only=True), PLAIN | But.DENIED),
    rule("interested", rf"\b(?:i am|i'm|im|i was|we are|we're|am|be)?(?: (?:also|still|very|really|quite|mainly|just|now))* ?interested in (?:buying |getting |ordering |purchasing )?{_V}", _product("product_interest"), PLAIN | But.DENIED),
    rule("need looking want", rf"\b(?:i|we)(?:'m| am|'re| are)? (?P<not>(?:don't|do not|no longer) (?:need|want)|(?:not|no longer) looking for) {_V}", _product("product_interest", known_only=True), PLAIN),
    rule("interested", rf"\b(?P<not>(?:no longer|not|isn't|not really)) interested in (?:buying |getting |ordering |purchasing )?{_V}", _product("product_interest"), PLAIN),
    rule("buy order purchase get", rf"\b(?:i|we)(?:'d| would|'ll)? (?:really |also |just |still )?(?:want|wanna|like|love|need|plan|wish|intend|hope)(?: to)? (?:buy|order|purchase|get|have) {_V}", _product("product_interest", known_only=True), But.REPORTED | But.ASKED),
    rule("thinking considering", rf"(?:\b(?:i am|i'm|im|we're|we are) |^)(?:also )?(?:thinking (?:of|about) (?:buying|getting|ordering)|considering(?: buying| getting)?) {_V}", _product("product_interest", known_only=True), But.REPORTED | But.ASKED),
    rule("need want like", rf"\b(?:i|we)(?:'d| would)? (?:really |also |just |still |now )?(?:need|want|like to have|like to see|like(?= an? )) (?=an? |two |three |four |five |six |ten |\d+ |some |new |another |the |one of )(?:one of (?:your|the) )?{_V}", _product("product_interest", known_only=True), But.REPORTED | But.ASKED | But.DENIED),
    rule("love like adore", rf"\b(?:i|we) (?:really |just |absolutely |totally |still |also |do |simply |already )*(?:love|like|loved|liked|adore|enjoy) (?=(?:how )?(?:the|my|your|this|these|those|that|our) |[a-z]+ (?:jacket|boots))(?:wearing |using )?{_V}", _product("product_liked", known_only=True), PLAIN | But.DENIED),
    rule("favourite favorite", rf"\bmy (?:favou?rite|fav)(?: product| item| thing| piece)? (?:is|are) {_THE} {_V}", _product("product_liked", known_only=True), PLAIN | But.DENIED),
    rule("happy pleased satisfied thrilled love delighted", rf"\b(?:i am|i'm|im|we are|we're) (?:very |so |really |super |extremely |quite |absolutely )*(?:happy|pleased|satisfied|thrilled|delighted|in love) with (?=(?:the|my|your|this|these|our) ){_V}", _product("product_liked", known_only=True), PLAIN | But.DENIED),
    rule("don't dont not hate dislike didn't didnt never stand can't fan", rf"\b(?:i|we) (?:really |just |absolutely |do |also |actually |personally )*(?:am not a (?:big )?fan of|hate|hated|dislike|disliked|can't stand|(?:don't|dont|do not|didn't|didnt|did not|never) (?:really |much )?(?:like|love|liked)) (?=(?:the|my|your|this|these|those|that|our) ){_V}", _product("product_disliked", known_only=True), PLAIN),
    rule("stand hate like dislike wear bear", rf"\b(?:i|we) (?:really |just |absolutely )*(?:hate|dislike|loathe|(?:can't|cannot|can not) (?:stand|bear|wear)|(?:don't|dont|do not|never) (?:like|wear)) (?:anything (?:made (?:of|from)|in) |wearing )?{_STUFF}(?=[.!,]|$| (?:on|at|because|and|it|anything|next|things|clothes)\b)", words("product_disliked"), PLAIN),
    rule("have got i've spend", rf"\b(?:i|we)(?:'ve)? (?:only )?(?:have|got|spend)(?: got)? [^.!?,\n]{{2,24}} (?:for|on) (?=an? |some |new |the ){_V}", lambda heard: _product("product_interest", known_only=True)(heard) if _MONEY.search(heard.match[0]) else (), PLAIN | But.DENIED),
    rule("something anything", rf"\b(?:something|anything)\b[^.!?\n]{{0,60}}? for (?=an? (?:\w+ )?pair of ){_V}", _product("product_interest", known_only=True), But.REPORTED | But.DENIED),
    rule("fan", rf"\bnot a (?:big |huge )?fan of (?=(?:the|my|your|this|these|those|that) ){_V}", _product("product_disliked", known_only=True), PLAIN),
    rule("disappointed unhappy", rf"\b(?:i am|i'm|im|we are|we're) (?:very |so |really |quite |not )*(?:disappointed|unhappy|dissatisfied) (?:with|by|in) (?=(?:the|my|your|this|these|our) ){_V}", _product("product_disliked", known_only=True), PLAIN),
    rule("own", rf"\b(?:i|we) (?:already |also |still |actually |proudly )*own {_V}", _product("product_owned"), PLAIN | But.DENIED | But.PAST),
    rule("have have got got i've ive", rf"\b(?:i|we)(?:'ve| have)? (?:already |also |still |actually |currently )*(?:have|got|had got|'ve got|have got) (?:already |also )?(?=(?:an?|the|two|three|your|one of|some|both) )(?:one of (?:your|the) )?(?!(?:an? )?(?:damaged|broken|wrong|faulty|defective|torn) ){_V}(?!.*\b(?:instead|ordered|damaged|broken|wrong|arrived|parcel)\b)", _product("product_owned", known_only=True), PLAIN | But.DENIED | But.PAST),
    rule("already have", rf"\b(?:i|we) (?:already have|have already(?: got)?|already got) {_V}", _product("product_owned", known_only=True), PLAIN | But.DENIED),
    rule("bought purchased", rf"\b(?:i|we)(?:'ve| have)? (?:already |just |recently |also |once |last \w+ )*(?:bought|purchased) {_V}(?!.*\b(?:for (?:my|a|his|her) |returned|sent (?:it )?back|instead)\b)", _product("product_owned", known_only=True), PLAIN | But.DENIED),
    rule("wearing using", rf"\b(?:i am|i'm|im|i've been) (?:still |already |always )?(?:wearing|using) (?=(?:the|my|your) ){_V}", _product("product_owned", known_only=True), PLAIN | But.DENIED),
    rule("own have longer sold gave lost returned don't dont", rf"\b(?:i|we)(?:'ve| have)? (?:no longer (?:own|have)|(?:don't|dont|do not) (?:own|have)(?= .*\b(?:any ?more|any longer)\b)|sold|gave away|returned|got rid of) {_V}", _product("product_owned", known_only=True, ended=True), PLAIN),
)  # fmt: skip
