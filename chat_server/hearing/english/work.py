"""For whom they work, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.colours import ENGLISH as COLOURS
from chat_server.hearing.no_names import NO_NAMES
from chat_server.hearing.places import KNOWN_PLACES
from chat_server.hearing.products import is_goods
from chat_server.hearing.rule import PLAIN, But, Heard, rule
from chat_server.hearing.takes import LIKELY

from .words import END, FIRM_END, GREETING, KIN

_POWERS = frozenset(
    "admin administrator root superuser moderator operator developer system god staff employee bot".split()  # noqa: SIM905
)
_I_AM = r"(?<![\w'])(?:i am|i'm|im|i m|i was just made|i've become|i have become|i became|i've just become|i was promoted to|i've been promoted to|i was made)"
# What somebody is in a firm or a club; the words before it belong to it.
HEADS = (
    r"(?:(?:vice |deputy |acting |interim |assistant )?(?:head|director|chief|lead|president|chair|secretary|treasurer|manager|captain|leader) of (?:the )?(?:[^\W\d_]+(?: and [^\W\d_]+| [^\W\d_]+)??)"
    r"|in charge of (?:the )?[^\W\d_]+(?: [^\W\d_]+)?|responsible for (?:the )?(?:purchasing|procurement|buying|merchandise|uniforms|equipment|gear|workwear|kit)\b)"
)
TITLES = (
    r"(?:ceo|cto|cfo|coo|managing director|founder|co-?founder|owner|co-?owner|director|purchaser|buyer|manager|accountant|bookkeeper|secretary|treasurer"
    r"|assistant|engineer|designer|consultant|representative|rep|team lead(?:er)?|supervisor|coordinator|co-ordinator|administrator|officer|receptionist|apprentice|intern|trainee"
    r"|teacher|nurse|doctor|developer|lawyer|consultant|photographer|architect|chef|cook|baker|carpenter|electrician|plumber|journalist|writer|editor|musician|artist"
    r"|pilot|guide|instructor|farmer|fisherman|policeman|firefighter|paramedic|scientist|researcher|salesperson|salesman|driver|mechanic|dentist|pharmacist|translator|librarian"
    r"|freelancer|chairman|chairwoman|chairperson|chair|president|partner|caretaker|janitor|headmaster|headmistress|principal|head teacher|warden|ranger|captain|skipper|coach|trainer"
    r"|quartermaster|shopkeeper|storekeeper|foreman|analyst|clerk|operator|specialist|planner|producer|professor|lecturer|vet|surveyor|controller|executive|associate|technician|hr|midwife)"
)
_ROLE = rf"(?P<v>{HEADS}|(?:[^\W\d_]+[ -]){{0,2}}?{TITLES})"
_FIRM = r"(?P<w>[^\W\d_][\w&.' -]{0,50}?)"
_THE = r"(?:the |a |an |our |your |my )?"
_PAUSE = r"(?=\s*[.,!;:)(–—]|\s*$| and\b| but\b| so\b| now\b| here\b| there\b| at\b| for\b| of (?:our|the|an?)\b| in\b| with\b| from\b| by\b| who\b| these days\b| since\b| btw\b| \W)"
_OWN = PLAIN | But.DENIED | But.PAST
_END_OF_FIRM = r"(?=[.!?,;:()\n]|\s+(?:any ?more|any longer|too|also|as well|who|and|but|so|again|because|since|please|thanks|thank|now|instead|if|when|though|while|anyway|as|in|these|who|where|need|needs|we|i|i'd|i'm|we'd|want|here|there|would|is|are|same|btw|by the way|from|with|on|for|to|\d+)\b|\s+-|\s+[^\w\s&'.-]|\s*$)"


def _role(heard: Heard) -> Iterator[Statement]:
    start, _ = heard.place()
    said = heard.words().strip(" ,.-")
    for little in ("the ", "a ", "an ", "our ", "your ", "now ", "new "):
        if said.lower().startswith(little):
            said, start = said[len(little) :], start + len(little)
    words = said.lower().split()
    if " as " in f" {said.lower()} ":
        return
    if (
        not _POWERS.isdisjoint(words)
        or words[0] in _NO_ROLE
        or words[0] == "proud"
        or words[-1] in _NO_ROLE
    ):
        return
    yield heard.statement(
        "company_role",
        said,
        span=(start, start + len(said)),
        confidence=LIKELY + 0.05,
        ended=heard.has("not"),
    )


_NO_ROLE = frozenset(
    [
        "not",
        "happy",
        "sorry",
        "so",
        "very",
        "too",
        "one",
        "like",
        "really",
        "what",
        "that",
        "this",
        "own",
        "it",
        "my",
        "his",
        "her",
    ]
)


def _firm_in(heard: Heard, group: str) -> Iterator[Statement]:
    """A firm's name has a capital; it is no town, and no word that only begins a sentence."""
    if not heard.has(group):
        return
    start, end = heard.place(group)
    said = heard.line.text[start:end].strip(" ,.-")
    for little in ("The ", "the ", "a ", "an ", "our "):
        if said.startswith(little) and len(said) > len(little):
            said, start = said[len(little) :], start + len(little)
    low = said.lower()
    if len(said) < 2 or not heard.line.capital(start) or low in KNOWN_PLACES or low in COLOURS:  # noqa: PLR2004
        return
    if is_goods(low.split()[-1]) or low in NO_NAMES or low in {"st", "mt", "dr"}:
        return
    yield heard.statement("company", said, span=(start, start + len(said)), ended=heard.has("not"))


def _firm(heard: Heard) -> Iterator[Statement]:
    yield from _firm_in(heard, "w")


def _both(heard: Heard) -> Iterator[Statement]:
    if heard.has("w") and is_goods(heard.match["w"].split()[-1].strip(".,")):
        return  # "the proud owner of a Katla down jacket"
    yield from _role(heard)
    yield from _firm_in(heard, "w")


def _named_from(heard: Heard) -> Iterator[Statement]:
    """Of "Jane from Brightwater Dental" what follows is a firm when it is two words or sounds like one."""
    said = heard.match["w"]
    if heard.has("n"):
        start = heard.place("n")[0]
        if (
            not heard.line.capital(start)
            or heard.match["n"] in NO_NAMES
            or heard.match["n"].endswith("ing")
        ):
            return
    if " " in said.strip() or _LIKE_A_FIRM.search(said):
        yield from _firm_in(heard, "w")


_LIKE_A_FIRM = re.compile(
    r"(?:ltd|inc|gmbh|llc|corp|group|works|tech|shop|sports|outdoor|tools|labs?|dental|travel|tours|media|club|school|hotel|studio|systems|solutions|logistics|& "
    r"|nursery|guesthouse|cruises|events|surveyors|consult|partners|bank|clinic|hospital|university|college|council|church|brewery|bakery|caf[eé]|restaurant|lodge|hostel|association|society|foundation|agency|gallery|museum|theatre|centre|farm|engineering|design|architects|insurance|transport|rescue|crew|shipping|airlines|energy|software|digital|holdings|industries|brothers|sons)"
)


def _like_a_firm(heard: Heard) -> Iterator[Statement]:
    """Where a town may stand as well."""
    if _LIKE_A_FIRM.search(heard.match["w"]):
        yield from _firm(heard)


def _in_their_work(heard: Heard) -> Iterator[Statement]:
    """After "as", where the sentence is about the work or the buying of the one who writes."""
    low = heard.sentence.low
    if _WORKING.search(low) and not _SOMEBODY.search(low[: heard.match.start()]):
        yield from _both(heard)


_WORKING = re.compile(
    r"\b(?:i|i'm|i've|we|we're|me)\b.*\b(?:work\w*|employed|joined|started|hired|job|writing|write|order\w*|buy\w*|purchas\w*|volunteer\w*|act|serve|need|am|took over|responsible|look after|retired)\b|\b(?:i'm|i am|i work|i buy|i order|i need)\b"
)
_SOMEBODY = re.compile(rf"\b(?:he|she|they|{KIN})\b[^,;]*$")
_NO_MORE = re.compile(r"no longer|any ?more|stopped|resigned|quit|retired|stepped down")
_TASK = r"(?:procurement|purchasing|buying|ordering|orders|purchases|supplies|workwear|uniforms|equipment|kit|merchandise|shopping)"
_SORT = r"(?:company|firm|business|outfit|club|school|shop|hotel|guesthouse|guest house|caf[eé]|restaurant|studio|agency|start-?up|team|charity|association|organi[sz]ation|society|practice|clinic|nursery|farm|hostel|brewery|bakery|troop|choir|crew|ngo)"
RULES = (
    rule("as", rf"\bas (?:an? |the |their |our |its )?(?:new |current |acting )?{_ROLE}(?:,? (?:of|at|for|with|in) (?:the )?{_FIRM}{_END_OF_FIRM}|{_PAUSE}| i\b| we\b)", _in_their_work, But.SUPPOSED | But.REPORTED | But.ASKED | But.DENIED | But.PAST),
    rule("company firm business outfit club school shop hotel guesthouse café cafe restaurant studio agency startup team charity association organisation organization society practice clinic nursery farm hostel brewery bakery troop choir crew", rf"\b(?:for|at|with|from|are|we're|i'm|run|own|have|represent|of) (?:an? |the |our |my )(?:[\w-]+ )?{_SORT}(?:,| called| named| by the name of) {_FIRM}{_END_OF_FIRM}", _firm, _OWN),
    rule("from with", rf"(?<![\w'])(?:i am|i'm|im|we're|we are|this is|here is|here's)(?: [^\W\d_]+(?: [^\W\d_]+)?)?,? (?:from|with|at) {_FIRM}{_END_OF_FIRM}", _like_a_firm, _OWN),
    rule("run do does handle manage lead head organise organize", rf"\b(?:i|we|who) (?:run|do|does|handle|manage|lead|head|organi[sz]e|look after|take care of)(?: all| most of)? (?:the |our )?{_TASK}(?: and \w+)? (?:at|for) (?:the )?{_FIRM}{_END_OF_FIRM}", _firm, _OWN),
    rule("teach volunteer practise consult nurse cook train guide", rf"\b(?:i|we) (?:also |now )?(?:teach|volunteer|practise|consult|nurse|cook|train|guide|coach)(?: \w+)? (?:at|for|with) (?:the )?{_FIRM}{_END_OF_FIRM}", _firm, _OWN),
    rule("buyer treasurer secretary manager director owner head purchaser founder chair captain president ceo teacher coordinator assistant lead chief leader", rf"^{GREETING}(?:the )?{_ROLE} (?:of|at|for) (?:the )?{_FIRM}{_END_OF_FIRM}", _both, _OWN),
    rule("here writing speaking", rf"^{GREETING}{_ROLE} (?:here|speaking|writing),? (?:at |of |from |for )?(?:the )?{_FIRM}(?=\s*[.,!;\n]|\s*$)", _both, _OWN),
    rule("made appointed promoted elected named", rf"\b(?:i've|i have|i was|i got|i'm|just|been) (?:just |now |recently |finally )*(?:been )?(?:made|appointed|elected|promoted to|named|hired as|voted) (?:the |an? |our )?{_ROLE}(?:,? (?:of|at|for|with|in) (?:the )?{_FIRM}{_END_OF_FIRM}|{_PAUSE})", _both, _OWN),
    rule("longer stopped resigned quit retired", rf"\bi(?:'m| am|'ve| have)? (?P<not>no longer|stopped being|not|resigned as|quit as|retired as|stepped down as) (?:an? |the |their |your )?{_ROLE}(?=\s*[.,!;]|\s*$| any ?more| of\b| at\b| there\b| now\b)", lambda heard: _role(heard) if _NO_MORE.search(heard.sentence.low) else (), PLAIN),
    rule("work works working employed", rf"\b(?:i|we)(?:'m|'re| am| are|'ll be| will be|'ll| will)? (?:now |currently |also |still |just |actually |started )*(?:work|working|employed|work now)(?: as (?:an? |the )?{_ROLE})? ?(?:in [\w ]{{2,20}} )?(?:at|for|with) (?:a company called |a firm called |the company |the firm )?{_FIRM}{_END_OF_FIRM}", _firm, _OWN),
    rule("joined started join joining start starting", rf"(?:\b(?:i|we)(?:'ve| have|'ll be| will be|'m| am|'ll| will)? |[,;] ?(?:and )?)(?:just |recently |now |also |have )*(?:join(?:ed|ing)?|start(?:ed|ing)? (?:at|with|work(?:ing)? (?:at|for))|switched to|moved over to|signed on with) {_FIRM}{_END_OF_FIRM}", _firm, _OWN),
    rule("work works working", rf"\b(?:i|we) (?P<not>(?:no longer|don't|dont|do not|stopped|am not|'m not)) (?:work(?:ing)?|employed) (?:at|for|with) {_FIRM}{_END_OF_FIRM}", _firm, PLAIN),
    rule("left quit longer resigned", rf"\b(?:i|we)(?:'ve| have)?(?: just| recently)* (?P<not>left|quit|resigned from|(?:am |'m )?no longer (?:at|with|for)) (?:my job at |my job with |the company )?{_FIRM}{_END_OF_FIRM}", lambda heard: () if heard.match["w"].split()[0] in KNOWN_PLACES else _firm(heard), PLAIN | But.DENIED),
    rule("company firm business employer club school organisation organization shop association", rf"\b(?:my|our|the) (?:\w+ )?(?:company|firm|business|employer|club|school|organisation|organization|association)(?:'s name)?(?: is(?: called| now)?|'s|s| name is| is named|:) {_FIRM}{FIRM_END}", _firm, PLAIN | But.DENIED),
    rule("company firm employer", rf"(?:^{GREETING}|[,;] ?)(?:company|firm|employer|company name): ?{_FIRM}{FIRM_END}", _firm, PLAIN),
    rule("company firm employer", rf"\b(?:my|our) (?:company|firm|employer),? {_FIRM},", _firm, PLAIN | But.DENIED),
    rule("run own have manage", rf"\b(?:i|we) (?:run|own|have|manage|founded|started) (?:an? |the )?(?:[\w-]+ ){{0,3}}(?:shop|company|business|store|firm|studio|caf[eé]|restaurant|hotel|guesthouse|b&b|hostel|school|club|agency|farm|bakery|brewery|gallery|bar|pub|guiding outfit|outfit)(?: called| named|,) {_FIRM}{FIRM_END}", _firm, PLAIN | But.DENIED),
    rule("behalf", rf"\bon behalf of (?:the company |our company |my company |my employer |our club |the )?{_FIRM}{FIRM_END}", _firm, PLAIN),
    rule("buy ordering order buying purchasing shopping orders writing purchase", rf"\b(?:i|we)(?:'m|'re| am| are)? (?:also |now )?(?:ordering|order|buy|buying|purchasing|shopping|writing|do (?:the |all the )?(?:orders|ordering|purchasing|buying|procurement|shopping)|buy|handle (?:the )?(?:purchasing|procurement|orders)) (?:this |these |it |them )?for {_FIRM}{_END_OF_FIRM}", lambda heard: _named_from(heard) if not heard.match[0].startswith(("i do", "we do", "i buy", "we buy")) else _firm(heard), _OWN),
    rule("at", rf"\bwe at {_FIRM}(?=\s+(?:need|want|would|are|have|like|plan|were|use|love)\b|,)", _firm, PLAIN),
    rule("with at", rf"(?:\b(?:i'm|i am|im|i'm now|now)|[,;] ?now|jobs,? (?:i'm )?now) (?:now |currently )?(?:with|at) {_FIRM}{_END_OF_FIRM}", _firm, _OWN),
    rule("from of", rf"^{GREETING}(?:this is |it's |i'm |i am |im |my name is )?(?P<n>[^\W\d_]+)(?: [^\W\d_]+)?(?: here)?,? (?:from|of|at|with) {_FIRM}{_END_OF_FIRM}", _named_from, PLAIN | But.DENIED),
    rule("for", rf"\bfor (?:the|our) (?:\w+ )?(?:team|staff|crew|office|guys|people|members|volunteers) (?:at|of) {_FIRM}{_END_OF_FIRM}", _firm, PLAIN | But.DENIED),
    rule("we're ordering buying need", rf"^{GREETING}(?:we're|we are) {_FIRM}(?=[,.] ?(?:and )?(?:we )?(?:ordering|buying|need|want|looking|order|would like)\b)", _firm, PLAIN | But.DENIED),
    # What they are there
    rule("am i'm im became become promoted made", rf"{_I_AM} (?:now |also |actually |currently |only |just |still |simply )*{_THE}{_ROLE}(?:,? (?:of|at|for|with|in) (?:the )?{_FIRM}{_END_OF_FIRM}|{_PAUSE})", _both, _OWN),
    rule("buyer treasurer secretary manager director owner head purchaser founder chair captain president ceo teacher coordinator assistant captain lead chief", rf"^{GREETING}(?:i'm |i am |im |my name is |this is )?[^\W\d_]+(?:['-][^\W\d_]+)?(?: [^\W\d_]+){{0,3}}(?: here)?, (?:the )?{_ROLE} (?:of|at|for|with) (?:the )?{_FIRM}{_END_OF_FIRM}", _both, _OWN),
    rule("work working working", rf"\b(?:i|we)(?:'m| am)? (?:now |currently |also )?(?:work|working|employed) (?:at [\w&.' -]{{1,40}} |for [\w&.' -]{{1,40}} )?as (?:an?|the|their) (?P<v>[^\W\d_][\w' -]{{2,40}}?)(?= at\b| for\b| in\b| with\b|{END[3:]}", _role, _OWN),
    rule("work working", rf"\b(?:i (?:now |currently )?work|i'm working|i am working) (?:at|for) [\w&.' -]{{1,40}}? as (?P<v>(?:head|chief|director|vice president|vp|lead|senior|junior|chair|manager|deputy)\b[\w' -]{{0,40}}?){END}", _role, _OWN),
    rule("job role position title", rf"\bmy (?:new )?(?:job|role|position|job title|title)(?: here| there| now)? is (?:now )?(?:an? |the |that of )?(?:an? )?(?P<v>[^\W\d_][\w' -]{{2,40}}?){END}", _role, PLAIN | But.DENIED),
    rule("made promoted", rf"\b(?:(?:they|my boss|the boss|management|the club|the committee)(?:'ve| have| has)?(?: just)? made me|(?:got|been|was|just) promoted to)(?: the| an?)? {_ROLE}(?:,? (?:of|at|for|with|in) (?:the )?{_FIRM}{_END_OF_FIRM}|{_PAUSE})", _both, But.SUPPOSED | But.ASKED | But.DENIED | But.OTHERS),
    rule("here writing", rf"^{GREETING}(?:the )?{_ROLE} (?:of|at|for|with) (?:the )?{_FIRM},? (?:here|writing)\b", _both, _OWN),
)  # fmt: skip
