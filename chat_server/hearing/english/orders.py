"""Their orders, what is wrong with them, and what became of it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.contact_details import ORDER
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, rule

from .words import KIN

_NR = r"(?:number|numbers|num|no|nr|id|#|№|ref|reference|code)"
_NOT_MANY = r"(?! ?(?:pieces|pcs|items|units|euros?|eur|€|\$|dollars|pounds|kr|days|pairs|times|am|pm|percent|%|km|years?|of them|copies)| (?!is\b|was\b|has\b|this\b|arrives\b|does\b|its\b|comes\b|always\b|looks\b|shows\b|says\b|ships\b|contains\b|as\b|yes\b|thanks\b|plus\b|regards\b)[a-z]{2,}s\b)"
_V = rf"(?P<v>{ORDER}){_NOT_MANY}"
_MORE = rf"(?: ?(?:,|and|&|\+) ?(?:order )?#?(?P<w>{ORDER}))?(?: ?(?:,|and|&|\+) ?(?:order )?#?(?P<x>{ORDER}))?"
_MINE = r"(?<!his )(?<!her )(?<!their )(?<!your )(?:(?<=where's )|(?<!'s ))(?<!to )(?<!can )(?<!i )(?<!in )"
_THING = (
    r"(?:(?!my old\b)(?:(?:my |the )?order (?:number |no\.? |nr\.? )?#?\d(?:[ -]?\d){3,11}|it|they|one|this|that|everything|these|those|(?:the|my|our|this|that|these|one of the|one of my|both|your)(?: \w+){0,3}? ?"
    r"(?:order|parcel|package|item|items|product|delivery|shipment|box|jacket|coat|parka|boots?|shoes?|hat|cap|sweater|jumper|fleece|"
    r"hoodie|shirt|tee|t-shirt|trousers|pants|jeans|gloves?|socks?|scarf|backpack|bag|mug|cup|tent|blanket|dress|phone|laptop|screen|zip|zipper|"
    r"button|sole|strap|handle|lamp|chair|table|sofa|watch|camera|headphones|charger|machine|glass|bottle|seam|sleeve|pocket|lining|cardigan|leggings|things?|goods)(?: #?\d{4,8})?))"
)
_BEEN = r"(?: (?:is|was|are|were|has been|have been|came|arrived|got|has|have|turned up|showed up|reached me|'s|been|already|just|completely|totally|all|very|badly|both|a bit|slightly|partly|half|quite|also|today|yesterday|here|now|out|finally)){1,4}"
_OWN = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED | But.OTHERS
_SOFT = But.SUPPOSED | But.REPORTED | But.OTHERS
_WAIT = r"(?:days|weeks?|months?|ages|long|forever|so long|hours)"

_FOREIGN = re.compile(
    rf"(?:\b(?:his|her|their|your)|\b(?:my|our|a|the)(?: \w+)? {KIN}(?:'s|s')?|{KIN}'s)\s(?:\w+ )?\Z"
)
_NOT_THAT = re.compile(r"\bnot (?:about |for |in )?(?:my |the )?\Z")
_FOREIGN_AFTER = re.compile(rf"\s?(?:of|by|from) (?:my|a|his|her) {KIN}\b")


def _order(heard: Heard) -> Iterable[Statement]:
    """A number of their own, not of a friend."""
    low = heard.sentence.low
    if _FOREIGN.search(low[: heard.match.start()]) or _FOREIGN_AFTER.match(low, heard.match.end()):
        return ()
    if _NOT_THAT.search(low[: heard.match.start()]):
        return takes.order_in(heard, "w", "x")
    return takes.order(heard)


RULES = (
    rule("order orders oder ordr order# ordernumber purchase", rf"{_MINE}\b(?:orders?|oder|ordr|ordernumber|purchase)(?: {_NR}\.?)?(?: is| was| are|'s|:| =|=)?:?(?: (?:the )?{_NR}\.?:?)? ?[#№(]?{_V}{_MORE}", _order, But.SUPPOSED | But.REPORTED),
    rule("order orders purchase", rf"{_MINE}\b(?:order|purchase)\b[^.?!\n@]{{0,60}}?\b(?:number|nr\.?|no\.?|under)(?: is| was|:)? ?#?{_V}", _order, But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("order", rf"(?<![\w.,#-]){_V} is (?:my|the) order(?: number| no\.?| id)?\b", _order, PLAIN),
    rule("order", rf"\border(?:ed)?\b[^.?!\n@()]{{0,50}}\(#?{_V}\)", _order, But.SUPPOSED | But.REPORTED),
    rule("order", r"\border,? ?#?(?P<v>\d(?:[ -]?\d){3,11})(?=,)", _order, But.SUPPOSED | But.REPORTED),
    rule("meant mean", r"\bi (?:meant|mean) (?:order )?#?(?P<v>\d(?:[ -]?\d){3,11})(?=[.!,]|$)", _order, PLAIN),
    rule("status", rf"\bstatus (?:of|for) (?:order )?#?{_V}", _order, But.SUPPOSED | But.REPORTED),
    rule("parcel package", rf"{_MINE}\b(?:parcel|package) #?(?P<v>\d{{5,6}})\b(?! ?(?:g|kg|days|pieces|euros?|usd|eur)\b)", _order, But.SUPPOSED | But.REPORTED),
    rule("#", r"(?<![\w&])#(?P<v>\d[\d-]{3,11})(?![\w-])", _order, But.SUPPOSED | But.REPORTED),
    rule("number", rf"(?:^|[,.(] ?|\b(?:and|it's|its|the|here is|here's) )(?:the |its |it's )?(?:order ?)?number(?: is| was|'s|:) ?#?{_V}(?<!\+)", lambda heard: takes.order(heard) if "order" in heard.line.low else (), OWN),
    # Problems
    rule("pieces damaged broken torn ripped cracked scratched smashed dented shattered crushed stained bent ruined leaking tore hole destroyed chipped", rf"\b{_THING}{_BEEN} ?(?:in )?(?:damaged|broken|torn|ripped|cracked|scratched|smashed|dented|shattered|crushed|stained|bent|ruined|destroyed|chipped|in pieces)\b", takes.problem("damaged"), _OWN),
    rule("damaged broken torn ripped cracked scratched smashed dented shattered crushed stained destroyed chipped", r"\b(?:received|got|get|sent me|delivered|have|is|with|there's) (?:an? |my |the |some |us )?(?:\w+ )?(?:damaged|broken|torn|ripped|cracked|scratched|smashed|dented|shattered|crushed|stained|destroyed|chipped)\b", takes.problem("damaged"), _OWN),
    rule("hole holes tear scratch scratches crack stain dent", r"\b(?:has|have|had|there is|there's|there are|there was|with) (?:an? |some |several |two |many )?(?:big |small |huge |large |tiny )?(?:holes?|tear|scratch(?:es)?|crack|stains?|dent)\b", takes.problem("damaged"), _OWN),
    rule("damage", r"\b(?:transport|shipping|visible|water) damage\b", takes.problem("damaged"), _OWN),
    rule("wrong incorrect different", r"\b(?:got|received|sent|delivered|ordered but got|have|is|it's|was|in|came in|arrived in|were|shipped|get) (?:me |us )?(?:me )?(?:the |an? )?(?:completely |totally )?(?:wrong|incorrect|different) (?:\w+ )?(?:item|items|size|colou?r|product|order|article|jacket|coat|parka|boots?|shoes?|model|one|thing|things|sweater|hat|shirt|pair|parcel|gloves|trousers|package|fleece|hoodie|mug|backpack)\b", takes.problem("wrong_item"), _OWN),
    rule("not isn't wasn't ordered", r"\b(?:it's|it is|this is|that's|they're|is|was|are) ?(?:not|n't|isn't|wasn't) (?:what|the \w+(?: \w+)?) (?:that )?(?:i|we) (?:ordered|bought|wanted|paid for)\b", takes.problem("wrong_item"), _SOFT | But.ASKED),
    rule("else's", r"\b(?:got|received|sent me|have) (?:someone|somebody) else's (?:order|parcel|package|item)", takes.problem("wrong_item"), But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("ordered", r"\b(?:i|we) ordered (?:an? |the )?[^.!?\n]{1,40}?,? (?:but|and) (?:i |we |they |you )?(?:got|received|sent|was sent|have got|came)(?: me)? (?!(?:it|them|the email|an? (?:e-?mail|mail|confirmation|message)|nothing|no|only|my|damaged|broken|after|late|the (?:order|parcel|package))\b)", takes.problem("wrong_item"), _SOFT | But.ASKED),
    rule("instead", r"\b(?:got|received|sent me|delivered|contained|contains)(?: \w+){1,4} instead of\b", takes.problem("wrong_item"), _OWN),
    rule("never missing lost arrived received came delivered gone", rf"\b{_THING} (?:has |have |had )?(?:still )?(?:never|not ever) (?:arrived|came|come|showed up|shown up|got here|reached me|been delivered|turned up|made it)\b", takes.problem("missing"), _SOFT | But.ASKED),
    rule("missing lost stolen disappeared vanished", rf"\b{_THING}(?: (?:is|are|was|were|has|have|got|seems|been|still|went|went|must be|gone|to be|apparently|completely)){{1,4}} (?:missing|lost|stolen|disappeared|vanished)\b", takes.problem("missing"), _OWN),
    rule("lost misplaced", r"\b(?:lost|misplaced) (?:my|our) (?:\w+ )?(?:parcel|package|order|delivery|shipment)\b(?! (?:number|confirmation|no\.?|nr|id|details|invoice|e-?mail|receipt))", takes.problem("missing"), But.SUPPOSED | But.ASKED),
    rule("disappeared vanished missing", r"\b(?:parcel|package|order|delivery) (?:disappeared|vanished|got lost|went missing)\b|\b(?:one|two|three|an?) (?:item|thing|sock|glove|shoe|boot|part|piece|pair|jacket|hat|mug)s? (?:is|are|was|were) missing\b|\b(?:missing|lost) (?:parcel|package|item)\b(?! (?:has |have |finally |just |now |was )*(?:turned up|arrived|came|found|appeared|here))", takes.problem("missing"), _OWN),
    rule("never didn't received", r"\b(?:i|we)(?:'ve| have)? (?:never (?:received|got)|did not receive|didn't receive|didn't get|did not get|haven't received|have not received|still haven't (?:received|got)|never received) (?:it\b|them\b|my|the|our|anything|any|that)(?! ?(?:\w+ )?(?:e-?mail|mail|code|reply|answer|confirmation|response|invoice|newsletter|refund|money|receipt|voucher))", takes.problem("missing"), _SOFT | But.ASKED),
    rule("says marked tracking", r"\b(?:says|marked as|shows as|shows|status is) (?:it(?:'s| is| was| has been) )?delivered,? but\b", takes.problem("missing"), But.SUPPOSED | But.OTHERS),
    rule("late delayed overdue delay waiting", rf"\b{_THING}(?: (?:is|are|was|were|has been|have been|seems|still|now|already|very|so|way|too|again|running|really|days?|weeks?|\d+|two|three|four|five|a|\w+ly)){{1,6}} (?:late|delayed|overdue)\b", takes.problem("late"), _OWN),
    rule("late delayed overdue delay", r"\b(?:late|delayed|overdue) (?:delivery|parcel|order|package|shipment)\b|\b(?:delivery|shipping) (?:is|was) (?:\w+ )?(?:late|delayed)\b", takes.problem("late"), _OWN),
    rule("waiting wait waited", rf"\b(?:still |been |we're |i'm |am )(?:still )?waiting (?:for (?:my|the|our|it|them)\b(?! ?(?:\w+ )?(?:refund|money|answer|reply|e-?mail|response|call|confirmation))|(?:for )?(?:\w+ )?{_WAIT}(?: now| already)?(?:(?=[.!,?]|$)| for| already)(?! ?(?:my |the |an? )?(?:\w+ )?(?:refund|money|answer|reply|e-?mail|response)))", takes.problem("late"), _OWN & ~But.DENIED),
    rule("arrived come came here delivered shipped yet", rf"\b{_THING} (?:still |has |have |had )*(?:hasn't|hasnt|haven't|havent|has not|have not|didn't|did not|not|isn't|is not|aren't|wasn't|not yet)(?: been| yet| still)* (?:arrived?|come|here|delivered|shipped|turned up|got here|shown up|reached me|been delivered|there)\b", takes.problem("late"), _SOFT | But.ASKED),
    rule("supposed should due", r"\b(?:was|were) (?:supposed|meant|due) (?:to )?(?:arrive|be (?:here|delivered)|come|on|last|yesterday)\b", takes.problem("late"), _OWN),
    rule("should", r"\bshould have (?:arrived|come|been (?:here|delivered))\b", takes.problem("late"), But.REPORTED | But.OTHERS),
    rule("refund money reimbursed refunded", r"\b(?:i|we)(?:'d| would|'m|'ve| am| have)? ?(?:really |still |just |also |now )?(?:want|need|demand|like|request|requested|requesting|expect|asked for|waiting for|await|awaiting|claim)(?: to (?:get|have|claim|request|ask for))?(?: an?| my| the| for a| full)* ?(?:refund|money back|money|reimbursement)\b", takes.problem("refund"), But.REPORTED | But.OTHERS | But.DENIED),
    rule("refund money reimbursed refunded", r"\b(?:my|the) (?:refund|money)(?: \w+){0,2}? (?:hasn't|has not|haven't|is still|isn't|still|never|not|didn't|is late|is missing|is overdue)\b", takes.problem("refund"), _SOFT | But.ASKED),
    rule("refund money", r"\b(?:haven't|have not|never|didn't|did not|still no)(?: \w+){0,2}? (?:received|got|gotten|get|seen|receive|had)? ?(?:my|the|a|any)? ?(?:refund|money back|money)\b", takes.problem("refund"), _SOFT | But.ASKED),
    rule("refund money back", r"\b(?:give me (?:back )?my money(?: back)?|(?:please )?refund (?:me|my (?:order|money)|it\b|order)|(?:can|could|may) i (?:please )?(?:get|have) (?:my money back|a (?:full )?refund for (?:my|this|order|it)))", takes.problem("refund"), But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED),
    rule("defective faulty malfunctioning defect", rf"\b(?:{_THING}{_BEEN} ?|an? )(?:defective|faulty|malfunctioning|defect)\b", takes.problem("defect"), _OWN),
    rule("work working works stopped", rf"\b{_THING} (?:\w+ )?(?:doesn't|does not|doesnt|won't|wont|don't|do not|isn't|is not|aren't|stopped|has stopped|no longer|suddenly stopped)(?: \w+)? (?:work(?:ing|s)?|turn on|switch on|start|charge|close|open|function|zip)\b", takes.problem("defect"), _SOFT | But.ASKED),
    rule("leaks leak leaking leaked falling broke", rf"\b{_THING} (?:is |are |already |just |has |have |keeps? |started )*(?:leaks|leaked|leaking|leak|falling apart|came apart|fell apart|coming apart|broke)\b", takes.problem("defect"), _OWN),
    # Solved, and how the order stands
    rule("solved resolved sorted fixed settled", r"\b(?:(?:problem|issue|matter|that|it|all|everything|this|case)(?:'s| is| was| has been| got)?(?: now| all| been| already)* (?:solved|resolved|sorted(?: out)?|fixed|settled))\b", takes.problem(None), OWN | But.DENIED),
    rule("arrived here came turned", rf"\b{_THING} (?:has |have |did |just |now |finally |today |already |is |safely )*(?:finally |just |now |safely |already )+(?:arrived|here|came|turned up)\b(?! (?:damaged|broken|torn|wrong|late|in pieces|in the wrong|with))", takes.problem(None), OWN | But.DENIED),
    rule("turned found", r"\b(?:parcel|package|order|item|delivery)(?: \d+)? (?:has |have |finally |just |now |was )*(?:turned up|found)\b", takes.problem(None), OWN | But.DENIED),
    rule("refund", r"\b(?:my |the )refund (?:has )?(?:finally |just |now )?(?:came through|come through|arrived|is here|was paid)\b", takes.problem(None), OWN | But.DENIED),
    rule("refund money", r"\b(?:got|received|have)(?: now| just| finally)* (?:my|the) (?:refund|money(?: back)?)(?: today| now| yesterday)?(?=[.!,]|$| and| thank)", takes.problem(None), OWN | But.DENIED),
    rule("arrived delivered", rf"\b(?:it|(?:the|my|our|this|that)(?: \w+)? (?:order|parcel|package|delivery|shipment)(?: {ORDER})?) (?:has |have |was |were |just |now |finally |already |been |today |yesterday |safely )*(?:arrived|delivered)\b(?! to the wrong| late\b| yet| damaged| broken| torn| in pieces|[^.!?]*(?:damaged|broken|torn|wrong|missing|cracked|ripped|but))", takes.fixed("order_state", "delivered", 0.85), OWN | But.DENIED),
    rule("cancelled canceled", r"\b(?:i|we)(?:'ve| have)?(?: just| already)? cancell?ed (?:my |the |our |this |that )?(?:order|it\b|purchase)", takes.fixed("order_state", "cancelled", 0.85), OWN | But.DENIED),
    rule("cancelled canceled", rf"\b(?:why (?:was|is|has|did)|(?:i )?(?:just )?(?:see|saw|noticed|read)(?: that)?) (?:my |our |the )?order(?: (?:number )?#?{ORDER})?(?: been| was| is| get| has been| got)? cancell?ed\b|\b(?:my|our) order(?: (?:number )?#?{ORDER})? (?:was|got|has been) cancell?ed\b", takes.fixed("order_state", "cancelled", 0.85), But.SUPPOSED | But.DENIED | But.OTHERS),
    rule("shipped dispatched", rf"\b(?:my|our) order(?: (?:number )?#?{ORDER})? (?:was|got|has|has been|is)(?: already| just| finally)? (?:shipped|dispatched)\b", takes.fixed("order_state", "shipped", 0.85), OWN | But.DENIED),
    rule("returned sent", r"\b(?:i|we)(?:'ve| have)?(?: just| already)? (?:returned (?:my|the|this) (?:order|parcel|package)|sent (?:it|(?:my|the|this) (?:order|parcel|package)) back)\b", takes.fixed("order_state", "returned", 0.85), OWN | But.DENIED),
)  # fmt: skip
