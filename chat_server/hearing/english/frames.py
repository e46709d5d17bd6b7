"""Verbs that govern what is named near them, in English."""

from __future__ import annotations

import re

from chat_server.hearing.edges import Edges
from chat_server.hearing.frames import Frames, Kind, Stance
from chat_server.hearing.names import is_likely, read_name

from .mentions import COLOURED, SIZED, colours, goods, has_goods, sizes
from .order_news import CLEAR, ORDERS, TURN
from .signatures import FOREIGN_CLOSING, by_itself
from .words import GREETING, KIN

_GET = r"(?:buy|get|order|purchase|grab|pick up|take|have|try|add|pick|choose|find|own|treat myself to|stock up on|invest in|go for|go with|upgrade to|replace|upgrade|snap up|nab|bag)"
_WISH = (
    r"(?:look|search|hunt|shop|brows|scout|scour)(?:ing|e)?(?: (?:around|everywhere|out|high and low|online|today|again|still|now|right now|mainly|specifically))* (?:for|at|through)|in (?:search|need|want|dire need|desperate need|pursuit) of|on the (?:hunt|lookout|market|search) for|in the market for"
    r"|(?:'m|am|'re|are|was|were|been|mostly|mainly|really|only|just) after|want(?:ed|ing)?|wanna|wish for|need(?:ed|ing)?|requir(?:e|ing)|(?:would|'d|d) (?!i |you |he |she |they )(?:\w+ )?(?:like|love|want|need|prefer|appreciate|rather(?: have| get| take| buy| see)?)|love to"
    rf"|hop(?:e|ing) (?:to {_GET}|for)|(?:could|can) (?:\w+ )?(?:use|do with)|let it be|it'll be|settled on|interest(?:ed)? (?:in|is)|(?:re)?consider(?:ing)?|contemplat(?:e|ing)|think(?:ing)? (?:of|about)|thought (?:of|about)|toy(?:ing)? with|lean(?:ing)? (?:to|towards|toward)|tempt(?:ed|ing)(?: by| me)?|torn between"
    r"|ey(?:e|ed|eing)(?: up)?|(?:my|an|our) eyes? on|fanc(?:y|ied|ying)|crav(?:e|ing)|desir(?:e|ing)|dream(?:ing|t|ed)? (?:of|about)|decid(?:e|ed|ing) (?:on|for|between)|choos(?:e|ing) between|going (?:for|with)|settl(?:e|ed|ing) (?:on|for)|opt(?:ing|ed)? for|pick(?:ing)? out|in mind|on my list"
    rf"|(?:to|gonna|will|'ll|can i|could i|may i|can we|could we|let me|let's|should i|shall i|might|must|i'd|help me|please|time i|time to|ready to|able to|hard to|where to|which to|gotta) (?:\w+ly |also |just |maybe |either |finally |still |please )*(?:{_GET})(?: (?:my|our)self| me| us| him| her| them)?|(?:buy|order|purchas|reserv|pre-?order)ing|shop for|put me down for|reserve|sav(?:e|ing)(?: up)? for|short of|lack(?:ing)?"
    r"|recommend|suggest|advi[sc]e on|advise|treat(?:ing)? (?:myself|ourselves|\w+) to|would go (?:with|better)|go on then|invest(?:ing)? in|(?:heart |mind )?set on|sold on|fall(?:ing)? for|replac(?:e|ing)|upgrad(?:e|ing)|swap(?:ping)? (?:it|them|this|that|these|mine)? ?(?:for|to)|send me|make (?:it|that|mine)|change (?:it|that|them|mine|my order)? ?to|switch (?:it |them )?to|exchang(?:e|ing) (?:it|them|this|that|these|mine)? ?(?:for|to)|on the cards|would (?:be|suit|do)(?: much| far| even| more| just)* (?:better|my thing|my style|nicer|best|perfect|ideal|lovely)|enquir(?:e|ing) (?:about|after)|after (?=an?\b|some\b)"
)
_OWN = r"(?:have|'ve|had|has)(?: got| had| already| owned| worn| used| been| bought)*|own(?:s|ed)?|bought|purchased|got|(?:been |am |'m |was )?wearing|wore|us(?:e|ed|ing)|inherited|picked up|treated (?:myself|ourselves) to|live in|kept|keep"
_CAME = r"ordered|received|arriv(?:ed|es|e|ing)|c[ao]me|deliver(?:ed|y)?|sent|send|ship(?:ped|ping)?|return(?:ed|ing|s)?|exchang(?:e|ed|ing)|refund(?:ed|ing)?|br[eo]ke(?:n)?|t[eo]re|torn|rip(?:ped|s)?|damaged|missing|leak\w*|clean(?:ed|ing)?|wash(?:ed|ing|es)?|dry(?:ing)?|repair(?:ed|ing|s)?|fix(?:ed|ing)?|mend|lost|fell|fall|split|snapped|shrunk|shrank|faded|stuck|jam\w*|waiting for|wait for|track(?:ing)?|paid|charged|cost|complain\w*|opened|contained|delayed|cancel\w*|sew|sewn|defective|faulty|happened"
_LIKE = r"loved?|ador(?:e|ed|ing)|(?<=i )liked?|(?<=we )liked?|(?<=really )liked?|(?<=do )like|(?<=also )like|(?<=always )liked?|(?<=still )like|enjoy(?:ed|ing)?|crazy about|(?:big |huge |massive )?fan of|obsessed with|(?:so |very |really )?(?:happy|pleased|delighted|thrilled|impressed|chuffed|satisfied) (?:with|by)|swear by|my favou?rite|can't get enough of|mad about|in love with"
_DISLIKE = r"(?:don't|dont|do not|didn't|never|no longer|can't say i) (?:really |actually |particularly |even |much )*(?:like|liked|love|enjoy|care for)|(?:gone|went|going) (?:right |completely |totally |quite )*off|hat(?:e|ed)|can't (?:stand|bear|abide)|cannot (?:stand|bear|abide)|dislik(?:e|ed)|detest|loathe|despise|not (?:a (?:big |huge |great )?fan of|keen on|fond of|into)|disappointed (?:with|by|in)|fed up with|(?:can't|cannot) do"
_FIT = r"wear(?:ing)?|tak(?:e|ing)|(?<![\w'])(?:i am|i'm|im)|fits? (?:me|into)|measur(?:e|es|ed)|my (?:\w+ )?(?:size|sizes|feet|foot|waist)|size (?:is|would be|for me)|(?<!of )mine(?:'s| is)|suits? me|works? for me|perfect for me|right for me|i'd be|go up to|go down to|went (?:up|down) to"
_ASK = r"do you (?:\w+ )?(?:have|sell|stock|carry|make|do|offer|keep)|have you (?:got|any)|you (?:have|sell|stock|got)|(?:is|are|does|do|did|was|were|will|would) (?=the|your|this|that|these|those|any|there)|what about|how about|got any|any(?=\s)|tell me|how (?:much|warm|heavy|long|big|many|do|does|is|are)|which|what|in stock|available"
_OTHER = r"wants|needs|wears|takes|likes|loves|hates|owns|adores|enjoys|prefers|swears by|fits him|fits her"
_MEANWHILE = r"(?:elsewhere|somewhere else|from (?:a|my) \w+|in the meantime|meanwhile|second[- ]hand|locally|in (?:a|another) (?:shop|store|sale)|at (?:a|another) (?:shop|store)|in town|at the market)"
_DROP = (
    r"(?:forget|skip|scrap|scratch|drop|ditch|never ?mind|nvm|leave out|take off|cross off|no need for|instead of|rather than|decided against|against|gave up on|giv(?:e|ing|en) up on|chang(?:e|ed) my mind (?:about|on)|no longer (?:\w+ )?(?:want|wanting|need|looking for|after|interested in)|not interested in|done (?:looking for|with)|(?:stopped|stop) looking for|can live without|no more|not(?= (?:an? (?!(?:\\w+ )?fan\b)|the |any ))|(?:(?<=, )|(?<=so )|(?<=please )|(?<=- )|(?<=\. )|(?<!.)|(?<=\n))no(?= [a-z])"
    rf"|(?:found|got|bought|ordered|picked up|given|borrowed)(?= [^.!?;]{{0,48}}\b{_MEANWHILE}\b)"
    r"|(?:is|are|'s|'re|got|has been|have been) (?:now |all |already )*(?:sorted|taken care of|covered|off the (?:list|table)|out of the question|not needed|unnecessary|no longer needed)|can wait)(?: about)?"
)
_GONE = r"(?:sold|gave away|given away|got rid of|donated|binned|threw (?:away|out)|thrown (?:away|out)|passed on|lost)"
_LOSE = rf"(?:(?:i|we)(?:'ve| have| had)?(?: just| already| finally| recently| now)* {_GONE}|(?:(?:has|have|had|'s|'ve) been|was|were|got|been|is|are|'s) (?:now |just |all )?(?:stolen|nicked|sold|lost|given away|thrown (?:away|out)|donated))"
_VERBS = re.compile(
    rf"(?<![\w-])(?:(?P<other>{_OTHER})|(?P<lose>{_LOSE})|(?P<drop>{_DROP})|(?P<dislike>{_DISLIKE})|(?P<wish>{_WISH})|(?P<fit>{_FIT})|(?P<ask>{_ASK})|(?P<own>{_OWN})|(?P<came>{_CAME})|(?P<like>{_LIKE}))(?![\w'])"
)
_DENIED = re.compile(
    r"(?:\b(?:not|never|no longer|used|nor|neither|nobody|no one|hardly|stopped|stop|without|no|anything but|except|don't|dont|didn't|won't|wouldn't|can't|cannot|doesn't|isn't|wasn't|aren't|haven't|hasn't)|n't)(?: (?:really|actually|even|also|just|currently|particularly|necessarily|yet|any longer|going|longer|exactly|currently|to|be|ever|think|i|want|need))* ?\Z|\b(?:do|did|have|am|should|would|does) i \Z"
)
_DENIED_AFTER = re.compile(r" (?:not|no|neither|nothing|none|zero)\b")
_OTHERS = re.compile(
    rf"\b(?:(?:my|our|his|her|their|your|a|the|one of my)(?: \w+)? {KIN}(?:'s)?(?! (?:and i|bag|tent))|(?:he|she|him|his|hers|her)\b(?!')|{KIN}'s|he's|she's|everyone|everybody|some people|someone|somebody|people|customers|cats?|dogs?)\b"
)
_STRANGERS = re.compile(
    rf"\b(?:he|she|they|you|who|people|everyone|everybody|someone|somebody|{KIN}(?: of (?:mine|ours))?|colleagues?|it|that|this|which|cats?|dogs?|firm|company|website|site|shop|label|chart)(?:'s|'re|'ve|'d|'ll)?(?: (?:is|are|was|were|has|have|had|does|do|did|also|still|just|really|said|says|always|usually|never|would|could|will|might|can|just))* ?\Z"
)
_UNREAL = re.compile(
    r"\b(?:if (?:only )?(?:i|we|it|there|money)\b[^.!?,]{0,14}? (?:were|was|lived|had|could|won|knew|earned|didn't|wasn't|weren't)|imagine|suppose|supposing|pretend\w*|hypothetically|let'?s say|just (?:kidding|joking|testing)|for example|e\.g\.|joke|kidding)\b"
)

_TROUBLE = re.compile(
    r"\b(?:broke\w*|torn|ripped|damaged|wrong|missing|arrived|received|delivered|return\w*|refund\w*|back|repair\w*|sent me|you sent|came|too (?:big|small|tight|loose|large|long|short|wide|narrow)|leak\w*)\b"
)
_UNFIT = re.compile(
    r"\b(?:what size|which size|no idea|too (?:big|small|tight|loose|large|long|short|wide|narrow|snug)|sold out|out of stock|instead of|sent me|you sent|i (?:got|received)|arrived|came (?:in|as)|runs? (?:small|large|big)|swim in|used to|was|were|old size|last year|back then|chart|table|model|ordered|order|wrong|if|label\w*|says|said|told|thinks|thought|claims?|reckons)\b"
)
_WRONG_COLOUR = re.compile(
    r"\b(?:arrived|came|received|you sent|sent me|instead of|wrong|got|photo|picture|website|in stock|ordered|turned|faded|stain\w*|delivered|or|might|like (?:the|that) )\b"
)
_GIFTED = re.compile(
    rf"\b(?:for (?:my|our|his|her|a|the|their) (?:\w+ )?{KIN}|gift|present|he |she |his |her )\b"
)
_FIX = re.compile(
    r" (?:back|repaired|replaced|exchanged|refunded|fixed|mended|delivered|sent|to be (?:delivered|sent|repaired|replaced|fixed)|asap|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|cleaned|washed|i (?:ordered|bought|got|received|have|own|already)|from (?:my|order|last)|that (?:i|arrived|came|was))\b"
)
_NOT_SO = re.compile(
    r" (?:instead of|or (?:an? |the )?(?:\d|[smlx]+\b)|fits (?!me))|,? (?:no|sorry|wait)\b"
)
_WISHED = frozenset({Stance.WISH})


_CLOSING = re.compile(
    rf"(?:{FOREIGN_CLOSING}|cheers|regards|thanks|kind|best|warm|dear|yours|love|bye|hej|hi)\b"
)
_BETWEEN = re.compile(
    r"\b(?:problem|issue|question|zip|zipper|price|invoice|receipt|refund|info|information|help|advice|know|ask|return|repair|exchange|check|track|cancel|complain|wash|clean|hear|talk|speak|news|answer|reply|size|label|colour|color|strap|sole|for my order|about|with (?:my|the|our))\b| (?:for|under|on|in|over|inside) (?:the|my|our)(?: new| old)? ?\Z"
)
_EDGES = Edges(
    name_at=read_name,
    fits=lambda name: by_itself(name) and not _CLOSING.match(name.value.lower()),
    full=lambda name: is_likely(name) and by_itself(name),
    alone=by_itself,
    led=re.compile(
        r" (?:from|of|at|in|here|again|over in|up in|down in)\b(?! (?:the )?(?:last|yesterday|your|my|order))"
    ),
    greeting=re.compile(GREETING),
    thanks=re.compile(
        r"\b(?:thanks|thank you|thx|ty|cheers|ta|hi|hello|hey|please|pls|ok|okay|yes|no|well|sorry|dear|morning|bye|sure|great|nice|lovely|right|you|my (?:name|\w+)'?s?|(?:with|and|for|to|from|by|is|called|named|of))\W*\Z"
        r"|^\W*(?:thanks|thank you|thx|ok|okay|great|lovely|nice|perfect)\b"
    ),
    others=re.compile(
        rf"\b(?:{KIN}|colleague|called|named|name is|agent|bot|driver|courier|it's|with|for|to|by|and|or)\W*\Z"
    ),
    address=re.compile(r"\b(?:you|your|u)\b"),
    closing=re.compile(
        r"(?:(?:many |ok |okay )?(?:thanks|thank you|thx|cheers|ta)(?: (?:a lot|a million|so much|very much|again|in advance))?|bye|take care)"
    ),
)
FRAMES = Frames(
    verbs=_VERBS,
    turn=TURN,
    denied=_DENIED,
    denied_after=_DENIED_AFTER,
    others=_OTHERS,
    strangers=_STRANGERS,
    unreal=_UNREAL,
    between=_BETWEEN,
    rather=re.compile(
        r" ?(?:(?:but|so|and|then|now)\s+)*(?:just|only|rather|instead|an?\b|some\b|the\b|maybe)"
    ),
    edges=_EDGES,
    clear=CLEAR,
    orders=ORDERS,
    kinds=(
        Kind(
            "product_interest",
            goods,
            _WISHED,
            has_goods,
            spoiled=_TROUBLE,
            spoiled_after=_FIX,
            others=True,
            new=True,
            ends=frozenset({Stance.DROP}),
        ),
        Kind("product_owned", goods, frozenset(), has_goods, ends=frozenset({Stance.LOSE})),
        Kind(
            "product_liked",
            goods,
            frozenset({Stance.LIKE}),
            has_goods,
            spoiled=_TROUBLE,
            asked=False,
        ),
        Kind(
            "product_disliked",
            goods,
            frozenset({Stance.DISLIKE}),
            has_goods,
            spoiled=_TROUBLE,
            asked=False,
        ),
        Kind(
            "size",
            sizes,
            frozenset({Stance.WISH, Stance.FIT}),
            lambda low: SIZED.search(low) is not None,
            spoiled=re.compile(f"{_UNFIT.pattern}|{_GIFTED.pattern}"),
            spoiled_after=_NOT_SO,
            spoiled_before=re.compile(r"(?:\b\d\d|\b[smlx]+) or (?:an? )?\Z"),
            asked=False,
            far=True,
        ),
        Kind(
            "colour",
            colours,
            frozenset({Stance.WISH, Stance.LIKE}),
            lambda low: COLOURED.search(low) is not None,
            spoiled=re.compile(f"{_WRONG_COLOUR.pattern}|{_GIFTED.pattern}"),
            spoiled_after=re.compile(r" or\b"),
            spoiled_before=re.compile(r"\bor (?:in )?\Z"),
            far=True,
        ),
    ),
)
