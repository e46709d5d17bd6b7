"""The colours they like or want."""

from __future__ import annotations

from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import takes
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.colours import pattern
from chat_server.hearing.rule import OWN, But, Heard, rule

from .words import GREETING

_COLOUR = (
    "(?P<v>" + pattern(COLOURS) + r")\b(?! (?:tape|cross|friday|light district|herring|wine|card))"
)
_WANT = r"(?:i(?:'d| would)? (?:really |also |actually |rather )?(?:like|want|need|prefer|love|take|choose|go for|have)|i'll (?:take|have|go (?:for|with))|i am looking for|i'm looking for|looking for|i(?:'d| would) like to (?:order|buy|have|get)|i want to (?:order|buy|have|get)|i(?:'m| am) interested in|(?:please )?(?:send|give|get) me|let's (?:take|go with)|(?:can|could|may) i (?:please )?(?:get|have|order)|(?:^|[,;] ?|\b(?:and|but) )(?:would (?:like|love|prefer|want)|want|need|take|prefer))"
_EXCEPT = OWN | But.DENIED


def _especially(heard: Heard) -> Iterator[Statement]:
    """One of those they like."""
    yield from takes.word_in(heard, "colour", COLOURS, "v", "u")


def _asked_for(heard: Heard) -> Iterator[Statement]:
    """Whoever asks whether they can have it in black has not said that they want it so."""
    asking = heard.sentence.low.rstrip().endswith("?") and " one" not in heard.sentence.low
    yield from takes.colour(COLOURS, takes.UNSURE if asking else takes.LIKELY)(heard)


RULES = (
    rule("favourite favorite fav fave", rf"\bmy (?:favou?rite|fave?)(?: colou?r)?(?: is|'s|:)(?: \w+ly)? {_COLOUR}", takes.colour(COLOURS), _EXCEPT | But.PAST),
    rule("prefer like love want need take have rather choose go", rf"{_WANT} (?:it |them |one |mine |that |this |the colou?r )?(?:in |to be )?(?:the |an? )?(?:colou?r )?{_COLOUR}(?= one| colou?r|[.,!]| please| version| and| but| in\b| for me| over| rather| more| instead| better|$)", takes.colour(COLOURS), _EXCEPT & ~But.SUPPOSED),
    rule("looking want need like interested buy order get take", rf"{_WANT} (?:an? |the |some |your |one of your |one of the |new |pair of |this |that |these )*(?:\w+ ){{0,2}}?{_COLOUR} (?!one\b|ones\b|or\b|and\b)\w+", takes.colour(COLOURS, takes.LIKELY), _EXCEPT & ~But.SUPPOSED),
    rule("in", rf"{_WANT}\b[^.!?\n]{{0,60}}? in (?:size \w+ (?:and|in) )?(?:the )?(?:colou?r )?{_COLOUR}", takes.colour(COLOURS), _EXCEPT & ~But.SUPPOSED),
    rule("want need like take looking order", rf"{_WANT}\b[^.!?\n]{{0,80}}?, (?:(?:in|colou?r:?) )?{_COLOUR}(?=[,.!]|$| and\b| please| if\b| with\b)", takes.colour(COLOURS), _EXCEPT & ~But.SUPPOSED),
    rule("make change", rf"\b(?:make (?:it|that|mine)(?: the)?|change (?:it|that|the colou?r) to)(?: in)? {_COLOUR}(?= one|[.,!]| please| instead|$)", takes.colour(COLOURS), _EXCEPT),
    rule("one please", rf"^(?:the )?{_COLOUR}(?: one| colou?r)?,? please", takes.colour(COLOURS), _EXCEPT),
    rule("like love", rf"\bi (?:really |just )?(?:like|love|adore) (?:the colou?r )?{_COLOUR}(?= (?:best|most|clothes|things|colou?r|more|better)|[.,!]|$)", takes.colour(COLOURS), _EXCEPT),
    rule("don't dont not hate", rf"\b(?P<not>i (?:don't (?:like|want|wear)|do not (?:like|want|wear)|hate|no longer (?:like|want))|not) (?:the colou?r |it in |in )?{_COLOUR}(?=[.,!]| any ?more| one|$)", takes.colour(COLOURS), OWN),
    rule("not", rf"\bnot (?:the |in )?(?:{pattern(COLOURS)})(?: one)?(?:,| but|, but) (?:the |in |rather )?{_COLOUR}(?=[.,!]| one| please|$)", takes.colour(COLOURS), OWN),
    rule("favourite favorite", rf"{_COLOUR} is (?:still |now )?my (?:favou?rite|fave?)(?: colou?r)?\b", takes.colour(COLOURS), _EXCEPT),
    rule("have available come stock", rf"\b(?:do you have|have you got|do you sell|does it come|is it available|is there)\b[^.!?\n]{{0,40}} (?:in )?{_COLOUR}\b", takes.colour(COLOURS, takes.UNSURE), But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("preferably ideally please possible in rather would lovely nice great perfect good best fine preferred always for", rf"^{GREETING}(?:preferably|ideally|rather|hopefully|best|and|maybe|something)? ?(?:not (?:in )?\w+,? but )?(?:in )?(?:the )?(?:colou?r )?{_COLOUR}(?: one| ones)?(?:,? (?:please|pls|plz|if (?:possible|you have it|available|you've got it|at all possible)|for (?:me|myself)|(?:would|will|'d) (?:be|do) ?(?:\w+ )?(?:lovely|nice|great|perfect|good|best|fine|ideal|my choice)?|always \w+|is (?:fine|good|perfect|great|lovely|best|nicest)|preferred|then|thanks|it is))+(?=[.,!]|\s|$)", takes.colour(COLOURS), _EXCEPT & ~But.ASKED),
    rule("preferably ideally rather hopefully", rf"\b(?:preferably|ideally|rather|hopefully) (?:an? |the |in |something )*(?:\w+ in )?{_COLOUR}(?=[.,!]|\s*$| and| or| please| if| one| with| up)", takes.colour(COLOURS), _EXCEPT),
    rule("in", rf"(?:^{GREETING}|[,;] ?)(?:but |and )?in (?:the )?{_COLOUR}(?=[.,!]|\s*$| please| if| for me| too| and size)", takes.colour(COLOURS), _EXCEPT),
    rule("in", rf"\bin {_COLOUR},? (?:please|for (?:me|myself)|if possible|(?:would|will) be|is (?:fine|my))\b", takes.colour(COLOURS), _EXCEPT & ~But.OTHERS),
    rule("for", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but) |it's |its )(?:the )?{_COLOUR}(?: one)? for (?:me|myself)\b", takes.colour(COLOURS), _EXCEPT & ~But.OTHERS),
    rule("my", rf"\b{_COLOUR} is (?:so |very |just |totally |really |definitely )?(?:my (?:colou?r|thing|favou?rite)|more me)\b", takes.colour(COLOURS), _EXCEPT),
    rule("wear person type girl guy kind go choose buy get all", rf"\b(?:i (?:only |mostly |always |usually )+(?:wear|buy|get|choose|go for) |(?:i'm|i am|im) (?:more )?(?:of )?an? |(?:i'm|im|i am) all about ){_COLOUR}(?= (?:person|type|kind of|girl|guy|man|woman|lover|fan)|[.,!]|\s*$| clothes| things)", takes.colour(COLOURS), _EXCEPT),
    rule("can could have get", rf"\b(?:can|could|may) (?:i|we) (?:please |also )?(?:have|get|order|take) (?:it |them |that |one |mine |the \w+ |the \w+ \w+ |an? \w+ )?(?:in )?(?:the |an? )?{_COLOUR}\b", _asked_for, _EXCEPT & ~But.ASKED),
    rule("take", rf"\b(?:i'll|i will|i'd|i would|let me) (?:take|have|go for|get|order) (?:mine|one|it|them|the \w+|the \w+ \w+) in {_COLOUR}\b", takes.colour(COLOURS), _EXCEPT & ~But.OTHERS),
    rule("love like adore", rf"\bi (?:really |just |absolutely |do |still )*(?:love|like|adore) (?:the colou?r )?{_COLOUR}(?=\s*(?:[.,!)]|$)| and\b| so\b|\s*[^\w\s,.!?'-])", takes.colour(COLOURS), _EXCEPT & ~But.OTHERS),
    rule("gone went off tired prefer switched changed over", rf"\b(?:gone off|went off|tired of|sick of|over|fed up with|instead of|rather than|not) (?:{pattern(COLOURS)})\b[^.!?]{{0,30}}?[,.;] ?(?:so |and |but |now )*(?:i (?:prefer|like|love|want) |it's )?{_COLOUR}(?: now| these days| instead| please)", takes.colour(COLOURS), OWN),
    rule("now", rf"(?:^{GREETING}|[,;:] ?|\b(?:and|but) )(?:it's )?{_COLOUR} now\b", takes.colour(COLOURS), _EXCEPT),
    rule("please me size", rf"\b(?:please|for me|size \w+),? (?:and )?(?:in )?{_COLOUR}\s*[.!]?$", takes.colour(COLOURS), _EXCEPT),
    rule("especially most", rf"\b{_COLOUR},? (?:especially|most of all|above all|in particular)\b|\bespecially {_COLOUR.replace('(?P<v>', '(?P<u>')}", _especially, _EXCEPT),
    rule("colour color", rf"(?:^{GREETING}|[,;] ?)colou?r:? {_COLOUR}(?=[.,!]|\s*$| and| please)", takes.colour(COLOURS), _EXCEPT),
    rule("suits suit", rf"(?:^{GREETING}|[,;] ?|\b(?:and|but|because) )(?:the )?{_COLOUR} (?:suits?|becomes) me\b", takes.colour(COLOURS), _EXCEPT),
    rule("have", rf"\bif (?:you|you've) (?:have|got|still have|do have) (?:it|them|one|that) in {_COLOUR}\b(?=[^.!?]{{0,12}}(?:i'll|i will|i'd|i want|please|that would|that'd|great|perfect|lovely))", takes.colour(COLOURS), But.REPORTED | But.OTHERS | But.DENIED),
)  # fmt: skip
