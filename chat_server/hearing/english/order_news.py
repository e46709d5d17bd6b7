"""Verbs that say what became of an order, and words that say that all is well, in English."""

from __future__ import annotations

import re

from chat_server.hearing.order_news import BARE_ORDER, Clear, Orders

from .words import KIN

TURN = re.compile(
    r"[;:()–—]|\s-+\s|,? \b(?:but|because|so|although|while|whereas|though|until|when|once|if|since|than|instead of|rather than)\b|,? and (?=i\b|i'|we\b|you\b|it\b|it'|the\b|he\b|she\b|they\b|my\b|please|can\b|could\b|do\b|does\b|is\b|are\b|now\b|want|need|would|looking|that)"
    r"|, (?=i\b|i'|we\b|you\b|it\b|it'|he\b|she\b|they\b|my\b|please|can\b|could\b|do\b|does\b|is\b|are\b|what|how|which|want|need|looking|now\b|would|ideally|preferably|maybe|thinking)"
)
_STATES = re.compile(
    r"\b(?:(?P<returned>returned|(?:sent|send|posted|shipped|mailed|took|taken|brought|given|gave|dropped)(?: (?:it|them|everything|the \w+|order|parcel|that|#?\d+))* (?:back|off for return)|on (?:its|the) way back)"
    r"|(?P<cancelled>cancell?ed|called off|scrapped|withdrawn|annulled|withdrew|pulled the plug on|backed out of)"
    r"|(?P<shipped>(?:been |was |is |has |got |just |already |finally )+(?:shipped|dispatched|posted|sent(?: out)?)|shipped|dispatched|on (?:its|the) way|in transit|out for delivery|left (?:the|your) (?:warehouse|depot|store)|handed (?:over )?to (?:the courier|dhl|ups|the carrier))"
    r"|(?P<delivered>delivered|arrived|came|has come|turned up|showed up|got here|reached (?:me|us)|landed|made it|in my hands|in hand|dropped off|handed over|is here|here now|(?:was|is|were|lay|left|waiting|sat|sitting) (?:waiting )?(?:on|at|by|outside|in front of) (?:the|my|our) (?:\w+ )?(?:doorstep|door|porch|doormat|mat|step|steps|gate)|(?:i |we |i've |we've |have |just |finally |now )(?:just |finally |now |already |got |have )*(?:got|received|collected|picked up|fetched|unpacked|opened))"
    r"|(?P<placed>placed|put in|put through|just ordered|just bought))\b"
)
_ORDER = re.compile(
    r"\b(?:(?:my |our |the |an? |new )*(?:(?:parcel|package|delivery|box|shipment) (?:with|of|for|from) (?:my |the )?)?(?:order|purchase|parcel|package)(?: number| no\.?| nr\.?)?:? #?(?P<n>\d{5,8})(?![ -]?\d)|(?:my|our) (?:\w+ )?order(?! \w*\d)(?!s))|"
    + BARE_ORDER
)
_FOREIGN = re.compile(
    rf"\b(?:(?:my|our|a|the|his|her|their)(?: \w+)? {KIN}(?:'s|s')?|{KIN}'s|hers?|his|theirs?|your) (?:\w+ )?(?:order|parcel|package|purchase)?|\bpostcode|\bzip\b|\binvoice|\btracking (?:code|number|no)|(?:is|was) (?:not mine|(?:my |our |a )?{KIN})|called \w+, ordered"
)
_NOT_DONE = re.compile(
    r"n't\b|\b(?:not|never|no|nothing|hardly|yet|still|says|said|tracking|marked|shows|supposedly|allegedly|apparently|refund|money|invoice|the wrong \w+|wrong (?:address|house|door|person))\b"
)
_NO_NEWS = re.compile(
    r"\b(?:damaged|broken|torn|wrong|missing|cracked|ripped|instead|late|soaked|dirty|defective|faulty|smashed|dented|scratched|empty|never|not|without|holes?|stains?|if|unless|refund|his|her|their|supposed|should|due|meant to|expect\w*|hop(?:e|ing)|still|overdue|waiting|yet|neighbour'?s?|friend'?s?|sister'?s?|brother'?s?)\b|n't\b"
)
_NOT_YET = re.compile(
    r"\b(?:to|will|'ll|can|could|may|might|would|please|be|being|gets?|when|before|until|once|should|want|need|how|why|going|than|since|after|who|whether|wish)(?: (?:be|been|get|it|i|have|has|is))* ?\Z"
)
_TROUBLED = re.compile(
    r" (?:(?:\w+ )?but (?:not|nothing|never|to |the wrong|there|i (?:haven't|didn't|never|have nothing|don't have|can't find (?:it|them|the (?:parcel|order|package)|any)))|to (?:the wrong|someone|somebody|my neighbour)|by (?:mon|tues|wednes|thurs|fri|satur|sun)day|without|with (?:no|only)|in (?:the wrong|pieces)|tomorrow|next|soon|too)\b"
)
_CLEAR = re.compile(
    r"\b(?:panic over|nothing (?:left|more|else)(?: now)? to (?:sort(?: out)?|fix|do|settle|solve|clear up)|all clear|all (?:good|fine|sorted|well|here|there)(?: now| again)?|(?:that's|all|it's|is|been|was|gets?|got|been) (?:now )?(?:sorted|settled)|no harm done|never ?mind|nvm|crisis averted|problem solved|case closed|mystery solved|false alarm|(?:as )?good as new|like new|works? (?:fine|again|perfectly|now|a treat|like a charm)|runs? (?:fine|again|smoothly)"
    r"|fixed|mended|repaired|you've (?:paid|refunded|sorted|fixed)|(?:the |my )?(?:money|refund)(?: (?:for|from|of) (?:my |the )?(?:order )?#?\d+)?(?:'s| is| has| was)? (?:in|arrived|landed|come|came|here|back|there|on my)|(?:it|they|that)(?: was| were|'d been| had been) (?:behind|under|at|in|with (?:the|my)|next door|hiding|sitting|there all along|lying)(?: \w+){0,4}"
    r"|(?:turned|showed) up|all along|\bsorted(?=\s*[.,!]|\s*\Z)|found (?:it|them|the \w+)|(?:it|they|everything|all)(?:'s| has|'ve| have| is| are)? (?:finally |just |now |already |both )?(?:came|come|arrived|here)(?= while| just| right| the minute| as i|\s*[.,!]|\s*$| (?:today|yesterday|this|at last|after all|finally|safely|ok|fine|on))|(?:the |\A\W*)(?:right|new|other|missing|correct|replacement|second|lost|proper)(?: \w+){0,2} (?:(?:is|are) (?:here|on|fine|with|in|great|perfect|there)|came|arrived|has come|have come|has arrived|have arrived|turned up|got here|reached|fits?)"
    r"|(?:one|hood|boot|lid|strap|rest|parcel|jacket|boots|hat|socks|box|replacement|package|mug|refund)s? (?:came|arrived|turned up|is here|are here|has come|have come|has arrived)(?=\s*[.,!]|\s*$| (?:today|yesterday|this|at last|after all|finally|safely|ok|fine|on))|(?:you can|please|feel free to|let's) close|close (?:the|this|that|my) (?:case|ticket|one)|no complaints?|on (?:the|my) (?:bank )?(?:statement|account) (?:now|today)|just seen it|refunded|got (?:my|the) money|(?:replacement|new|repaired)(?: (?:one|\w+))? works\b|stopped (?:leaking|squeaking)|back from (?:the )?repair|consider (?:it|this|that) (?:closed|done|settled)|(?:are|is) on my feet|resolved|solved|no longer (?:a|an) (?:problem|issue)|don't (?:need to )?(?:worry|bother) (?:about it )?any ?more)\b"
)
_UNCLEAR = re.compile(
    r"n't (?!worry|bother|need)|\b(?:not|never(?! ?mind)|until|till|when|if|hope|hoping|unless|still|before|once|would|could|should|can you|will|want|need|please (?:fix|repair|send)|nothing|nobody|how|hanging|loose|fast|quick\w*|in (?:pieces|bits|a)|rip\w*|box|damaged|broken|torn|wrong|short|missing (?!one|part|\w+ (?:came|is|are|has|arrived))|without|late|stain\w*|holes?|instead|only one|but)\b|\?"
)
ORDERS = Orders(
    _STATES, _ORDER, TURN, _NO_NEWS, _NOT_YET, _TROUBLED, _FOREIGN, _NOT_DONE, far=False
)
CLEAR = Clear(_CLEAR, _UNCLEAR)
