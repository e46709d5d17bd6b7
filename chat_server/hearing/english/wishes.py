"""Wishes for goods that are not told by a verb of wishing: asked about for oneself, in passing, or as a gift."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.products import is_goods, read_product
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import LIKELY, SURE, UNSURE

from .words import GREETING, KIN

_V = r"(?P<v>\w)"
_ONE = r"(?=(?:an?|two|three|four|five|six|ten|\d+|some|new|another|the|one of|your|this|that|these|those|both|any|more|a pair of|matching) )"
# For whom: the receiver's, not the writer's, so that only the goods are kept.
_KIN = rf"(?:{KIN}|daddy|gran|nan|nana|grandad|in-laws?|bride|groom|teacher|dog|cat|puppy|hiking buddy|other half)"
_TO = rf"(?:(?:(?:my|our|his|her|the|their) (?:[\w-]+ ){{0,2}}?{_KIN}(?:'s? (?:\w+ )?(?:room|house|flat|cabin|cottage|office|garden|kitchen|bed|car|birthday))?|him|her|them|myself|me|us|ourselves|[a-z]+(?= an? )) )"
_SAID = But.REPORTED | But.DENIED
_WHATEVER = But.REPORTED
# What the weather or the day asks for, where no kind of goods is named.
_SUCH = r"(?:rain|cold|winter|snow|wind|summer|beach|hike|hikes|hiking|camping|trail|trails|mountains?|skiing|fishing|running|cycling|commut(?:e|ing)|office|garden|sauna|feet|hands|head|neck|ears|autumn|spring|wet|storms?|ice|glaciers?|evenings|nights|walls?|floor|sofa|kitchen|bedroom|living room|wall)"
_WORDS = re.compile(r"[a-z'-]+")
_LIKE = r"(?:warm|warmer|waterproof|windproof|light|lighter|lightweight|woolly|woollen|cosy|cozy|soft|thin|thick|breathable|smart|thermal|rainproof|packable|fleecy)"


def _wanted(heard: Heard, confidence: float = SURE) -> Iterator[Statement]:
    for group in ("v", "w"):
        if not heard.has(group):
            continue
        found = read_product(heard.line, heard.place(group)[0], heard.sentence.end)
        if found is not None and found.known:
            yield heard.statement(
                "product_interest",
                found.value,
                span=found.span,
                confidence=confidence,
                ended=heard.has("not"),
            )


def _undecided(heard: Heard) -> Iterator[Statement]:
    return _wanted(heard, UNSURE)


def _something(heard: Heard) -> Iterator[Statement]:
    """No kind of goods, but what it is to be good for; a kind that is named beside it says more."""
    if any(is_goods(word) for word in _WORDS.findall(heard.line.low)):
        return
    span = heard.place()
    said = heard.line.text[slice(*span)]
    yield heard.statement("product_interest", said, span=span, confidence=LIKELY)


RULES = (
    rule("getting buying ordering get buy order give treat treating surprise thinking", rf"(?:\b(?:i'm|i am|we're|we are|i'd like to|we'd like to|i want to|we want to|like to|love to|going to|want to|thinking of|thinking about|planning on|planning to|hoping to|am|will|i'll|we'll|was thinking of) |^{GREETING}|[,;:] ?)(?:get(?:ting)?|buy(?:ing)?|order(?:ing)?|giv(?:e|ing)(?! (?:me|us)\b)|treat(?:ing)?|surpris(?:e|ing)) {_TO}(?:to |with )?{_ONE}{_V}", _wanted, _SAID | But.PAST),
    rule("gift present", rf"\b(?:as|for) (?:an? |the )?(?:\w+ )?(?:gift|present)\b[^.!?\n]{{0,30}}?[,:] ?(?:maybe |perhaps |i thought of |thinking of |something like )?{_ONE}{_V}", _wanted, _SAID),
    rule("mind no", rf"\b(?:wouldn't|would not) (?:mind|say no to)(?: having| getting| buying| owning)? {_ONE}{_V}", _wanted, _WHATEVER),
    rule("add reserve put set keep hold save order pack include throw", rf"(?:\b(?:can|could|would|will) (?:you|i|we)(?: please| also| just| maybe)*|\bplease(?: also)?|^{GREETING}) ?(?:add|reserve|put (?:aside|by|away)|set aside|keep|hold|save|order in|include|throw in)(?: me| us)? {_ONE}{_V}(?![^.!?]*\b(?:note|receipt|parcel with)\b)", _wanted, _SAID),
    rule("put sign", rf"\b(?:put|sign) (?:me|us) (?:down|up) for (?=(?:an?|the|one of|two|some|your) ){_V}", _wanted, _SAID),
    rule("go opt settle decided settled going opting", rf"\b(?:i|we)(?:'d|'ll|'ve|'m|'re| would| will| have)?(?: probably| rather| just| finally| now| think i'll| think i'd)* (?:go(?:ing)? (?:for|with)|opt(?:ing)? for|settled? (?:on|for)|decided (?:on|for|to (?:get|buy|take|order))) {_ONE}{_V}|^{GREETING}(?:decided on|settled on|going for|going with) (?=(?:an?|the|your|one of) )(?P<w>\w)", _wanted, _SAID),
    rule("minds pondering mulling contemplating debating", rf"(?:^{GREETING}(?:still |been )?|\b(?:i'm|i am|we're|been|still) (?:\w+ )?)(?:in two minds about|pondering|mulling over|contemplating|debating) (?:whether to (?:get|buy|order) )?(?:getting |buying |ordering )?{_ONE}{_V}", _undecided, _WHATEVER),
    rule("sights fallen dreaming dream thought fell hooked hankering yearning longing dying hoping keen set curious interested came here up thinking looking", rf"(?:^{GREETING}(?:still |been |was |were )?|[,;] ?(?:still |been |was |were )?|\b(?:i|we)(?:'ve|'m|'re|'d| am| are| have|was| would| was| were)?(?: (?:really|still|just|always|quite|also|been|totally|completely|so|be|very|only|had))* ?|\b(?:and|so) )(?:set my sights on|(?:fallen|fell) (?:hard )?for|dream(?:ing|t)? (?:of|about)|thought (?:of|about)|hooked on|hankering (?:after|for)|yearning for|longing for|dying for|hoping for|keen (?:on|to (?:get|buy|try|order))|dead set on|set on|curious about|interested (?:to (?:see|hear about|try)|in seeing)|came (?:here |only |just )*for|here (?:only |just )?for|up for|thinking|looking into (?:getting|buying)) (?:getting |buying |ordering |having )?{_ONE}{_V}", _wanted, _SAID),
    rule("what all only", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|so) )(?:what|all|the only thing|the thing) (?:i|we)(?:'d| would)?(?: really| actually| also| still| just)* (?:need|want|like|love|am missing|'m missing|am after|'m after|am looking for|'m looking for|lack)(?: now| most| here)? (?:is|would be|are|'s) {_ONE}{_V}", _wanted, _WHATEVER),
    rule("what need want after", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|so) )(?=(?:an?|some|two|new|the) ){_V}[^.!?,\n]{{2,40}} (?:is|are) (?:exactly |just |really )?(?:what|all) (?:i|we)(?:'m|'re| am| are)? (?:really |actually )?(?:need|want|after|looking for|missing)\b", _wanted, _SAID),
    rule("next first now", rf"^{GREETING}next (?:up|on (?:my|the) list)(?: for (?:me|us))? (?:is|are|would be) {_V}", _wanted, _SAID),
    rule("wanted wanting need needing want needed required", rf"(?:^{GREETING}|- |\b(?:i|we)'(?:ll|d) (?:also |soon |be )*)(?:wanted:?|wanting|needing|want|need|needed:?|required:?) (?!to\b|my\b|your\b|the\b){_V}", _wanted, _SAID),
    rule("needs need could", rf"\b(?:room|cabin|cottage|kitchen|bathroom|bedroom|living room|hall|hallway|office|guesthouse|bed|sofa|house|flat|garden|studio|nursery|balcony) (?:really |badly |still |also |just )*(?:needs?|could (?:do with|use)|is (?:missing|crying out for)|wants) {_ONE}{_V}", _wanted, _WHATEVER),
    rule("about", rf"^{GREETING}(?:and |so )?(?:what|how) about {_ONE}{_V}[^.!?,\n]{{2,40}} for me\b", _wanted, _WHATEVER),
    rule("suit fit work right good ok enough suitable", rf"\b(?:think|reckon|believe|say|sure|wonder(?:ing)? (?:if|whether)|know if)(?: that)? (?=(?:the|your|those|these|that|an?) ){_V}[^.!?,\n]{{2,40}}? (?:would|will|might|could|is|are|does|do)(?: be)? (?:suit|fit|work for|do for|right for|good for|ok for|enough for|warm enough for|suitable for) (?:me|us|my)\b", _wanted, _WHATEVER),
    rule("new replacement another one pair", rf"(?:\b(?:my|our|her|his|their) (?!old|last|previous)|\b(?:lost|outgrown|outgrew|ruined|destroyed|torn|ripped|binned|wrecked) (?:the |my |our |her |his |their |one of my )?){_V}[^.!?\n]{{2,60}}?(?:[,.!-] ?|\b(?:so|and) )(?:so |and |then )*(?:i |we )?(?:'ll |'d |will |would )?(?:really |now |just |badly |desperately |urgently )*(?:be )?(?:need|needing|want|looking for|after|could use|could do with)(?: to (?:get|buy|order))? (?:(?:a |some |the )?(?:new|another|replacement|decent|proper|better|warmer|sturdier|bigger) ?(?:ones?|pairs?|set)?|a replacement|a pair|one)(?=\s*[.,!?)]|\s*$| before| for| asap| soon| now| by)(?![^.!?]*\b(?:free|under warranty|refund)\b)", _wanted, _SAID),
    rule("please pls", rf"^{GREETING}(?:only |just )?(?:an?|one|two|three|four|five|six|\d{{1,2}}) {_V}[^.!?,\n]{{2,50}}?,? please\s*[.!]*$", _wanted, _SAID),
    rule("need want after things list buy get", rf"(?:\b(?:i|we)(?:'d| would)? (?:need|want|like|'m after)|\beyes? on|\bshopping list|\b(?:buy|get|looking for|after))[^.!?:,\n]{{0,24}}: ?{_V}(?:[^.!?,\n]{{2,30}}, ?(?P<w>\w))?", _wanted, _SAID),
    rule("maybe perhaps", rf"(?:^{GREETING}|[,;] ?|\b(?:so|then) ){_V}[^.!?,\n]{{2,24}},? (?:maybe|perhaps)\?", _undecided, _WHATEVER),
    rule("coming back", rf"\b(?:i|we) (?:keep|kept|can't stop|cannot stop) (?:coming back to|going back to|looking at|thinking (?:about|of)|eyeing|dreaming of) {_ONE}{_V}", _wanted, _WHATEVER),
    rule("caught catches take taken fancy tickled", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|that) )(?=(?:the|your|that|this|one of) ){_V}[^.!?,\n]{{2,60}} (?:has |have |really |just )*(?:caught|catches|took|taken|tickled) (?:my|our) (?:eye|fancy)\b", _wanted, _SAID),
    rule("tempted eyeing drooling lusting saving sold torn", rf"(?:^{GREETING}|\b(?:i'm|i am|we're|am|quite|rather|very|so|i've been|been) )(?:really |very |so |sorely |half )*(?:tempted by|eyeing(?: up)?|drooling over|lusting after|saving (?:up )?for|sold on) {_ONE}{_V}", _wanted, _SAID),
    rule("between", rf"\b(?:decide|mind|minds|torn|choose|choosing|undecided|hesitating|wavering|dithering|deciding) between (?=(?:an?|the|your) ){_V}[^.!?,\n]{{2,40}}? and (?:an? |the |your )(?P<w>\w)", _undecided, _WHATEVER),
    rule("help advise advice pick choose find choosing picking finding", rf"\b(?:help|advise|assist|advice|tips|some help)(?: (?:me|us))?(?: (?:to|with|on))? (?:pick(?:ing)?|choos(?:e|ing)|find(?:ing)?|select(?:ing)?|decid(?:e|ing) on)(?: out)? {_ONE}{_V}", _wanted, _WHATEVER),
    rule("good right suitable suit work enough fit ok do keep", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but|so) )(?:is|are|would|will|does|do|can|could) (?=(?:the|your|those|these|that|this) ){_V}[^.!?,\n]{{2,50}}? (?:any good|good|right|suitable|suit|work|enough|ok|okay|fit|a good (?:choice|fit|idea)|do|the (?:right|best) (?:one|choice)|something|keep) ?(?:for )?(?:me|us|my (?!order)\w+|our (?!order)\w+)\b", _wanted, _WHATEVER),
    rule("which", rf"\bwhich (?:of your |of the )?{_V}[^.!?,\n]{{2,40}}? (?:should (?:i|we) (?:get|buy|take|choose|pick|order|go for)|(?:would|do) you (?:recommend|suggest|advise)|is (?:best|right|good) for (?:me|us|my)|(?:would|will) suit (?:me|us))\b", _wanted, _WHATEVER),
    rule("should would might could", rf"\b(?:should|shall|could) (?:i|we) (?:get|buy|take|choose|pick|order|go for) {_ONE}{_V}", _wanted, _WHATEVER),
    rule("nice great lovely perfect handy good useful ideal thing ticket wonderful welcome", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but|so|maybe|perhaps) )(?:maybe |perhaps |also )?(?=(?:an?|some|two|three|another|one of your|new) ){_V}[^.!?,\n]{{2,50}} (?:would|'d|might|could) (?:also |really |certainly )?be (?:just )?(?:so |very |really |the )?(?:nice|great|lovely|perfect|handy|good|useful|ideal|thing|wonderful|welcome|ticket|right thing)\b", _wanted, _WHATEVER),
    rule("just only", rf"\b(?:don't|do not|no longer|not) (?:need|want|looking for|after) [^.!?;\n]{{3,40}}?, ?(?:but )?(?:just|only) {_V}", _wanted, But.REPORTED),
    rule("after", rf"\b(?:i'm|i am|we're|we are) (?P<not>not|no longer) after {_ONE}{_V}", _wanted, PLAIN),
    rule("after", rf"(?:\b(?:i'm|i am|we're|we are|i was|we were|(?:i|we)'ve been|(?:i|we) have been|^was|am|what i'm)(?: also| mainly| just| really| actually| only| still| now)* |\b(?:it's|what) )after (?=an?|the|some|new|your|one of|two|\w+){_V}(?!\w* (?:week|month|day|hour)s?\b)", _wanted, PLAIN | But.DENIED),
    rule("is", rf"\b(?:so|then|ok|okay|well|right),? (?:it's )?{_V}[^.!?,\n]{{2,30}} it is\b", _wanted, _SAID),
    rule("time due overdue", rf"\b(?:it's |its |it is |about |high )*(?:time|due|overdue) (?:for|i got|we got|i bought|to get|to buy)(?: myself| ourselves| me)? (?=(?:an?|some|new|another) ){_V}", _wanted, _SAID),
    rule("short missing lacking without crying screaming", rf"\b(?:i'm|i am|we're|we are|still|only|all i'm|all we're|only thing) (?:still )?(?:short of|missing|lacking) (?:is )?(?=(?:an?|some|new|decent|proper|good) ){_V}(?![^.!?]*\b(?:order|parcel|box|package|delivery|from my)\b)", _wanted, _SAID),
    rule("fitting kitting stocking replacing upgrading swapping replace upgrade", rf"\b(?:replac(?:e|ing)|upgrad(?:e|ing)|swap(?:ping)?|retir(?:e|ing)) (?:my|our) (?!order|size|parcel){_V}", _wanted, _SAID),
    rule("wish list wishlist list basket cart", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but) )(?=(?:an?|the|some|your|new) ){_V}[^.!?,\n]{{2,40}} (?:is|are|'s)(?: also| still| now| high| next| top)*(?: up)? (?:on my (?:wish ?list|shopping list|list)|in my (?:basket|cart)|top of my (?:wish ?)?list)\b", _wanted, _SAID),
    rule("something anything", rf"\b(?:need(?:ing)?|want(?:ing)?|looking for|after|like|searching for|recommend(?: me)?|suggest|find|buy|get|use|fancy)(?: me| us)? (?P<v>(?:something|anything)(?: really| properly| very| nice(?: and)?| super)?(?:(?: {_LIKE}(?:(?: and|,| but) {_LIKE})?)? for (?:the |my |our |in the )?(?:\w+ )?{_SUCH}\b|(?: to wear)? (?:against|in) the (?:rain|cold|wind|snow)))\b", _something, _SAID | But.PAST),
    rule("link", rf"\blink (?:to|for) (?=(?:the|your|that|those) ){_V}[^.!?\n]{{2,60}}\b(?:want to|i'd like to|going to|i'll|so i can|to) (?:buy|order|get)\b", _wanted, _SAID),
)  # fmt: skip
