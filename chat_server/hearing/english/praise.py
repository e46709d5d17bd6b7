"""Praise that says neither "great" nor "thanks": stars, superlatives, and what somebody did for them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.names import is_likely, read_name
from chat_server.hearing.products import is_goods
from chat_server.hearing.rule import But, Heard, rule
from chat_server.hearing.takes import sentence

from .words import GREETING, KIN

_COMPANY = But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED
# These begin with "what" or "how" and ask nothing.
_EXCLAIMED = But.SUPPOSED | But.REPORTED | But.DENIED
_MUCH = r"(?:absolutely |really |truly |simply |just |honestly |so |very |such |total |real |proper |incredibly |extremely |super |ever so )*"
_FINE = r"(?:lovely|great|wonderful|brilliant|fantastic|amazing|fab|fabulous|beautiful|superb|gorgeous|excellent|awesome|terrific|marvellous|outstanding|cracking|stellar|friendly|helpful)"
_MOST = r"(?:best|nicest|warmest|softest|comfiest|cosiest|coziest|kindest|friendliest|finest|loveliest|fastest|quickest|smoothest|easiest|toughest|sturdiest|most (?:comfortable|helpful|beautiful|patient|reliable))"
_EXPERT = r"(?:helpful|kind|patient|friendly|attentive|understanding|polite|lovely|thoughtful|knowledgeable)"
_PEOPLE = r"(?:shop|store|team|service|company|bunch|place|website|site|experience|people|customer service|support|crew|business|outfit)"
# What would have been, and what is said to hurt.
_NOT_MEANT = re.compile(
    r"\b(?:would have|would've|wouldve|used to|until|if only|hardly|sarcasm|not|looking for|search\w*|want|need|going to buy|recommend|terrible|awful|horrible|bad|rude|lousy|hotel|resort|worst|poor)\b|\?"
)


def _meant(heard: Heard) -> Iterator[Statement]:
    """The whole sentence, unless other words of it take it back."""
    if not _NOT_MEANT.search(heard.sentence.low):
        yield from sentence("praise")(heard)


def _goods(heard: Heard) -> Iterator[Statement]:
    """Of a thing, which is named before."""
    words = re.findall(r"[a-z-]+", heard.sentence.low[: heard.match.end()])
    if any(is_goods(word) for word in words):
        yield from _meant(heard)


def _somebody(heard: Heard) -> Iterator[Statement]:
    """Of a person by name."""
    start, end = heard.place()
    name = read_name(heard.line, start, end)
    if name is not None and name.capital and is_likely(name) and not is_goods(heard.match["v"]):
        yield from _meant(heard)


def _of_theirs(heard: Heard) -> Iterator[Statement]:
    """Of the shop's people: not of a son who did a great job."""
    if not _OF_MINE.search(heard.sentence.low[: heard.match.start()]):
        yield from _meant(heard)


_OF_MINE = re.compile(rf"\b(?:my|our|his|her)(?: \w+)? {KIN}\b|\bi(?:'ve| have)?\s*$")
RULES = (
    rule("can't cant cannot couldn't could can", r"\b(?:can't|cant|cannot|can not|couldn't|could not) (?:really |possibly )?(?:fault (?:you|your|the|it|them|this|a thing)|(?:praise|thank) (?:you|your|the|them|her|him)\b[^.!?]{0,40}? enough|recommend (?:you|it|them|your|this|the)\b[^.!?]{0,30}? enough|(?:be|have been|ask for|have asked for|wish for|have wished for) (?:an? )?(?:any )?(?:happier|nicer|better|kinder|more (?:pleased|helpful|satisfied|friendly)|friendlier)\b(?! (?:to|price|offer|deal|size|time|timing)\b))", sentence("praise"), _COMPANY),
    rule("stars star marks 10 ten thumbs", r"\b(?:(?:five|5)(?:[ -]?(?:out of|/) ?(?:five|5))?[ -]?stars?\b(?! (?:hotel|resort|rating|reviews?))|(?:full|top) marks\b|10 ?/ ?10\b|(?:10|ten) out of (?:10|ten)\b|thumbs up (?:to|for)\b)", _meant, _COMPANY),
    rule("hats", rf"(?:(?:^{GREETING}|[,;:–—-] ?)(?:so |well |really )*hats off\b)", _meant, _COMPANY),
    rule("helpful kind patient friendly attentive understanding polite lovely thoughtful knowledgeable star gem legend angel lifesaver", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but|because) )(?P<v>[^\W\d_]+)(?: (?:from|in|at|on) [^.!?,]{{2,30}}?)? (?:was|were|has been|is being) {_MUCH}(?:{_EXPERT}|an? {_MUCH}(?:star|gem|legend|angel|lifesaver))\b", _somebody, _COMPANY),
    rule("everyone everybody whoever", rf"\b(?:everyone|everybody|whoever)(?: [^.!?,]{{2,40}}?)? (?:was|were|has been) {_MUCH}(?:{_EXPERT}|{_FINE})\b", _meant, _COMPANY),
    rule("ever world earth market anywhere town country far", rf"\b{_MOST} (?:[\w'-]+ ){{1,4}}?(?:ever\b(?! made)|in (?:the (?:world|country|whole world|land)|town|ages|years)\b|on (?:earth|the market)\b|anywhere\b|by far\b)", _meant, _COMPANY),
    rule("fastest quickest smoothest easiest friendliest kindest", r"\b(?:fastest|quickest|smoothest|easiest|friendliest|kindest)(?: \w+){0,3}? (?:that )?(?:i|we)(?:'ve| have)? (?:ever )?(?:had|seen|experienced|received|come across|known)\b", _meant, _COMPANY),
    rule("what", rf"\bwhat an? {_MUCH}(?:star|legend|gem|lifesaver|life-saver|treat|delight|pleasure|hero|{_FINE} (?:\w+ )?{_PEOPLE})\b", _meant, _EXCLAIMED),
    rule("impressed touched chuffed", rf"(?:^{GREETING}|[,;] ?)(?:really |very |so |super |well |deeply |hugely |absolutely |honestly )+(?:impressed|touched|chuffed|blown away) (?:with|by|at|how|that)\b", _meant, _COMPANY),
    rule("superb brilliant fantastic amazing outstanding excellent wonderful stunning magnificent flawless phenomenal", r"[a-z] [a-z'-]+ [^.!?]{6,}, (?:absolutely |just |simply |truly )*(?:superb|brilliant|fantastic|amazing|outstanding|excellent|wonderful|stunning|magnificent|flawless|phenomenal)[ .!]*$", _goods, _COMPANY),
    rule("kept keeps keep", r"\b(?:kept|keeps?) (?:me|us) (?:so |bone |perfectly |completely |really |nice and |lovely and |totally |beautifully |wonderfully )+(?:dry|warm|toasty|cosy|snug)\b", _goods, _COMPANY | But.PAST),
    rule("never", r"\bnever (?:had|seen|met|experienced|received|come across|known|worn|owned|tried|used) (?:such (?:an? )?(?:\w+ly )?(?:good|great|friendly|kind|helpful|lovely|quick|fast|soft|warm|comfortable|comfy|nice|beautiful|wonderful|patient|excellent|amazing)|(?:an? )?(?:better|nicer|warmer|softer|friendlier|comfier|kinder)\b|anything (?:as|so) (?:good|soft|warm|comfortable|lovely|beautiful|cosy))", _meant, _COMPANY),
    rule("deserve deserves", r"\bdeserves? (?:an? (?:\w+ )?(?:raise|rise|medal|bonus|promotion|prize|star|award|pat on the back|thank you|mention|round of applause)|(?:all )?(?:the )?praise)\b", _meant, _COMPANY),
    rule("love", rf"(?:\b(?:i|we)|^{GREETING})(?: really| just| absolutely| do)* ?love (?:you (?:guys|lot|all|people|folks)\b|how (?:easy|quick\w*|fast|simple|you|your|friendly|helpful|well you)\b|the way (?:you|your)\b)", _meant, _COMPANY),
    rule("favourite favorite", r"\b(?:your \w+|you|you're|this shop|this store|this site)\b[^.!?,]{0,24}? my (?:absolute |all-time |new )?favou?rite (?:place|shop|store|website|site|company|brand|online shop|outdoor shop)\b", _meant, _COMPANY),
    rule("worth spent", r"\b(?:worth (?:every (?:single )?(?:penny|cent|euro|pound|krona|króna)|its weight in gold|their weight in gold)|money well spent)\b", _meant, _COMPANY),
    rule("above expectations expected hoped blew second made saved restored", r"\b(?:above and beyond|exceeded (?:all )?(?:my|our) expectations|(?:so )?much better than (?:i|we)(?:'d| had)? (?:expected|hoped|imagined)|(?<!wind )blew (?:me|us) away\b(?=\s*(?:[.!,]|$))|second to none|(?:you|she|he|they|your \w+) (?:really |just |totally |absolutely )?(?:made my (?:day|week)|saved (?:my|the|our) (?:day|trip|weekend|christmas|holiday|wedding|birthday))|restored my faith)\b", _meant, _COMPANY),
    rule("pass compliments give tell", r"\b(?:pass (?:on )?(?:my|our) (?:\w+ )?(?:thanks|compliments|gratitude|praise)|give (?:her|him|them|your \w+|the team) (?:an? )?(?:\w+ )?(?:raise|medal|bonus|pay rise|pat on the back)|tell (?:her|him|them|your \w+|the team) (?:that )?(?:she|he|they)(?:'s|'re| is| are| was| were| did)(?: an?)? (?:\w+ )?(?:great|wonderful|amazing|brilliant|star|fantastic|lovely|legend))\b", _meant, But.SUPPOSED | But.ASKED | But.DENIED),
    rule("telling tell told recommending", r"\b(?:telling|tell|told) (?:all |everyone|everybody|my |our )[^.!?]{0,30}? (?:about|how (?:good|great|brilliant|wonderful)) (?:you|your shop|your store)\b(?=\s*(?:[.!,]|$)| guys| lot| are)", _meant, But.SUPPOSED | But.ASKED | But.DENIED),
    rule("job work", rf"\b(?:did|done|doing|do|made) (?:an? )?{_MUCH}{_FINE} (?:job|work)\b", _of_theirs, _COMPANY),
    rule("you you're youre", rf"\byou(?: guys| lot| people| folks| all)?(?:'re|re| are| were| have been)(?: all| both)? {_MUCH}(?:an? |the )?{_MUCH}(?:best|brilliant|amazing|awesome|fantastic|incredible|fab|fabulous|stars?|legends?|lifesavers?|life savers?|angels?|gems?|godsend|superstars?)\b(?! (?:person|one|people|place|offer|price|jacket|size|at)\b)", _meant, _COMPANY),
    rule("rock", r"\byou (?:guys |lot |people |all )?(?:really |totally )?rock\b", _meant, _COMPANY),
    rule("customer anywhere elsewhere", r"\b(?:customer for life|won't (?:shop|buy|order)(?: \w+)? (?:anywhere else|elsewhere)|never (?:shop|buy|order)(?: \w+)? (?:anywhere else|elsewhere) again|nowhere else)\b(?=[^?]{0,30}$)", _meant, But.SUPPOSED | But.REPORTED | But.ASKED),
    rule("never joy pleasure delight stuff way kudos", rf"\b(?:never lets? (?:me|us) down\b(?!,? (?:before|until|till))|(?:a |such a |always a |what a )(?:{_FINE} |real |true )?(?:joy|pleasure|delight) (?:to (?:shop|deal|do business|chat|order|buy)|dealing|shopping|doing business)|(?:really |certainly )?knows? (?:your|their|her|his) stuff|(?:goes|went|gone|go) out of (?:your|their|her|his) way\b(?=\s*(?:[.,!]|$)| for\b| to (?:help|make|find|get|sort|be|send|give|solve|answer|explain)\b)|kudos (?:for|on)|i take my hat off)\b", _meant, _COMPANY),
    rule("dealt met", rf"\b{_MOST} (?:[\w'-]+ ){{1,3}}?(?:that )?(?:i|we)(?:'ve| have)? (?:ever )?(?:dealt with|met|talked to|spoken to)\b", _meant, _COMPANY),
    rule("start", rf"\b(?:perfect|smooth|flawless|{_FINE}|a pleasure) from start to finish\b", _meant, _COMPANY),
    rule("unbelievably incredibly ridiculously insanely amazingly wonderfully beautifully", r"\b(?:is|are|was|were|feels?|'s|'re) (?:just |so )*(?:unbelievably|incredibly|ridiculously|insanely|amazingly|wonderfully|beautifully) (?:soft|warm|comfortable|comfy|light|cosy|well made|made|packed|wrapped|quick|fast|helpful|kind|friendly|easy)\b", _meant, _COMPANY),
    rule("happy pleased impressed delighted", r"\bhow (?:very |really )?(?:happy|pleased|impressed|delighted|grateful) (?:i am|i was|we are|we were|i'm) (?:with|by|about|at)\b", _meant, _EXCLAIMED),
    rule("love", rf"^{GREETING}(?:absolutely |really |just |simply )*(?:love|adore) (?:this|your) (?:shop|store|brand|site|website|company|team)\b", _meant, _COMPANY),
    rule("superb brilliant fantastic amazing outstanding excellent wonderful flawless phenomenal", r"\b(?:delivery|service|packaging|support|quality|help|advice|repair|shipping)\b[^.!?]{2,60}, (?:absolutely |just |simply |truly |wow,? )*(?:superb|brilliant|fantastic|amazing|outstanding|excellent|wonderful|flawless|phenomenal)[ .!]*$", _meant, _COMPANY),
)  # fmt: skip
