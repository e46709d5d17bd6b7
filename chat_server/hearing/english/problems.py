"""What is wrong with what they ordered, and that it is so no longer."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.products import is_goods
from chat_server.hearing.rule import But, Heard, Take, rule
from chat_server.hearing.sizes import SIZE
from chat_server.hearing.takes import LIKELY, problem

from .words import GREETING, KIN

_OWN = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED
_SOFT = But.SUPPOSED | But.REPORTED
_TROUBLE = LIKELY + 0.05
# What a problem may be about besides goods themselves.
_PARTS = frozenset(
    """
    order orders parcel parcels package packages box item items product delivery shipment stuff thing things goods
    purchase replacement zip zips zipper zippers sole soles strap straps seam seams sleeve sleeves pocket pockets
    lining buckle buckles button buttons handle lid pole poles peg pegs lace laces eyelet cuff cuffs hood collar hem
    toggle drawstring cord snap clasp clip hook velcro elastic waistband knee heel toe tongue stitching stitches thread
    threads fabric membrane coating print colour color insulation feathers down filling screen battery torch headlamp
    pompom bobble pair one ones left right it they this that these those everything both all contents which valve
    mat compass knife rope pannier panniers waterproofs leg side back front bottom tip side-pocket shell
    """.split()  # noqa: SIM905 - a list would be one word a line
)
_NO_PARTS = re.compile(
    r"\b(?:refund|money|website|site|page|app|link|heart|checkout|account|login|code|voucher|email|e-mail|door|car|train|flight|computer|internet"
    r"|my (?:phone|mobile|laptop|computer|printer)\b|my (?:old|previous|last|other|current|own) \w+|hotline|(?:tracking|phone) number|phone line|form|discount|coupon|search|filter|button on|chat|bot|leg|arm|back hurts|news|weather|neck)\b"
)
_OTHERS_ORDER = re.compile(
    r"\b(?:his|her|their|(?:my|our|a|the)(?: \w+)? (?:friend|mate|neighbou?r|colleague|brother|sister|cousin|aunt|uncle|boss|coworker|roommate|flatmate)(?:'?s)?"
    rf"|{KIN}'s? (?:order|parcel|package|delivery)|he|she|{KIN} (?:got|received|ordered|bought))\b"
)
_OLD = re.compile(r"\bmy (?:old|previous|last|other|current) \w+")
_WORD = re.compile(r"[a-z'’-]+")
_USED = re.compile(
    r"\b(?:after|within|in) (?:(?:only|just|about|less than|barely) )?(?:an?|one|two|three|four|five|six|\d+|the first|a couple of|a few)(?: \w+)? ?(?:days?|weeks?|months?|wears?|wash(?:es)?|hikes?|uses?|hours?|trips?|walks?|nights?|years?)\b"
    r"|\bon (?:the |its |their |my )?(?:first|second|third|very first|day) (?:day|walk|hike|trip|use|wear|outing|two|one|three)\b|\bfirst time\b|\bwhile \w+ing\b|\bin the (?:wash|wind|rain|first wash)\b"
)

_LEFT = re.compile(
    r"\b(?:parcel|package|box|courier|driver)\b[^.!?]*\b(?:left|lay|stood|dumped|thrown|sat)\b"
)


def _wrong(value: str, *, bare: bool = False) -> Take:
    """What the predicate is said of must be goods, a part of them, or the parcel; `bare`: or nothing at all."""

    def take(heard: Heard) -> Iterator[Statement]:
        before = heard.sentence.low[: heard.match.start()]
        if not _is_theirs(before, bare=bare):
            return
        used = _USED.search(heard.sentence.low) and not _LEFT.search(before)
        kind = "defect" if value == "damaged" and used else value
        yield heard.statement("open_problem", kind, confidence=_TROUBLE)

    return take


def _is_theirs(before: str, *, bare: bool) -> bool:
    near = before[-70:]
    if _NO_PARTS.search(near) or _OTHERS_ORDER.search(near):
        return False
    words = [word.removesuffix("'s") for word in _WORD.findall(near)]
    if re.search(r"\d{5}\W*(?:still |parcel )?\Z", near):
        return True
    return bare or any(word in _PARTS or is_goods(word) for word in words)


def _of_parcel(value: str) -> Take:
    """The match says itself what it is about; only whose it is is to be seen."""

    def take(heard: Heard) -> Iterator[Statement]:
        before = heard.sentence.low[: heard.match.end()]
        near = before[-90:]
        if not _OTHERS_ORDER.search(near) and not _OLD.search(near):
            yield heard.statement("open_problem", value, confidence=_TROUBLE)

    return take


_ADVERBS = r"(?:already |just |completely |totally |all |very |really |badly |both |a bit |slightly |partly |half |quite |also |today |yesterday |here |now |sadly |unfortunately |clearly |rather |pretty |fully |visibly |absolutely |a little |somewhat |even |so )*"
_CAME = r"(?:is|are|was|were|came|come|arrived|turned up|showed up|got here|reached me|has been|have been|had been|looks?|looked|'s|been|seems?|got)"
_BROKEN = r"(?:damaged|broken|torn|ripped|cracked|scratched|smashed|dented|shattered|crushed|stained|bent|ruined|destroyed|chipped|filthy|dirty|soaked|soaking wet|mouldy|moldy|muddy|squashed|wrecked|frayed|in (?:pieces|bits|tatters|shreds|two|a thousand pieces))"
_FLAW = r"(?:holes?|tears?|scratch(?:es)?|crack|cracks|stains?|dents?|rips?|cuts?|marks?|spots?|loose threads?|missing (?:button|stitches)|broken (?:zip|zipper|strap|buckle|button|seam|sole|handle|lid)|torn (?:seam|sleeve|pocket|strap|lining))"
_FAILED = r"(?:broke|snapped|tore|ripped|cracked|split|burst|came (?:apart|off|undone|loose|unstitched|unglued)|(?:is |are |keeps? )?coming (?:apart|off|undone|loose)|ha(?:s|ve) (?:\w+ )?(?:come|fallen) (?:apart|off|undone|loose|away)|fell (?:apart|off|to pieces)|(?:is |are )?falling (?:apart|off|to pieces)|shrank|shrunk|has shrunk|faded|(?:is |are )?(?:already )?(?:pilling|peeling|fraying|unravell?ing|leaking|jamming|disintegrating)|peeled(?: off)?|leaks?|leaked|jams?|jammed|keeps? (?:breaking|jamming|getting stuck|sticking|opening|falling off|slipping)|gets? stuck|got stuck|is stuck|gave (?:up|out|way)|given up|wore (?:through|out)|worn through|went dead|packed (?:in|up)|conked out|died(?: on me)?|came away|(?:is|'s|are) (?:not working|defective|faulty|malfunctioning|unusable|useless now)|defective|faulty|(?:lets?|letting) (?:in|through) (?:water|rain)|lets? (?:the )?(?:water|rain) (?:in|through)|soaks? through|(?:is|are)n't (?:\w+ )?waterproof|(?:is|are) not (?:\w+ )?waterproof|lost (?:its|their|an?|one|two|the)(?: \w+)? ?(?:colou?r|shape|buckles?|buttons?|zips?|straps?|soles?|heels?|laces?|handles?|lids?|seams?|hooks?|feathers?|studs?|pom-?poms?|waterproofing))\b"
_FAILS = r"(?:doesn't|does not|doesnt|won't|wont|don't|do not|isn't|is not|aren't|can't be|stopped|has stopped|no longer|suddenly stopped)(?: \w+)? (?:work(?:ing|s)?|turn on|switch on|start|charge|close[ds]?|open(?:ed|s)?|function(?:ing)?|zip(?: up)?|hold (?:water|heat|air)|stay (?:shut|closed|on|up|inflated)|inflate|lock|light up)\b"
_ARRIVE = r"(?:arrived?|come|came|here|delivered|shipped|turn(?:ed)? up|got(?:ten)? here|show(?:n|ed)? up|reach(?:ed)? me|been (?:delivered|shipped|sent)|there|made it|appeared|materiali[sz]ed|in my hands)"
_THE = r"(?:the|my|our|this|that|one of (?:the|my)|an?|your)"
_ITEM = r"(?:item|items|size|colou?r|product|order|article|jacket|coat|parka|boots?|shoes?|model|one|ones|thing|things|sweater|hat|shirt|pair|parcel|gloves|trousers|package|fleece|hoodie|mug|mugs|backpack|socks?|blanket|tent|beanie|cardigan|stuff|variant|version|length|goods|delivery)"
_GOT = r"(?:got|received|get|was sent|were sent|been sent|sent|delivered|shipped|was given|gave|ended up with|have|opened|packed)"
_TIME = r"(?:days|weeks?|months?|ages|long|forever|so long|hours|a fortnight|fortnight)"
_MONEY = r"(?:refund|money(?: back)?|reimbursement|cash back)"
_FAIL_TO_COME = r"(?:still |has |have |had |just |simply )*(?:hasn't|hasnt|haven't|havent|has not|have not|didn't|didnt|did not|not|isn't|is not|isnt|aren't|wasn't|not yet)(?: been| yet| still| actually| even)*"

_SENT = re.compile(
    r"\b(?:parcel|package|order|delivery|box|letterbox|mailbox|porch|doorstep|hallway|stairwell|it|\d{4,9})\b"
)


def _gone(heard: Heard) -> Iterable[Statement]:
    """Stolen is what was sent; a bicycle is no matter of the shop."""
    if "stolen" in heard.match[0] and not _SENT.search(heard.line.low):
        return ()
    return _wrong("missing")(heard)


RULES = (
    # Damaged when it came
    rule("damaged broken torn ripped cracked scratched smashed dented shattered crushed stained bent ruined destroyed chipped filthy dirty soaked soaking mouldy moldy muddy squashed wrecked frayed pieces bits tatters shreds two",
         rf"\b{_CAME} {_ADVERBS}(?:in here )?{_BROKEN}\b(?! (?:in|into) (?:the|my) (?:shoe|boot)s? (?:already|myself))", _wrong("damaged"), _OWN),
    rule("damaged broken torn ripped cracked smashed crushed stained soaked", rf"^{GREETING}(?:\w+ )?(?:arrived|came|turned up|received) {_ADVERBS}{_BROKEN}\b", _wrong("damaged", bare=True), _OWN),
    rule("damaged broken torn ripped cracked scratched smashed dented shattered crushed stained destroyed chipped dirty bent squashed frayed snapped mouldy", r"\b(?:received|got|get|sent me|delivered|have|came with|arrived with|with|there's|contained) (?:an? |my |the |some |us )?(?:\w+ )?(?:damaged|broken|torn|ripped|cracked|scratched|smashed|dented|shattered|crushed|stained|destroyed|chipped|dirty|bent|squashed|frayed|snapped|mouldy)(?= \w)", _of_parcel("damaged"), _OWN),
    rule("hole holes tear tears scratch scratches crack cracks stain stains dent dents rip rips cut cuts mark marks spot spots threads zip zipper strap seam buckle stitches",
         rf"\b(?:has|have|had|there is|there's|there are|there was|theres|with|found|came with|got) (?:an? |some |several |two |many |already )*(?:big |small |huge |large |tiny |nasty |visible |ugly |giant |little )*{_FLAW}\b(?! (?:down|on) payment)", _wrong("damaged", bare=True), _OWN),
    rule("mud dirt grease oil blood mould mold dust glue paint coffee hair hairs muck", r"\b(?:mud|dirt|grease|oil|blood|mould|mold|dust|glue|paint|coffee|hairs?|muck) (?:\w+ )?(?:all )?(?:over|on|in|inside) (?:it|them|the|my|one)\b", _of_parcel("damaged"), _OWN),
    rule("water rain wind snow", r"\b(?:water|rain|wind|snow|moisture) (?:just |still |always |actually )?(?:comes?|came|gets?|got|goes|runs?|ran|seeps?|leaks?|soaks?) (?:\w+ )?(?:through|in|into|inside)\b", _of_parcel("defect"), _OWN),
    rule("with", r"\bwith (?:one|an?|the|its|their|both|two|half)(?: of \w+ \w+)?(?: \w+)? \w+ (?:already |completely |half |all )*(?:torn|broken|ripped|snapped|cracked|bent|smashed|scratched|stained|dented|squashed|hanging)(?: off| apart| in two| through)?\b", _of_parcel("damaged"), _OWN),
    rule("wrong incorrect", r"\b(?:invoice|bill|receipt|label)\b[^.!?]{0,30}\b(?:has|have|shows?|with|carries|says|is made out to|contains|lists)(?: got)? (?:the |an? )?(?:wrong|incorrect) (?:name|address|amount|date|vat|price|number|company)\b", problem("other"), _OWN),
    rule("damage", r"\b(?:transport|shipping|visible|water) damage\b", _of_parcel("damaged"), _OWN),
    rule("hole holes tear tears scratch scratches crack cracks stain stains dent dents rip rips", rf"(?:^{GREETING}|[,;:] ?|\b(?:an?|big|small|huge|one|two|some|several|nasty) ){_FLAW} (?:in|on|across|down|all over|through|under) (?:the|my|one|its|both|each) (?:\w+ )?[a-z]+\b", _of_parcel("damaged"), _OWN),
    rule("short w/o without", r"\b(?:come|came|arrived|delivered|got here|turned up|received|is|was)\b[^.!?,]{0,30}? (?:(?:with )?(?:one|two|three|four|five|a|\d{1,2}) (?:[a-z]+ ){1,2}short\b|(?:w/o|without) (?:the|its|my|any) [a-z]+)", _wrong("missing", bare=True), _OWN),
    rule("moved budged shifted", r"\b(?:hasn't|has not|hasnt|haven't|not) (?:moved|budged|shifted)(?: an inch| at all)?(?: since| for| in|[.,!]|$| from)", _wrong("late"), _SOFT | But.ASKED),
    rule("tracking app says swears claims shows insists reckons", r"\b(?:tracking|tracker|app|system|courier|site|dhl|ups|mail|status)\b[^.!?]{0,20}? (?:says?|swears?|claims?|shows?|insists?|reckons?)\b[^!?]{0,60}?\b(?:delivered|handed over|dropped off|signed for|left)\b[^!?]{0,60}?\b(?:nothing|nobody|no (?:parcel|sign|box|package)|isn't here|not here|wasn't)\b", _of_parcel("missing"), But.SUPPOSED),
    rule("left right", r"\b(?:one|only (?:the|a|one)|just (?:the|a|one)|two) (?:left|right) (?:boot|shoe|glove|mitten|sock|sandal|slipper|one)s?,? (?:and |but )?no (?:left|right|other)\b", _of_parcel("missing"), _OWN & ~But.DENIED),
    rule("nothing", r"\bnothing (?:is |has come |so far |back )*(?:on|in|to) my (?:card|account|bank|statement)\b", problem("refund"), _SOFT | But.ASKED),
    rule("ordered", r"\b(?:it's|it is|it was|they're) (?:an?|the) (?:\w+ )?[a-z]+[.,;]? (?:but |and )?i(?:'d| had)? ordered (?:an?|the) ", _of_parcel("wrong_item"), _SOFT | But.ASKED),
    # Fails in use
    rule("broke snapped tore ripped cracked split burst came coming come fallen fell falling shrank shrunk faded pilling peeling peeled fraying unravelling unraveling leaking leaks leak leaked jams jam jammed jamming keeps keep gets stuck bust busted gave given wore worn dead working defective faulty malfunctioning unusable useless packed conked died lets let letting soaks soak waterproof lost disintegrating",
         rf"(?:^|(?<=[ ,.!?]))(?<!i )(?<!we )(?<!you )(?<!came )(?<!arrived )(?<!is )(?<!was )(?<!are )(?<!were )(?<!be )(?<!been )(?<!'s )(?<!a )(?<!the )(?:just |already |suddenly |then |simply |has |have |had |also |now |completely |started )*{_FAILED}(?! (?:the bank|even|with|his|her) |(?<! off) (?:my|our) )", _wrong("defect"), _OWN),
    rule("coming falling leaking peeling fraying pilling unravelling", r"'s (?:already |now )?(?:coming (?:apart|off|undone|loose|away)|falling (?:apart|off|to pieces)|leaking|peeling|fraying|pilling|unravelling)\b", _wrong("defect"), _OWN),
    rule("bust busted kaput knackered stuck", r"(?:\bis|'s|\bare|\bwent|\bgone|\bwas) (?:already |completely |totally )?(?:bust(?:ed)?|kaput|knackered|stuck)\b(?! (?:in|at|with|on) (?:customs|transit|the|your|a|delivery))", _wrong("defect"), _OWN),
    rule("work working works turn switch start charge close closes closed open opens opened function functioning zip hold stay inflate lock light", rf"\b{_FAILS}", _wrong("defect"), _SOFT | But.ASKED),
    rule("defective faulty malfunctioning defect", r"\b(?:an?|the) (?:defective|faulty|malfunctioning|defect)\b", _of_parcel("defect"), _OWN),
    # Another thing than ordered
    rule("wrong incorrect different", rf"\b(?:{_GOT}|is|it's|was|in|came in|arrived in|were|are|with|contains?) (?:me |us )?(?:me )?(?:the |an? |some )?(?:completely |totally |obviously )?(?:wrong|incorrect|completely different|totally different) (?:\w+ )?{_ITEM}\b", _of_parcel("wrong_item"), _OWN),
    rule("different", rf"\b(?:got|received|sent|delivered) (?:me |us )?(?:a )?different (?:\w+ )?{_ITEM}\b", _of_parcel("wrong_item"), _OWN),
    rule("wrong incorrect", rf"^{GREETING}(?:the )?(?:completely |totally )?(?:wrong|incorrect) (?:\w+ )?{_ITEM}(?: again| in (?:the|my) (?:box|parcel|package)| delivered| sent| arrived| received|[.!,]|$)", _of_parcel("wrong_item"), _OWN),
    rule("not isn't wasn't aren't ordered", r"\b(?:it's|it is|this is|that's|thats|they're|is|was|are|were) ?(?:really |definitely )?(?:not|n't|isn't|wasn't) (?:what|the \w+(?: \w+)?) (?:that )?(?:i|we)(?:'ve| had| have)? (?:ordered|bought|wanted|paid for|asked for)\b|\b(?:isn't|wasn't|aren't|weren't|isnt) (?:what|the \w+(?: \w+)?) (?:that )?(?:i|we)(?:'ve| had| have)? (?:ordered|bought|paid for|asked for)\b", _of_parcel("wrong_item"), _SOFT | But.ASKED),
    rule("else's elses", r"\b(?:got|received|sent me|sent|have|shipped|delivered)(?: me| us)? (?:someone|somebody) else'?s (?:order|parcel|package|item|stuff|things|clothes|\w+)", _of_parcel("wrong_item"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("ordered wanted asked", r"\b(?:i|we)(?:'d| had)? (?:ordered|asked for|paid for) (?:an? |the |some )?[^.!?\n]{1,40}?(?:,? (?:but|and|yet)(?: then| instead)?|,| -) (?:i |we |they |you |what )?(?:'ve |have |was |were )?(?:got|received|sent|came|given|arrived)(?: me)?(?: was)? (?!(?:it|them|the email|an? (?:e-?mail|mail|confirmation|message)|nothing|no|only|my|damaged|broken|torn|after|late|yesterday|today|on|in|with|the (?:order|parcel|package))\b)", _of_parcel("wrong_item"), _SOFT | But.ASKED),
    rule("ordered", r"\b(?:got|received|sent me|there was|there were|contained|was)\b(?! (?:it|them|them|an? (?:e-?mail|mail|message|confirmation)|the (?:e-?mail|mail|message|confirmation|order))\b) [^.!?\n]{1,40}?,? (?:although|though|but|when|while|and)? ?(?:i|we)?(?:'d| had| have)? ?(?:clearly |actually |definitely )?(?:ordered|asked for) (?!(?:it|them|last|yesterday|on|two weeks|this|that|\d+ (?:days|weeks)|something for|again|\d\b|(?:two|three|four|five|six)\b)\b)", _of_parcel("wrong_item"), _SOFT | But.ASKED),
    rule("instead", rf"\b(?P<v>{SIZE}) instead of (?:an? )?{SIZE}(?=[.!,]|\s*$)", lambda heard: problem("wrong_item")(heard) if "wrong" in heard.line.low or "order" in heard.line.low or "sent" in heard.line.low else (), _OWN),
    rule("wrong", r"\b(?:is|was|were|are) the wrong (?:size|colou?r|item|model|ones?)\b(?! for me)", _wrong("wrong_item"), _OWN),
    rule("instead", r"\b(?:got|received|sent(?: me| us)?|delivered|contained|contains|shipped|came|packed|(?:it|they|was|were) (?:is|are|was|were|a|an|the)?)(?: [\w'-]+){1,5} instead of\b(?! (?:calling|a call|writing|phoning|by|\d+ (?:mugs|socks|items|pairs|pieces)))", _of_parcel("wrong_item"), _OWN),
    # Lost, or a part of it
    rule("never ever", r"\bnever (?:ever |even |actually )?(?:arrived|came|come|showed up|shown up|got here|reached me|(?:been|got|was) delivered|turned up|made it)\b", _wrong("missing"), _SOFT | But.ASKED),
    rule("missing lost stolen disappeared vanished", r"\b(?:is|are|was|were|has|have|got|seems|been|still|went|must be|gone|to be|apparently|completely|parcel|package)(?: also| now| still| been| gone| apparently| got)* (?:missing|lost|stolen|disappeared|vanished)\b(?! (?:my|our|the|interest|(?:on|in|at|from) (?:the|my|a) (?:train|bus|plane|car|gym|bike|garage|cellar|hotel|pub|beach|hut|campsite|holiday|locker|school|metro)))", _gone, _OWN | But.PAST),
    rule("missing lost", r"\b(?:missing|lost) (?:from|in) (?:the|my) (?:parcel|package|box|order|delivery|post|mail|bag)\b", _wrong("missing", bare=True), _OWN),
    rule("lost misplaced", r"\b(?:lost|misplaced) (?:my|our) (?:\w+ )?(?:parcel|package|order|delivery|shipment)\b(?! (?:number|confirmation|no\.?|nr|id|details|invoice|e-?mail|receipt))", problem("missing"), But.SUPPOSED | But.ASKED),
    rule("missing lost", r"(?:^|[,.;:] ?|\ba )(?:missing|lost) (?:parcel|package|item)\b(?! (?:has |have |finally |just |now |was )*(?:turned up|arrived|came|found|appeared|here))|\b(?:one|two|three|an?|half(?: of)? (?:my|the)) (?:[\w'-]+ )?(?:order|item|thing|sock|glove|shoe|boot|part|piece|pair|jacket|hat|mug|pole|strap|lace|button)s? (?:is|are|was|were)? ?missing\b", _of_parcel("missing"), _OWN),
    rule("never didn't didnt received haven't havent not", r"\b(?:i|we)(?:'ve| have)?(?: still| actually)? (?:never (?:received|got)|did not receive|didn't receive|didnt receive|didn't get|didnt get|did not get|haven't received|havent received|haven't got|have not received|not received|never received|haven't had) (?:it\b|them\b|my|the|our|anything|any|that|a single|order|parcel|package)(?! ?(?:\w+ )?(?:e-?mail|mail|code|reply|answer|confirmation|response|invoice|newsletter|refund|money|receipt|voucher|info|information|update|news|call|tracking|link|message))", _of_parcel("missing"), _SOFT | But.ASKED),
    rule("says say marked tracking shows", r"\b(?:says?|saying|marked as|marked|shows as|shows|show|status is|claims?|according to)\b[^.!?\n]{0,30}\bdelivered\b[^.!?\n]{0,30}?,? (?:but|and|though|yet|only)\b", _of_parcel("missing"), But.SUPPOSED),
    rule("only just", r"\b(?:only|just) (?:one|two|three|four|\d|half|the \w+|a single)(?: (?:of (?:the|them|my)|[\w'-]+))*? (?:(?:was|were|is) )?(?:in (?:the|my|that) (?:box|parcel|package|bag|envelope)|arrived|came|delivered)\b", _of_parcel("missing"), _OWN),
    rule("not weren't wasn't isn't aren't", r"\b(?:parcel|package|box|order|bag|delivery)\b[^.!?]{0,60}?\b(?:were|was|is|are)(?: not|n't) in (?:it|there|them)\b", _wrong("missing"), _SOFT & ~But.DENIED | But.ASKED),
    rule("not weren't wasn't isn't", r"\b(?:were|was|is|are)(?: not|n't) (?:in (?:the|my) (?:box|parcel|package|bag|envelope|delivery)|included|with it)\b", _wrong("missing"), _SOFT | But.ASKED),
    rule("empty", r"\b(?:box|parcel|package|envelope) (?:was|is|came|arrived) (?:completely |totally )?empty\b", _of_parcel("missing"), _OWN),
    # Late
    rule("late delayed overdue delay", r"(?:\b(?:is|are|was|were|has been|have been|seems|running|'s|it's|already|now|still|way|too|arrive|arriving|\w+)(?: still| now| already| very| so| way| too| again| running| really| days?| weeks?| \d+| two| three| four| five| six| ten| an?| over| more than| nearly| almost| fortnight| bit| whole| full| good| at least)*) (?:late|delayed|overdue)\b(?! (?:in the|at night|for|to|summer|winter|autumn|spring|fee|on))", _wrong("late"), _OWN),
    rule("late delayed overdue delay", r"\b(?:late|delayed|overdue) (?:delivery|parcel|order|package|shipment)\b", _of_parcel("late"), _OWN),
    rule("waiting wait waited", rf"(?:\b|(?<='))(?:(?:still |been |we're |i'm |im |am |ve )+(?:still )?waiting|waited) (?:(?:on|for) (?:my|the|our|it|them|that|this|order)\b(?! ?(?:\w+ )?(?:refund|money|answer|reply|e-?mail|response|call|confirmation|reimbursement))|(?:for )?(?:over |more than |almost |nearly |about )?(?:an? |\w+ )?{_TIME}(?: now| already)?(?:(?=[.!,?]|$)| for| already| on)(?! ?(?:my |the |an? )?(?:\w+ )?(?:refund|money|answer|reply|e-?mail|response)))", _of_parcel("late"), _OWN & ~But.DENIED),
    rule("arrived arrive come came here delivered shipped yet turned turn show shown showed reached made appeared materialised materialized", rf"\b{_FAIL_TO_COME} {_ARRIVE}\b(?! (?:damaged|broken|soon))", _wrong("late"), _SOFT | But.ASKED),
    rule("supposed due meant promised expected scheduled", r"\b(?:was|were) (?:supposed|meant|due|promised|expected|scheduled|announced)\b(?: for| to)? ?(?:arrive|be (?:here|delivered|there|with me)|come|on|for|last|yesterday|two|three|(?:mon|tues|wednes|thurs|fri|satur|sun)day|by|\d|a week)", _wrong("late"), _OWN),
    rule("should", r"\bshould(?: have|'ve)(?: already| long)? (?:arrived|come|been (?:here|delivered|with me|there))\b", _wrong("late", bare=True), But.REPORTED),
    rule("still", r"\bstill (?:no (?:sign|trace|sight) of|nothing(?: here| in (?:the|my) (?:post|mail|letterbox|mailbox))?(?=[.!,]|$)|no (?:parcel|package|order|delivery|jacket|boots|box)\b|not (?:here|arrived|delivered|there)\b)", _of_parcel("late"), _SOFT | But.ASKED),
    rule("days weeks week month", r"\b(?:\d+|two|three|four|five|six|ten|a|an|over a) (?:\w+ )?(?:days|weeks?|months?|fortnight)(?: later| on| now| gone| already)*,? (?:and|but)? ?(?:still )?(?:no (?:parcel|package|order|delivery|sign|trace|jacket|boots|socks)|nothing)\b", _of_parcel("late"), _SOFT | But.ASKED),
    # Money that is owed
    rule("refund money reimbursed refunded reimbursement", rf"\b(?:i|we)(?:'d| would|'m|'ve| am| have)? ?(?:really |still |just |also |now )?(?:want|need|demand|like|request|requested|requesting|expect|asked for|waiting for|await|awaiting|claim)(?: to (?:get|have|claim|request|ask for))?(?: an?| my| the| for a| full)* ?{_MONEY}\b", problem("refund"), But.REPORTED | But.OTHERS | But.DENIED),
    rule("refund money reimbursement", rf"\b(?:still |been )+waiting (?:\w+ \w+ )?(?:for|on) (?:my|the|our|a|that) (?:\w+ )?{_MONEY}\b", _of_parcel("refund"), _SOFT | But.ASKED),
    rule("refund money reimbursed refunded", r"\b(?:my|the) (?:refund|money)(?: for [^.!?,]{2,20}?)?(?: \w+){0,2}? (?:hasn't|has not|haven't|hasnt|is still|isn't|still|never|not|didn't|is late|is missing|is overdue|nowhere)\b", problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("refund money refunded reimbursed penny cent", r"\b(?:haven't|havent|have not|never|not) (?:\w+ )?(?:seen|received|got|had) (?:a (?:single )?(?:penny|cent|euro|pound)|(?:any|my|the) money)\b|\b(?:haven't|havent|have not|never|didn't|didnt|did not|still no|no|not(?! made))(?: \w+){0,2}? ?(?:received|got|gotten|get|seen|receive|had|been)? ?(?:my|the|a|any|any of my)? ?(?:refund|money back|money(?! back)|refunded|reimbursed)(?: yet| so far| back)?(?=[.!,?]|$| from| for)", problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED),
    rule("refund money back", r"\b(?:give me (?:back )?my money(?: back)?|(?:please )?refund (?:me|my (?:order|money)|it\b|order)|(?:can|could|may) i (?:please )?(?:get|have) (?:my money back|a (?:full )?refund for (?:my|this|order|it)))", problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("owe owes owed", rf"\byou(?:'re)? (?:still |guys )*owe me (?:the |my |a |an? )?(?:{_MONEY}|[€$£]?\d|[\w ]{{1,12}}euros?)", problem("refund"), _SOFT),
    rule("where's where wheres", rf"\b(?:where's|where is|wheres|what about|what happened to) (?:my|the) (?:\w+ )?{_MONEY}\b(?! guarantee)", problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS),
    # Whatever else
    rule("charged billed debited overcharged twice double", r"\b(?:charged|billed|debited|(?:took|taken) (?:the|my) money|been charged|was charged)(?: me| us| my card)?(?: \w+)? (?:twice|double|two times|2x|three times|too much|the wrong (?:amount|price|card)|more than)\b|\b(?:double|over)[- ]?charged\b", problem("other"), _SOFT | But.ASKED),
    rule("bobbly baggy shapeless pilly", r"\b(?:has|have|is|are|'s|went|gone|got|looks?)(?: all| already| completely| totally| gone| very| so)* (?:bobbly|baggy|shapeless|pilly)\b(?=[^.!?]{0,40}\b(?:after|wash|days?|weeks?|months?|already|now)\b)", _wrong("defect"), _OWN),
    rule("stuck", r"\b(?:parcel|package|order|delivery|shipment)(?: #?\d{4,6})?(?:'s| is| has| was)?(?: been| still| now| just| apparently)* (?:stuck|sitting|stranded|held up) (?:in|at|with) (?:customs|transit|the (?:depot|warehouse|sorting (?:office|centre|center))|your (?:depot|warehouse)|a depot)\b", _of_parcel("late"), _OWN),
    rule("promised said", r"\byou (?:promised|said) (?:me )?(?:it would (?:come|be here|arrive) )?(?:on |by )?(?:mon|tues|wednes|thurs|fri|satur|sun)day\b[^?\n]{0,40}?\b(?:no (?:parcel|package|order|delivery|boots|jacket|sign|box)|nothing(?: (?:here|came|yet))?|still (?:not|waiting))\b", _of_parcel("late"), But.SUPPOSED | But.ASKED),
    rule("refund money", r"(?:^|[,;] ?|\band )(?:the |my )?(?:refund|money) (?:still |just |simply )*(?:hasn't|has not|hasnt|didn't|isn't|never) (?:\w+ )?(?:shown|show|turned|arrived|come|came|reached|landed|in\b|on\b|here)", problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.ASKED),
    rule("only just one", r"\b(?:ordered|expecting|expected|paid for|bought|supposed to be) (?:two|three|four|five|six|ten|\d{1,2}|a (?:pair|set) of|a pair)\b[^.!?\n]{0,40}?(?:,| but| and| -|\.)[^.!?\n]{0,30}?\b(?:only|just) (?:got |received |had |found |sent )?(?:one|two|three|four|five|\d{1,2})\b(?! (?:for|is for|week|day|month|hour|size|weeks|days|month|colou?r))", _of_parcel("missing"), _SOFT | But.ASKED),
    rule("else's elses", r"\b(?:someone|somebody|another (?:person|customer)) ?(?:else)?'?s (?:order|parcel|package|items?|stuff|things|jacket|boots|delivery) (?:has |was |just )*(?:came|arrived|turned up|got delivered|delivered|landed|in (?:my|the) (?:box|parcel|package))\b", _of_parcel("wrong_item"), _OWN),
    rule("squeaks squeak rattles rattle wobbles wobble flickers flicker overheats smells unravels sheds", r"(?<=[a-z] )(?:already |just |really |constantly |always |now |suddenly |still )*(?:squeaks?|rattles?|wobbles?|flickers?|overheats?|unravels?)\b", _wrong("defect"), _OWN),
    rule("refund refunded money", r"\b(?:i was|i'd been|we were|you) (?:promised|told)(?: me| us)? (?:that )?(?:i'd get |i would get |you'd send )?(?:an?|my|the) (?:full )?(?:refund|money back)\b[^.!?\n]{0,30}?\b(?:ago|last|weeks?|days|months?|still|but|yet|in (?:january|february|march|april|may|june|july|august|september|october|november|december))\b", problem("refund"), But.SUPPOSED | But.ASKED | But.OTHERS),
    rule("refunded refund", r"\b(?:you|they)(?:'ve| have)? (?:only )?refunded (?:me |us )?(?:only |just )?(?:too little|half|part|the wrong amount|less|not enough|one of|€|\d)|\b(?:my |the )?refund (?:is|was|came out)(?: too| far too)? (?:short|too low|too little|wrong|incomplete)\b", problem("refund"), But.SUPPOSED | But.ASKED | But.OTHERS),
)  # fmt: skip
