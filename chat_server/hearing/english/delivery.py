"""Where their parcels go."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.rule import PLAIN, But, Heard, rule

from .words import GREETING, KIN

_WISH = But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED
_ADDRESS = r"(?P<v>[^\s.!?;](?:[^.!?;\n]|(?<=str)\.|(?<=\bst)\.|(?<=\bave)\.|(?<=\brd)\.|(?<=\bapt)\.|(?<=\d)\.(?=\d)){1,110}?)"
_UNTIL = r"(?=(?<!str)(?<!\bst)(?<!\bave)(?<!\brd)(?<!\bapt)\.(?!\d)|[!?;\n]|,? (?:please|thanks|thank you|instead|by|before|somebody|someone|i'm|i am|we're|they're|he's|she's|there's|bring|send it|deliver it|leave it|take it|put it|drop it|on (?:mon|tue|wed|thu|fri|sat|sun)|and|but|because|if|when|not|now|from now)\b|\s*$)"


def _pickup(heard: Heard) -> Iterator[Statement]:
    """A place to fetch it from, and where it is."""
    start, end = heard.place("v")[0], heard.place("w" if heard.has("w") else "v")[1]
    said = heard.line.text[start:end].strip()
    yield heard.statement("delivery_place", said, span=(start, start + len(said)))


def _address_like(heard: Heard) -> Iterator[Statement]:
    """With a number, a capital, or "my": elsewhere too much "goes to"."""
    said = heard.words()
    if any(letter.isdigit() or letter.isupper() for letter in said) or said.startswith("my "):
        yield from takes.words("delivery_place", 120)(heard)


def _left(heard: Heard) -> Iterator[Statement]:
    """Somewhere; "put it under Weber" is a name."""
    start = heard.place()[0]
    if not (heard.words().startswith("under ") and heard.line.capital(start + len("under "))):
        yield from takes.words("delivery_place", 120)(heard)


def _not_whether(heard: Heard) -> Iterator[Statement]:
    """Whether they deliver to a country or a town at all is a question."""
    said = heard.words()
    asked = _WHETHER.search(heard.sentence.low[: heard.place(0)[0] - heard.sentence.start])
    if not asked or any(letter.isdigit() for letter in said) or said.startswith(("my ", "our ")):
        yield from takes.words("delivery_place", 120)(heard)


_WHETHER = re.compile(
    r"\b(?:do|does|will|would|are|is) (?:you|it|they|this|that|your \w+|the \w+)(?: (?:also|even|usually|ever|actually|guys|able to))* \Z|\bhow (?:much|long|fast)\b[^,;]*\Z"
)
RULES = (
    rule("deliver ship send sent delivered shipped delivery dispatch bring", rf"\b(?:please |you can |could you |can you |just )?(?:deliver|ship|send|dispatch|bring)(?: it| them| this| that| everything| all(?: of it)?|(?: the| my| our| any| all| all my| all future| future| your)?(?: [\w-]+){{0,2}}? (?:orders?|parcels?|packages?|deliver(?:y|ies)|boxes|things|stuff|jackets?|boots|replacement|new ones?|goods|mail|post)(?: #?\d{{4,9}})?)? to (?!me\b|us\b|you\b|my (?:e-?mail|mail|phone|inbox|{KIN}\b(?!'s))|an? |[^ ]+@|the (?:wrong|same|warehouse|store|shop)|germany\?|\w+\?|\w+,? where (?:i|we)\b){_ADDRESS}" + _UNTIL, _not_whether, _WISH),
    rule("delivered shipped sent deliver", rf"\b(?:i(?:'d| would)? (?:like|want|need) (?:it|them|this|the \w+|my \w+) (?:to be )?|(?:should|must|can) be |to be )(?:delivered|shipped|sent) to (?!me\b|us\b|an? ){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), _WISH),
    rule("address", rf"\b(?:my|our|the) (?:new |delivery |shipping |current |home |postal |correct )*address(?: is|'s| for (?:the )?(?:delivery|shipping|order|parcel) is|:)(?: now)? (?!not\b|wrong|different|the same|incorrect|correct|still|below|as|on|in my|already|[^ ]+@|changed|missing|incomplete|we're|i'm|i am|we are|i live|we live|very|quite|too|a |an |hard|easy){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), PLAIN | But.DENIED),
    rule("delivery shipping deliver ship send address", rf"(?:^|[.,] )(?:new )?(?:delivery|shipping|deliver|ship|send|address)(?: address| place| spot| location)?(?: to:?|:) (?!me\b|you\b|us\b|we're\b|i'm\b|i live\b|we live\b|we are\b|i am\b|[^ ]+@|{KIN}){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), PLAIN | But.DENIED),
    rule("leave left drop put", r"\b(?:please |pls |just |can you |could you |you can |to )?(?:(?:(?<!\bwe )(?<!\bi )(?<!they )leave|be left|be dropped|drop off)(?: it| them| the (?:parcel|package|box|order)| everything| my (?:parcel|package|order))?|(?:put|drop)(?: it| them| the (?:parcel|package|box|order)| everything| my (?:parcel|package|order)| (?:order )?#?\d{{4,9}}))(?: off)? (?P<v>(?:with|at|in|behind|under|on|by|next to|inside|outside|beside|near|in front of|round the back)(?! (?:mind|case|time|all|it|me|once|monday|tuesday|wednesday|thursday|friday|saturday|sunday|any|a (?:review|note|comment)|my (?:account|basket|cart|order))\b) [^.!?;\n]{3,80}?)" + _UNTIL, _left, _WISH & ~But.OTHERS),
    rule("pickup pick-up collection parcelshop locker", r"\b(?:to|at) (?:the |a )(?P<v>(?:pick-?up|collection) (?:point|station|spot|shop)|parcel (?:shop|locker|station))(?P<w> [^.!?;,\n]{2,60})?", _pickup, _WISH),
    rule("goes go going", rf"\b(?:it|this|that|they|them|everything|all|(?:the|my|this) (?:\w+ )?(?:parcel|package|order|delivery|box|one|gift|present|boots|jacket|mugs)) (?:goes|go|should go|has to go|needs to go|must go|is going|can go|will go|are going|is) (?:straight |directly )?to (?!me\b|us\b|you\b|the (?:wrong|same|bin|wash|top)|waste\b|be\b|see\b|plan\b|my (?:mum|dad|sister|brother|son|daughter|wife|husband)\b(?!'s)){_ADDRESS}" + _UNTIL, _address_like, _WISH & ~But.OTHERS),
    rule("new delivery shipping address", rf"\b(?:new |current |right |correct |updated )?(?:delivery|shipping|postal) address(?: is|'s|:| would be| should be| will be| has to be| ought to be| now)+ (?!not\b|wrong|different|the same|incorrect|correct|still|below|as|on|in my|already|[^ ]+@|changed|missing){_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), PLAIN | But.DENIED),
    rule("work office home mum's dad's parents house needs need must goes", rf"\b(?:it|this|that|they|everything|(?:the|my) (?:order|parcel|package)) (?:needs?|has|have|ought|wants) to (?:be (?:delivered|sent|shipped)|arrive|come|go|end up) (?:to|at) (?!me\b|us\b|you\b|the (?:wrong|same|bin|wash)){_ADDRESS}" + _UNTIL, _address_like, _WISH & ~But.OTHERS),
    rule("send deliver ship sent", rf"\b(?:send|deliver|ship)(?: it| them| this)?(?: all| everything| that)? to [^.!?;:\n]{{2,30}}: {_ADDRESS}" + _UNTIL, takes.words("delivery_place", 120), _WISH & ~But.OTHERS),
    rule("deliver delivery delivered send ship", r"\b(?:deliver|send|ship)(?: it| them| everything| this)? (?P<v>at my [^.!?;,\n]{2,60})" + _UNTIL, takes.words("delivery_place", 120), _WISH),
    rule("redirect reroute forward re-route divert", rf"\b(?:redirect|re-?route|forward|divert)(?: it| them| this| that| everything| the (?:\w+ )?(?:order|parcel|package)| my (?:\w+ )?(?:order|parcel|package))? to (?!me\b|us\b|you\b|my (?:e-?mail|mail|phone|inbox|{KIN}\b(?!'s))|an? |[^ ]+@|the (?:wrong|same|warehouse)){_ADDRESS}" + _UNTIL, _address_like, _WISH & ~But.OTHERS),
    rule("address", rf"^{GREETING}(?:new|change of|changed|corrected|right|correct) (?:delivery )?address(?: is|'s)?[:,-]? (?!not\b|we're|i'm|i live|we live|[^ ]+@)(?=[^.!?\n]*\d){_ADDRESS}" + _UNTIL, _address_like, PLAIN | But.DENIED),
)  # fmt: skip
