"""A name that stands by itself in the message: under it, at its end, or at its beginning."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.names import Name, could_be_name, is_likely, read_name
from chat_server.hearing.places import KNOWN_PLACES
from chat_server.hearing.products import is_goods
from chat_server.hearing.rule import LineRule
from chat_server.hearing.takes import LIKELY, SURE
from chat_server.hearing.text import Line

from .occasions import OCCASIONS
from .words import GREETING

# A fact of oneself that is told right after the name, without a verb: "Meera, size S".
FACT = (
    r"(?=(?:my |same )?(?:phone|mobile|mob|cell|tel|e-?mail|mail|size|order(?: number| no)?|number|address|budget|postcode)\b(?! (?:is )?(?:late|where|when))"
    r"|[^\s,]+@|\+?\d|(?:born|aged|based|living|head|chief|owner|buyer|manager|director|treasurer|secretary)\b|i live\b|i'm from\b|from [^\W\d_]|here from )"
)
_WORD = r"[^\W\d_]+(?:['’-][^\W\d_]+)*"
_WHOLE = rf"(?P<v>{_WORD}(?: {_WORD}){{0,3}}?)"
# Who writes English need not close in it.
FOREIGN_CLOSING = r"(?:(?:med )?(?:(?:vennlig|venlig|hjertelig|kj[æa]rlig|mange) )*hilsen(?: fra)?|mvh|(?:(?:med )?(?:v[äa]nliga |b[äa]sta ))?h[äa]lsningar|(?:(?:mit )?(?:freundlichen|freundliche|lieben|liebe|viele|vielen|beste|herzliche|sch[öo]ne) )?gr(?:ü|ue|u)(?:ß|ss)en?|mfg|lg|(?:(?:met )?(?:vriendelijke|hartelijke) )?groet(?:en|jes)?|(?:un )?(?:cordial )?saludos?|abrazos?|(?:bien )?cordialement|bien [àa] vous|(?:mes )?salutations|bisous|(?:cordiali |tanti )?saluti|abra[çc]os?|cumprimentos|pozdrawiam|pozdrav(?:y)?|terveisin|terveisiä|tervitades|(?:bestu |k[æa]r )?kve[ðd]jur?)"
_GOODBYE = (
    r"(?:(?:with )?(?:(?:my|best|kind|warm|kindest|warmest|many|all my|much) )*(?:regards|wishes|love|hugs|kisses)(?: from(?: me)?)?|(?:best |kind |warm |many )?(?:greetings|greets)|sincerely(?: yours)?"
    r"|yours(?: sincerely| truly| faithfully| always)?|best|warmest|warmly|br|rgds|regds|kr|all the best|respectfully|xoxo|xx|cordially|faithfully|ever yours|signed|hugs|greetings"
    rf"|{FOREIGN_CLOSING})"
)
_THANKS = r"(?:thanks|thank you|thx|ty|ta|cheers|many thanks|thanks a lot|thanks a million|thanks so much|thanks in advance|thank you in advance|thank you so much|thank you very much|take care|love|bye|bye for now|ciao|see you|so long|talk soon|speak soon|have a (?:nice|good|great|lovely) (?:day|weekend|evening))"
_SIGNED = re.compile(
    rf"(?:^|[\n.!?,] ?|\s-+ ?|— ?){_GOODBYE},?[ ]?(?:\n|[ ]|-|—)[ \n—-]*(?P<v>[^\W\d_][^\n,!?]{{1,40}})\s*[.!]?(?:[,\n] ?(?![^\n]*\b(?:is|was|are|i|would|said|says|you|it|told)\b)[^\n,?]{{2,60}}){{0,3}}\s*\Z"
    rf"|(?:^|\n|[.!?)] ?)\s*{_THANKS}[,.!]?[ ]*\n\s*(?:—|–|-+)?\s*(?P<w>[^\W\d_][^\n,!?]{{1,40}})\s*[.!]?\s*\Z"
    r"|(?:[.!?\n]|\A)\s*(?:—|–|--|-|~|/)\s?(?P<x>[^\W\d_][^\n,!?]{1,40})\s*[.!]?\s*\Z"
    rf"|[.!?)\n] ?{_THANKS}(?:, ?| - ?| — ?)(?P<y>[^\W\d_][^\n,!?]{{1,40}})[ .]*\Z"
    r"|(?:[:;]-?[)dp(]|[\u2600-\u27bf\U0001f300-\U0001faff]\ufe0f?) ?(?P<z>[^\W\d_]{2,20})[ .]*\Z",
    re.IGNORECASE,
)
# Under the message, or behind its last sentence.
_UNDER = re.compile(
    rf"\n[ ]*(?:—|–|-+|~)?[ ]*{_WHOLE}(?P<kiss>[ ]?[xo]{{1,4}})?[ ]*[.!]?[^\w\s]*\s*\Z"
)
_BEHIND = re.compile(rf"[.!)][ ]{_WHOLE}[ ]*\.?\s*\Z")
_ADDRESS = re.compile(r"\d[^\n.!?]*\n[^\n]*\Z|[:,]\s*\n[^\n]*\Z")
_TAIL = 200
_ENOUGH_WORDS = 7
_FEW_WORDS = 4
_MOST_UNDER = 3


def by_itself(name: Name, *, kissed: bool = False) -> bool:
    """Whether words that stand alone can be nothing else than a name."""
    words = name.value.lower().split()
    if any(is_goods(word) or word in COLOURS or word in OCCASIONS for word in words):
        return False
    if name.value.lower() in KNOWN_PLACES:
        return False
    return (is_likely(name) and not _wordy(name)) or (kissed and could_be_name(name))


def _wordy(name: Name) -> bool:
    """An adjective or noun with a capital, rather than a name that nobody has heard."""
    if name.known or " " in name.value:
        return False
    first = name.value.lower()
    return first in _NOUNS or first.endswith(
        (
            "ing",
            "ed",
            "ful",
            "less",
            "ous",
            "able",
            "ible",
            "tion",
            "ment",
            "ness",
            "ically",
            "ally",
        )
    )


# What else stands alone with a capital under a message.
_NOUNS = frozenset(
    """
    regards asap urgent attention info details summary reason question update reminder edit note ps nb attached photo
    photos picture pictures invoice tracking status total quantity kg cm eu uk usa usd eur gbp postcode street road
    merry seriously honestly cheers amen peace lovely brilliant superb excellent terrific beautiful wonderful fabulous
    terrible horrible awful scandal shame nonsense rubbish garbage ridiculous outrageous disgrace karma bingo bravo voilà
    facebook instagram whatsapp google paypal klarna visa mastercard dhl ups fedex iphone android samsung gore-tex
    """.split()  # noqa: SIM905 - a list would be one word a line
)


def _signed(line: Line) -> Iterator[Statement]:
    """The name under a letter: "Best regards, Maria"."""
    offset = max(0, len(line.text) - _TAIL)
    found = _SIGNED.search(line.text, offset)
    if found is None:
        yield from _alone_at_the_end(line, offset)
        return
    group = found.lastgroup or "v"
    start, end = found.span(group)
    name = read_name(line, start, end)
    if name is None or line.text[name.end : end].strip(" .—-x"):
        return
    if group == "y" and not (
        (name.known or (name.capital and " " in name.value and is_likely(name)))
        and (
            "?" in line.low
            or len(line.low[:start].split()) > (_FEW_WORDS if " " in name.value else _ENOUGH_WORDS)
        )
    ):
        return
    if name.capital or name.known:
        yield Statement("name", name.value, SURE if name.known else LIKELY, name.start, name.end)


def _alone_at_the_end(line: Line, offset: int) -> Iterator[Statement]:
    """Without a greeting: on the last line, or behind the last sentence when it is a common name."""
    under = _UNDER.search(line.text, offset)
    found = under or _BEHIND.search(line.text, offset)
    if found is None or line.shouted:
        return
    name = read_name(line, *found.span("v"))
    if name is None or name.end != found.end("v") or name.value.count(" ") >= _MOST_UNDER:
        return
    before = line.low[: found.start()].split()
    if under is None:
        sure = name.capital and name.known and len(before) >= _FEW_WORDS
    else:
        strange = not name.known and _ADDRESS.search(line.text[: found.end()]) is not None
        sure = by_itself(name, kissed=found["kiss"] is not None) and len(before) > 1 and not strange
    if sure:
        yield Statement("name", name.value, SURE if name.known else LIKELY, name.start, name.end)


def _introduced(line: Line) -> Iterator[Statement]:
    """A name by itself at the beginning: "Bonjour, Odile Garnier.", "Arjun. My phone is ..."."""
    twice = _TWICE.search(line.text, 0, _TAIL)
    if twice is not None and not line.shouted:
        yield Statement("name", twice["v"], SURE, *twice.span("v"))
        return
    found = _INTRODUCED.match(line.low)
    if found is None:
        return
    name = read_name(line, *found.span("v"))
    if name is None or name.end != found.end("v") or not name.capital:
        return
    full = " " in name.value and is_likely(name)
    if name.known and (full or _TELLS.match(line.low, found.end())):
        yield Statement("name", name.value, SURE, name.start, name.end)
    elif full and by_itself(name) and _OF_ONESELF.match(line.low, found.end()):
        yield Statement("name", name.value, LIKELY, name.start, name.end)


# As Bond has it.
_CAPITAL = r"[^\W\d_a-zà-öø-ÿ][^\W\d_]+"
_TWICE = re.compile(
    rf"(?:^|[\s,])(?P<last>{_CAPITAL})(?:[.,] | is (?:my|the) name[.,] )(?P<v>{_CAPITAL} (?P=last))\b"
)
_TELLS = re.compile(rf"\s*(?:my |the )?{FACT}")
_OF_ONESELF = re.compile(r"\s*(?:i|i'm|i've|i'd|my|we|we're|our|could you|can you|please)\b")
_INTRODUCED = re.compile(rf"{GREETING}{_WHOLE}\s*(?:[.!]|\Z|\n)")
# Behind or before these words.
_CUES = "i'm am name phone email e-mail size @ hi hello hey hiya bonjour hola hallo morning afternoon evening day i i've i'd ordered my is"
_ENDING = "where how when is can could do i'm im my please regards best sincerely wishes greetings yours thanks thank cheers br xoxo thx ty ta bye hilsen mvh hälsningar grüße grüßen gruß mfg lg groeten groetjes groet saludos saludo abrazo cordialement salutations bisous saluti abraços pozdrawiam pozdrav terveisin kveðja kveðjur respectfully love care — truly hugs warmest many"


LINE_RULES = (
    LineRule(frozenset(_CUES.split()), _introduced),
    LineRule(frozenset({*_ENDING.split(), "\n"}), _signed),
)
