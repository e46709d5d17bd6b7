"""What they think of the shop and its people, by what is said of whom: words of judgement beside words for the shop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import LineRule
from chat_server.hearing.takes import LIKELY, MAX_SENTENCE
from chat_server.hearing.text import Line, Sentence

from .words import KIN, REPORTED

_SERVICE = (
    r"(?:service|customer service|support|hotline|helpline|staff|team|crew|driver|drivers|courier|couriers|postman|delivery (?:people|man|woman|guy|driver|person|team|service)|agent|agents|rep"
    r"|colleagues?|employees?|assistants?|workshop|tailor|shop|store|site|website|webshop|page|app|checkout|basket|search|filter|chat|bot|newsletter|emails?|e-mails?|packaging|wrapping"
    r"|advice|help|advisers?|counter|till|phone line|call cent(?:re|er)|returns? (?:process|policy|form|desk)|delivery|deliveries|shipping|parcels?|tracking|quality|repair|repairs|reply|replies|answers?|response"
    r"|company|firm|branch|people|cashiers?|manager|boss|experience|communication|care|note|packers?|warehouse|prices?|conditions|instructions)"
)
_PERSON = r"(?:lady|gentleman|man|woman|guy|girl|chap|bloke|person|one|young (?:man|woman|lady)|mr|mrs|ms|whoever|someone|somebody|everybody|everyone|nobody|no one)"
_OF_SHOP = (
    rf"(?:\byour(?: [\w'-]+){{0,3}}? {_SERVICE}\b|\byour (?:[a-z]+ )?(?:shop|store|people)\b|\b(?:the|that|this|such|so|really|what an?|a)(?: [\w'-]+){{0,2}}? {_SERVICE}\b"
    rf"|\b{_PERSON}\b[^.!?,]{{0,16}}? (?:at|in|on|from|of|behind|who packed|who answered|who helped) (?:your|the (?:phone|hotline|shop|store|counter|till|chat|support|telephone|desk|other end)|you)\b"
    rf"|\bwhoever (?:packed|wrapped|answered|helped|repaired|sent|wrote|designed)\b|\b(?:by|from) your (?:[a-z]+ )?[a-z]+\b|\byou(?: guys| lot| people| folks| all)?(?:'re|'ve| are| were| have| rule| rock| sorted| treat| treated| went| made| helped)\b|\byour (?:colleague|mr|mrs|ms) [a-z]+\b|\bon your hotline\b|\b(?:treated|served|advised|helped|welcomed|looked after) (?:so |very |really |extremely )?(?:[a-z]+ )?(?:by|in|at) (?:a |your |the )(?:[a-z]+ )?(?:shop|store|team|staff|people|colleague)\b)"
)
_THEIRS = re.compile(_OF_SHOP)
_WARMLY = r"(?:wonderfully|brilliantly|beautifully|marvellously|superbly|fantastically|amazingly|excellently|exceptionally|incredibly|extremely|remarkably|unbelievably|really|so|very|super|ever so|truly|most|such an?|such|what an?|quite|how)"
_KIND = r"(?:kind|kindly|patient|patiently|helpful|friendly|sweet|nice|nicely|lovely|polite|politely|caring|thoughtful|attentive|understanding|knowledgeable|competent|professional|warm|welcoming|generous|gracious|charming|efficient|well|quick|quickly|fast|careful|carefully|considerate|obliging|cheerful|accommodating|fair|honest|reliable|good|pleasant)"
_PRAISING = re.compile(
    rf"\b(?:{_WARMLY} (?:and |so |very )?{_KIND}\b(?! (?:to (?:help|tell|send|check)|enough to (?:tell|help|send|check)))|wonderfully|brilliantly|beautifully|marvellous(?:ly)?|superb(?:ly)?|fantastic(?:ally)?|amazing(?:ly)?|brilliant|excellent(?:ly)?|outstanding|exceptional(?:ly)?"
    r"|fabulous|delightful|delighted|wonderful|terrific|stellar|first[- ]class|impeccable|flawless|spotless|magnificent|exemplary|unbeatable|unrivalled|splendid|phenomenal|gem|a joy|treasure|stars?\b|legends?|angels?|hero(?:es)?|lifesavers?|godsend|diamond"
    r"|(?:big |much |huge )?respect (?:to|for)|chapeau|kudos|bravo|hats? off|my hat|extra mile|above and beyond|like clockwork|made (?:me|us) (?:smile|happy|laugh)|made my (?:day|week)|with (?:such|so much|great|a lot of|real|such great) (?:care|patience|love|kindness|attention|heart|warmth|skill)|such (?:care|kindness|patience|attention)"
    r"|(?:rarely|seldom) been|i was (?:so |very |really )?touched|touched by|(?:i'm|i am|we're|was|were|very|really|so) (?:very |really |so |deeply |truly |seriously |quite )*impressed|what a (?:kind|nice|lovely|sweet|good|great)|lovely (?:people|staff|team|shop|service|man|woman|lady|guy|chap)|(?:you|guys|lot|people) (?:rule|rock)\b|over the moon|treated (?:me|us) like (?:an? )?(?:queen|king|royalty|family|friend)|could have (?:hugged|kissed)|a (?:real )?(?:pleasure|delight|dream|treat)\b|heart-?warming|second to none|top[- ]notch|spot on|thumbs up|best (?:shop|service|customer|team|advice|staff|experience|delivery)|couldn't (?:be|have been) (?:nicer|better|kinder|happier|more))"
)
_SCOLDING = re.compile(
    r"\b(?:terrible|awful|horrible|hopeless|useless|clueless|lousy|pathetic|dreadful|appalling|abysmal|atrocious|disgraceful|a disgrace|disgrace|shameful|a shame|outrageous|unacceptable|ridiculous|scandal|scandalous|a joke|a mess|a nightmare|a disaster|chaos|chaotic|rude|rudely|unfriendly|impolite|arrogant|careless|carelessly|dismissive|condescending|patronising|incompetent|unprofessional|unhelpful|misleading|confusing|annoying|irritating|infuriating|frustrating|disappointing|disappointed|painfully slow|too slow|so slow|very slow"
    r"|(?:has|had|have) a clue|any idea what|logs? me out|logged me out|(?:throws?|throwing|threw|kicks?|kicking|kicked|chucks?) me out|freezes|froze|hangs all|crash(?:es|ed|ing)?|never (?:finds?|works?|loads?|rings?|knocks?|answers?|replies|reply|picks? up|calls? back|listens?|ring the|knock)|keeps (?:asking|losing|forgetting|throwing|logging|crashing|freezing|sending|telling)|dropped (?:it|the|my)|threw (?:it|the|my)|short with (?:me|us)|(?:rolled|rolling) (?:his|her|their) eyes|sighed|hung up|shout(?:ed|s|ing) at|yelled|swore at|laughed at|ignor(?:ed|es|ing)|talked down|kept (?:me|us) waiting|drives? me (?:mad|crazy|nuts|up the wall)|driving me (?:mad|crazy|nuts|up the wall)|fed up with|sick of|tired of|waste of|cut (?:me |us )?off|lied to|(?:not|n't|far from|anything but) (?:very |really |exactly |particularly |at all |so |that )*(?:great|good|helpful|friendly|nice|professional|acceptable|amused|impressed|polite|okay|ok|brilliant))\b"
)
# Said without naming the shop, it can be of nobody else.
_BY_ITSELF = re.compile(
    r"\b(?:i|we) (?:do |really |just |honestly |must say i )*(?:find|found) (?:(?:it|this|that) (?:\w+ )?)?(?:shameful|outrageous|unacceptable|ridiculous|disgraceful|scandalous|appalling|shocking|infuriating|incredible that|a scandal|a disgrace)\b"
    r"|\b(?:i|we)(?:'ve| have)? had to (?:repeat|explain|tell|say) [^.!?]{2,40}? (?:to (?:two|three|four|five|six|\d+|several|so many) (?:different )?people|(?:two|three|four|five|six|several|\d+) times|again and again|over and over)\b"
    r"|\b(?:i|we)(?: was| were|'ve been| have been| got) (?:cut off|hung up on|put on hold|left hanging|passed (?:around|from)|sent from (?:one|pillar))\b(?=[^.!?]*\b(?:hotline|phone|twice|times|again|minutes|support|one|post)\b)"
)
_UNREAL = re.compile(
    rf"\b(?:if|would|could(?! have (?:hugged|kissed)|n't)|should|hope|hoping|wish|want|wants|need|looking for|search\w*|used to|old shop|(?:an)?other shop|other shops?|hotel|restaurant|airline|until|recommend me|maybe|perhaps|please|kindly|(?:my|our|his|her|their)(?: \w+)? {KIN}(?: was| is| did| has|'s (?:shop|website|site|boss))|weather|sarcasm)\b"
)
_NEVER_BETTER = re.compile(
    r"\b(?:never|not|n't) (?:met|had|seen|been|known|come across|fault|have asked|ask for|thank|praise|be (?:happier|nicer|better)|have been (?:nicer|better|kinder))"
)
_DENIED = re.compile(r"\b(?:not|never|no|hardly|isn't|wasn't|aren't|far from|anything but)\b|n't\b")
_THANKS = re.compile(r"^\W*(?:many |ok |okay |great |perfect )?(?:thanks|thank you|thx|cheers)\b")
_SHORT = 8


def _judged(line: Line) -> Iterator[Statement]:
    """Whole sentences, as they were said."""
    for sentence in line.sentences:
        low = sentence.low
        if "?" in low or _UNREAL.search(low) or _quotes(sentence):
            continue
        key = _key(low)
        if key is not None and not REPORTED.search(low):
            yield _whole(sentence, key)


def _quotes(sentence: Sentence) -> bool:
    """What somebody else wrote is no judgement of theirs."""
    return any(start < sentence.end and sentence.start < end for start, end in sentence.line.quoted)


def _key(low: str) -> str | None:
    scolding = _SCOLDING.search(low)
    if _BY_ITSELF.search(low):
        return "complaint"
    if not _THEIRS.search(low):
        return None
    if scolding is not None:
        before = low[: scolding.start()]
        return None if _DENIED.search(before) and "nobody" not in before else "complaint"
    if not _PRAISING.search(low) or (_DENIED.search(low) and not _NEVER_BETTER.search(low)):
        return None
    polite = _THANKS.match(low) is not None and len(low.split()) < _SHORT
    return None if polite or _POLITE.search(low) else "praise"


# To the one who writes back it is politeness: "you're very kind".
_POLITE = re.compile(
    r"^\W*(?:that's |that is |it's |oh |thanks,? |thank you,? )*(?:very |so |really |too )*you(?:'re| are) (?:very |so |really |too |most )*(?:kind|sweet|nice|good|helpful)\W*$|^\W*(?:that's|that is|how) (?:very |so |really )*(?:kind|nice|sweet|good) of you\b"
)


def _whole(sentence: Sentence, key: str) -> Statement:
    said = sentence.said[:MAX_SENTENCE].strip()
    start = sentence.line.text.index(said, sentence.start)
    return Statement(key, said, LIKELY, start, start + len(said))


_CUES = (
    "your you you're you've whoever hotline service support staff team driver courier shop store site website app staff lady gentleman man woman guy"
    " find found repeat explain cut respect advice people delivery advised treated such"
)
LINE_RULES = (LineRule(frozenset(_CUES.split()), _judged),)
