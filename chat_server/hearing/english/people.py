"""Who they are: name, address, language and home."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.names import is_likely, read_name, read_titled_name
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import (
    LIKELY,
    known_name,
    likely_name,
    place,
    told_name,
    two_names,
    word,
)

from .words import KIN

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
)


SIGNED = (
    rf"(?:^|[\n.!?,] ?|\s-+ ?|— ?){_GOODBYE},?[ ]?(?:\n|[ ]|-|—)[ \n—-]*(?P<v>[^\W\d_][^\n,!?]{{1,40}})\s*[.!]?\s*\Z"
    r"|(?:^|\n|[.!?] ?)\s*(?:thanks|thank you|thx|cheers|many thanks|thanks a lot|take care|love)[,.!]?[ ]*\n\s*(?:—|–|-+)?\s*(?P<w>[^\W\d_][^\n,!?]{1,40})\s*[.!]?\s*\Z"
    r"|(?:[.!?\n])\s*(?:—|–|--|-|~)\s?(?P<x>[^\W\d_][^\n,!?]{1,40})\s*[.!]?\s*\Z"
)
