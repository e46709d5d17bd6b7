"""What stands around a name that is an English word, and words that are nobody's."""

from __future__ import annotations

import re

LETTERS_OF = "a-zà-öø-ÿāăąćčďđēęěğīįıķĺļľłńņňōőŕřśşšţťūůűųźżžșțạ-ỹơư"
TOKEN = re.compile(rf"[{LETTERS_OF}]+(?:['-][{LETTERS_OF}]+)*")
OTHER = re.compile("[а-яё\u0e00-\u0e7f\u3400-\u9fffðþ]")
ACCENTED = re.compile("[áéíóúýöæ]")
SHORTEST, SHORTEST_ODD, SAID_SHORT = 2, 3, 4
MOST, MANY, ENOUGH = 0.75, 0.45, 5
NEAR = 32
ASKING = (
    r"ask|asked|asking|asks|tell|tells|told|telling|ring|rang|text|texted|email|emailed|emailing|mail|mailed|message|messaged|phone|phoned|call|called|contact|contacted|dm|dmed"
    r"|meet|met|pick|thank|thanks|thx|thanx|ta|cheers|hi|hey|hello|hiya|dear|bye|love|hugs|xx|xxx|xo|regards|yours|sincerely|sorry|refunded|paid|owe|remind|cc|signed|congrats|yo|miss|marry|married"
)
TOLD_TO = (
    r"(?:g[aio]ven?|giv(?:e|es|ing)|hand(?:ed)?(?: \w+)?|pass(?:ed)?(?: \w+)?|sent|send|sends|show(?:ed|n)?|sp(?:oke|eak|oken|eaking)|talk(?:ed|ing)?|writ(?:e|ten)|wrote|said|deliver(?:ed)?|promised|back|over|belongs?|belonged"
    r"|it|this|that|them|these|those|one|parcel|package|boxe?s?|message|note|reply|everything|thanks|listened|go|goes|went|addressed|happened|due|invoice|listening|reply(?:ing)?|replied|email|attention) to(?: my| our)?"
)
WITH = r"(?:from|with|by|for|and|&|as|like|unlike|than|about|via|without|per)"
BEFORE = re.compile(rf"(?:(?<![\w'])(?:{ASKING})|{TOLD_TO}|(?<![\w']){WITH}|\b(?:where|how|who|what)(?:'s| is| was)|\b(?:it|that|this|he|she|him|her|not|is|was) ?(?:'s|is|was|not|isn't|wasn't)|[-–—~,\n]) ?$")  # fmt: skip
# A word that names nobody stands seldom before these.
CLOSED = re.compile(
    r"(?= ?(?:$|[,.!?;:)\n/]|x+$| (?:twice|again|back|about|that|if|when|yesterday|today|tomorrow|please|pls|plz|on|at|in|who|whose|and i|said|says|not|instead|too|also|himself|herself|because|cos|coz|bc|for|to|from|next|last|directly|already|this|so|but|or|with|is|has|was|will|would|can)\b| ?[x❤💕🙏]))"
)
LED = re.compile(rf"(?:(?<![\w'])(?:{ASKING})|{TOLD_TO}|(?<![\w']){WITH}),? $")
AUX = re.compile(r"(?:^|[.!?,;\n] ?|\b(?:and|but|so|or|when|why|where|hi|hey|hello|what|who|how),? )(?:is|was|has|did|does|didn't|doesn't|hasn't|isn't|can|could|will|would|should|have|had) $")  # fmt: skip
THERE = re.compile(
    r" (?:in(?:$|[?!.,]| today| yet| now| the office| tomorrow| on| work)|here|there|at work|around|about|available|working|back|off today|on (?:shift|duty|holiday|today)|still|already|even|ever|just|actually|know|knows|pick|collect|call|ring|phone|ask|reply|answer|email|write|come|came|want|need|like|live|work|got|get|get back|received|receive|sent|send|ordered?|pa(?:y|id)|bought|buy|sign(?:ed)?|leave|left|told|tell|say|said|forgot|mention|have|take|took|make|made|give|gave|see|saw|speak|sort|post|drop|fetch|join|check|help|use|used|return(?:ed)?|confirm|confirmed|in\b)(?![\w'])"
)
DOES = re.compile(
    r",? (?:(?:kindly |already |just |never |also |only |then |even |still |always |actually |really )?(?:said|says|told|tells|tell me|wants?|wanted|ordered|bought|paid|pays|signed|wrote|writes|rang|calls|called|emailed|phoned|texted|promised|asked|asks|thinks|thought|loves|loved|likes|liked|hates|hated|wore|wears|picked|collected|replied|replies|answered|gave|gives|sent|took|got|gets|left|forgot|knows|knew|hasn't|didn't|doesn't|isn't|won't|wasn't|hadn't|can't|couldn't|wouldn't|never|reckons|recommended|suggested|insists|insisted|works|worked|lives|lived|moved|lost|found|tried|tore|broke|needs|needed|used|mentioned|refuses|confirmed|apologised|handled|dealt|helped|sorted|spoke|sounds|swears|misses|is (?:in|here|there|waiting|home|away|my|our|the one|allergic|coming|going|working|on|off|taking)|has (?:a|an|the|it|one|my|his|her|been|had|got|not|never|gone|already|two|both|no)|had (?:a|an|the|it|one|my|his|her|been)|will (?:be|collect|pick|take|come|sign|pay|call|ring|get|need|have|fetch|want|send|let|do|not|wait)|can (?:pick|collect|take|sign|have|call|ring|get|come|fetch)|would (?:like|love|prefer|have|be|want)|was (?:the|supposed|meant|very|so|really|at|in|out|great|lovely|rude|brilliant|fantastic|helpful|amazing|wonderful|kind))(?![\w']))"
)
CLAUSE = re.compile(
    r"(?:^|[.!?,;:(\"\n>-] ?|\b(?:and|but|because|cause|cos|coz|bc|when|if|that|as|like|so|where|while|since|once|after|before|until|till|though|although|than|think|thinks|hope|guess|says|said|know|what|which|whether|wonder|told me|bet|sure|whatever|why|how|did|does|has)(?:,)? )$"
)
TAKES = re.compile(r"(?:^|\W)(?:a|an|the|my|your|our|his|her|its|their|this|that|these|those|any|no|some|every|each|one|another|which|what|whose|same|new|old|more|less|much|very|too|so|size|in|good|nice|first|last|next|right|left)(?: [\w'-]+)? $")  # fmt: skip
AN_ARTICLE = re.compile(r"(?:^|\W)(?:a|an|the|my|your|our|his|her|its|their|this|that|these|those|any|no|some|every|each|another|more|less|much|very|too|i|we|you|they|to|not|don't|didn't|can't)(?: [\w-]+)? $")  # fmt: skip
# Those that a shop speaks of as colours, seasons and goods take more than a word before them.
SPOKEN = frozenset(
    "rose olive ruby amber coral jade ginger hazel pearl sky summer winter autumn april may june august rain snow stormy misty sunny happy rocky sandy gay rich frank grant chance chase hardy major star heath glen forest lake river brook marina storm gold silver brown white black grey gray green blue red will may mark bill art jet bud joy hope faith grace love melody spring christmas easter violet daisy lily poppy holly ivy heather fern clover cherry plum peach berry honey sage saffron sapphire crystal aurora north south east west long short little small large young old best good new day page page king queen prince duke bishop hunter mason cook baker butler post place price cost sale stock order sell box case pack case tag cord ball bear wolf duck bird lamb fox fish fleece wool cotton wood stone rock hill field fields park lane street drive road court house hall gates bridge banks wells waters rivers shore beach bay cove island wall gate door key lock page pike perch trout salmon pen pages paper parcel mail post chip chips bean beans rice corn oats bacon ham pepper salt curry dash dot chip pip peg bunny kitty happy lucky angel destiny harmony serenity miles dawn dusk star moon sun reed rusty dusty buster sparkle summers winters frost ice may brandy dusty dolly ivory amity clarity blythe bliss primrose bunny minnie dottie lottie honey cookie coco mocha whisky martini margarita bonnie skipper chip ace baron knight sergeant marshal pope abbot deacon parson turner tanner baker butler cook fisher gardener shepherd weaver sailor archer ranger ford luna aspen cedar marigold pansy emerald diamond copper dove hawk falcon fox leo lamb colt genesis aria carol justice royal earnest sincere dash merry lucky blaze bolt flash ryder fletcher porter spencer walker royce sydney austin jackson lincoln madison savannah carolina georgia virginia florence victoria gloria patria maxima".split()  # noqa: SIM905 - a list would be one word a line
)
# Never somebody without a capital, whatever stands around them.
NEVER = frozenset(
    "i a an the and or but so no not in on at of by if is it as am be do go he me my up us we you your this that there here they them then than what when where who how why all any both each more most some such only own same too very can will may just have has had did does was were are been being would could should might must shall christmas easter monday tuesday wednesday thursday friday saturday sunday january february march april june july august september october november december summer winter spring autumn snow rain size order orders price sale stock page store shop place post best good new long short small large medium free day days black white red blue green grey gray brown gold silver wool cotton see love call need day way see come keep even still back down over well off one two now get return returns cash card cards code sales price prices box parcel delivery help thing self fit fits sleeves hood zip hole holes light dark warm cold work works home".split()  # noqa: SIM905 - as above
)
SHORT_NAMES = frozenset(
    "al jo bo ed cy ty vi li ng wu xu mo jj aj tj cj dj kj rj lj jt kc jp ab ro vic zo zu su cat".split()  # noqa: SIM905 - a list would be one word a line
)
SIGN_OFF = re.compile(
    r"(?:^|[.!?,\n] ?|\s)(?:regards|cheers|thanks|thank you|many thanks|ta|hugs|love|lots of love|xx+|xoxo|best|best wishes|all the best|yours|yours truly|sincerely|faithfully|bye|thx|in advance|take care|signed|kisses|later|ttfn)(?:,| -| –|[ ]?\n|!| x+)+[ \n]*[-~–]? ?(?P<v>[a-z][\w'-]*)[ .!x\n]*$"
)
NO_SIGNATURE = frozenset(
    "again bye mate mates guys all everyone everybody team love you sorry later appreciated anyway though too please pls plz sorted solved done great perfect ok okay fine cool good nice brilliant awesome lol goodnight tomorrow x xx xxx sir madam friend pal lovely cheers thanks regards advance folks bot no yes cancelled received noted understood helpful wow dear darling bro dude human agent ta thx ever bye-bye goodbye right yeah yep nope now then there here so much help waiting hi hello hey best wishes kind bot cool lads ladies gentlemen people really honestly kisses hugs amazing fab grand super bless ace x's".split()  # noqa: SIM905 - as above
)
DAYS = frozenset(
    "day days holiday market park north south east west street road bank banks house court hill field church school post point case christmas state states service royal union english french german welsh scots page order express cash credit direct sale spring fall summer winter best new good free".split()  # noqa: SIM905 - a list would be one word a line
)
TO_SOMEBODY = re.compile(
    rf"(?:(?<![\w'])(?:{ASKING})|(?:g[ai]ve|hand(?:ed)?|spoken?|talk(?:ed)?|speak) (?:\w+ )?to|\bfrom|spoke (?:to|with)) $"
)
ENDS_THERE = re.compile(
    r"(?:$|[,.!?\n]| (?:twice|again|about|that|if|please|pls|yesterday|today|on reception|at|in (?:sales|accounts|your|the)|from|back|he|she)\b)"
)
OF_THINGS = re.compile(r"(?:love|miss|thanks|phone|call|pick) $")
FROM_WORK = re.compile(
    r" (?:twice|in (?:sales|accounts)|on reception|from (?:your|the|sales|accounts))"
)
AT_WORK = re.compile(
    r" (?:in today|in\?|in yet|there|around|working|available (?:today|now|to talk|for a)|on (?:shift|duty|holiday)|at work|reply|call|ring|still work|told|said|tell|say|send|sent)"
)
DID = re.compile(
    r" (?:said|says|told|wrote|emailed|phoned|promised|asked|thinks|wants to|wants his|wants her|paid|signed|ordered|bought|replied|rang|(?:will|can) (?:collect|pick|sign|fetch|take it))\b"
)
# Of those the ones that are words for what one does, and no goods.
ACTING = frozenset(
    "mark bill hope faith grace joy grant frank rich chase art will may jack guy hunter mason cook baker butler king queen prince duke bishop angel harmony destiny serenity miles reed buster heath".split()  # noqa: SIM905 - a list would be one word a line
)
MADE_OF, PART = 3, 4
CAPITALS = re.compile(
    r"(?<![\w&'-])(?P<v>[A-Z]{2,3})(?=,? (?:here|said|says|wants?|ordered|bought|paid|signed|collected|picked|called|rang|told|asked|needs|will (?:collect|pick|be)|has (?:not|the|a|his|her|my))\b)|(?<![\w.'-])(?P<w>[A-Z]\.? (?P<f>[A-Z][a-z]{2,}|[A-Z]{3,}))(?![\w'])"
)
FAMILY_OF = re.compile(
    r"(?<![\w'-])(?!The|My|Our|Your|Whole|Happy|Big|Nice|Dear|A\b|This|Her|His|Their|Lovely)(?P<v>[A-Z][\w'-]{2,})(?= (?:family|household|residence)\b)"
)
AFTER_FAMILY = re.compile(
    r"'s|[ ]?(?:$|[,.!?;:)\n/])| (?:and|where|who|recommended|from|said|says|is|has|ordered|again|here|on|at|please|signed|wants|bought|sent|but|told|will|would|speaking)\b"
)
TITLED = re.compile(r"(?<![\w'])(?:mr|mrs|ms|miss|mx|dr|prof)\.? $")
UNDER = re.compile(
    r"(?:\b(?:it's|its|it is|is|was|order(?:ed)?|booked|account|that's|registered|placed|all|both|filed|are|be) under(?: the name(?: of)?)?|\bin the name of) $"
)
NO_TITLED = frozenset(
    "warranty guarantee review way control it there pressure and or who with his her name names tax".split()  # noqa: SIM905 - as above
)
SMALL_INITIALS = re.compile(r"(?<![\w.'])(?:[a-z]\. ?){1,2}(?P<v>[a-z]{3,})(?!\w)")
LETTERS = "abcdefghijklmnopqrstuvwxyz"
STRETCHED = re.compile(r"(.)\1{2,}")
LAUGHS = re.compile(r"(?:a*(?:ha){2,}h?|(?:he){2,}|l+o+l+(?:ol)*s?|a+w+|o+h+|u+g?h+|h?m{2,}|a+r?gh+|e+w+|w+o+w+|y+a+y+|n+o+|y+e+s+|s+o+|z+|x+|xo(?:xo)*|b+r+|psst|shh+|pff+t?|meh|nah|yeah+|yep+|yup+|nope|ooh+|ahh?|erm+|umm+|huh|tsk|woo+|whoa+|phew|yikes|oops(?:ie)?|ouch)")  # fmt: skip
ABBREVIATED = re.compile(r"[^aeiouy]{2,5}|[a-z]{1,2}\d")
ENDS = ("ish", "y", "ie", "ies", "ed", "ing", "er", "ers", "s", "ness", "less", "ful", "able", "wise", "like", "proof", "wear", "tion", "ist", "ism", "ify", "ize", "ise", "ised", "ized", "ly", "est")  # fmt: skip
# No word has more letters.
LONGEST = 40
