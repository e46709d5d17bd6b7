"""What pleased or annoyed them, and what they would change: kept as they said it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.rule import But, Heard, rule
from chat_server.hearing.takes import sentence

from .words import GREETING

_SUBJECT = (
    r"(?:service|support|customer service|quality|delivery|shipping|shop|store|team|staff|website|site|app|packaging|communication"
    r"|experience|help|chat|response|product|products|employee|courier|driver|delivery guy|agent|price|prices|reply|return process|checkout|advice|instructions)"
)
_VERY = r"(?:very |really |so |quite |extremely |absolutely |super |totally |simply |just |truly |incredibly |deeply |pretty |rather |still |always |a bit |completely |downright |plain |outright )*"
_BAD = r"(?:terrible|awful|horrible|bad|poor|slow|unacceptable|ridiculous|disappointing|useless|the worst|worst|rude|unfriendly|unhelpful|lousy|disgraceful|shameful|a joke|a disaster|a nightmare|pathetic|confusing|unprofessional|frustrating|annoying|misleading|shocking|appalling|dire|abysmal|dreadful|atrocious|horrendous|shambolic|a shambles|a farce)"
_GOOD = r"(?:great|excellent|amazing|fantastic|wonderful|brilliant|superb|outstanding|perfect|awesome|fast|quick|friendly|helpful|impeccable|top|lovely|exceptional|flawless|the best|best|impressive|incredible|first class|first-class|good|super|gorgeous|fabulous|terrific|marvellous|unbeatable|second to none|spot on|top notch|top-notch|lightning fast|a dream|a delight|a joy|professional|beautiful|stellar|useful|super quick|super fast)"
_OF_THEIRS = re.compile(
    r"\b(?:shop|store|site|website|page|app|filter|option|newsletter|label|parcel|packaging|catalogue|guide|chart|colour|color|sizes?|range|version|discount|points|card|service|chat|tracking|delivery)s?\b"
)


def _idea(heard: Heard) -> Iterator[Statement]:
    """A wish for the shop rather than for an order of theirs."""
    if _OF_THEIRS.search(heard.match[0]):
        yield from sentence("suggestion")(heard)


# Not what is to be done for the one who writes.
_TO_OTHERS = r"(?!(?:know|have (?:my|it|received|got|the|a|seen|an?)|be|been|see|find|receive|get|send (?:me|my|it|the (?:parcel|invoice|refund))|refund|call|phone|ring|contact|check|look|tell|answer|reply|respond|already|still|help|wait|come|come and|hear|recognise|remember|understand|believe|want|think i|just (?:tell|send|call)|write|deliver (?:it|my)|cancel|explain|fix|know|guess|imagine|notice|say|try)\b)"
_OF_MINE = re.compile(
    r"\b(?:my|me|mine) (?:order|parcel|refund|money|jacket|boots|package|address|account|number)\b|\b(?:send|give|tell|call|text|email|e-mail|write|show|help|let|refund|exchange|deliver|bring) (?:to )?(?:me|us)\b|\border \d|\b\d{5}\b|\bthe (?:refund|replacement|invoice)\b"
)


def _for_all(heard: Heard) -> Iterator[Statement]:
    """For everybody, not for an order of their own."""
    if not _OF_MINE.search(heard.sentence.low):
        yield from sentence("suggestion")(heard)


_COMPANY = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED

_STAFF = r"(?:delivery (?:man|guy|person|driver|woman|people)|driver|courier|postman|colleague|staff|agent|lady|gentleman|chap|bloke|clerk|guy|girl|man|woman|person|employee|support|cashier|salesman|saleswoman|shop assistant|team|people|rep|bot|hotline|someone)"
_MISDEED = r"(?:threw|thrown|dumped|chucked|hung up|shouted|yelled|ignored|refused|insulted|swore|laughed|left (?:it|the|my)|rang (?:once|and)|didn't even|did not even|never (?:rang|called|answered|showed|even)|drove (?:off|over|past)|kept me waiting|wouldn't|broke|trampled|argued|lied|cut me off|couldn't be bothered|put me on hold|kicked|disappeared)"

RULES = (
    rule("threw thrown dumped chucked hung shouted yelled ignored refused insulted swore laughed left rang didn't never drove kept wouldn't broke trampled argued lied cut told couldn't put kicked", rf"\b(?:your|the|one of your|a|an|some)(?: [\w-]+){{0,2}}? {_STAFF}(?: (?:on|in|at|from|of) (?:the |your )?\w+)?(?: just| simply| actually| then| even)* {_MISDEED}\b", sentence("complaint"), But.SUPPOSED | But.ASKED),
    rule("rude unfriendly unhelpful arrogant impatient dismissive horrible useless impolite careless grumpy", rf"\b{_STAFF}(?: (?:on|in|at|from|of) (?:the |your )?\w+)?(?: (?:i|we) (?:spoke to|talked to|had))? (?:is|was|were|are|has been|sounded|seemed) {_VERY}(?:rude|unfriendly|unhelpful|arrogant|impatient|dismissive|horrible|useless|impolite|careless|grumpy)\b", sentence("complaint"), But.SUPPOSED | But.ASKED | But.DENIED),
    rule("kept keeps crashing crashes crashed freezes froze hangs slow loading", r"\b(?:your |the )?(?:website|web site|site|app|checkout|page|shop|payment|form|search|basket|chat)(?: \w+){0,2}? (?:kept|keeps|crashes|crashed|freezes|froze|hangs|is (?:so |really |very |painfully )*slow|takes (?:ages|forever)|never (?:works|loads)|logged me out|doesn't (?:work|load)|won't load)\b", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("hold waited waiting queue hours minutes", r"\b(?:on hold|in (?:the|your) queue|waited|waiting) (?:for )?(?:over |more than |almost |nearly )?(?:\d+|an?|two|three|half an|forty|thirty|twenty) (?:minutes?|hours?|mins?)\b(?! (?:at the|for the bus))", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("lovely helpful kind great friendly patient brilliant fantastic amazing nice sweet wonderful superb star legend", rf"\b{_STAFF}(?: (?:on|in|at|from|of) (?:the |your )?\w+)?(?: (?:i|we|who) [^.!?,\n]{{2,30}}?)? (?:is|was|were|are|has been) {_VERY}(?:an? )?(?:lovely|helpful|kind|great|friendly|patient|brilliant|fantastic|amazing|nice|sweet|wonderful|superb|star|legend|gem)\b", sentence("praise"), But.SUPPOSED | But.ASKED | But.DENIED),
    rule("delivery shipping service support website packaging communication", rf"^{GREETING}{_SUBJECT} (?:is|was|were|are|has been) {_VERY}{_GOOD}\b", sentence("praise"), _COMPANY),
    rule("you", r"\byou (?:guys |people |lot |folks )?(?:are|were|really are) (?:\w+ )?(?:the best|amazing|awesome|brilliant|fantastic|wonderful|great|stars|legends|lovely)\b", sentence("praise"), _COMPANY),
    rule("plastic packaging waste wasteful", r"\b(?:far |way |much )+too (?:much|many) (?:plastic|packaging|waste|emails|e-mails|newsletters|adverts|paper)\b|\btoo much plastic\b", sentence("complaint"), _COMPANY),
    rule("ever", r"\b(?:best|nicest|warmest|softest|most comfortable|cosiest|comfiest|finest|loveliest)(?: \w+){0,3}? (?:that )?(?:i|we)(?:'ve| have)? (?:ever )?(?:worn|had|owned|bought|used|seen|dealt with|experienced|received|come across|tried)\b|\b(?:best|nicest|finest|loveliest|friendliest) (?:shop|store|service|site|customer service|website|online shop|outdoor shop)\b", sentence("praise"), _COMPANY),
    rule("worst", r"\bworst(?: \w+){0,3}? (?:that )?(?:i|we)(?:'ve| have)? (?:ever )?(?:worn|had|owned|bought|used|seen|dealt with|experienced|received)\b|\bworst (?:shop|store|service|site|customer service|website|online shop)\b", sentence("complaint"), _COMPANY),
    rule("waste", r"\b(?:what|such|complete|total|absolute) an? (?:\w+ )?waste of (?:my |our )?(?:time|money)\b", sentence("complaint"), But.SUPPOSED | But.REPORTED),
    rule("without still nothing nobody no", r"\b(?:i|we)(?:'ve| have)?(?: now| already)? (?:written|wrote|e-?mailed|called|rung|phoned|asked|messaged|contacted you|chased)(?: you| to you| in)?(?: now| already)? (?:twice|(?:three|four|five|six|several|\d|countless|many|a dozen) times)\b[^.!?]{0,30}? (?:without (?:an?|any) (?:\w+ )?(?:answer|reply|response)|(?:and|but)? ?(?:still |got |had |heard )*(?:nothing|no (?:answer|reply|response)|nobody))\b", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("add offer include introduce bring stock sell consider", rf"^{GREETING}(?:maybe|perhaps|please|just) (?:do )?(?:add|offer|include|introduce|bring back|stock|sell|consider (?:adding|offering|selling)) (?!(?:me|my|it|this|that|us|them)\b)(?![^.!?]* to my )[^.!?]{{3,80}}", _idea, But.REPORTED | But.ASKED),
    rule("see", rf"(?:\b(?:i|we)(?:'d| would)|^{GREETING}would|^{GREETING}) (?:really |just )?(?:love|like) to see (?:more|some|longer|bigger|smaller|wider|fewer|less|an? (?:\w+ )?(?:option|range|filter|section|shop|store|discount|app))\b(?! (?:photos?|pictures?|videos?|details))", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("about", rf"^{GREETING}(?:so )?how about (?:adding|offering|selling|making|stocking|introducing|bringing back|(?:longer|shorter|bigger|smaller|wider|fewer|cheaper) [a-z]+)\b", sentence("suggestion"), But.REPORTED),
    rule("help", r"\bit(?:'d| would) (?:really |just )?help (?:\w+ )?if (?:the (?:site|website|app|shop|chart|label)|you (?:had|showed|offered|added|sold|made|listed|put|gave)|there (?:was|were))\b", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("only", rf"^{GREETING}if only (?:you (?:had (?:an?|more|some)|made|sold|offered|shipped|stocked)\b|your|there (?:was|were)|the (?:website|shop|app|site|jacket|boots))\b", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("impressed amazed blown touched grateful", rf"\b(?:i am|i'm|im|we are|we're|i was|we were) {_VERY}(?:impressed|amazed|blown away|touched|grateful)(?: \w+)? (?:by|with|at|how|that|for)\b", sentence("praise"), _COMPANY),
    rule("hats kudos compliments shout-out thank", r"\b(?:hats off to|kudos to|my compliments to|compliments to|a big thank you to|please thank|thank (?:her|him|them) from me|well done to)\b", sentence("praise"), But.REPORTED | But.ASKED),
    rule("useful great nice handy helpful good lovely brilliant cool", rf"^{GREETING}(?!(?:it|that|this|what|which)\b)(?:an? |some |more |having |if you )[^.!?\n]{{3,80}}? would be (?:\w+ )?(?:useful|great|nice|handy|helpful|good|lovely|brilliant|cool|welcome|appreciated)\b(?! (?:present|gift|idea for my))", _idea, But.REPORTED | But.ASKED),
    rule("thought considered", r"\bhave you (?:guys )?(?:ever )?(?:thought (?:about|of)|considered) (?:\w+ing|an? )\b", sentence("suggestion"), But.REPORTED),
    rule("idea", rf"^{GREETING}(?:just )?(?:an |one |my |another |small )*(?:idea|suggestion|tip)(?: for you)?[:,-]", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("disappointed unhappy annoyed angry frustrated dissatisfied upset furious unsatisfied fed outraged appalled", rf"\b(?:i am|i'm|im|we are|we're|i feel|am|left me|makes me|it's|very|really|so) {_VERY}(?:disappointed|unhappy|annoyed|angry|frustrated|dissatisfied|upset|furious|unsatisfied|fed up|sick|tired|outraged|appalled|pissed(?: off)?)\b", sentence("complaint"), _COMPANY),
    rule("not happy satisfied", r"\b(?:i am|i'm|im|we are|we're) (?:really |at all )?not (?:at all |very |really |that )?(?:happy|satisfied|pleased|impressed)\b", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("service support quality delivery shipping shop store team staff website site app packaging communication experience help chat response product products employee courier driver guy agent return checkout instructions price prices", rf"\b{_SUBJECT}(?: \w+){{0,3}}? (?:is|was|are|were|has been|have been) {_VERY}{_BAD}\b", sentence("complaint"), _COMPANY),
    rule("terrible awful horrible bad poor slow worst rude lousy unacceptable ridiculous disgraceful unprofessional shocking appalling dire abysmal dreadful atrocious horrendous shambolic", rf"\b(?:the |such an? |an? |really |very |what an? )*(?:terrible|awful|horrible|bad|poor|worst|rude|lousy|unacceptable|disgraceful|ridiculous|unprofessional|shitty|shocking|appalling|dire|abysmal|dreadful|atrocious|horrendous|shambolic) {_SUBJECT}\b", sentence("complaint"), _COMPANY),
    rule("unacceptable ridiculous outrageous scandal joke disgrace shambles farce", r"\b(?:this|that|it)(?:'s| is| was) (?:\w+ )?(?:unacceptable|ridiculous|outrageous|a scandal|a joke|a disgrace|a shambles|an? (?:absolute |complete )?farce|not acceptable|a shame)\b", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("complain complaint", r"\b(?:i(?:'d| would)? (?:want|like|wish|need|have) (?:to )?(?:make |file |submit )?(?:an? |complain|official )*(?:complain|complaint)\b|(?:my|this is an?) complaint\b)", sentence("complaint"), But.REPORTED | But.ASKED | But.OTHERS),
    rule("nobody noone never", r"\b(?:nobody|no one|noone)(?:'s)? (?:ever |has |have |even |bothered to |bothers to |managed to )*(?:answers?|answered|reply|respond|replies|replied|responds?|responded|helps?|helped|cares?|called|picks? up)\b|\byou never (?:answer|reply|respond|called back|got back)\w*\b", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("time", r"\b(?:second|third|fourth|fifth|2nd|3rd|4th) time (?:now )?(?:i'm|i am|i have to|i've|i have) (?:to )?(?:writ|ask|contact|call|complain|had)\w*", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("again order", r"\b(?:never|not going to|won't|will not) (?:order|buy|shop)(?: \w+){0,3} again\b", sentence("complaint"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("service support quality delivery shipping shop store team staff website site app packaging communication experience help chat response employee courier checkout advice instructions", rf"\b(?:your|the|this|my|customer|that)(?: \w+){{0,2}}? {_SUBJECT}(?: \w+){{0,3}}? (?:is|was|are|were|has been|have been) {_VERY}{_GOOD}\b", sentence("praise"), _COMPANY),
    rule("great excellent amazing fantastic wonderful brilliant superb outstanding awesome best lovely fast quick perfect top impressive", rf"(?:^|[,.!] ?|\b(?:what|such|for|really|with|have|had|thanks for|you have|the|a|an|and|is) )(?:an? |the |your |such |so |really )*(?:great|excellent|amazing|fantastic|wonderful|brilliant|superb|outstanding|awesome|best|lovely|exceptional|perfect|impressive|top|first-class|super|quick|fast|super fast|super quick) (?:customer )?(?!product|price|help\b|chat\b|app\b|store\b ?\?){_SUBJECT}\b", sentence("praise"), _COMPANY),
    rule("happy satisfied pleased impressed thrilled delighted", rf"\b(?:i am|i'm|im|we are|we're) {_VERY}(?:happy|satisfied|pleased|impressed|thrilled|delighted) (?:with|by|about) (?:(?:your|the|my|this)(?: \w+){{0,2}} {_SUBJECT}\b|how\b|everything\b|all\b|you\b)", sentence("praise"), _COMPANY),
    rule("helpful kind friendly patient best amazing great wonderful awesome", rf"\b(?:you(?:'ve| have)?(?: guys)? (?:were|are|been|have been|guys are)|he was|she was|they were|your \w+ (?:was|were)) {_VERY}(?:helpful|kind|friendly|patient|the best|amazing|great|wonderful|awesome)\b", sentence("praise"), _COMPANY),
    rule("love shop store brand service", r"\b(?:i|we) (?:really |just |absolutely )*(?:love|adore) (?:your|this|the) (?:\w+ )?(?:shop|store|brand|service|website|support|products|company|customer service|team|site|app)\b", sentence("praise"), _COMPANY),
    rule("everything", rf"\beverything (?:was|is|went|has been) {_VERY}(?:perfect|great|excellent|fine and fast|wonderful|amazing|smooth|flawless)\b", sentence("praise"), _COMPANY),
    rule("recommend", r"\b(?:i|we)(?:'ll| will| would| can)? (?:definitely |highly |gladly |always |really |only )?recommend (?:you|your|this|the|it)\b", sentence("praise"), But.REPORTED | But.ASKED | But.DENIED),
    rule("should could ought might need", rf"\b(?:you|your (?:shop|site|website|app|team|drivers|couriers|staff))(?: guys| people| all)? (?:really |maybe |perhaps |definitely |also |just |at least )*(?:should|could|ought to|need to|might want to|might) (?:really |also |maybe |perhaps |definitely |at least |consider |think about |think of |please )*{_TO_OTHERS}[a-z]+\b", _for_all, But.REPORTED | But.ASKED),
    rule("why", rf"\bwhy (?:don't you|not|do you not)(?: guys| just| simply| also| ever)* {_TO_OTHERS}[a-z]+\b", _for_all, But.REPORTED),
    rule("about", rf"^{GREETING}(?:so |and )?(?:how|what) about (?!(?:my|the|me|it|this|that|tomorrow|today|order|you|us|him|her|next|a (?:refund|replacement|discount|call))\b)(?:[a-z]+ing\b|(?:an?|some|more|longer|shorter|bigger|smaller|cheaper|fewer|less) (?:[a-z-]+ ){{1,4}}?(?:service|option|filter|section|range|shop|card|guide|chart|wrapping|newsletter|version|programme|program|scheme|app|bags?|boxes|labels?|sizes?|colou?rs?)\b)", sentence("suggestion"), But.REPORTED),
    rule("suggest suggestion propose", r"\b(?:if i may|may i|let me|i'd like to|i would like to|can i|could i) (?:suggest|propose|make a suggestion)\b", sentence("suggestion"), But.REPORTED),
    rule("needs need lacks missing", r"\byour (?:[a-z]+ )?(?:shop|site|website|app|page|catalogue|newsletter|checkout|packaging|range|boxes|labels|instructions) (?:really |badly |desperately |just |still )*(?:needs?|lacks?|could (?:use|do with)|is (?:missing|lacking)|should have)\b", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("should could ought might need", r"\byou (?:guys )?(?:really )?(?:ought to|should|could|ought to|need to|might want to|might) (?:really |also |please |maybe |definitely |consider )*(?:add(?! (?:it|that|this|them|me|my|a note|the note)\b)|offer|sell|make|improve|include|have(?! (?:my|it|received|got|the|a (?:record|mail|copy))\b)|provide|allow|introduce|bring back|think about|use|put|show|accept|stock|adding|offering|selling|making)\b", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("would nice great good cool helpful wish", r"\b(?:it(?:'d| would) be (?:\w+ )?(?:nice|great|good|cool|helpful|useful|better|lovely|awesome|wonderful|handy)|would be (?:nice|great|good|cool|helpful|useful|better)|i(?:'d| would) (?:love|like) it) if (?:you|your|the|there)\b(?! (?:could|can|would) (?:help|tell|send|check|call|refund|cancel|change|let|give|explain|answer|look))(?! (?:called|call|wrote|write|rang|ring|texted|sent|e-?mailed|phoned|told|let me|kept me|replied|answered|delivered|left|put|held|gave me)\b)(?! (?:parcel|order|package|refund|jacket|boots) (?:came|arrived|were|was)\b)", sentence("suggestion"), But.REPORTED),
    rule("nice great good cool helpful useful", r"(?:\bwould|'d) be (?:\w+ )?(?:nice|great|good|cool|helpful|useful|handy) to (?:have|see|get|find) (?:an? |more |some )(?!(?:call|refund|reply|answer|quick|replacement)\b)", sentence("suggestion"), But.REPORTED),
    rule("need", r"\byou (?:really |guys )?need an? \w+", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("thought considered", r"\bhave you (?:ever )?(?:thought about|considered) \w+ing\b", sentence("suggestion"), But.REPORTED),
    rule("consider", r"\bplease consider \w+ing\b", sentence("suggestion"), But.REPORTED),
    rule("suggest suggestion", r"\b(?:i(?:'d| would)? (?:like to )?suggest|my suggestion|a suggestion|one suggestion|i have a suggestion|suggestion:)\b", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("wish", r"\bi wish (?:you|your|there|the (?:website|site|app|shop|jacket|boots))\b", sentence("suggestion"), But.REPORTED | But.ASKED),
    rule("why", r"\bwhy (?:don't|dont|not) (?:you )?(?:add|offer|sell|make|include|provide|introduce|bring back)\b", sentence("suggestion"), But.REPORTED),
    rule("please", r"(?:^|[,.] )please (?:add|offer|introduce|bring back|improve|start selling|make (?:the|more)) (?!me\b|my\b|it to\b|this to\b|\w+ to my\b)", sentence("suggestion"), But.REPORTED | But.ASKED | But.SUPPOSED),
)  # fmt: skip
