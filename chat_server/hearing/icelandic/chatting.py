"""How Icelandic is written when people chat: in short, and with words that change nothing."""

from __future__ import annotations

import re

from chat_server.hearing.wording import Habits

# Words that change nothing, alone or between commas.
_FILLERS = r"(?:sko|bara|nú|reyndar|nefnilega|einmitt|auðvitað|náttúrulega|eiginlega|svo sem|svona|hérna|þú veist|þúst|skilurðu|líka|alveg|sem sagt|semsagt|hreint út sagt|að sjálfsögðu|satt að segja|meðal annars|jú|svo|voða|mjög|rosalega|virkilega)"
HABITS = Habits(
    short={
        "eh": "eitthvað", "ehv": "eitthvað", "ehh": "eitthvað", "einhvað": "eitthvað", "einhv": "einhver", "soldið": "dálítið", "sollis": "svoleiðis", "svollis": "svoleiðis", "sovna": "svona", "sona": "svona", "svoldið": "dálítið", "obboð": "ofboðslega", "rosa": "rosalega", "geggt": "mjög", "gegt": "mjög", "geðveikt": "mjög", "ýkt": "mjög",
        "mer": "mér", "eg": "ég", "jeg": "ég", "éger": "ég er", "þeta": "þetta", "þettta": "þetta", "sld": "sæl", "takkk": "takk", "plz": "plís", "pls": "plís", "vinsaml": "vinsamlegast", "stæðr": "stærð", "stæð": "stærð", "stræð": "stærð", "pönntun": "pöntun", "pötun": "pöntun", "pöntunn": "pöntun", "pöntum": "pöntun", "seindingin": "sendingin", "sendinginn": "sendingin", "pakinn": "pakkinn", "pakkin": "pakkinn", "heyti": "heiti", "hetit": "heiti", "heti": "heiti", "nöta": "nota", "nóta": "nota", "lángar": "langar", "lagnar": "langar", "vatnar": "vantar", "vantr": "vantar", "hrngja": "hringja", "netfángið": "netfangið", "evrr": "evrur", "erur": "evrur",
    },
    fillers=re.compile(
        rf"(?<=\w), {_FILLERS},(?= \w)|(?<=[\w,]) {_FILLERS}(?=,? \w)",
        re.IGNORECASE,
    ),
)  # fmt: skip
