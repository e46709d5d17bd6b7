"""What is wanted, liked or had no longer."""

from __future__ import annotations

import re

from chat_server.hearing.frames import bent_goods
from chat_server.hearing.given_up import Ending, GivenUp
from chat_server.hearing.rule import LineRule

from .goods import GOODS, plain
from .words import REPORTED, SUPPOSED, cues, found, pattern

# Words between a thing and what is said of it.
_SOME = r"(?: (?!en\b|og\b|til\b)[^\W\d_]+){0,3}?,? "
_THINGS = bent_goods(
    re.compile(rf"(?<![^\W\d_])(?:{pattern(GOODS)})"),
    plain,
    re.compile(r"(?!)"),
    found(
        r"(?<![^\W\d_])(?:seldi|gaf|henti|týndi|vantar|þarf|ekki|lengur|hætt\w*|leita|að|við|elska|fíla|fyrir|í staðinn|um|systur|bróður|mömmu|vini|minni|mínum|keypti|fann|fékk)(?![^\W\d_])"
    ),
)
GIVEN_UP = GivenUp(
    _THINGS,
    (
        Ending(
            "product_interest",
            found(
                r"(?<![^\W\d_])(?:í stað(?:inn fyrir)?|hætt(?:ur|i|um)? (?:við|að (?:leita(?: að| eftir)?|spá í|hugsa um|pæla í|skoða))|(?:þarf|vantar|vil|langar)(?: ég| mig| í)* ekki(?: í| lengur| á)*|ekki (?:lengur )?(?:að leita að|að spá í|áhuga á|þörf á)|gleym(?:ið|du|um)|skipti um skoðun með|afskrifa\w*|(?:heldur|frekar|fremur) [^\W\d_]+ en)(?![^\W\d_])"
            ),
            found(
                rf"{_SOME}(?:má (?:alveg )?bíða|mega (?:alveg )?bíða|bíður|bíða (?:aðeins|betri)|annars staðar|í gjöf|að láni|lánað\w*|úr sögunni|ekki lengur (?:á dagskrá|inni í myndinni)|ekki (?:lengur|þörf)|þarf ekki|vantar ekki|er óþarf\w*|afskrifað\w*|fann (?:ég )?annars|keypti ég|fékk ég|prjónaði)(?![^\W\d_])"
            ),
        ),
        Ending(
            "product_liked",
            found(
                r"(?<![^\W\d_])(?:hætt(?:ur|i)? að (?:elska|fíla|dýrka|nota|líka(?: við)?)|komin\w? með (?:leið|nóg) á|líkar (?:mér )?ekki lengur(?: við)?|(?:elska|fíla|dýrka)(?: ég)? ekki lengur|leið á)(?![^\W\d_])"
            ),
            found(
                rf"{_SOME}(?:ekki lengur|ekki í uppáhaldi|ekki framar|(?:er|eru) (?:orðin\w* )?ömurleg\w*|stinga|olli\w* vonbrigðum)(?![^\W\d_])"
            ),
        ),
        Ending(
            "product_disliked",
            found(
                r"(?<![^\W\d_])(?:nú elska ég|núna elska ég|farin\w? að (?:elska|fíla|dýrka|líka(?: vel)? við|meta)|orðin\w? hrifin\w? af|elska (?:ég )?núna|tek (?:allt )?til baka)(?![^\W\d_])"
            ),
            found(rf"{_SOME}(?:eru (?:bara )?(?:æði|frábær\w*)|vandist|venst)(?![^\W\d_])"),
        ),
        Ending(
            "product_owned",
            found(
                r"(?<![^\W\d_])(?:seldi|seldum|gaf|gáfum|henti|hentum|týndi|týndum|losaði mig við|á (?:ekki|ekkert|engan|enga) (?:lengur )?|skilaði|búin\w? að (?:selja|gefa|henda|týna))(?![^\W\d_])"
            ),
            found(
                rf"{_SOME}(?:(?:er|eru) (?:seld\w*|selt|týnd\w*|týnt|ónýt\w*|glatað\w*|farin\w*|úr sögunni)|seldi ég|gaf ég|henti ég|var stolið|brann|fauk)(?![^\W\d_])"
            ),
        ),
    ),
    found(r"[;:()]|\s[—–-]\s|,? (?:en|heldur|svo)\b(?! að)"),
    re.compile(f"{SUPPOSED.pattern}|{REPORTED.pattern}"),
)
_WORDS = "stað staðin hætt þarf vantar vil langar ekki gleym skipti afskri heldur frekar fremur má mega bíð bíður bíða annars gjöf láni lánað sögunni keypti fékk prjón komin líkar þoli hata elska fíla dýrka leið stinga olli nú núna farin orðin tek til vandi vens æði seld selt gaf gáf henti hentum týnd losa á skila búin ónýt glat stolið brann fauk"
LINE_RULES = (LineRule(cues(_WORDS), GIVEN_UP),)
