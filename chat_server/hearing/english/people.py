"""Who they are: name, address, language, home, work and household."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.names import is_likely, read_name, read_titled_name
from chat_server.hearing.places import KNOWN_PLACES
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import (
    LIKELY,
    fixed,
    known_name,
    likely_name,
    place,
    told_name,
    two_names,
    word,
)

from .words import END, FIRM_END, KIN

_LANGUAGES = {
    "english": "en",
    "german": "de",
    "french": "fr",
    "spanish": "es",
    "italian": "it",
    "portuguese": "pt",
    "dutch": "nl",
    "danish": "da",
    "norwegian": "no",
    "swedish": "sv",
    "finnish": "fi",
    "icelandic": "is",
    "russian": "ru",
    "ukrainian": "uk",
    "polish": "pl",
    "czech": "cs",
    "chinese": "zh-TW",
    "mandarin": "zh-TW",
    "japanese": "ja",
    "korean": "ko",
    "thai": "th",
    "turkish": "tr",
    "arabic": "ar",
    "hindi": "hi",
}
_LANGUAGE = "(?P<v>" + "|".join(_LANGUAGES) + r")\b"
_NUMBERS = {
    "one": 1,
    "a": 1,
    "an": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "both": 2,
}
_NUMBER = "(?:[1-9]|1[0-9]|" + "|".join(_NUMBERS) + ")"
_POWERS = frozenset(
    "admin administrator root superuser moderator operator developer system god owner staff employee bot".split()  # noqa: SIM905
)
_NAME = r"(?P<v>[^\W\d_])"
_I_AM = r"(?<![\w'])(?:i am|i'm|im|i m)"
# What ends the letter: the name under it.
_GOODBYE = (
    r"(?:(?:best|kind|warm|kindest|warmest|many)? ?(?:regards|wishes|greetings)|sincerely(?: yours)?"
    r"|yours(?: sincerely| truly| faithfully)?|best|br|all the best|respectfully|xoxo)"
)


def _call_me(heard: Heard) -> Iterator[Statement]:
    """With a title it is how to address them; a plain name is a name."""
    line, end = heard.line, heard.sentence.end
    start = heard.place()[0]
    titled = read_titled_name(line, start, end)
    if titled is not None:
        yield heard.statement("form_of_address", titled[0], span=titled[1:])
        return
    name = read_name(line, start, end)
    if name is not None and (is_likely(name) or name.known):
        yield heard.statement(
            "name", name.value, span=(name.start, name.end), confidence=LIKELY + 0.05
        )


def _titled(heard: Heard) -> Iterator[Statement]:
    """How to address them: "I'm Dr. Weber"."""
    titled = read_titled_name(heard.line, heard.place()[0], heard.sentence.end)
    if titled is not None:
        yield heard.statement("form_of_address", titled[0], span=titled[1:], confidence=LIKELY)


def _manner(heard: Heard) -> Iterator[Statement]:
    """Formal or not."""
    yield heard.statement("form_of_address", "formal" if heard.has("formal") else "informal")


def _role(heard: Heard) -> Iterator[Statement]:
    said = heard.words().strip()
    if _POWERS.isdisjoint(said.lower().split()):
        yield heard.statement("company_role", said, span=heard.place(), confidence=LIKELY + 0.05)


def _firm(heard: Heard) -> Iterator[Statement]:
    start, end = heard.place()
    said = heard.line.text[start:end].strip(" ,.-")
    if heard.line.capital(start) and len(said) > 1:
        yield heard.statement(
            "company", said, span=(start, start + len(said)), ended=heard.has("not")
        )


def _household(heard: Heard) -> Iterator[Statement]:
    said = heard.match["n"]
    number = int(said) if said.isdigit() else _NUMBERS.get(said, 0)
    if number:
        who = heard.match["who"] if heard.has("who") else "people"
        yield heard.statement("household", f"{number} {who}", confidence=LIKELY + 0.05)


def _parent(heard: Heard) -> Iterator[Statement]:
    for one in _household(heard):
        yield replace(one, value=(one.value or "").replace("people", "kids"))


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


RULES = (
    rule(
        "first",
        r"\bfirst name(?:'s| is|:) (?P<v>[^\W\d_])[^\W\d_]+,?(?: and)?(?: my)? (?:last |sur|family )name(?:'s| is|:) (?P<w>[^\W\d_])",
        _first_and_last,
        PLAIN,
    ),
    # Names
    rule(
        "name names nmae naem my",
        r"\bmy (?:(?:first|full|last|real|given|new|actual|correct|sur|family) ?)?(?:name|nmae|naem)(?:'s| is| ist| iz| was)?(?: now| actually| just| really| spell?ed| spelt| written)?"
        rf"(?P<not> not|n't)?:? {_NAME}",
        _told,
        PLAIN | But.DENIED,
    ),
    rule("name", rf"(?:^|[.,] )(?:the )?name(?:'s| is|:| -) {_NAME}", likely_name, PLAIN),
    rule(
        "changed change",
        rf"\b(?:i|we)(?:'ve| have)?(?: just)? changed (?:my|our)(?: last| first| sur)? ?name(?: \w+ \S+)? to {_NAME}",
        told_name,
        PLAIN,
    ),
    rule(
        "name",
        rf"\bname\b[^.?!,]{{0,30}},? (?:it's|its|it is|but) {_NAME}",
        likely_name,
        But.SUPPOSED | But.REPORTED | But.OTHERS,
    ),
    rule(
        "am i'm im",
        rf"{_I_AM} (?:called |named |just |actually |also )?(?!(?:sir|mr|mrs|dr)\b\.? ?$){_NAME}",
        likely_name,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "am i'm im", rf"{_I_AM} (?P<v>(?:dr|prof|professor|doctor)\b)", _titled, PLAIN | But.DENIED
    ),
    rule("go", rf"\bi (?:usually |mostly )?go by {_NAME}", told_name, PLAIN),
    rule(
        "call calls called",
        rf"\b(?:please,? |just |you (?:can|may) |everyone |everybody |people |friends |(?:my )?friends )?(?:calls?) me (?:just )?{_NAME}",
        _call_me,
        PLAIN | But.DENIED,
    ),
    rule(
        "address",
        rf"\b(?:address me|be addressed) (?:as|by|with) (?:just )?{_NAME}",
        _call_me,
        PLAIN | But.DENIED,
    ),
    rule(
        "this it's its it is here",
        rf"(?:^|^(?:hi|hello|hey|hiya|yes|yeah|good \w+)(?: again| there)?[ ,!.]+)(?:this is|it's|its|it is|here is) (?:me, )?{_NAME}",
        known_name,
        PLAIN,
    ),
    rule(
        "it's its kidding joking",
        rf"(?:[,.;!] |- )(?:it's|its) (?:me,? )?{_NAME}(?=[^.!?,\n]{{0,30}}[.!]?$)",
        known_name,
        PLAIN | But.DENIED,
    ),
    rule(
        "son daughter wife husband mother father mum mom brother sister partner assistant secretary colleague friend",
        rf"{_I_AM} (?:(?:her|his|their|the) (?:\w+ )?){KIN}, {_NAME}",
        likely_name,
        PLAIN | But.DENIED,
    ),
    rule(
        "formal first last surname",
        r"(?:\b(?P<formal>stay formal|keep (?:it|this|things) formal|(?:by|use|with) my (?:last name|surname|family name))|(?P<informal>\bfirst names? (?:is|are) (?:fine|ok|okay|good|enough|better|perfect)|\bfirst[- ]name terms\b|\b(?:use|by) my first name|\bno need to be (?:so |that )?formal|(?:don't|do not|needn't) (?:have to |need to )?be (?:so |that )?formal))",
        _manner,
        But.REPORTED | But.SUPPOSED,
    ),
    rule(
        "speaking talking",
        rf"\byou(?:'re| are) (?:speaking|talking|chatting) (?:to|with) {_NAME}",
        told_name,
        PLAIN,
    ),
    rule(
        "here speaking",
        r"(?:^|[,.!] |^(?:hi|hello|hey|good \w+) )(?P<v>[^\W\d_])[^\W\d_]*(?: [^\W\d_]+)? (?:here|speaking)\b(?! in| at| to| from the| is| on)",
        likely_name,
        PLAIN,
    ),
    rule("am i'm im", rf"{_I_AM} (?P<not>not) {_NAME}", known_name, PLAIN),
    rule(
        "not",
        rf"\bnot (?P<wrong>[^\W\d_])[^\W\d_]+(?:,| but| -)(?: but)?(?: it's| its)? {_NAME}",
        two_names,
        PLAIN,
    ),
    rule(
        "not",
        rf"(?:^|\b(?:it's|its|is|i'm|im|am|no) ){_NAME}[^\W\d_]+,? not (?P<wrong>[^\W\d_])[^\W\d_]+",
        two_names,
        PLAIN,
    ),
    # Language
    rule(
        "speak write talk",
        rf"\b(?:i|we) (?:only |just |mostly |also )?speak (?:only )?{_LANGUAGE}",
        word("language", _LANGUAGES),
        PLAIN | But.DENIED,
    ),
    rule(
        "speak write talk reply answer prefer continue switch",
        rf"\b(?:please )?(?:speak|write|talk|reply|answer|prefer|continue|switch)(?: to)?(?: me)?(?: with me)?(?: in)? {_LANGUAGE}",
        word("language", _LANGUAGES),
        But.SUPPOSED | But.REPORTED | But.OTHERS | But.DENIED,
    ),
    rule(
        "language",
        rf"\bmy (?:native |first |preferred )?language is {_LANGUAGE}",
        word("language", _LANGUAGES),
        PLAIN | But.DENIED,
    ),
    rule(
        "mother",
        rf"\bmy mother tongue is {_LANGUAGE}",
        word("language", _LANGUAGES),
        PLAIN | But.DENIED,
    ),
    # Home
    rule(
        "live living lives",
        r"\b(?:i|we)(?:'m| am|'re| are)?(?: both| all| now| currently| still| actually)* (?:live|living|leave)(?: now| currently)?(?: up| down| out| over| here| just| outside| right)* (?:in|near|at|outside) (?P<v>[^\W\d_])",
        place("home"),
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "live living",
        r"\b(?:i|we) (?P<not>(?:don't|dont|do not|no longer)) (?:live|reside) (?:in|near) (?P<v>[^\W\d_])",
        place("home"),
        PLAIN,
    ),
    rule("used", r"\b(?:i|we) (?P<not>used to) live in (?P<v>[^\W\d_])", place("home"), PLAIN),
    rule(
        "moved relocated",
        r"\b(?:i|we)(?:'ve| have)?(?: just| recently| now| already)* (?:moved|relocated)(?: \w+)?(?: from (?:\w+ ){1,3}?)? ?to (?P<v>[^\W\d_])",
        place("home"),
        PLAIN | But.DENIED,
    ),
    rule(
        "moved",
        r"\b(?:i|we)(?:'ve| have)?(?: just| recently| now)* (?P<not>moved (?:away )?(?:from|out of)) (?P<v>[^\W\d_])",
        place("home"),
        PLAIN,
    ),
    rule(
        "based am i'm",
        r"\b(?:i|we)(?:'m|m| am|'re| are) (?:now |currently )?based (?:up |down |out )?in (?P<v>[^\W\d_])",
        place("home"),
        PLAIN | But.DENIED,
    ),
    rule(
        "am i'm im from",
        rf"(?:{_I_AM}|we're|we are) (?:originally )?from (?P<v>[^\W\d_])",
        place("home", known_only=True),
        PLAIN | But.DENIED,
    ),
    rule(
        "where",
        r"\b(?:in|from|of|near) (?P<v>[^\W\d_])[^.!?,\n]{1,30}?,? (?:which is |that is |that's )?where (?:i|we)(?:'m| am|'re| are)?(?: now| also| currently)? (?:live|living|based)\b",
        place("home"),
        But.SUPPOSED | But.REPORTED | But.DENIED,
    ),
    rule(
        "live",
        r"\b(?:i|we|i'm|i've|i'd)\b[^.!?\n]{2,50}? and (?:now |currently )?live (?:now )?(?:in|near) (?P<v>[^\W\d_])",
        place("home"),
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "now",
        rf"(?:{_I_AM}|we're|we are) (?:living )?in (?P<v>[^\W\d_])[^\W\d_]+(?: [^\W\d_]+)?(?<! right)(?<! just) now(?=[.,!]|$)",
        place("home", known_only=True),
        PLAIN | But.DENIED,
    ),
    rule(
        "home hometown",
        r"\bmy (?:home ?town|home(?: is|'s) in|home address is in)(?: is)? (?P<v>[^\W\d_])",
        place("home"),
        PLAIN | But.DENIED,
    ),
    # Work
    rule(
        "work works working",
        r"\b(?:i|we) (?:now |currently )?work (?:in [\w ]{2,20} )?(?:at|for) (?:a company called |the company |the )?(?P<v>[^\W\d_][\w&.' -]{1,50}?)(?= as\b| in\b|"
        + END[3:],
        _firm,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "work works working",
        r"\b(?:i|we) (?P<not>(?:no longer|don't|do not)) work (?:at|for) (?P<v>[^\W\d_][\w&.' -]{1,50}?)(?= as\b| in\b|"
        + END[3:],
        _firm,
        PLAIN,
    ),
    rule(
        "company firm business",
        r"\b(?:my|our) (?:company|firm|business)(?:'s name)?(?: is(?: called)?| name is|:) (?P<v>[^\W\d_][\w&.' -]{1,50}?)"
        + FIRM_END,
        _firm,
        PLAIN | But.DENIED,
    ),
    rule(
        "run own have",
        r"\b(?:i|we) (?:run|own|have) an? (?:\w+ ){0,2}(?:shop|company|business|store|firm|studio|caf[eé]|restaurant) called (?P<v>[^\W\d_][\w&.' -]{1,50}?)"
        + FIRM_END,
        _firm,
        PLAIN | But.DENIED,
    ),
    rule(
        "behalf",
        r"\bon behalf of (?:the company |our company |my company )?(?P<v>[^\W\d_][\w&.' -]{1,50}?)"
        + FIRM_END,
        _firm,
        PLAIN,
    ),
    rule(
        "work working",
        r"\b(?:i work|i'm working|i am working) (?:at [\w&.' -]{1,40} )?as (?:an?|the) (?P<v>[^\W\d_][\w' -]{2,40}?)(?= at\b| for\b| in\b| with\b|"
        + END[3:],
        _role,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "work working",
        r"\b(?:i (?:now |currently )?work|i'm working|i am working) (?:at|for) [\w&.' -]{1,40}? as (?P<v>(?:head|chief|director|vice president|vp|lead|senior|junior|chair|manager|deputy)\b[\w' -]{0,40}?)"
        + END,
        _role,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "left quit longer",
        r"\b(?:i|we)(?:'ve| have)? (?:just |recently )?(?P<not>left|quit|(?:am |'m )?no longer (?:at|with)) (?:my job at |the company )?(?P<v>[^\W\d_][\w&.' -]{1,50}?)(?= as\b| in\b|"
        + END[3:],
        lambda heard: () if heard.match["v"].split()[0] in KNOWN_PLACES else _firm(heard),
        PLAIN | But.DENIED,
    ),
    rule(
        "am i'm im",
        rf"{_I_AM} (?:the |an? )?(?P<v>(?:\w+ ){{0,2}}(?:head of \w+|ceo|cto|cfo|coo|founder|co-founder|owner(?! of this)|director|purchaser|buyer|manager|accountant|secretary|assistant|engineer|designer|consultant|representative|team lead|teacher|nurse))(?: of| at| for| with) ",
        _role,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "am i'm im",
        rf"{_I_AM} (?:the |an? )?(?:\w+ ){{0,2}}(?:head of \w+|ceo|cto|cfo|founder|co-founder|director|owner|manager|accountant|buyer|engineer|designer) (?:of|at|for) (?!(?:the|a|an|my|our|your|this)\b)(?P<v>[^\W\d_][\w&.' -]{{1,50}}?)"
        + FIRM_END,
        _firm,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "am i'm im",
        rf"{_I_AM} (?:also )?an? (?P<v>(?:\w+ )?(?:teacher|nurse|doctor|engineer|designer|developer|accountant|lawyer|student|consultant|photographer|architect|chef|carpenter|electrician|plumber|journalist|writer|musician|artist|pilot|guide|farmer|fisherman|policeman|firefighter|scientist|researcher|salesperson|driver|mechanic|dentist|pharmacist|translator|freelancer|purchaser|manager))(?=[.,!]| (?:there|here|and|in|at|for|from|by)\b|$)",
        _role,
        PLAIN | But.DENIED | But.PAST,
    ),
    rule(
        "company firm",
        r"\b(?:my|our) (?:company|firm|employer),? (?P<v>[^\W\d_][\w&.' -]{1,40}?),",
        _firm,
        PLAIN | But.DENIED,
    ),
    rule(
        "job role position",
        r"\bmy (?:job|role|position|job title|title)(?: here)? is (?:an? |the )?(?P<v>[^\W\d_][\w' -]{2,40}?)"
        + END,
        _role,
        PLAIN | But.DENIED,
    ),
    # Household
    rule(
        "household family",
        rf"\bour (?:household|family) (?:has|is|consists of) (?P<n>{_NUMBER})\b(?: people| persons)?",
        _household,
        PLAIN | But.DENIED,
    ),
    rule(
        "family household",
        rf"\b(?:we are|we're|i have|we have) a (?:family|household) of (?P<n>{_NUMBER})\b",
        _household,
        PLAIN,
    ),
    rule(
        "we we're",
        rf"\b(?:we are|we're)(?: a)? (?P<n>{_NUMBER})(?: people| persons| of us)?(?=[.!,]| (?:at home|in (?:the|our) (?:family|house(?:hold)?)|and|people)|$)",
        _household,
        PLAIN | But.DENIED,
    ),
    rule(
        "mother father mum mom dad parent",
        rf"\b(?:mother|father|mum|mom|dad|parents?) of (?P<n>{_NUMBER})\b(?! (?:kids|children|boys|girls|sons|daughters))",
        _parent,
        PLAIN | But.DENIED,
    ),
    rule("there", rf"\bthere (?:are|'re) (?P<n>{_NUMBER}) of us\b", _household, PLAIN),
    rule(
        "my our have got with and husband wife kids children sons daughters son daughter",
        rf"\b(?:my|our|i have|i've got|we have|we've got|i have got|with my|with|(?:husband|wife|partner|girlfriend|boyfriend) and(?: our| my)?|mother of|father of|mum of|mom of|dad of) (?P<n>{_NUMBER}) (?:\w+ )?(?P<who>kids?|children|child|sons?|daughters?|boys|girls|dogs?|cats?|baby|babies|toddlers?|teenagers?)\b",
        _household,
        PLAIN | But.DENIED,
    ),
    rule(
        "and",
        rf"\b(?:kids?|children|sons?|daughters?|dogs?|cats?|boys?|girls?),? and (?P<n>{_NUMBER}) (?P<who>kids?|children|sons?|daughters?|dogs?|cats?|boys?|girls?)\b",
        _household,
        But.SUPPOSED | But.REPORTED | But.DENIED,
    ),
    rule(
        "live",
        r"\bi live (?P<v>alone|on my own|by myself)\b",
        fixed("household", "lives alone"),
        PLAIN | But.DENIED,
    ),
)


SIGNED = (
    rf"(?:^|[\n.!?,] ?|\s-+ ?|— ?){_GOODBYE},?[ ]?(?:\n|[ ]|-|—)[ \n—-]*(?P<v>[^\W\d_][^\n,!?]{{1,40}})\s*[.!]?\s*\Z"
    r"|(?:^|\n|[.!?] ?)\s*(?:thanks|thank you|thx|cheers|many thanks|thanks a lot|take care|love)[,.!]?[ ]*\n\s*(?:—|–|-+)?\s*(?P<w>[^\W\d_][^\n,!?]{1,40})\s*[.!]?\s*\Z"
    r"|(?:[.!?\n])\s*(?:—|–|--|-|~)\s?(?P<x>[^\W\d_][^\n,!?]{1,40})\s*[.!]?\s*\Z"
)
