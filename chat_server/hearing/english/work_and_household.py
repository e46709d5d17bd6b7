"""Their work and household."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.places import KNOWN_PLACES
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import (
    LIKELY,
    fixed,
)

from .words import END, FIRM_END

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
_I_AM = r"(?<![\w'])(?:i am|i'm|im|i m)"


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


RULES = (
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
