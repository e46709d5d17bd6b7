"""Names in a list or with other words for it, roles and firms told together; and where they will live."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.facts.statement import Statement
from chat_server.hearing.inflected import HEAD, unless
from chat_server.hearing.lists import (
    home_field,
    listed,
    name_field,
    role_field,
    size_field,
)
from chat_server.hearing.moves import from_a_day
from chat_server.hearing.rule import OWN, PLAIN, But, Heard, LineRule
from chat_server.hearing.takes import LIKELY

from .money_and_sizes import SIZE, as_size
from .names import name_at, nominative
from .people import HELLO, known_name, place, told_name
from .places import is_place, town_at
from .words import key, pattern, rule
from .work_and_household import ROLES

_NAME = r"(?P<v>[^\W\d_])"
_REST = r"[^\W\d_]*"
_PLACE = r"(?P<v>[^\W\d_][^\W\d_-]+)"
_MONTHS = {
    form: number
    for number, forms in enumerate(
        (
            "janúar", "febrúar", "mars", "apríl", "maí", "júní", "júlí", "ágúst",
            "september", "október", "nóvember", "desember",
        ), 1,
    )
    for form in (pattern(forms),)
}  # fmt: skip
_SEASONS = {"vor": 3, "sumar": 6, "haust": 9, "eftir áramót": 1, "um áramótin": 1, "vetur": 12}
_WHEN = {key(form): number for form, number in (*_MONTHS.items(), *_SEASONS.items())}


def bent_name(heard: Heard) -> Iterator[Statement]:
    """A known name in another case: "kalla mig Bjössa"."""
    name = name_at(heard.line, heard.place()[0], heard.sentence.end)
    if name is None or not name.capital:
        return
    first, *rest = name.value.split()
    plain = first if name.known else nominative(first)
    if plain is None:
        return
    value = " ".join([plain, *rest])
    yield heard.statement("name", value, span=(name.start, name.end), confidence=LIKELY)


_named = name_field(name_at)
_from = home_field(re.compile(r"(?:by |byr )?(?:i|a|fra|ur) "), town_at, is_place)
_sized = size_field(
    re.compile(
        pattern(
            rf"(?:(?:nota |tek |er )?(?:stærð|skóstærð|skó|númer|nr\.?) |nota |tek )?(?P<v>{SIZE})(?P<unit> í skóm)?"
        )
    ),
    as_size,
)
_posted = role_field(re.compile(pattern(rf"(?P<v>{ROLES})(?: (?:hjá|í|á) [^\W\d_][\w .&-]+)?")))
_LIST = listed(
    re.compile(pattern(rf"{HELLO}(?:ég er |ég heiti |þetta er |hér er )?")),
    _named,
    _sized,
    _posted,
    _from,
)
_SOON = But.SUPPOSED | But.REPORTED | But.DENIED | But.ASKED | But.OTHERS
_MOVING = r"(?:(?:ég |við )?(?:flyt|flytjum|flytur|flyt ég|flytjum við)|(?:er|erum)(?: svo| líka| bráðum| loksins)? að (?:fara að )?flytja|(?:mun|munum|kem til með að|ætla að|ætlum að|stefni á að|förum að|fer að) flytja)"
RULES = (
    rule("flyt flytj flytja", rf"\b{_MOVING}(?: (?!í\b|á\b|til\b|frá\b|ekki)[^\W\d_]+){{0,3}}(?: frá [^\W\d_]+)?(?: (?:í|á) (?:{'|'.join((*_MONTHS, *_SEASONS))}))?(?: \d{{1,2}}\. ?[^\W\d_]+)? (?:í|á|til) (?!{'|'.join((*_MONTHS, *_SEASONS, 'næst'))}){_PLACE}", unless(pattern(r"\b(?:ef|hvort|langar|kannski|dreymir)\b"), from_a_day(place("home"), _WHEN, week=pattern(r"\bnæstu viku|eftir viku"), month=pattern(r"\bnæst\w* mánuð\w*|\bnæstu mánaðamót\w*|\bum mánaðamótin|eftir mánuð"), year=pattern(r"\bnæsta ári?\b|eftir ár\b"))), _SOON & ~But.SUPPOSED),
    rule("heima hjá", rf"\bheima(?: hjá (?:mér|okkur))? (?:í|á) {_PLACE}", place("home", known_only=True), PLAIN | But.DENIED | But.PAST),
    rule("er erum", rf"^(?:{HELLO})?(?:ég er |er |við erum |erum )(?:stödd |staðsett\w* )?(?:í|á) {_PLACE}(?=[.,!]|$)", place("home", known_only=True), OWN | But.DENIED),
    rule("komin kominn", rf"\b(?:er|erum) (?:nú |núna )?(?:komin|kominn|komnir|komnar) (?:til|í|á) {_PLACE}(?=[.,!]|$)", place("home", known_only=True), OWN | But.DENIED),
    rule("heldur", rf"\bekki (?:lengur )?(?:í|á) [^\W\d_]+ heldur (?:í|á) {_PLACE}", place("home", known_only=True), PLAIN),
    rule("ekki lengur", rf"\b(?P<not>(?:er|bý) ekki lengur) (?:í|á) {_PLACE}", place("home", known_only=True), PLAIN),
    rule("kalla kallar", rf"\b(?:allir|vinir mínir|flestir|fólk) kall(?:a|ar) mig (?:bara |alltaf )?{_NAME}", bent_name, PLAIN & ~But.REPORTED | But.DENIED),
    rule("nafni nafn skráð", rf"\b(?:á|undir) nafni(?:nu)? {_NAME}", bent_name, OWN | But.DENIED),
    rule("mætt mættur aftur", rf"^{HELLO}{_NAME}{_REST} (?:mætt|mættur|aftur|á línunni)(?=[.,!]|$| aftur)", known_name, PLAIN),
    rule("það þetta", rf"^{HELLO}(?:það|þetta) er (?:hún |hann |bara )+{_NAME}{_REST}(?= sem |[.,!]|$)", known_name, PLAIN | But.DENIED),
    rule("kveðja kveðj kv", rf"\b(?:kveðj(?:a|ur)|kv\.?),? (?:frá )?{_NAME}{_REST}(?: [^\W\d_]+)?(?:,)? (?:í|á|frá) [^\W\d_]+\W*$", known_name, PLAIN),
    rule("kynna kynnt", rf"\b(?:kynna|kynnt) (?:mig|sjálf\w* mig)(?: [^\W\d_]+){{0,2}}[:,.–—-] ?{_NAME}{_REST}(?: [^\W\d_]+)?(?=[,.!)]|$)", known_name, But.SUPPOSED | But.ASKED),
    rule("kveðja kveðj", rf"\bkveðj(?:a|ur) frá {_NAME}{_REST}\W*$", bent_name, PLAIN),
    rule("mitt nafn", rf"\b(?:fullt nafn|nafn mitt)(?: er|:)? {_NAME}", told_name, PLAIN | But.DENIED),
)  # fmt: skip
LINE_RULES = (LineRule(frozenset({HEAD}), _LIST),)
