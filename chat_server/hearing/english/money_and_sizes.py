"""What fits, in which colour, and for how much."""

from __future__ import annotations

import re

from chat_server.hearing import takes
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.colours import pattern
from chat_server.hearing.money import AMOUNT, CURRENCY, SPAN
from chat_server.hearing.rule import OWN, But, Heard, rule
from chat_server.hearing.sizes import SIZE

_SIZE = rf"(?:an? |the )?(?:size )?(?:an? )?(?P<v>{SIZE})(?! (?:people|persons|of us|kids|children|years|items|pairs|pieces|days|weeks|euros?|kr|am|pm|times|minutes|hours|months|or\b|and a|amount|family|company|shop|problem|town|question|village|flat|order|issue|request))"
_COLOUR = (
    "(?P<v>" + pattern(COLOURS) + r")\b(?! (?:tape|cross|friday|light district|herring|wine|card))"
)
_WANT = r"(?:i(?:'d| would)? (?:really |also |actually |rather )?(?:like|want|need|prefer|love|take|choose|go for|have)|i'll (?:take|have|go (?:for|with))|i am looking for|i'm looking for|looking for|i(?:'d| would) like to (?:order|buy|have|get)|i want to (?:order|buy|have|get)|i(?:'m| am) interested in|(?:please )?(?:send|give|get) me|let's (?:take|go with))"
_OWN = re.compile(r"\b(?:i|i'm|im|my|me|i'd|i've|we)\b")
_EXCEPT = OWN | But.DENIED
_HOW_MUCH = rf"(?P<v>{AMOUNT})(?:{SPAN}(?P<w>{AMOUNT}))?"
_AT_MOST = r"(?:under|below|up to|upto|max(?:imum|imal)?\.?(?: of)?|at most|no more than|not more than|less than|around|about|roughly|approximately|between|within|from|of|as much as|maybe|circa|ca\.?)"

RULES = (
    # Sizes
    rule("wear wearing take need size am i'm im", rf"\b(?:i|we)(?: now| usually| normally| always| actually| mostly| generally| typically| only| just| currently)* (?:wear|take|need|use|have|want|am wearing|fit|fit into)(?: now| usually| normally| always| mostly| my \w+ in| shoes in| clothes in)? (?:an? )?size (?:an? )?(?P<v>{SIZE})", takes.size, _EXCEPT | But.PAST),
    rule("wear wearing take", rf"\b(?:i|we)(?: now| usually| normally| always| actually| mostly| generally| typically| only| just| currently| still)* (?:wear|take|am wearing)(?: now| usually| normally| always| mostly| (?:my |a )?\w+ in)? {_SIZE}", takes.size, _EXCEPT | But.PAST),
    rule("now", rf"(?:^|[,;] ?)(?P<v>{SIZE}) now(?=[.,!]|$)", takes.size, OWN),
    rule("change exchange swap", rf"\b(?:change (?:my |the )?size to|(?:exchange|swap) [^.!?\n]{{2,30}}? for) (?:an? )?(?:size )?(?P<v>{SIZE})", takes.size, But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("shoes", rf"\bin shoes,? (?:i am|i'm|im|i take|i wear|i need)(?: an?)?(?: size)? (?P<v>{SIZE})", takes.size, _EXCEPT),
    rule("need send want take", rf"\b(?:i need|send me|i want|i'll take|i would need|i'd need)(?: an?| the)?(?: size)? (?P<v>{SIZE})(?=[.,!]|$| instead| please)", lambda heard: takes.size(heard) if _about_size(heard) else (), _EXCEPT),
    rule("wear take", rf"(?:\band |, )(?:usually |normally |now |mostly )?(?:wear|take)(?: an?)?(?: size)? {_SIZE}(?=[.,!]|$| in\b| and\b| now\b)", lambda heard: takes.size(heard) if _OWN.search(heard.sentence.low[: heard.match.start()]) else (), _EXCEPT | But.PAST),
    rule("no wait sorry mean meant make rather actually better", rf"\b(?P<before>in|size|wear|take|need|an?|want|it's|am|i'm|in an?|prefer|get) {SIZE}[,.!]?(?: -+| \.\.\.?)? ?(?:oh |ah |uh |er |oops,? )*(?:no|wait|sorry|i mean|i meant|make (?:that|it)|or rather|actually|scratch that|correction)\b(?:[,.! ]+(?:wait|no|sorry|make (?:that|it)|i mean|i meant|actually|better|it's|rather|in|an?|size|i need|i take|i wear))*[,.! ]+(?P<v>{SIZE})(?=[.,!]|$| please| then| instead| for)", takes.size, _EXCEPT),
    rule("maybe perhaps possibly might", rf"\b(?:maybe|perhaps|possibly|might be|could be)(?: that)?(?: i'm| i am| i wear| i take| i need| it's| my size is| in)?(?: an?)?(?: size)? (?P<v>{SIZE})(?=[.,!]|$)", lambda heard: takes.unsure_size(heard) if _OWN.search(heard.sentence.low) else (), But.REPORTED | But.OTHERS | But.DENIED),
    rule("used wore", rf"\b(?:i|we) (?P<not>(?:used to (?:wear|take|be)|wore))(?: an?)?(?: size)? (?P<v>{SIZE})", takes.size, OWN),
    rule("don't dont not longer", rf"\b(?:i|we) (?P<not>(?:don't|dont|do not|no longer)) (?:wear|take|fit)(?: into)?(?: an?)?(?: size)? (?P<v>{SIZE})", takes.size, OWN),
    rule("am i'm im", rf"(?<![\w'])(?:i am|i'm|im)(?: now| usually| normally| actually| more)?(?: an?)? size (?P<v>{SIZE})", takes.size, _EXCEPT | But.PAST),
    rule("am i'm im", rf"(?<![\w'])(?:i am|i'm|im)(?: now| usually| normally| actually| more of| definitely| always)? (?:an? )(?P<v>{SIZE})(?=[.,!]| in| now|$| and| usually| normally)", takes.size, _EXCEPT | But.PAST),
    rule("my size feet foot", rf"\b(?:my|the) (?:(?:new|usual|normal|shoe|clothing|clothes|boot|jacket|foot|correct|right|current|trouser|shirt|dress|eu|uk|us|european) )*(?:size|feet)(?: (?:in|for) \w+)?(?: is| are|'s|:)(?: now| actually| usually| size| an?| european| eu)* (?P<v>{SIZE})", takes.size, _EXCEPT | But.PAST),
    rule("size", rf"\b(?:in |my )(?:eu |uk |us )?size (?P<v>{SIZE})", lambda heard: takes.size(heard) if _wanted(heard.sentence.low[: heard.match.start()]) else (), _EXCEPT),
    rule("in", rf"{_WANT}\b[^.!?\n]{{0,60}}? in (?:an? )?(?:size )?(?P<v>{SIZE})(?=[.,!]| please| and| in\b| if| for me|$)", takes.size, _EXCEPT & ~But.SUPPOSED),
    rule("want need like take love have order looking", rf"{_WANT} (?:it in )?(?:an? |the )?(?:size )(?P<v>{SIZE})", takes.size, _EXCEPT & ~But.SUPPOSED),
    rule("now", rf"(?:^|[,;] ?|\b(?:and|but) )(?:now|these days|nowadays)(?: i (?:need|wear|take)| it's| i'm)?(?: an?)? ?(?:size )?(?P<v>{SIZE})(?=[.,!]| now|$)", lambda heard: takes.size(heard) if "wear" in heard.line.low or "size" in heard.line.low or "wore" in heard.line.low else (), OWN),
    rule("size", rf"(?:^|[,.] )(?:eu |uk |us )?size:? (?P<v>{SIZE})(?=[.,!]| please| and| in\b|$)", takes.size, _EXCEPT),
    rule("have available stock get", rf"\b(?:do you have|have you got|is|are|can i get|available|in stock)\b[^.!?\n]{{0,40}} (?:in size|in an?|in|size) (?P<v>{SIZE})(?= |\?|$)", takes.unsure_size, But.SUPPOSED | But.REPORTED | But.OTHERS),
    # Colours
    rule("favourite favorite fav", rf"\bmy (?:favou?rite|fav)(?: colou?r)?(?: is|'s|:)(?: \w+ly)? {_COLOUR}", takes.colour(COLOURS), _EXCEPT | But.PAST),
    rule("prefer like love want need take have rather choose go", rf"{_WANT} (?:it |them |one |mine |that |this |the colou?r )?(?:in |to be )?(?:the |an? )?(?:colou?r )?{_COLOUR}(?= one| colou?r|[.,!]| please| version| and| but| in\b| for me| over| rather| more| instead| better|$)", takes.colour(COLOURS), _EXCEPT & ~But.SUPPOSED),
    rule("looking want need like interested buy order get take", rf"{_WANT} (?:an? |the |some |your |one of your |one of the |new |pair of |this |that |these )*(?:\w+ ){{0,2}}?{_COLOUR} (?!one\b|ones\b|or\b|and\b)\w+", takes.colour(COLOURS, takes.LIKELY), _EXCEPT & ~But.SUPPOSED),
    rule("in", rf"{_WANT}\b[^.!?\n]{{0,60}}? in (?:size \w+ (?:and|in) )?(?:the )?(?:colou?r )?{_COLOUR}", takes.colour(COLOURS), _EXCEPT & ~But.SUPPOSED),
    rule("want need like take looking order", rf"{_WANT}\b[^.!?\n]{{0,80}}?, (?:(?:in|colou?r:?) )?{_COLOUR}(?=[,.!]|$| and\b| please| if\b| with\b)", takes.colour(COLOURS), _EXCEPT & ~But.SUPPOSED),
    rule("make change", rf"\b(?:make (?:it|that)|change (?:it|that|the colou?r) to)(?: in)? {_COLOUR}(?= one|[.,!]| please| instead|$)", takes.colour(COLOURS), _EXCEPT),
    rule("one please", rf"^(?:the )?{_COLOUR}(?: one| colou?r)?,? please", takes.colour(COLOURS), _EXCEPT),
    rule("like love", rf"\bi (?:really |just )?(?:like|love|adore) (?:the colou?r )?{_COLOUR}(?= (?:best|most|clothes|things|colou?r|more|better)|[.,!]|$)", takes.colour(COLOURS), _EXCEPT),
    rule("don't dont not hate", rf"\b(?P<not>i (?:don't (?:like|want|wear)|do not (?:like|want|wear)|hate|no longer (?:like|want))|not) (?:the colou?r |it in |in )?{_COLOUR}(?=[.,!]| any ?more| one|$)", takes.colour(COLOURS), OWN),
    rule("not", rf"\bnot (?:the |in )?(?:{pattern(COLOURS)})(?: one)?(?:,| but|, but) (?:the |in |rather )?{_COLOUR}(?=[.,!]| one| please|$)", takes.colour(COLOURS), OWN),
    rule("favourite favorite", rf"{_COLOUR} is (?:still |now )?my (?:favou?rite|fav)(?: colou?r)?\b", takes.colour(COLOURS), _EXCEPT),
    rule("have available come stock", rf"\b(?:do you have|have you got|do you sell|does it come|is it available|is there)\b[^.!?\n]{{0,40}} (?:in )?{_COLOUR}\b", takes.colour(COLOURS, takes.UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
    # Budget
    rule("budget", rf"\bbudget(?: for (?:it|this|that|the \w+|a \w+|\w+))?(?: is|'s| of|:| was| would be| can be| are| around| limit is)?(?: now| only| just| actually| set at)? ?(?:{_AT_MOST} ){{0,2}}{_HOW_MUCH}", takes.budget(), But.REPORTED | But.OTHERS | But.DENIED | But.ASKED),
    rule("spend pay afford invest", rf"\b(?:i|we)(?:'d| would|'m| am|'re| are| can| could| want| don't| do not| will|'ll| only| really| just| like| can't| cannot| won't| prefer| not)*(?: (?:to|only|willing|able|happy|ready|want|wanna|like|prepared|planning|going|looking|not)){{0,4}} (?:spend|pay|afford|invest)(?: (?:more than|over|only|about|around|up to|under|at most|max(?:imum)?|not more than|less than|no more than|between|to)){{0,3}} {_HOW_MUCH}(?! for (?:my|the) (?:order|last|shipping|delivery))", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED),
    rule("under below max maximum most more less upto up between around about over", rf"(?:\b(?:looking for|want|need|search\w+ for|find|buy|gift|present|something|anything|order|interested in|recommend|suggest|show me)\b[^.!?\n]{{0,70}}?|^|^(?:max|something|anything|ideally|preferably|well,?|hm+,?) |, |\bbut (?:not |it )?)\b(?:(?:for|at|costing|that costs?|priced|is|be|cost|only|and) )?(?:under|below|up to|max(?:imum)?\.?|at most|(?:no|not) (?:more than|over)|(?:costs? )?less than|between|around|over) (?=[^!?]{{0,24}}?{CURRENCY}){_HOW_MUCH}(?! (?:for|in) shipping)", takes.budget(), But.REPORTED | But.SUPPOSED),
    rule("limit", rf"\bmy (?:price )?(?:limit|maximum|max) (?:is|would be|:) ?{_HOW_MUCH}", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED),
    rule("have got i've", rf"\b(?:i|we)(?:'ve)? (?:only |just )?(?:have|got)(?: got)? (?:only |about |around |up to |maximum )?(?=[^,.!?]{{0,16}}?{CURRENCY}){_HOW_MUCH} (?:for (?:it|this|that|an? |the |my |everything|all|new )|left\b|to invest)", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED | But.SUPPOSED),
    rule("spend", rf"\b(?:have|got) (?:only |about |around |up to )?{_HOW_MUCH} to spend\b", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED),
    rule("somewhere around about roughly", rf"^(?:somewhere |something |maybe |well,? )?(?:around|about|roughly) (?=[^!?]{{0,24}}?{CURRENCY}){_HOW_MUCH}[.!]?$", takes.budget(), But.REPORTED | But.OTHERS | But.ASKED),
    rule("max maximum", rf"\b{_HOW_MUCH} (?:max|maximum|at (?:the )?most|tops)\b", takes.budget(), But.REPORTED | But.SUPPOSED | But.OTHERS),
)  # fmt: skip


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
