"""English names that are words, in small letters: in the places of a sentence where people stand and things hardly do."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from chat_server.domain.masking import Kind, Span
from chat_server.hearing.given_names import GIVEN_NAMES

from .lists import words
from .word_lists import is_word

_V = r"(?P<v>[a-z]{2,}(?:-[a-z]{2,})?)"
_STAFF = r"(?:agent|rep|representative|person|lady|woman|man|guy|girl|boy|gentleman|operator|advisor|adviser|assistant|seller|colleague|coworker|co-worker|driver|courier|manager|supervisor|technician|owner|cashier|clerk|trainee|intern|postman|neighbou?r|flatmate|roommate|housemate|landlord|landlady|nanny|carer|nurse|teacher|coach|dog|cat|puppy|pup|kitten|horse|pony|rabbit|bunny|hamster|parrot|tortoise|baby|toddler|little one|eldest|youngest|ex|fianc[eé]e?|other half|better half|hubby|missus|sis|bro|stepson|stepdaughter|stepmum|stepdad|mother in law|father in law|sister in law|brother in law|mother-in-law|father-in-law|sister-in-law|brother-in-law|godson|goddaughter|grandson|granddaughter|twin|buddy|pal|bestie|bff|mate)"
_OWN = r"(?:my|our|his|her|their|your|the|a|an|that|this|another)"
_THINGS = r"(?:order|orders|account|name|parcel|package|birthday|address|size|email|phone|number|card|house|flat|place|husband|wife|mum|mom|dad|mother|father|sister|brother|son|daughter|kids?|jacket|coat|boots|shoes|hat|gloves|refund|present|gift|turn|fault|details|login|passport|reply|message|feet|team|desk|shift|wedding|funeral|party|job|dog|cat|car|door|stuff|basket|profile|surname)"
_PERSONAL = r"(?:rude|kind|polite|patient|impatient|helpful|unhelpful|asleep|sick|ill|pregnant|tall|short|\d{1,3}|away|out|abroad|at work|at home|on holiday|on leave|on the phone|busy|allergic|angry|upset|happy|unhappy|delighted|over the moon|my|our|his|her|the one|moving|coming|going|waiting|asking|working|off|retired|deaf|blind|vegan|a (?:star|legend|gem|saint|hero|nurse|teacher|doctor|friend|keeper|vegan|size|man|woman|boy|girl|big|small|tall)|an (?:angel|absolute))"
_MANNERS = r"(?:so |very |really |super |quite |extremely |always |never |not |too |just |now |currently |still )*"
_END = r"(?=$|[,.!?\n)]| x+\b)"
_STRONG = tuple(
    re.compile(one)
    for one in (
        rf"\b{_STAFF}(?: (?:i|we) (?:spoke|talked|chatted) (?:to|with))?(?: (?:is|was|called|named)|'s|,)? {_V}(?= |$|[,.!?\n])",
        rf"\b(?:thanks|thank you|thankyou|thx|cheers|ta|bye|goodbye|night|goodnight|morning|good morning|afternoon|evening|hiya|yo|sorry)(?: so much| very much| a lot| a million| again| loads| a bunch| for (?:that|this|everything|your help|the help))?,? {_V}(?=[!.,\n]|$| x+\b|:| for\b)",
        rf"\b(?:me|i|we|him|her|wife|husband|mum|dad|kids|him) (?:and|&|n) {_V} (?=both|are|want|were|have|had|will|live|need|share|would|could|each|went|got|bought|ordered|love|got|use)",
        rf"(?:^|[.!?,;\n] ?|\b(?:and|but|because|cos|when|if|that|so|think|says|said|know|as) ){_V} (?:and|&|n) (?:i|me|my|his|her|our)\b",
        rf"(?<![\w'-]){_V}'s (?:\w+ )?{_THINGS}\b",
        rf"\b(?:why|when|how|what|where) (?:did|does|has|would|could|can|will|should|didn't|doesn't|hasn't|won't|can't|couldn't|wouldn't) {_V} (?!(?:not )?(?:fade|shrink|start|end|cost|come in|run|fit|last|stretch|open|close at|look|work|wash|ship|arrive|go up|go down|go on|be)\b)[a-z]{{2,}}",
        rf"(?:^|[.!?,;\n] ?|\b(?:and|but|because|cos|when|if|that|so|think|says|said|know|as|where|while) ){_V} (?:is|was|isn't|wasn't|'s|has been|sounds|seems|seemed) {_MANNERS}{_PERSONAL}\b",
        rf"(?:^|[.!?,;\n] ?|\b(?:and|but|because|cos|when|if|that|so|think|says|said|know|as) ){_V} (?:has|takes|wears|needs|is|was|got|is a|wanted|wants|ordered|asked for) (?:a )?size\b",
        rf"\b(?:i|we|you|they|she|he) (?:know|knew|met|meet|saw|love|miss|trust|asked|told|remember|married|recognise|recommend) {_V}(?= (?:from|at|in|since|very|really|well|too|already|who|yesterday|today|last|when|about|on)\b|$|[.,!?])",
        rf"\b(?:i'm|im|i am|he's|she's|it's|its|this is|that's|that is|that was|it was|is it|was it|was that|is this|is that) not {_V}(?=[,.!?]|$| (?:i'm|im|but|but|anymore|any more|who|speaking|here)\b)",
        rf"\b(?:this is|it's|its|it is|that's|i'm|im|name's) {_V}(?=,? (?:not\b|again\b|here\b|speaking\b|from (?:the |your |yesterday|before|accounts|sales|number|flat|next|order)|the one|who\b|and (?:i|my)\b)|[,.!] (?:i|we|my|his|her|sorry)\b)",
        rf"\b(?:sorry|ok|okay|hi|hello|hey|hiya|yes|no|yep|only|just|ps|p\.s\.?|oh and|btw|and),? {_V}(?= (?:here|again|says|said|speaking|wants|loves|sends)\b)",
        rf"(?:\n|[.!?] ?|^|\b(?:love|regards|cheers|thanks|best|hugs|kisses),? ?)[-–—~]* ?{_V} ?(?:x+|xo+x*o*|❤️?|🙏|:\)|💕|🥰|😊)$",
        rf"(?:^|\n|[.!?] ?| )[-–—~] ?{_V}[.!]?$",
        rf"\b(?:chatt(?:ed|ing)|spoke|speak|speaking|talk(?:ed|ing)?|dealt|dealing|in touch|messag\w+|corresponding|fallen out|arguing) (?:with|to) {_V}(?=$|[,.!?\n]| (?:about|on|again|yesterday|today|and|who|last|earlier|this|from|in|at|for|please|regarding|twice)\b)",
        rf"\b(?:leave|left|drop|dropped|collect|collected|stay|staying|lives?|sat|share|shared|agreed|agree|check|checked|confirm|confirmed|arranged) (?:it |them |that |this |off |one )*(?:with|from) {_V}(?=$|[,.!?\n]| (?:next|at|in|downstairs|upstairs|please|on|across|over|and|who|from|instead)\b)",
        rf"\b(?:who is|who's|whos|who was|where is|where's|wheres|how is|how's|is that|ask|asked|tell|told|email|emailed|rang|call|called|text|texted|message|messaged|waiting (?:for|on)|heard from|reply from|word from|answer from|email from|call from|message from|visit from|addressed to|made out to|care of|attention of|behalf of|opposite of me) {_V}(?=$|[,.!?\n]| (?:to|today|about|again|and|yesterday|please|twice|in|from|at|on|instead|now|who|why|when|if)\b)",
        rf"\b(?:order|account|booking|booked|registered|placed|it|name|card|reservation|purchase|file|deal|invoice)(?:'s| is| was)? (?:in|under) {_V}(?:'s name|(?=$|[,.!?\n]))",
        rf"\b(?:ship|deliver|send|post|mail|address) (?:it |them |this |everything |one )?to {_V}(?= [a-z]{{3,}}(?:$|[,.!?\n]| at\b| in\b| on\b))",
        rf"\b(?:holder|recipient|addressee|customer|buyer|payer|passenger|member|contact|sender|signatory|cardholder|bearer|next of kin)(?: name)?(?: is|'s|:| was) {_V}(?!\w)",
        rf"\b(?:can|could|will|would|may|should|let|have|getting|get) {_V} (?:pick|collect|sign|fetch|take it|come|drop by|call|ring|return it|return them|try|exchange|bring|pay for|use my|reply|phone|email|answer|sort it|know)\b",
        rf"(?:^|[.!?,;\n] ?){_V} (?:can|will|could|would|'ll) (?:pick|collect|sign|fetch|take it|come|drop by|call|ring|return|bring|pay|reply|phone|email|answer|be (?:in|home|there|round|out|over|late))\b",
        rf"\b(?:signed|sent|packed|handled|ordered|written|paid|answered|recommended|served|helped|told|delivered|made|referred|accepted|collected|taken) (?:for |in |off |up )?by {_V}(?=$|[,.!?\n]| (?:at|in|on|and|yesterday|today|from|who|last|but|not)\b)",
    )
)
# Where seasons, colours and goods stand too.
_WEAK = tuple(
    re.compile(one)
    for one in (
        rf"\b(?:gift|present|one|this|these|that|it's|its|it is|is|bought|buying|got|parcel|package|letter|order|ordered|card|something|medium|small|large|pair|them|it|they're|were|was|meant|intended|surprise|both|hat|coat|jacket|boots|gloves|jumper|message|note|delivery) (?:this |it |these |one |them )?for {_V}(?=$|[,.!?\n]| (?:and|who|too|as|but|at|from|next|on|not|please|because|cos|instead)\b)",
        rf"(?:^|[.!?,\n] ?)(?:from|love|for|to|dear|attn|via|cc) {_V}(?=$|[,.!\n]| x+\b)",
        rf"\b(?:parcel|package|order|text|email|letter|gift|present|message) (?:from|to) {_V}(?=$|[,.!?\n]| (?:and|who|at|in|on|that|is|was|has|about)\b)",
        rf"\b(?:it's|its|this is|that's) {_V} from [a-z]{{3,}}",
    )
)
_NOBODY = frozenset(
    "guy guys man men mate mates love dear darling honey sweetheart hun hon babe bro sir madam miss lady ladies baby mum mom dad long short small medium large big size here there you me him her them us it that this my the for so very again all much your team everyone everybody somebody someone anyone bot human support service help today tomorrow yesterday now then back in on up out off no yes not ok okay please cat dog pet kit cash post page pages price prices cost sale sales order orders parcel box chance case tag lane street road house home door wall key lock stock bank credit debit card visa court hall market christmas easter monday tuesday wednesday thursday friday saturday sunday day days time times wash wear good well great best fine done just only pink orange white black grey gray green blue red brown silver tan an as at be by do go he if is of or we a i and to too new old cool kindly son sons art major rain snow storm stone wood rock field ball bear bird fish fox wolf duke king queen prince early late love will may can".split()  # noqa: SIM905 - a list would be one word a line
) - {"will"}
_SEASONS = frozenset(
    "summer winter spring autumn april may june august rose olive coral amber pearl sky sandy ginger jade ruby hazel silver gold london paris sydney florence austin chelsea jordan georgia china india israel chad asia".split()  # noqa: SIM905 - as above
) - {"rose", "ruby", "hazel", "ginger", "jade", "amber", "coral", "pearl", "sandy", "florence", "austin", "chelsea", "jordan", "georgia"}  # fmt: skip
_TOKEN = re.compile(r"[a-z]{2,}")
_AN_ARTICLE = re.compile(r"(?:^|\W)(?:a|an|the|my|your|our|some|any|no) $")


def found(low: str) -> Iterator[Span]:
    """In folded text."""
    if _nameable().isdisjoint(_TOKEN.findall(low)):
        return
    for patterns, strong in ((_STRONG, True), (_WEAK, False)):
        for pattern in patterns:
            for match in pattern.finditer(low):
                said, start = match["v"], match.start("v")
                if said not in _nameable() or (said in _SEASONS and not strong):
                    continue
                if not _AN_ARTICLE.search(low[max(0, start - 6) : start]):
                    yield Span(start, _with_family(low, match.end("v")), Kind.NAME)


@cache
def _nameable() -> frozenset[str]:
    """Given names, words or not."""
    rare = {one for one in words("names_en") if not is_word(one, "en")}
    return (GIVEN_NAMES | words("word_names") | words("sure_en") | rare) - _NOBODY


_FAMILY = re.compile(r" (?P<f>[a-z]{3,})(?=$|[,.!?\n)]|'s)")


def _with_family(low: str, end: int) -> int:
    match = _FAMILY.match(low, end)
    listed = match is not None and (match["f"] in words("families_en") or match["f"] in words("names_en"))  # fmt: skip
    return match.end("f") if match is not None and listed and match["f"] not in _NOBODY else end
