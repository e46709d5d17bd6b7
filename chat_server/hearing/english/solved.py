"""That a problem is none any more."""

from __future__ import annotations

from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.contact_details import ORDER
from chat_server.hearing.rule import But, Heard, rule
from chat_server.hearing.takes import LIKELY, problem

from .words import GREETING

_SOFT = But.SUPPOSED | But.REPORTED
_SOLVED = _SOFT | But.ASKED | But.DENIED
# What is or was wrong: an order by its number, a thing of theirs, or only "that".
_IT = (
    r"(?:(?:order |parcel |number )*#?(?P<o>\d{4,8})|it|that|this|they|all|everything|both|that one|the one"
    r"|(?:the|my|our|that|this|those|these)(?: [\w'-]+){0,3}? [\w'-]+)"
)
_IS = r"(?:'s|s|'re| is| are| was| were| has been| have been| got| has| have|'ve been)"
_NOW = r"(?: (?:all|now|again|already|finally|just|also|both|completely|fully|totally|perfectly|been|thankfully|at last|as well|too))*"
_RIGHT = (
    r"(?:sorted(?: out)?|solved|resolved|fixed|repaired|mended|replaced|exchanged|settled|dealt with|taken care of|put right|cleared up|refunded"
    r"|as good as new|like new|working (?:again|now|fine|perfectly)|in order(?: again| now)|no (?:longer|more) an? (?:problem|issue)|not an? (?:problem|issue) any ?more)"
)
_NOT_YET = r"(?<!until )(?<!when )(?<!once )(?<!if )(?<!before )(?<!want )(?<!need )(?<!get )(?<!have )(?<!till )(?<!unless )"
_WHO = r"(?:you|you guys|they|he|she|we|i|somebody|someone|(?:your|the|a) [\w'-]+(?: [\w'-]+)?)"
_CAME = r"(?:came|arrived|turned up|showed up|got here|reached me|landed|was delivered|is here|are here|is with me|made it)"


def _over(heard: Heard) -> Iterator[Statement]:
    """Of the order that is named, or of whatever was wrong."""
    order = heard.match["o"] if heard.has("o") else None
    yield heard.statement("open_problem", None, confidence=LIKELY + 0.05, subject=order)


RULES = (
    rule("sorted solved resolved fixed repaired mended replaced exchanged settled dealt taken put cleared closed history refunded good like working order longer more anymore", rf"\b{_NOT_YET}{_IT}{_IS}{_NOW} {_RIGHT}\b(?! (?:by|until|soon|before|tomorrow|as soon|for me please|please|under|in|the)\b)", _over, _SOLVED),
    rule("fixed repaired mended replaced solved sorted exchanged sent put", rf"\b{_WHO}(?:'ve| have| has|'s)?(?: now| just| already| kindly| finally| since| quickly)* (?:(?:fixed|repaired|mended|replaced|solved|sorted|exchanged|put right|sorted out) (?:it|them|that|this|everything|the|my|our|order)|sent (?:me |us )?(?:a new|the right|the correct|the missing|another|a replacement))\b(?! wrong)(?![^.!?]* (?:but|still|again (?:torn|broken|wrong))\b)", _over, _SOLVED),
    rule("works work working", rf"\b{_IT} (?:now |all )*(?:works?|is working|are working)(?: again| now| fine| perfectly| like new| as it should)+(?=\s*[.,!]|\s*$| thanks| and\b| since)", _over, _SOLVED),
    rule("problem problems issue longer more anymore", r"\b(?:no (?:more )?(?:problems?|issues?)(?: with (?:it|that|them|the \w+))? (?:any ?more|any longer|now)|no longer (?:an? )?(?:problem|issue)|(?:is|are|'s)(?: not|n't) an? (?:problem|issue) any ?more)\b", _over, _SOFT | But.ASKED),
    rule("neighbour neighbor neighbours neighbors reception caretaker porter concierge colleague", r"\b(?:neighbou?rs?|reception|caretaker|porter|concierge|colleagues?|postman|landlord|flatmate)(?: next door| upstairs| downstairs)? (?:had|has|took|kept|has had|had taken|accepted) (?:it|them|my parcel|the (?:parcel|package|box)|everything)\b", _over, _SOFT | But.ASKED),
    rule("close consider", r"\b(?:you (?:can|may)|please|feel free to|just) (?:close|consider) (?:this|the|my|that|it)(?: (?:case|ticket|complaint|matter|issue|request|problem|one))?(?: (?:as )?(?:closed|solved|resolved|settled|done))?\b", _over, _SOFT | But.ASKED | But.DENIED),
    rule("need further", r"\bno (?:need|reason) to (?:look|search|do (?:anything|something)|chase|worry|investigate|bother|send (?:a new|another)(?: one)?)(?: (?:for it|about it|into it))?(?: any ?more| any longer| further| now)|\bno further (?:help|action) (?:needed|required)\b", _over, _SOFT | But.ASKED),
    rule("right correct missing other new second replacement lost", rf"\bthe (?:right|correct|missing|other|new|second|lost|replacement)(?: [\w'-]+){{0,2}} (?:has |have |finally |just |now |also |at last )*{_CAME}\b(?! (?:damaged|broken|torn|wrong|late))", _over, _SOLVED),
    rule("turned arrived come came here showed got reached delivered found landed 0", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|so) )(?:order |parcel |number )*#?(?P<o>\d{{4,8}}) (?:has |have |finally |just |now |also |did |is |was |safely |been )*(?:turned up|arrived|come|came|here|showed up|got here|reached me|delivered|found|landed|in my hands)\b(?! (?:damaged|broken|torn|wrong|late|yet|on time))(?![^.!?]* (?:but|torn|broken|damaged|wrong|missing)\b)", _over, _SOLVED),
    rule("all", r"\ball (?:good|fine|well|sorted|ok|okay) (?:now|again|in the end)\b", _over, _SOLVED),
    rule("solved resolved sorted fixed settled", r"\b(?:(?:problem|issue|matter|that|it|all|everything|this|case|one|that's)(?:'s| is| was| has been| got)?(?: now| all| been| already)* (?:solved|resolved|sorted(?: out)?|fixed|settled))\b", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("forget mind ignore", r"\b(?:forget|never ?mind|ignore) (?:about )?(?:the|my) (?:missing|late|lost|broken|torn|damaged|wrong)\b", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("came arrived", r"\b(?:the|my|our) (?:\w+ )?(?:order|parcel|package|delivery|boots|jacket|mug|hat|sweater|tent|blanket|backpack|fleece|socks|gloves|one)(?: has| have)? (?:finally |just |safely )?(?:came|arrived|come|turned up|got here) (?:today|yesterday|this (?:morning|afternoon)|at last|after all|safely|safe and sound|in one piece|now|in the end)(?=\s*[.,!]|\s*$)(?!,? (?:but|and (?:it|the|one|is|there)))", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("alarm", r"\bfalse alarm\b", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("found", r"\b(?:never ?mind|nvm|forget it|all good|update|good news|sorry|turns out)\b[^?\n]{0,30}\bfound (?:it|them|the (?:parcel|package|box))\b|^(?:i |we )?(?:'ve |have )?(?:just )?found (?:it|the (?:parcel|package)) (?:at|with|behind|in|under)\b", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("here arrived came turned", r"\b(?:it|they|everything|(?:the|my|our)(?: \w+){0,2} (?:order|parcel|package|replacement|delivery|boots?|jacket|one|ones|hat|sweater|mug|mugs|socks|gloves|refund|tent|blanket|backpack|fleece))(?:'s| is| has| have|'ve| are| did| was)?(?: just| now| finally| today| already| safely| both)* (?:finally |just |now |safely |already )+(?:arrived|here|came|turned up|in my hands)\b(?! (?:damaged|broken|torn|wrong|late|in pieces|in the wrong|with))|\b(?:it's|its|it is|they're|they are|all) here(?: now)?(?=[.,!]| and all| finally|\s*$| so)(?!\?)", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("replacement exchange new", r"\b(?:the )?(?:replacement|exchange|new (?:one|ones|pair|jacket|boots|mug|hat|sweater))(?: has| have| is| are)?(?: just| now| finally| already| also| safely)* (?:arrived|came|here|got here|turned up|is here)\b(?! (?:damaged|broken|torn|wrong|late|in pieces|in the wrong|with))", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("turned found showed", r"\b(?:parcel|package|order|delivery|it|jacket|boots|hat)(?: \d+)? (?:has |have |finally |just |now |was |did )*(?:turned up|found|showed up|been found)\b(?! (?:damaged|broken|torn|wrong|late|in pieces|in the wrong|with|empty))", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("refund", rf"\b(?:my |the )?refund(?: for (?:order )?#?{ORDER})? (?:has |have )?(?:finally |just |now )*(?:came|come|arrived|is here|was paid|hit my|landed|reached|is in)\b", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("refund money", r"\b(?:got|received|have)(?: now| just| finally)* (?:my|the) (?:refund|money(?: back)?)(?: today| now| yesterday| this morning| back)*(?=[.!,]|$| and| thank)", problem(None), _SOFT | But.ASKED | But.DENIED),
    rule("all everything", rf"^{GREETING}(?:it's |everything's |everything is |that's )?all (?:good|fine|well|sorted|ok|okay) (?:now|again|here|in the end)\b", problem(None), _SOFT | But.ASKED | But.DENIED),
)  # fmt: skip
