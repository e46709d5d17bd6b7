"""Values put right or replaced: "nei bíddu, 45", "ekki M heldur S", "vil frekar rauðan"."""

from __future__ import annotations

import re

from chat_server.hearing.corrections import CONTACTS, PutRight, Shape, bent_values, plain_size
from chat_server.hearing.rule import LineRule

from .contact import CHANNEL, PART, channel_of, part_of
from .goods import COLOUR_PATTERN, colour_of
from .money_and_sizes import AMOUNT, CURRENCY, SIZE, as_budget, as_size
from .names import name_at
from .places import is_place, town_at
from .words import CALENDAR, cues, found

_OOPS = r"(?:úps|æ+|obbosí|afsak\w+|fyrirgef\w+|sorry|sorrí|nei(?: annars| bíddu| sko| nei)?|bídd\w*|heyrðu(?: annars)?|annars|(?:ég )?rugl(?:aðist|ast|aði)(?: \w+)?|(?:það er |þetta er )?(?:tóm )?vitleysa(?: hjá mér)?|misrit\w+|mismæl\w+|skrifaði (?:rangt|vitlaust)|sló (?:rangt |vitlaust )inn|innsláttarvilla|stafsetningarvilla|prentvilla|rangt|vitlaust(?: hjá mér)?|leiðrétt\w*|réttara sagt|öllu heldur|eða (?:réttara sagt|öllu heldur|sko|nei)|(?:ég )?meinti|átti við|á(?:tti)? að vera|hætt\w* við|(?:ég )?(?:skipti|skipt) um skoðun|(?:búin\w? að |var að )?(?:mæla|mældi|skoða|skoðaði|athuga|athugaði|hugsa|prófa)(?: mig| aftur| betur| málið)*|(?:breyt(?:ið|a|um|ti|i)|skipt(?:ið|i|a)) (?:þessu |því )?(?:yfir )?í|frekar|heldur|uppfær\w+)"
_MEANT = r"(?:ég|það|þetta|er|á að vera|átti að vera|meinti|nota|heiti|bý|í|á|stærð(?:in)?|númer(?:ið)?|netfangið|síminn|liturinn|pöntun(?:in)?|nafnið|rétt|rétta|hið rétta|mitt|minn|mín|ekki \S{1,20}?,? heldur|núna|nú|frekar|heldur|tek|taka|vil|hafa|bara|held|að|sé|hann|hún|fá|og|en|verð|verður|orðin\w?|komin\w?|upp í|allt að|mest|#)"
_GAP = r"[\s,.:;!()—–-]+"
_OPENING = found(
    rf"(?:^|[.!?\n(] ?|[,;—–-] ?|\b(?:og|en|eða) )(?:(?:já|nei|jú|ó|æ|ok|hey)[\s,!.]+)*{_OOPS}{_GAP}(?:{_OOPS}{_GAP})*(?:{_MEANT}{_GAP})*#?"
    rf"|(?:^|[.!?,;—–(-] ?|\b(?:er|á|í|nota|heiti) )ekki (?:í |á )?\S{{1,20}}?,? heldur (?:í |á |er |er það )?"
)
_OVER = found(
    r"(?:,? (?:takk|vinsamlegast|auðvitað|núna|nú|ekki \S+|í staðinn|frekar|held ég|sko|rétt|í skóm|max|í mesta lagi))*\s*(?:[.!)(,;—–-]|\Z|\n|\s[^\w\s])"
)


_also = bent_values(
    re.compile(COLOUR_PATTERN), lambda _line, found: colour_of(found), town_at, is_place, name_at
)
_SHAPES = (
    *CONTACTS,
    Shape("budget", found(rf"(?:mest |allt að |um )?(?=[^,.!?]{{0,16}}?(?<![a-z])(?:{CURRENCY}|þús))(?P<v>{AMOUNT})"), as_budget),
    Shape("size", found(rf"(?P<v>{SIZE})"), plain_size(as_size)),
    Shape("preferred_channel", found(rf"(?:með |í |gegnum )?{CHANNEL}"), channel_of),
    Shape("preferred_hour", found(PART), part_of),
)  # fmt: skip
PUT_RIGHT = PutRight(_OPENING, _OVER, re.compile(r"[?]\s*\Z"), _SHAPES, CALENDAR, _also)
LINE_RULES = (
    LineRule(
        cues(
            "úps æ ææ obbosí afsak fyrirg sorry sorrí nei bíddu bíðið heyrðu annars rugla vitley misrit mismæl skrifað innslá stafset prentv rangt vitlau leiðré réttara öllu eða meinti átti á hætt hætti skipti skipt mæla mældi skoða athuga hugsa prófa breyti breyta breytum breytið frekar heldur ekki uppfær"
        ),
        PUT_RIGHT,
    ),
)
