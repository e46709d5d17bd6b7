"""What they are called: told, called out at the beginning, or written under it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.name_takes import known_name, likely_name, told_name, two_names
from chat_server.hearing.names import Name, after_title, could_be_name, is_likely, read_name
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, Take, rule
from chat_server.hearing.shop_names import BRANDS
from chat_server.hearing.takes import LIKELY, SURE

from .signatures import FACT, by_itself
from .words import GREETING, KIN

_NAME = r"(?P<v>[^\W\d_])"
# Up to four words that are read as one name, and nothing else may stand there.
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_WHOLE = rf"(?P<v>{_WORD}(?: {_WORD}){{0,3}}?)"
_I_AM = r"(?<![\w'])(?:i am|i'm|im|i m|iam)"


def _whole(
    accepts: Callable[[Name], bool], *, confidence: float = LIKELY, longer: bool = False
) -> Take:
    """All of `v` is a name; `longer`: it may go on after it."""

    def take(heard: Heard) -> Iterator[Statement]:
        start, end = heard.place()
        line = heard.line
        start = after_title(line, start, end)
        name = read_name(line, start, heard.sentence.end if longer else end)
        if name is None or name.end < end or not accepts(name):
            return
        sure = SURE if name.known else confidence
        yield heard.statement("name", name.value, span=(name.start, name.end), confidence=sure)

    return take


def _loosely(name: Name) -> bool:
    """Between words that leave little else to be said there."""
    return is_likely(name) or name.known or could_be_name(name)


def _of_a_person(name: Name) -> bool:
    """No thing of the shop that came from somewhere."""
    return (name.known or (name.capital and is_likely(name))) and name.value.lower() not in BRANDS


def _firmly(name: Name) -> bool:
    """At the beginning every word has a capital."""
    return name.capital and (name.known or " " in name.value) and is_likely(name)


def _in_full(name: Name) -> bool:
    return name.capital and " " in name.value and is_likely(name)


def _unheard(name: Name) -> bool:
    """After "this is" or before "writing": a capital will do where the word can be nothing else."""
    return name.capital and by_itself(name)


def _in_capitals(heard: Heard) -> Iterator[Statement]:
    """Where other things may stand as well: a name only with its capital."""
    start = heard.place()[0]
    if heard.line.capital(after_title(heard.line, start, heard.sentence.end)):
        yield from likely_name(heard)


def _first_and_last(heard: Heard) -> Iterator[Statement]:
    """Both parts of a name, told one after the other."""
    line, end = heard.line, heard.sentence.end
    first, last = (read_name(line, heard.place(group)[0], end) for group in ("v", "w"))
    if first is not None and last is not None:
        yield heard.statement("name", f"{first.value} {last.value}", span=(first.start, last.end))


def _told(heard: Heard) -> Iterator[Statement]:
    """A name; a last name alone only where no first one is told."""
    low = heard.sentence.low
    if "first name" in low and re.search(r"(?:last|sur|family) ?name", low):
        return iter(())
    return told_name(heard)


# Who says hello first names themselves next; "ok, it's" goes on about a thing.
_HELLO = rf"(?=(?:hi+|hello+|hey+|hiya|heya?|yo|howdy|good|morning|evening|afternoon|greetings|dear)\b){GREETING}"
_OVER = r"(?=\s*[.,!;:)–—]|\s*$| and\b| here\b| again\b| once more| writing| speaking| calling| from\b| with\b| \(|\s[^\w\s'])"
_AT_WORK = r"(?:writing|calling|speaking|talking|texting|messaging|chatting|reporting(?: in)?|at your service|once (?:again|more)|back again|checking in)"
RULES = (
    rule("this", rf"^{GREETING}this is {_WHOLE}{_OVER}", _whole(_unheard), PLAIN | But.DENIED),
    rule("it's its is it", rf"^{_HELLO}(?:it's|its|it is) (?:me,? )?{_WHOLE}{_OVER}", _whole(_loosely), PLAIN | But.DENIED),
    rule("it's its is it me", rf"^{GREETING}(?:it's|its|it is) (?:only |just )?(?:me|i),? {_WHOLE}{_OVER}", _whole(_unheard), PLAIN | But.DENIED),
    rule("myself", rf"^{GREETING}(?:i )?myself (?:is |am )?{_WHOLE}{_OVER}", _whole(_unheard, longer=True), PLAIN | But.DENIED),
    rule("name name's", rf"(?:^{GREETING}|[,.;] ?|\band )(?:(?:my|the|full|first) )*name(?:'s| is|:)? {_WHOLE}(?=\s*[.,!;]|\s*$| and\b| from\b| i\b)", _whole(lambda name: is_likely(name) and (name.known or by_itself(name))), PLAIN | But.DENIED),
    rule("writing calling speaking talking texting messaging chatting reporting service again more back checking", rf"^{GREETING}{_WHOLE}(?: here)?,? {_AT_WORK}\b(?! (?:and|is|was|skills|about (?:this|that) was)\b)", _whole(lambda name: name.known or _unheard(name)), PLAIN | But.DENIED),
    rule("again", rf"^{_HELLO}{_WHOLE} again(?=\s*[.,!:;)-]|\s*$)", _whole(lambda name: name.known), PLAIN),
    rule("know knows known", rf"\b(?:people|friends|folks|everyone|everybody|most|they|you (?:may|might)) (?:all )?(?:knows?|have known) me as (?:just )?{_NAME}", likely_name, PLAIN | But.DENIED),
    rule("i", rf"^{GREETING}i, {_WHOLE}, ", _whole(_unheard), PLAIN | But.DENIED),
    rule("mine", rf"\bname\b[^.!?\n]*[,;] ?(?:and |but )?mine(?:'s| is) {_NAME}", likely_name, PLAIN & ~But.OTHERS | But.DENIED),
    rule("introduce introduced", rf"\bintroduc(?:e|ed|ing) myself(?: yet)?[,:.;–-]* {_WHOLE}(?=\s*[.,!]|\s*$)", _whole(_unheard), But.NOTHING),
    rule("name", rf"^{GREETING}(?:full |my |last |complete )*name:? {_WHOLE}(?=\s*[.,!;]|\s*$)", _whole(_unheard), PLAIN | But.DENIED),
    rule("first", r"\bfirst name(?:'s| is|:)? (?P<v>[^\W\d_])[^\W\d_]+,?(?: and)?(?: my)? (?:last |sur|family )name(?:'s| is|:)? (?P<w>[^\W\d_])", _first_and_last, PLAIN),
    rule("name names name's surname surname's nickname nmae naem", r"\bm[yt] (?:(?:first|full|last|real|given|good|new|actual|correct|sur|nick|family|married|proper) ?)?(?:names?|nmae|naem)(?:'s| is| ist| iz| was|s)?(?: now| actually| just| really| spell?ed| spelt| written| still)*"
         rf"(?P<not> not|n't)?:? {_NAME}", _told, PLAIN | But.DENIED),
    rule("name name's names", rf"^{GREETING}(?:the )?(?:name(?:'s| is|:| -)|names) (?:(?P<last>{_WORD}), (?=\w+ (?P=last)\b))?{_NAME}", _whole(_loosely, longer=True), PLAIN),
    rule("name", rf"(?:^|[,.] )(?:the )?name(?:'s| is|:| -) {_NAME}", likely_name, PLAIN),
    rule("name", rf"^{GREETING}{_WHOLE}(?:'s| is) (?:my|the) name\b(?! of| on)", _whole(_loosely), PLAIN),
    rule("name", rf"[,;] ?(?:and )?{_WHOLE} is (?:my|the) name\b(?! of| on)", _whole(_loosely), PLAIN),
    rule("changed change", rf"\b(?:i|we)(?:'ve| have)?(?: just)? changed (?:my|our)(?: last| first| sur)? ?name(?: \w+ \S+)? to {_NAME}", told_name, PLAIN),
    rule("name", rf"\bname\b[^.?!,]{{0,30}},? (?:it's|its|it is|but) {_NAME}", likely_name, But.SUPPOSED | But.REPORTED | But.OTHERS),
    rule("am i'm im iam", rf"{_I_AM} (?:called |named |just |actually |also )?(?!(?:sir|mr|mrs|dr)\b\.? ?$){_NAME}", likely_name, PLAIN | But.DENIED | But.PAST),
    rule("am i'm im iam", rf"^{GREETING}{_I_AM} (?:called |named )?{_WHOLE}(?=\s*[.,!)]|\s*$| from | here\b| btw\b| by the way| and i| again| \W)", _whole(_loosely), PLAIN | But.DENIED | But.PAST),
    rule("go goes known", rf"\bi(?:'m| am)? (?:(?:usually |mostly |now |just |also )?go(?:es)? by|known as) (?:the name (?:of )?)?(?:just )?{_NAME}", told_name, PLAIN),
    rule("called", rf"\b(?:i'm|i am|im) (?:called|named) {_NAME}", told_name, PLAIN | But.DENIED | But.PAST),
    rule("ask", rf"(?:^|[,.;] ?|\b(?:just|please|and) )ask for {_WHOLE}(?=\s*[.!)]?\s*$)", _whole(_firmly), PLAIN),
    rule("just", rf"(?:^|[,.;] ?){GREETING}(?:please,? )?(?:it's |its )?just {_WHOLE}(?=\s*[.!,:;)]|\s*$| is fine| please| will do)", _whole(_firmly), PLAIN | But.DENIED),
    rule("introduce", rf"\bintroduce myself[:,.;-]+ ?(?:i'm |i am |my name is )?{_NAME}", known_name, But.NOTHING),
    rule("this it's its it is here", rf"^(?:{GREETING})(?:this is|it's|its|it is|here is) (?:only |just )?(?:me,? )?(?:again,? )?{_NAME}", known_name, PLAIN),
    rule("it's its kidding joking", rf"(?:[,.;!] |- )(?:it's|its) (?:me,? )?{_NAME}(?=[^.!?,\n]{{0,30}}[.!]?$)", known_name, PLAIN | But.DENIED),
    rule("it's its this", rf"^{GREETING}(?:it's|its|it is|this is) (?:only |just )?(?:me,? )?{_WHOLE} (?:again|here|from|calling|writing|once more)\b(?! (?:now|on)\b)", _whole(_loosely), PLAIN),
    rule("me", rf"^{GREETING}(?:it's|its|it is)? ?me(?: again)?[,:;] ?{_WHOLE}(?=\s*[.,!]|\s*$| again| here| from)", _whole(_loosely), PLAIN),
    rule("will fine do", rf"(?:^{GREETING}|[,.;] ?){_WHOLE} (?:will do|is fine|is enough|does it)(?: for me)?(?=[.,!]|\s*$)", _whole(lambda name: name.capital and name.known), PLAIN),
    rule("me", rf"^{GREETING}me again[,.:;]? {_NAME}", known_name, PLAIN),
    rule("again", rf"^{GREETING}{_WHOLE} again(?=\s*[.,!:;)-]|\s*$| here)", _whole(lambda name: name.capital and is_likely(name)), PLAIN),
    rule("son daughter wife husband mother father mum mom brother sister partner assistant secretary colleague friend", rf"{_I_AM} (?:(?:her|his|their|the) (?:\w+ )?){KIN}, {_NAME}", likely_name, PLAIN | But.DENIED),
    rule("speaking talking chatting", rf"\byou(?:'re| are) (?:speaking|talking|chatting) (?:to|with) {_NAME}", told_name, PLAIN),
    rule("here speaking side end line", rf"(?:^{GREETING}|[,.!] )(?:it's |its |this is )?{_WHOLE},? (?:here|speaking|(?:on )?this (?:side|end)|on the line)\b(?=\s*[.,!:;–—)(-]|\s*$| again| from (?!the\b)| with | and | wanting| looking| just| quick| checking| writing| i\b| i'm| im\b| at [^\W\d_]| [^\w\s])", _whole(_loosely), PLAIN),
    rule("btw way", rf"(?:^{GREETING}|[,.!;] ?){_WHOLE},? (?:by the way|btw)(?=[.,!]|\s*$)", _whole(lambda name: name.capital and is_likely(name)), PLAIN),
    rule("am i'm im", rf"{_I_AM} (?P<not>not) {_NAME}", known_name, PLAIN),
    rule("not isn't", rf"\bmy name (?P<not>is not|isn't|isnt) {_NAME}", told_name, PLAIN),
    rule("not", rf"\bnot (?P<wrong>[^\W\d_])[^\W\d_]+(?:,| but| -)(?: but)?(?: it's| its)? {_NAME}", two_names, PLAIN),
    rule("not", rf"(?:^|\b(?:it's|its|is|i'm|im|am|no) ){_NAME}[^\W\d_]+(?: with an? \w{{1,2}}\b)?,? not (?P<wrong>[^\W\d_])[^\W\d_]+", two_names, PLAIN),
    rule("name under", rf"\b(?:account|order|booking|it|profile|parcel|reservation|everything)(?:'s| is|'ll be| will be| should be| was| are)? (?:registered |booked |placed |all |filed |listed |made |ordered )?(?:in the name(?: of)?|(?:under|in)(?: the| my)? (?:(?:last |sur|first |family )?name(?: of)?|name)|under),? (?P<n>[^\W\d_]+, (?=\w+ \w))?{_NAME}", _in_capitals, OWN | But.DENIED),
    rule("put", rf"\bput (?:it|that|me|the order|this)(?: down)? (?:under|as) {_NAME}", _in_capitals, OWN | But.DENIED),
    rule("sign signed registered listed known down", rf"\bi(?:'m| am|'ve| have)? (?:also )?(?:(?:sign(?:ed)?(?: up)?|registered|listed|known|down|saved)(?: (?:with you|in your \w+|there|here))? (?:as|under)) (?:the name )?{_NAME}", known_name, PLAIN | But.DENIED),
    rule("mine mine's", rf"^{GREETING}(?:my name is |mine(?:'s| is) ){_WHOLE}(?=,? (?:by the way|btw)\b|[,.;!] ?(?:and )?(?:yours|what's yours|you)|\s*[.!]?$)", _whole(lambda name: name.capital and name.known), PLAIN),
    rule("mine mine's", rf"^{GREETING}mine(?:'s| is) {_WHOLE},? (?:by the way|btw)\b", _whole(lambda name: name.capital and is_likely(name)), PLAIN),
    rule("dealing talking speaking sender customer buyer recipient", rf"(?:\bwho you(?:'re| are) (?:dealing|talking|speaking|chatting) (?:with|to)|^{GREETING}(?:sender|customer(?: name)?|buyer|recipient))[:,-] ?{_WHOLE}(?=\s*[.,!]|\s*$)", _whole(_firmly), PLAIN),
    rule("name name's", rf"^{GREETING}(?:married|full|last|family|sur)[ -]?name(?:'s| is|:) (?:now )?{_WHOLE}(?= now\b|\s*[.,!]|\s*$)", _whole(lambda name: name.capital and is_likely(name)), PLAIN),
    rule("from", rf"^{GREETING}(?:it's |this is )?{_WHOLE} from (?:before|earlier|yesterday|last (?:week|month|time|night)|this morning|the other day|monday|tuesday|wednesday|thursday|friday)\b(?! (?:is|was|has|hasn't|isn't|still|never|are)\b)", _whole(lambda name: name.capital and is_likely(name)), PLAIN),
    rule("have got", rf"\b(?:have|got) me (?:down |saved |listed |registered )?(?:as|under) {_NAME}", known_name, PLAIN | But.DENIED),
    rule("it's its", rf"^{GREETING}(?:it's|its|it is) {_WHOLE}, (?:you helped|we (?:spoke|talked|chatted|wrote))\b", _whole(lambda name: name.capital and is_likely(name)), PLAIN),
    rule("name", rf"\bname (?:i|we) (?:ordered|booked|registered|signed up|bought)(?: it| this| them)? (?:under|with|in) (?:is|was) {_NAME}", likely_name, PLAIN | But.DENIED),
    # Beside where they write from, or as forms and letters have it
    rule("from at with", rf"^{GREETING}{_WHOLE} (?:from|at|with|of) (?!the |last |yesterday|your )[^\W\d_][\w'&-]*(?: (?!not|still|never|is|was|has)[\w'&-]+){{0,2}}? (?:here|again|speaking|writing|calling)\b", _whole(_of_a_person), PLAIN | But.DENIED),
    rule("from", rf"^{_HELLO}{_WHOLE} from (?!the |last |yesterday|your )[^\W\d_][\w'&-]*(?: (?!is|was|has|not|still|never)[\w'&-]+){{0,2}}(?=[.,!]|\s*$)", _whole(_of_a_person), PLAIN | But.DENIED),
    rule("that's thats me that", rf"(?:^{GREETING}|[,;] ?|\b(?:says?|to|for|name) ){_WHOLE},? (?:that's|thats|that is|that would be|is) (?:me|yours truly)\b", _whole(lambda name: (name.known or name.capital) and is_likely(name)), But.SUPPOSED | But.ASKED),
    rule("from holder sender name am contact account customer recipient surname addressee buyer", rf"(?:^|\n|[,;.] ?|\b(?=who i am))(?:from|account holder|sender|(?:full |first |customer |contact |your |my )?name(?: on (?:the|my) (?:order|account|parcel|booking|invoice))?|who i am|contact(?: person)?|customer|recipient|addressee|buyer)(?::|\?| -) ?{_WHOLE}(?=\s*[.,!;]|\s*$)", _whole(lambda name: (name.capital and is_likely(name)) or name.known), PLAIN),
    rule("put book make register", rf"\b(?:put|book|make|register) (?:it|that|this|everything|the order)(?: down| out)? (?:to|for|under|in the name of) {_WHOLE}(?=\s*[.!]|\s*$| please| thanks|,)", _whole(_in_full), OWN | But.DENIED),
    rule("am i'm im", rf"{_I_AM} {_WHOLE},? (?:and|by the way|btw|the (?:one|guy|woman|man|lady|person|customer) (?:who|with|from))\b", _whole(lambda name: name.known or _unheard(name)), PLAIN | But.DENIED | But.PAST),
    # Called out at the beginning, before what else they tell of themselves
    rule("size phone mobile mob cell tel email e-mail mail number order address budget @ 0 live i'm from born aged based living head chief owner buyer manager director treasurer secretary", rf"^{GREETING}{_WHOLE}[,.:;-] ?{FACT}", _whole(_firmly), PLAIN & ~But.ASKED),
    rule("i i'm i've i'd im my we we're our looking after wear want need", rf"^{GREETING}{_WHOLE}, (?:and )?(?:i|i'm|im|i've|i'd|my|we|we're|our|looking|after)\b", _whole(_in_full), PLAIN & ~But.ASKED),
)  # fmt: skip
