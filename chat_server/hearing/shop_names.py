"""Products of the shop by their names in Latin letters, in languages that write with others."""

from __future__ import annotations

import re

from .rule import Heard

BRANDS = frozenset(
    "hekla katla kverkfjöll snæfell eiríksjökull esja askja herðubreið keldur tindur drangey hvítá þjórsá hólar brekka skaftafell sprengisandur hveragerði melrakki laki fimmvörðuháls reykjanes tjörn krafla húsavík vatnajökull heiði surtsey grímsey langjökull vík ölfus selfoss dyngja mývatn búrfell goðafoss akureyri geysir strokkur vik burfell hraun".split()  # noqa: SIM905 - a list would be one word a line
)
_ENGLISH = re.compile(
    r"\b(?:jackets?|parka|windbreaker|softshell|sweaters?|fleece|cardigan|hoodie|roll neck|base layer|tee|shirts?|trousers|leggings|boots?|hikers|shoes?|hat|headband|gloves|mittens|socks|blanket|throw|backpack|duffel|tote|mug|tent|vest|coat|beanie|scarf)\b"
)


def is_latin_good(heard: Heard, low: str, start: int) -> bool:
    """By an English word for it, by the shop's name for it, or by two words of which the first has a capital."""
    if _ENGLISH.search(low) or low.split(" ", maxsplit=1)[0] in BRANDS:
        return True
    return heard.line.capital(start) and len(low.split(" ")) > 1
