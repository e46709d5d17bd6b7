"""Messages that are no more than the answer to a question, names under letters, corrections."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing import answers
from chat_server.hearing.contact_details import ORDER
from chat_server.hearing.inflected import TAIL, unsure_answer
from chat_server.hearing.rule import LineRule
from chat_server.hearing.signatures import signed
from chat_server.hearing.takes import LIKELY, SURE
from chat_server.hearing.text import Line

from .contact import CHANNEL, PART, TIMES, channel_of, hours_of, part_of
from .goods import COLOUR, colour_of
from .money_and_sizes import SIZE, SPENT, as_budget, as_size
from .names import is_patronymic, name_at
from .occasions import OCCASION, occasion_of
from .places import town_at
from .words import CALENDAR, HEDGE, found, pattern
from .work_and_household import ROLES

Answer = Callable[[Line], list[Statement]]
OPENING = found(
    r"\s*(?:(?:já|nei|jú|nú|sko|auðvitað|ok|hæ|halló|góðan daginn|það er|þetta er|hún er|er|ég|eg|heiti|nafnið er|nafn|númerið er|númer|pöntun|pöntunarnúmerið er|stærð|í|á|frá|bý|bý á|mitt|mín|minn|afsakið|fyrirgefðu|um það bil|tja|hm+|æi|um|max|mest|allt að|svona|bara|oftast|yfirleitt|held ég|held|kannski|líklega|tek|nota|vil|helst|úps|æ|með|fyrir|eftir|ég er|ég heiti|ég bý|við|erum|takk|hérna|fyrirtækið|starfa sem|vinn sem|vinn hjá|hjá|frekar|#)[\s,.:!#-]+)*"
)
_CLOSING = found(
    r"(?:[\s,.!:;)(-]|takk(?: fyrir)?|kærar þakkir|bara|kannski|sirka|max|held ég|held|hentar(?: best)?|best|er best|er fínt|í skóm|en þú|og þú|oftast|yfirleitt|lit|litinn|væri fínt|helst|sko|vinsamlegast|heiti ég|auðvitað|að sjálfsögðu|en|ekki|viss|er|ekki alveg|\W)*\Z"
)
_LONGEST = 80
_REFUSED = found(
    r"\b(?:veit ekki|vil ekki|man ekki|skiptir (?:ekki|engu)|alveg sama|leyndarmál|af hverju|þarf ég|hvers vegna|ekkert sérstakt|sama hvaða)\b"
)


_CORRECTED = re.compile(rf"\bekki #?(?P<wrong>{ORDER}),? (?:heldur )?(?P<v>{ORDER})")


def _start(line: Line) -> int:
    opened = OPENING.match(line.low)
    return opened.end() if opened else 0


def _name(line: Line) -> list[Statement]:
    """A name at the beginning; what follows it is about something else."""
    if len(line.text) > _LONGEST or _REFUSED.search(line.low):
        return []
    name = name_at(line, _start(line), len(line.text))
    if name is None:
        return []
    rest = line.low[name.end :]
    alone = _CLOSING.match(rest) is not None
    if "?" in line.low and not ((name.known or name.capital) and re.match(r"[,.!)]", rest)):
        return []
    if not alone and not (
        (name.known or name.capital)
        and re.match(r"\s?[,.!;)(—\n-]| heiti eg| er nafnid| og | takk", rest)
    ):
        return []
    return [
        Statement(
            "name", name.value, SURE if name.known or name.capital else LIKELY, name.start, name.end
        )
    ]


def _matched(
    kind: str, written: str, read: Callable[[re.Match[str]], str | None], *, whole: bool = True
) -> Answer:
    compiled = re.compile(pattern(written))

    def answer(line: Line) -> list[Statement]:
        if len(line.text) > _LONGEST or "?" in line.low or _REFUSED.search(line.low):
            return []
        for start in (0, _start(line)):
            match = compiled.match(line.low, start)
            if match is not None and (not whole or _CLOSING.match(line.low, match.end())):
                value = read(match)
                return [Statement(kind, value, SURE, *match.span())] if value else []
        return []

    return answer


def _home(line: Line) -> list[Statement]:
    if len(line.text) > _LONGEST or "?" in line.low or _REFUSED.search(line.low):
        return []
    start = _start(line)
    post = re.match(r"\d{3} ", line.low[start:])
    start += post.end() if post else 0
    town = town_at(line, start, len(line.text))
    if town is None or not re.match(
        r"[\s,.!)]*(?:\Z|,|\.|nuna|eins og|en |og |takk|i |a )", line.low[town[1] :]
    ):
        return []
    return [Statement("home", town[0], LIKELY + 0.05, start, town[1])]


_BARE: dict[str, Answer] = {
    "name": _name,
    "email": answers.bare_email,
    "phone": answers.bare_phone,
    "order_number": answers.few_orders(OPENING, _CORRECTED),
    "size": _matched("size", SIZE, lambda match: as_size(match.group())),
    "colour": _matched("colour", rf"(?:í )?{COLOUR}", colour_of),
    "budget": _matched("budget", SPENT, lambda match: as_budget(match["a"], match["b"])),
    "home": _home,
    "delivery_place": answers.bare_words("delivery_place", found(r"\s*(?:(?:já|sendið (?:á|til)|á|í|til|heimilisfangið er|takk)[\s,.:!-]+)*")),
    "preferred_channel": _matched("preferred_channel", rf"(?:hérna |hér |í |með |gegnum |bara )*(?:{CHANNEL}|(?P<call>hring\w+|bjalla\w*))", lambda match: "phone" if match["call"] else channel_of(match["v"])),
    "preferred_hour": _matched("preferred_hour", rf"(?P<part>{PART})|{TIMES}", lambda match: part_of(match["v"]) if match["part"] else hours_of(match)),
    "occasion": _matched("occasion", rf"(?:fyrir |í |á |þetta er )*{OCCASION}", lambda match: occasion_of(match["v"]), whole=False),
    "occasion_date": answers.bare_day(CALENDAR),
    "company": answers.bare_words("company", found(r"\s*(?:(?:já|ég vinn hjá|vinn hjá|hjá|við erum hjá|fyrirtækið heitir|það heitir|það er|heitir)[\s,.:!-]+)*")),
    "company_role": _matched("company_role", rf"(?P<v>{ROLES})", lambda match: match["v"], whole=False),
}  # fmt: skip


def _spelt(read: Answer) -> Answer:
    """A role as it was written, with its marks."""

    def answer(line: Line) -> list[Statement]:
        return [
            Statement(one.key, line.text[one.start : one.end], one.confidence, one.start, one.end)
            for one in read(line)
        ]

    return answer


ANSWERS = {kind: unsure_answer(read, HEDGE) for kind, read in _BARE.items()}
ANSWERS["company_role"] = _spelt(_BARE["company_role"])
_CLOSING_WORDS = re.compile(
    r"(?:(?:með )?(?:bestu |góðri |góðum |kærri |kærum |kær |hlýjum |vinsamlegri )?(?:kveðj(?:a|u|ur|um)|kv|mbk|bkv|bestu)(?: (?:frá|úr|af|að) [^\W\d_]+)?|virðingarfyllst|(?P<thanks>(?:með )?(?:takk(?: fyrir| kærlega| kærlega fyrir)?|(?:fyrirfram |kærar )?þökk(?:um)?|(?:fyrirfram |kærar )?þakkir)))(?P<stop>[,.!:]?)[ ]*(?P<nl>\n+)?\s*(?:—|–|-)?\s*(?P<v>[^\W\d_][^\n,!?.]{1,40})\s*[.!:)]*\s*\Z",
    re.IGNORECASE,
)


def _corrected(line: Line) -> Iterator[Statement]:
    """Another value of what was asked for last."""
    if line.asked in {"size", "order_number", "name"}:
        yield from _NEW(line)


_NEW = answers.corrected(
    not_but=pattern(
        r"\bekki (?P<wrong>[\w-]{1,14})\b,? ?(?:heldur)? ?(?P<v>[\w-]{1,14})(?=[.!,]|$)"
    ),
    corrected=pattern(
        r"(?:^|[.!,;\n] ?)(?:nei|afsakið|fyrirgefðu|sorry|úps|æ)[,.!:]? (?:það er |ég meinti |á að vera |stærð |pöntun |númer )*#?(?P<v>\S[^.!?;\n]{0,40})"
    ),
)
LINE_RULES = (
    LineRule(
        frozenset(
            {
                "kvedju",
                "kvedja",
                "kvedjur",
                "kvedj",
                "kv",
                "mbk",
                "bkv",
                "takk",
                "bestu",
                "virdinga",
                TAIL,
            }
        ),
        signed(_CLOSING_WORDS, name_at, is_patronymic),
    ),
    LineRule(
        frozenset({"ekki", "nei", "afsak", "fyrirg", "heldur", "sorry", "ups", "a"}), _corrected
    ),
)
