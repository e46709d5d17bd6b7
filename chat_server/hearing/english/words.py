"""The words around a statement that decide whose it is and whether it is meant."""

from __future__ import annotations

import re

from chat_server.hearing.tongue import Doubt

KIN = (
    "(?:step)?(?:sister|brother|son|daughter|mother|father|mum|mom|mummy|mommy|dad|daddy|wife|husband"
    "|partner|girlfriend|boyfriend|friend|mate|boss|colleague|coworker|co-worker|neighbou?r|aunt|uncle"
    "|cousin|niece|nephew|grand(?:mother|father|ma|pa|son|daughter|child)|granny|kid|child|baby|roommate"
    "|flatmate|fianc[eé]e?|secretary|assistant|ex|hubby|bf|gf|landlord|grandparent|gran|nan|customer|client|parents?|kids|children|twins?|friends|team)"
    "s?"
)
# What a message may begin with before it says anything.
GREETING = (
    r"(?:(?:hi+|hello+|hey+|hiya|heya|heyy+|yo|howdy|(?:good )?(?:morning|day|evening|afternoon)|g'day|greetings(?: from \w+)?"
    r"|bonjour|hola|hallo|hallå|moin|ahoj|ciao|salut|servus|guten tag|buenos d[ií]as|sorry|ok|okay|yes|yep|yeah|no(?=\s*[,.!])|oh|ah|so|well"
    r"|right|anyway|btw|fyi|hm+|um+|please|sure|haha|lol|dear (?:all|team|sirs?|hraun|support)|thanks|thank you|ta|and|also)\b"
    r"(?: (?:there|again|all|everyone|everybody|team|guys|folks|hraun|dear|support|my dears?))?[\s,.!:;)-]*)*"
)
CLAUSE = re.compile(
    r"[,;:()–—]|\s-+\s|\b(?:and|but|so|because|cause|cuz|then|although|though|plus|also|thanks|please)\b"
)
_HELPING = r"(?:do|does|did|is|are|was|were|am|can|could|would|will|shall|should|have|has|had|may|might)(?:n't)?"
ASKING = re.compile(
    rf"(?:{_HELPING} (?:i|you|u|we|they|he|she|it|this|that|these|those|the|my|your|there|anyone|somebody|someone)\b"
    r"|(?:what|who|whose|where|when|why|which|how)(?:'s|'re|s)?\b|any chance\b|(?:i )?wonder\w* (?:if|whether)\b)"
)
OWN = re.compile(r"\b(?:i|i'm|im|i'll|i'd|i've|ive|my|me|mine|we|we're|we've|our|us|myself)\b")
SUPPOSED = re.compile(
    r"\b(?:if|suppose|supposing|imagine|assum\w+|pretend\w*|let'?s say|unless|whether|in case|hypothetically"
    r"|i wish|for example|e\.g\.|say i|(?<!mail )(?<!address )(?<!number )(?<!name )would|were to|thinking (?:of|about)|considering"
    r"|plan\w* (?:to|on)|want(?:ed)? to(?! (?:say|tell|let|mention|add|share|thank|report|inform|buy|purchase|order|get|find|give|surprise)\b)|hope to|i hope|hopefully|hoping|going to|gonna|almost|nearly|forget|ignore|delete|erase)\b"
)
DOUBT = Doubt(
    strong=re.compile(r"\b(?:maybe|perhaps|possibly|might|may be|could be)\b"),
    light=re.compile(
        r"\b(?:maybe|perhaps|possibly|might|may be|could be|probably|presumably|i think|i guess|i believe|i suppose|i reckon"
        r"|not (?:\w+ )?sure|unsure|if i (?:remember|recall)|if memory serves|from memory|off the top of my head|at a guess|guess i|guessing|don't quote me|dont quote me"
        r"|roughly|i assume|not a hundred percent|can't remember|don't remember|or so(?= ?(?:[.,!)]|$))|or thereabouts|or something(?: like that)?|something like that|give or take|iirc|afaik)\b"
    ),
    after=re.compile(
        r"[^.!?,;]{0,14}[.,;!?(–—-]*\s*(?:(?:but|though|although|and|well|hm+|or|to be honest,?) )?"
        r"(?:i think\b|i guess\b|i believe\b|i reckon\b|i suppose\b|i assume\b|maybe\b|probably\b|perhaps\b|presumably\b"
        r"|(?:i'm |im |i am )?(?:not|never) (?:(?:so|too|quite|totally|entirely|completely|really|absolutely|100%|a hundred percent|very|yet|at all|even) )*(?:sure|certain|positive|100 ?%)(?! (?:about|which|what|whether|when|how|where|if|that|why))"
        r"|(?:i )?(?:don't|dont|do not) know (?:for sure|exactly)|(?:i )?(?:can't|cant|cannot|don't) (?:really |quite )?(?:remember|recall)(?: exactly| for sure)?(?=[.,!]|\s*$)"
        r"|(?:i|i'll|i'd|i'd have|i still)? ?(?:need|have|want|ought|better)? ?(?:to )?(?:(?:let me|will|should|must|'ll|to|d better) )(?:double[- ])?(?:check|measure|confirm|look)(?: (?:it|that|this|again|first|at home|later|up))*(?=[.,!]|\s*$)"
        r"|if (?:i|memory) (?:remember|recall|serves)|from memory|off the top of my head|at a guess|or so(?= ?(?:[.,!)]|$))|or thereabouts|or something|or similar(?= ?(?:[.,!)]|$))|give or take|iirc|afaik"
        r"|(?:don't|dont) quote me|could be wrong|i could be wrong|i might be wrong|i may be wrong|correct me if|unless i'm|unless im|-?ish\b|\?\?)"
    ),
)
REPORTED = re.compile(
    r"\b(?!you (?:can|could|may|might) )(?:he|she|they|it|you|u|mail|e-?mail|letter|sms|bot|agent|colleague|someone|somebody|label|box|package"
    r"|parcel|site|website|page|form|system|invoice|who|people|everyone|"
    + KIN
    + r")\b[^,;]{0,25}?\b"
    r"(?:says?|said|tells?|told|wrote|writes?|claim\w*|thinks?|thought|shows?|shown|asks?|asked|assum\w+"
    r"|calls|called|addressed|pretend\w*|wants?)\b"
    r"|\b(?:according to|quote|quoting|the song|the movie|the book)\b"
)
OTHERS = re.compile(
    rf"\b(?:(?:my|our|his|her|their|your|a|the|an old|one of my)(?: \w+)? {KIN}(?:'s)?"
    rf"|(?:he|she|him|his|hers|her)\b(?!')|{KIN}'s|for (?:someone|somebody|a gift|a present))\b"
)
DENIED = re.compile(
    r"\b(?:not|never|no longer|nor|neither|without|hardly|nobody|nothing|none|isn't|isnt|wasn't|don't|dont"
    r"|doesn't|doesnt|didn't|didnt|won't|wont|can't|cant|hasn't|haven't|aren't|ain't)\b|n't\b"
)
PAST = re.compile(r"\b(?:used to|formerly|previously|in the past|back then|years ago|when i was)\b")
# Ends free words: what follows is about something else.
END = r"(?=[.!?,;:()\n]|\s+(?:and|but|so|because|since|please|thanks|thank|now|instead|if|when|though|as|while|anyway|i|i'd|i'm|we|we'd)\b|\s+-|\s*$)"
# What an agent undertakes.
PROMISE = re.compile(
    r"\b(?:(?:i|we)(?:'ll| will| shall|'m going to| am going to|'re going to| are going to| promise to| promise (?:that )?(?:you|i|we)\b[^.]{0,20})"
    r" (?!be (?:happy|glad|able)|need\b|have to\b|not be able|ask you|just need|assume|never\b|check(?=\s*[.!]|\s*$| (?:it|that|this|for you)\s*[.!])|look forward|try\b|see what)"
    r"|you(?:'ll| will) (?:get|receive|have|hear|be (?:refunded|called|contacted|reimbursed))\b"
    r"|(?:your|the) (?:\w+ )?(?:refund|replacement|parcel|order|package|money|voucher|new \w+|invoice|item|delivery|shipment)(?:'ll| will) (?:be|arrive|leave|reach|come|ship|go)\b"
    r"|(?:i|we) promise\b|(?:a colleague|my colleague|someone|our \w+ team|the (?:team|warehouse|courier))(?:'ll| will) (?:call|contact|get back|e-?mail|send|write|be in touch|reach)\b)"
)
# Of a firm's name "as" may be a part: "Nordic Outdoor AS".
FIRM_END = END.replace("|as|", "|again|here|")
