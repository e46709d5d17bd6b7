"""Requests about memory in English."""

from .tongue import Tongue

_RELATIVE = (
    r"(?:(?:step|grand|god)?(?:sister|brother|mother|father|daughter|son|child|children|kids?|parents?|m[ou]m|dad|nan|gran)|"
    r"wife|husband|partner|spouse|boyfriend|girlfriend|fianc[eé]e?|friend|flatmate|roommate|mate|cousin|aunt|uncle|niece|nephew|"
    r"neighbou?r|boss|colleague|grand(?:ma|pa)|baby|twins?)(?:-in-law)?"
)
_SOMEBODY = rf"(?:(?:my|our|the|a)\s+(?:\w+\s+)?{_RELATIVE}|s?he|they|him|her|them)"
_END = (
    r"(?=\s*(?:$|[?.!,;:)]|[-\u2013\u2014]|\b(?:is|was|are|again|please|pls|now|for me|from me|of mine|to you|you|too|as well|i|any ?more|"
    r"at all|and|or|by any chance|on file|on record|in your|according|then|exactly|yet|still|already|actually|btw|lol|mate)\b))"
)
_FILLER = (
    r"(?:\s+(?:what|which|when|where|who|how|if|whether|is|was|are|were|be|about|of|again|please|for me|exactly|me|you|it|that|"
    r"the|on|on file|to|ever|already|got|down|as|still|even|just|perhaps|maybe|any|a note of|note of|record of))*"
)
_RECALL = r"(?:remember|know|recall|recollect|have|got|keep|kept|hold|store|note|see|say|tell me|remind me|give me|repeat|forget)"
_YOU = r"(?:you|u|ya|ye|your system|the system|the bot|y'all|you guys|you people|the shop)"
_ASKS = (
    rf"(?:(?:do|did|can|could|would|will|don't|didn't|does|has|have)\s+{_YOU}\s+(?:still\s+|even\s+|happen\s+to\s+|by any chance\s+|actually\s+|"
    rf"also\s+|really\s+|perhaps\s+|maybe\s+|please\s+|not\s+|already\s+|ever\s+)*{_RECALL}|"
    rf"have {_YOU} (?:got|kept|saved|noted|remembered|stored|recorded|written down|forgotten|any note of|a note of|any record of)|"
    r"(?:you|u) (?:still )?(?:remember|know|recall|have|got)|(?:still )?remember|"
    r"(?:remind|tell|give|show|read) me(?: back)?|(?:any|no) (?:idea|clue|note|record)|"
    r"what(?:'s|s| is| was| are| were| would be)?|which(?: is| was| are)?|when(?:'s|s| is| was)|where(?:'s|s| is| was)|who(?:'s|s| is| was| are)|"
    r"(?:did|have|had|do|could) i (?:ever |already |even |actually |once |maybe |at some point )?(?:tell|told|give|given|gave|mention(?:ed)?|sa(?:y|id)|share[d]?|"
    r"leave|left|send|sent|write|written|wrote|enter(?:ed)?)|i (?:ever )?(?:told|gave|mentioned))"
)
_AND = r"(?:^\W*(?:and|or|but|so|ok|okay|also|then)|\b(?:what|how) about)\s+"
_MINE = r"(?:my|our)(?:\s+(?:own|current|usual|correct|right|new|old|actual|real|exact|last|latest|saved|stored|registered|other))*"
_SAID = r"(?:tell|told|give|gave|given|say|said|mention(?:ed)?|ask(?:ed)?|want(?:ed)?|wear|take|like|love|prefer(?:red)?|choose|chose|pick(?:ed)?|wish(?:ed)?|state|name|share|leave|write|send|set|register|enter|use|have|hold|play|speak|live|work|did)"
_HELD = r"(?:do|did|have|has|are|is|was|were)\s+(?:you|u|there|we|in|on|saved|stored|noted|known|registered|linked|attached)"
_FOR_ME = r"(?:\b(?:for|of|about|from|on|under|with|by)\s+(?:me|us|file|record|my name|my (?:account|profile|file|record))\b|\b(?:saved|stored|noted|written|remembered|registered|kept|recorded)\b)"

ENGLISH = Tongue(
    script=r"[a-z]",
    nouns={
        "email": r"e-?mails?(?: address(?:es)?| id)?|mail address",
        "phone": r"(?:(?:tele)?phone|mobile|cell(?:phone)?|telephone|contact|handy|tel)(?: numbers?| no)?|number",
        "order_number": r"order (?:numbers?|no|id|reference|ref)|(?:booking|purchase|reference) number",
        "company_role": r"(?:company |work )?(?:job|role|position|profession|occupation|function)(?: title| description)?|job",
        "company": r"company(?:'s)?(?: name)?|employer|firm|workplace|business|organi[sz]ation",
        "name": r"(?:first |last |full |sur|family |middle |real )?names?",
        "size": r"(?:(?!my\b)[\w-]+ ){0,2}sizes?|measurements?",
        "colour": r"(?:fav(?:ou?rite|e)?|preferred|best|usual|go-to)? ?colou?rs?",
        "budget": r"budget|price (?:range|limit)|spending limit|(?:upper |price )?limit|maximum price",
        "delivery_place": r"(?:delivery|shipping|postal|mailing|drop-?off) (?:address|place|location|instructions?|point|details?)|delivery spot|pick-?up (?:point|place)",
        "home|delivery_place": r"(?:street |full |post )?address(?:es)?",
        "home": r"home(?: ?town| city| address| country)?|city|town|country|village|place(?: of (?:living|residence))?|residence|whereabouts|location",
        "occasion_date": r"(?:\w+ )?(?:wedding|birthday|b-?day|party|anniversary|trip|graduation|christening|holidays?|vacation|marathon|race|exam|event|occasion|journey|big day)(?: date| day)?|dates?|big day",
        "occasion": r"(?:special )?occasions?|event",
        "household": r"household|family|kids?|children|dogs?|cats?|pets?|flat ?mates?|living situation",
        "preferred_channel": r"(?:preferred |favou?rite |usual )?(?:contact (?:preferences?|method|channel|way)|way (?:to|of) be(?:ing)? (?:contacted|reached)|channel|means of contact|communication preferences?)|preferred contact",
        "preferred_hour": r"(?:preferred|best|favou?rite|usual)? ?(?:calling |call |contact |delivery )?(?:times?(?: of day)?|hours?|time slot|slot)",
        "form_of_address": r"(?:preferred )?(?:form of address|title|pronouns|salutation)",
        "language": r"(?:preferred |native |favou?rite |first )?languages?|mother tongue",
        "order_state": r"order(?:'s)? (?:state) (?:as i told you|i (?:told|gave|mentioned).*)",
        "open_problem": r"(?:open |last |current )?(?:problems?|issues?|trouble)(?: with [\w\s]{1,30})?",
        "complaint": r"(?:last )?complaints?",
        "praise": r"(?:praise|compliments?|feedback)",
        "suggestion": r"(?:last )?(?:suggestions?|proposals?|ideas?)",
        "product_disliked": r"dislikes|no-gos?",
        "product_liked": r"likes|tastes?|favou?rites?(?: products?| items?)?|preferences",
        "product_owned": r"(?:gear|wardrobe|past purchases|belongings)",
        "product_interest": r"(?:interests?|wish ?list|product interests?)",
        "promise": r"promises?",
    },
    asks=(
        # "what's my size", "do you remember my name", "and my phone number?"
        rf"\b{_ASKS}{_FILLER}\s+{_MINE}\s+{{noun}}{_END}",
        rf"(?:{_AND}|^\W*){_MINE}\s+{{noun}}(?=\s*(?:\?|please|too\b|then\b|again\b|$))",
        # "which size did I ask for", "what budget did I give you", "what role do I have"
        rf"\b(?:what|which|whats|what's)(?: was the| is the| exact| kind of| sort of)?\s+(?:(?:[a-z-]+\s+)??{{noun}})\s+(?:(?:do|did|have|had|was|is) )?i\s+(?:ever |already |once |usually |normally |actually )?{_SAID}\b",
        # "which e-mail do you have of me", "what dates are noted"
        rf"\b(?:what|which|whats|what's)(?: the| other)?\s+{{noun}}\s+(?:of mine )?{_HELD}\b.{{0,25}}?{_FOR_ME}",
        # "do you have an e-mail address for me", "is there a phone number on file"
        rf"\b(?:do|have|has|did|is|are)\s+(?:{_YOU}|there)\s+(?:still |already |actually )?(?:have |got |know |saved? |kept |noted? |stored? |wr(?:ite|itten|ote) down )?(?:a|an|any|the|some)\s+{{noun}}\s.{{0,20}}?{_FOR_ME}",
        # "did I tell you a size", "have I ever mentioned an address"
        r"\b(?:did|have|had) i (?:ever |already |even |actually |once )?(?:tell|told|give|given|mention(?:ed)?|sa(?:y|id)|share[d]?|leave|left|state[d]?|name[d]?|specif(?:y|ied)|set)(?: to)?(?: you| u)?(?: about)? (?:a|an|any|which|what|the|some|my) (?:\w+ )?{noun}\b",
    ),
    also=rf"(?:\b(?:and|or)|,)\s+(?:also\s+|what(?:'s| is)?\s+|about\s+)*(?:{_MINE}\s+)?{{noun}}{_END}",
    wholes={
        "name": r"\bwho (?:am i|i am)\b(?! \w+ing\b)|\bwhat (?:am i|i am|i'm) called\b|\bwhat do (?:they|people) call me\b|\bknow me by name\b|\bhow did i (?:introduce|call) myself\b",
        "home": r"\b(?:where|which (?:city|town|country|place)|what (?:city|town|country|place)) (?:exactly )?(?:do|did|am|was|have) (?:i|we) (?:now |currently |actually |really )?(?:liv(?:e|ed|ing)|reside|stay|from|based|come from|located|at home|mov(?:e|ed) to|say i live)\b"
        r"|\b(?:know|remember|recall|tell me|guess|idea|told you|say|said|mention(?:ed)?) (?:\w+ )?(?:where|what (?:city|town|country)|which (?:city|town|country)) (?:i|we)(?:'m| am|'re| are)? ?(?:live|from|based|at home|living|come from)\b"
        r"|\bhow (?:long|far|much).{0,40}\bto where i live\b",
        "email": r"\b(?:where|to which address|what address|which address) (?:do|will|would|did|can) (?:you|u) (?:send (?:my )?e-?mails|e-?mail me|write to me)\b",
        "phone": r"\b(?:what|which) number (?:do you have|can you|did i give|do i have|will you|would you)\b|\bon (?:what|which) number\b.{0,20}\bme\b",
        "order_number": r"\b(?:what|which) order (?:number )?(?:did i|have i|was i|i) (?:ask|tell|told|mention|give|gave|talk|writ|complain|enquir)|\bwhich (?:order )?number was (?:my order|it)\b|\bwhich order was mine\b",
        "order_state": r"\b(?:did|have) i (?:tell|told|mention|say|said).{0,20}\b(?:my |the )?(?:order|parcel|package)s? (?:\d+ )?(?:had |has |was |is )?(?:arrived?|come|came|delivered|shipped|cancelled|returned)\b",
        "open_problem": r"\bwhat (?:problem|issue|trouble)s? (?:do|did|have|had|was|am) i\b|\bwhat (?:was|is|went|had gone) wrong with my\b|\bwhat (?:was|is) (?:broken|damaged)(?: again)?\??$|\bwhat did i report\b|\bwhat(?:'s| is) (?:still )?open (?:with|for) me\b|\bdo i have (?:an?|any) open (?:problem|issue|case|complaint)",
        "product_interest": r"\bwhat (?:am|was|were|did) (?:i|we) (?:\w+ )?(?:look(?:ing)? for|interested in|search(?:ing)? for|shopping for|after\b|thinking of buying|planning to buy|want(?:ing)? to buy|shop for)|\bwhich (?:product|item|thing)s? (?:was|am|did|were) i (?:interested|look|want)",
        "product_disliked": r"\bwhat (?:don't|do not|didn't|did not) i (?:\w+ )?(?:like|love|enjoy)\b|\bwhat (?:do|did) i (?:\w+ )?(?:dislike|hate|detest|not like|not want|like least)\b|\bwhat i (?:don't|do not) (?:\w+ )?like\b|\bwhat(?:ever)? i (?:hate|dislike)\b|\bwhich \w+ (?:do|did) i (?:hate|dislike|not like)\b",
        "product_liked": r"\bwhat (?:do|did) i (?:really |especially )?(?:like|love|fancy|enjoy)\b(?! to (?:be|spend)| (?:most|best))|\bwhat i (?:really |especially )?(?:like|love|fancy)\b|\bwhich (?:product|item|thing|jacket|sweater|boot|of your products|one)s? (?:do|did) i (?:like|love|fancy)\b",
        "product_owned": r"\bwhat (?:do|did) i (?:already )?own\b|\bwhat have i (?:already )?(?:bought|purchased|got from you)\b|\bwhich (?:of your |product|item|thing|jacket|boot|sweater)\w*(?: \w+)? (?:do|did|have) i (?:already )?(?:own|have|bought|got)\b|\bwhat do i (?:already )?have from you\b|\bwhat i (?:already )?own\b",
        "size": r"\b(?:what|which) size (?:am i|i am|i'm|do i (?:usually |normally )?(?:wear|take|have)|was i|did i|i (?:wear|take|said|told))\b|\bhow (?:big|large|tall) (?:am i|are my feet)\b",
        "colour": r"\b(?:what|which) colou?rs? (?:do|did|was|would|am) i (?:\w+ )?(?:like|love|prefer|want|say|choose|after|into|tell|mention|pick)\b|\b(?:what|which) colou?r (?:is|was|are|were) (?:my|the one i)\b(?! order\b)",
        "budget": r"\bhow much (?:do|did|can|could|was|would|am|had|have) i (?:\w+ )*?(?:spend|pay|willing to|spending|afford|invest|budget)\b|\bwhat (?:was|is|'s)? ?(?:the most|the maximum) i\b|\bmy (?:price )?limit again\b",
        "occasion_date": r"\bwhen (?:am|do|did|are|is|was|will|shall|were) (?:i|we|it) .{0,20}?(?:marr(?:y|ied)|wed\b|travel(?:ling)?|leav(?:e|ing)|graduat(?:e|ing)|celebrat(?:e|ing)|need (?:it|them|this) by|birthday|born)\b|\bhow (?:long|many days|soon)(?: is it)? (?:until|till|to|before|left (?:until|till|before)) (?:my|our|the)\b.{0,20}(?:wedding|birthday|trip|party|anniversary|graduation|event|holiday|vacation|race|exam)"
        r"|\b(?:what|which) (?:date|day|month) (?:is|was|are|were|did i (?:say|tell you|give)).{0,20}\b(?:wedding|birthday|trip|party|anniversary|graduation|event|holiday|occasion|christening|race|exam)|\bwhen(?:'s| is| was) (?:my|our|the) (?:\w+ )?(?:wedding|birthday|party|anniversary|trip|graduation|christening|exam|race|marathon|event|holiday)\b(?! sale| offer)"
        r"|\bby when do i need\b",
        "occasion": r"\bwhat(?:'s| is| was) the (?:special )?occasion\b|\bwhat (?:am|are|was|were) (?:i|we) (?:celebrating|shopping for|buying (?:it|this|that|them) for)\b|\bwhat (?:occasion|event) (?:did|was|is|do|am)\b|\bwhat (?:is|was) (?:the gift|the present|it all|all this) for\b",
        "delivery_place": r"\bwhere (?:do|will|would|did|should) (?:you|u) (?:deliver|ship|send) (?:my|our)\b|\bwhere (?:\w+ )?(?:do|did|will|would|should|shall|are|were|is|was|can|have) (?:you|u|it|they|i|we|my|our|the|this|that)\b(?!r? (?:ship|deliver)\??$).{0,40}\b(?:deliver(?:ed|ing)?|ship(?:ped)?|sent?|dropped|left|go to)\b(?<!where do you deliver)(?<!where do you ship).{0,25}(?:\bmy\b|\bme\b|\bi\b|\bto\?|$)"
        r"|\b(?:what|which) (?:address|place) (?:do|did|will|would|should|are|is) (?:you|i|my|it|we).{0,30}\b(?:deliver|ship|sen[dt])|\bto (?:what|which) (?:address|place)\b.{0,30}(?:deliver|ship|sen[dt])",
        "preferred_channel": r"\bhow (?:will|would|should|shall|can|do|are|did|may) (?:you|u|we|your colleagues?|someone|somebody|they) (?:going to |want to |best )?(?:contact|reach|call|get (?:in touch with|back to|hold of)|write to|let|tell|inform) (?:me|us)\b|\bhow (?:do|did|would|should|am|can|have) i (?:\w+ )*?(?:be|to be) (?:contacted|reached|called|informed|told)\b|\bhow (?:do|did|would) i (?:want|like|prefer|ask)(?: for)? (?:you )?to (?:contact|reach|get)|\b(?:by|via) (?:which|what) (?:channel|means|way).{0,30}\b(?:me|i)\b",
        "preferred_hour": r"\b(?!.*promis)(?:when|what time|at what time|which time|which hours?)\b.{0,12}\b(?:can|should|may|could|would|do|did|am|is it|was it) (?:you|i|u|best|your colleagues?)\b.{0,30}\b(?:call(?:ed)?|reach(?:ed|able)?|ring|contact(?:ed)?|phone[d]?|available|free|at home|rung|catch)\b(?!.{0,12}\b(?:you|your|someone|somebody|a person|support)\b)",
        "form_of_address|name": r"\bhow (?:do|did|should|will|would|are|can|may|shall) (?:you|i|u) (?:\w+ )*?(?:address(?:ed)?(?: me)?|called|call me)\b|\bwhat (?:do|will|should|would|are|did) (?:you|i|u) (?:\w+ )*?(?:call me|be called|want to be called|ask to be called)\b",
        "language": r"\b(?:what|which|in (?:what|which)) languages? (?:do|did|am|should|shall|would|will|are) (?:i|we|you) (?:\w+ )*?(?:speak|prefer|want|write|writing|speaking|talk|like|cho(?:o)?se|ask)",
        "complaint|open_problem": r"\bwhat (?:did|was|were|have|had) i (?:\w+ )?(?:complain(?:ed|ing)?|unhappy|not happy|angry|annoyed|upset|grumbl)|\b(?:did|have) i (?:ever |already )?complain",
        "praise": r"\bwhat (?:did|have) i (?:ever )?(?:praised?|complimented?|like (?:most|best)|enjoy (?:most|best))\b|\bdid i (?:ever )?praise\b",
        "suggestion": r"\bwhat (?:did|have) i (?:ever )?(?:suggest(?:ed)?|propose[d]?|recommend(?:ed)?|advise[d]?)\b|\bdid i (?:ever )?suggest\b",
        "promise": r"\b(?:what|when|which|by when|until when|how soon|who|has|have|did|any)\b(?!.{0,40}\b(?:i was promised (?:a|the|that)|you promised (?:a|the|that)|and)\b).{0,50}\bpromis(?:e|es|ed)\b|\bpromised me (?:what|anything)\b|\bwhat (?:were|are|did|have|has) (?:you|your colleagues?|they|the (?:lady|man|agent|colleague|person)) (?:\w+ )*?(?:say|said|going to do|agreed|agree|do for me|commit)\b.{0,25}\b(?:for me|do|me)\b|\bany (?:news on|word on) (?:the|your|that) promise\b",
        "household": r"\bhow many (?:kids|children|dogs|cats|pets|people|of us|animals|sons|daughters|flatmates)\b.{0,25}\b(?:i|we|my|our|me|us)\b|\bwho (?:do|did) i (?:live|share) |\bwho (?:lives|is living) with me\b|\bwho(?:'s| is| else is) in my (?:household|family|home)\b|\bdo i (?:even )?have (?:any |a |an )?(?:kids|children|dog|cat|pets?|wife|husband|partner|son|daughter|family)\b|\b(?:what|which|what kind of) (?:pets?|animals?) (?:do|did) i\b|\b(?:tell|told|mention(?:ed)?|say|said|remember|know|about)\b.{0,25}\b(?:i have|my|i've got|i had) (?:a |any |two |three )?(?:kids|children|dogs?|cats?|pets?)\b",
        "company": r"\bwhere do i work\b|\bwho(?:m)? (?:do|did|am) i (?:work(?:ing)? (?:for|at)|with|buying for)|\bwho(?:'s| is) my (?:employer|boss)\b|\b(?:which|what) (?:company|firm|employer|business) (?:do|am|did|was|is) i\b|\bwhere i work\b",
        "company_role": r"\bwhat do i do (?:for (?:a living|work)|there|at (?:work|my)|professionally)\b|\bwhat (?:is|was|'s) my (?:work|job)\b|\b(?:which|what) (?:role|job|position|title) (?:do|did|have|am) i\b|\bwhat i do for (?:a living|work)\b",
    },
    shop=r"\bhow (?:come|do|did|can) (?:you|u) (?:\w+ )?know\b|\b(?:in stock|available|availability|do you (?:have|sell|stock|carry|make|offer|do) (?:the|a|an|any|this|these|that|it|them)?\s*.{0,40}\bin (?:my|our) (?:size|colou?r)|"
    r"(?:chang|updat|edit|cancel|reset|remov|delet|verify|confirm|correct|track)\w*\s+(?:\w+\s+){0,2}(?:my|our|the)\b|where(?:'s|s| is| are) my (?:order|parcel|package|refund|delivery|money|stuff)|"
    r"(?:what|how)(?:'s|s| is) my (?:order|parcel|delivery|refund)(?:'s)? (?:status|doing|going)|status of my|(?:need|required?|have to) (?:my|an?|the) (?:e-?mail|order number|phone)|"
    r"(?:should|shall|can|could|may|must) i (?:use|give|enter|take|choose|order|pick|change|send|get|wear|pay)|find (?:out )?my|what (?:happens|if)|look up my order|true to size)\b",
    everything=r"^(?!.*\b(?:delete|erase|wipe|forget|remove|clear|destroy|get rid)\b)(?:.*\b(?:what|which|anything|everything|all|how much|something|things?|data|information|info|stuff|details|facts|notes)\b.{0,30}\b(?:you|u|ya|your system|the system|the bot|you guys|is|'s|has been|was)\b.{0,20}\b(?:remember|know|known|recall|saved?|got|stored?|kept|keep|noted?|written down|recorded?|have|learned|learnt|collected|hold|on file)\b.{0,25}\b(?:about|on|of|from|for|regarding) (?:me|us|myself)\b"
    r"|\W*(?:so |and |ok |hi |hey |hello |well )*\W*what (?:do|did) (?:you|u) (?:still |actually |even )?(?:remember|recall)\s*\??$"
    r"|.*\bwhat(?:'s|s| is| was) (?:\w+ )?(?:known|saved|stored|noted|remembered|kept|recorded|on file) (?:about|on|of|for) (?:me|us)\b|.*\bwhat have (?:you|u) got (?:\w+ ){0,3}(?:about|on|of|for) me\b|.*\b(?:list|show me|tell me|read me|sum up|summari[sz]e) (?:\w+ ){0,3}(?:you|u) (?:\w+ )?(?:know|remember|have|saved)\b.{0,15}\b(?:me|us)?"
    r"|.*\b(?:do|did) (?:you|u) (?:know|remember) (?:anything|something|things) (?:about|of) me\b|.*\bwhat am i to you\b|.*\b(?:my|your) (?:profile|notes? (?:about|on) me|file on me)\b.{0,20}\?)",
    anything=r"\b(?:do|can|could|did|would) (?:you|u) (?:\w+ ){0,2}?(?:know|remember|recall)(?: (?:what|which|when|who|how \w+))?(?:'s| is| was| are)? (?:my|our) (?!(?:orders?|parcels?|packages?|refunds?|returns?|deliver\w*|shipments?|shipping|money|invoices?|receipts?|bills?|discounts?|coupons?|codes?|vouchers?|baskets?|carts?|accounts?|passwords?|payments?|cards?|gifts?|tracking|stuff|items?|things?|options?|rights?|data|purchases?|products?|messages?|question|login|points?|subscription|exchange|replacement|next|best|old|new|jacket|boots?|sweater|hat)\b)\w+|\b(?:what|who|when)(?:'s|s| is| was| are) my (?!(?:orders?|parcels?|packages?|refunds?|returns?|deliver\w*|shipments?|shipping|money|invoices?|receipts?|bills?|discounts?|coupons?|codes?|vouchers?|baskets?|carts?|accounts?|passwords?|payments?|cards?|gifts?|tracking|stuff|items?|things?|options?|rights?|data|purchases?|products?|messages?|question|login|points?|subscription|exchange|replacement|next|best|old|new|jacket|boots?|sweater|hat)\b)[\w' -]{2,30}\?|\bdo you (?:still )?(?:know|remember) (?:how|what|which|when|who|why|if|whether) (?:\w+ )?(?:i am|i'm|i was|am i|i have|i had|i like|i want|i need)\b",
    others=(
        # "my sister's size", "her name", "Anna's phone number"
        rf"\b{_ASKS}{_FILLER}\s+(?:(?:my|our|the)\s+(?:\w+\s+)?{_RELATIVE}(?:'s|s')?|his|her|their|(?:the )?other (?:customers?|people|visitors?)(?:'s|s')?)\s+(?:\w+\s+){{0,2}}(?:name|size|e-?mail|(?:phone |telephone |mobile )?number|address|birthday|colou?r|order|age|company|job|home|wedding|budget|data|details)s?\b",
        r"\b(?i:what|which|where|when|who|do you (?:know|remember|have)|tell me|give me|show me)(?:'s|s| is| was| are)?\s(?i:.{0,25}?)\b(?-i:(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)?))'s? (?i:(?:shoe |boot |jacket )?(?:size|e-?mail|(?:phone |telephone |mobile )?number|address|birthday|name|favou?rite colou?r|orders?|home|budget|company))\b",
        rf"\bwhat (?:size|colou?r|name|company|job)s? (?:does|do|did|is|has|are) {_SOMEBODY}\b(?<!do they)|\bwhere (?:does|do|did|is) {_SOMEBODY} (?:live|work|come from|from)\b|\bwhat(?:'s| is) {_SOMEBODY} called\b|\bhow old (?:is|are) {_SOMEBODY}\b|\bwho is my {_RELATIVE}\b",
        r"(?i:\bwhere )(?-i:(?P<name>[A-Z][\w-]+(?: [A-Z][\w-]+)*))(?i: (?:lives|works|is from)\b)|(?i:\bwhere (?:does|did) )(?-i:(?P<name2>[A-Z][\w-]+(?: [A-Z][\w-]+)*))(?i: (?:live|work)\b)",
        rf"\b(?:know|remember|have|recall|saved|stored|tell me|noted|say|told you|anything|everything)\b.{{0,25}}\b(?:about|on|of) (?:{_SOMEBODY}|(?:the |your |all )?other (?:customers?|people|visitors?|users?)|other (?:customers?|people)|somebody else|someone else|\S+@\S+)(?=\W*$|\W*(?:and|or|please)\b)",
        r"(?i:\b(?:what|which|anything|everything|something|tell me|do you|did you|can you)\b.{0,40}\b(?:know|remember|recall|saved|stored|tell me|noted|got|have|everything|anything)\b.{0,20}\b(?:about|on|of) )(?-i:(?P<name3>(?!I\b|Iceland\b|Hraun\b)[A-Z][\w-]+(?: [A-Z][\w-]+)*))(?=\W*$)",
        r"\b(?:which|what|how many|list|show|name|who are|tell me|give me)\b.{0,25}\b(?:other|your|all|the) (?:customers?|users?|visitors?|clients?|people)\b",
    ),
    recalls=r"\b(?:what (?:else )?(?:did|have|had) i (?:ever |already |just |last |once )?(?:sa(?:y|id)|t(?:ell|old)|wr(?:ite|itten|ote)|mention(?:ed)?|ask(?:ed)?)|(?:did|have|had) i (?:ever |already |even |once )?(?:sa(?:y|id)|t(?:ell|old)|mention(?:ed)?|wr(?:ite|itten|ote)|talk(?:ed)?|sp(?:eak|oke|oken))\b|"
    r"(?:do|did|can|don't|didn't) (?:you|u) (?:still |even )?(?:remember|recall) (?:what|when|how|that|if|whether|our|the time) (?:i|we|my)\b|(?:remind|tell) me what i (?:said|told|wrote|asked|mentioned)|what were we talking about|what did we (?:talk|speak) about|(?:when|where|how) did i (?:say|tell|mention)|what was i (?:saying|asking|telling))",
    gives_up=r"\bnever ?mind\b|^\W*(?:oh |ok(?:ay)? )?forget (?:about )?it\W*$",
    forgets=(
        rf"\b(?:forget|delete|remove|erase|wipe|drop|scrap|clear|get rid of|don'?t (?:remember|keep|store|save|use)|do not (?:remember|keep|store|save|use)|stop (?:remembering|using|keeping|storing)|un-?remember)\s+(?:about\s+|that\s+|all\s+)?{_MINE}\s+{{noun}}{_END}",
    ),
    forgets_wholes={
        "home": r"\b(?:forget|delete|remove|erase|don'?t (?:remember|keep|store|save)) (?:about )?where i live\b",
        "company": r"\b(?:forget|delete|remove|erase|don'?t (?:remember|keep|store|save)) (?:about )?where i work\b",
        "name": r"\b(?:forget|delete|erase|don'?t (?:remember|keep|store|save)) (?:about )?(?:what i'?m called|who i am)\b",
        "product_liked": r"\b(?:forget|delete|erase|don'?t (?:remember|keep|store|save)) (?:about )?what i like\b",
    },
    forgets_last=r"^\W*(?:(?:please|no|oh|ok(?:ay)?|actually|sorry|wait|hm+|can you|could you|you can|just|and)\W+)*"
    r"(?:forget|delete|remove|erase|wipe|don'?t (?:remember|keep|store|save)|do not (?:remember|keep|store|save)|stop (?:remembering|using|keeping)|un-?remember)\s+(?:about\s+)?"
    r"(?:that|this|it|what i (?:just |have just )?(?:said|told you|wrote)|the last (?:thing|one)|everything i just said)"
    r"(?:\W+(?:again|please|now|i said that|one))*\W*$",
)
