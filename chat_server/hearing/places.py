"""Towns and countries, and the place that begins somewhere in a text."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .no_names import NO_NAMES
from .products import is_goods
from .text import Line

KNOWN_PLACES = frozenset(
    " ".join(place.split())
    for place in """
    amsterdam, athens, auckland, austin, baltimore, bangkok, barcelona, beijing, belfast,
    bergen, berlin, bern, birmingham, bonn, boston, bratislava, bremen, brighton, bristol, brno,
    brussels, bucharest, budapest, calgary, cambridge, canberra, cape town, cardiff, chicago,
    cologne, copenhagen, cork, dallas, delhi, denver, detroit, dresden, dubai, dublin,
    dusseldorf, düsseldorf, edinburgh, essen, florence, frankfurt, gdansk, geneva, ghent,
    glasgow, gothenburg, göteborg, graz, hamburg, hannover, hanover, helsinki, hong kong,
    houston, istanbul, jakarta, kiel, krakow, kyiv, kyoto, köln, leeds, leipzig, lima, lisbon,
    liverpool, ljubljana, london, los angeles, lyon, madrid, malmö, malmo, manchester, manila,
    marseille, melbourne, mexico city, miami, milan, minneapolis, minsk, montreal, moscow,
    mumbai, munich, münchen, nairobi, naples, new york, newcastle, nice, nottingham, nuremberg,
    odense, osaka, oslo, ottawa, oxford, paris, perth, philadelphia, phoenix, portland, porto,
    prague, riga, rome, rotterdam, saint petersburg, salzburg, san diego, san francisco,
    santiago, sapporo, seattle, seoul, seville, shanghai, sheffield, singapore, sofia,
    southampton, stavanger, stockholm, strasbourg, stuttgart, sydney, tallinn, tartu, tel aviv,
    the hague, tokyo, toronto, tromsø, tromso, trondheim, turin, turku, uppsala, utrecht,
    valencia, vancouver, venice, vienna, vilnius, warsaw, washington, wellington, york, zagreb,
    zurich, zürich, aarhus, aalborg, tampere, espoo, bath, lausanne, basel, linz, innsbruck,
    reykjavik, reykjavík, akureyri, kopavogur, kópavogur, hafnarfjordur, hafnarfjörður,
    keflavik, keflavík, selfoss, egilsstadir, egilsstaðir, isafjordur, ísafjörður, husavik,
    húsavík, vestmannaeyjar, akranes, borgarnes, mosfellsbær, garðabær, vik, vík, höfn,
    seyðisfjörður, hveragerði, taipei, new taipei, taichung, tainan, kaohsiung, hsinchu,
    keelung, taoyuan, hualien, chiayi, chiang mai, phuket, pattaya, khon kaen, hat yai,
    nonthaburi, ayutthaya, krabi, chonburi, kazan, novosibirsk, yekaterinburg, samara, omsk,
    ufa, perm, voronezh, volgograd, sochi, argentina, australia, austria, belgium, brazil,
    bulgaria, canada, chile, china, croatia, cyprus, czechia, denmark, england, estonia,
    finland, france, georgia, germany, greece, greenland, hungary, iceland, india, indonesia,
    ireland, israel, italy, japan, kazakhstan, latvia, lithuania, luxembourg, malaysia, malta,
    mexico, netherlands, new zealand, norway, poland, portugal, romania, russia, scotland,
    serbia, slovakia, slovenia, south africa, south korea, spain, sweden, switzerland, taiwan,
    thailand, turkey, ukraine, united kingdom, uk, the uk, the us, the usa, the united states, the united kingdom, united states, usa, vietnam, wales, faroe
    islands, the netherlands
    """.split(",")  # noqa: SIM905 - a list would be one word a line
)
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*\.?")
_NO_PLACES = frozenset(
    """
    a an the my our your his her their this that house flat apartment building small big little village
    town city countryside country abroad here there home hotel area north south east west northern southern
    eastern western new old same different monday tuesday wednesday thursday friday saturday sunday january
    february march april may june july august september october november december next now peace hope fear
    love debt general shared rented student temporary peace fear luxury poverty sin retirement suburbs centre
    center middle mountains woods forest islands island cabin van boat tent caravan castle farm farmhouse cottage
    student dorm basement attic block rental share reality terror style comfort europe asia africa america
    """.split()  # noqa: SIM905 - a list would be one word a line
)
_BEGINNINGS = frozenset({"new", "north", "south", "east", "west", "the"})
_INSIDE = frozenset({"am", "an", "der", "de", "la", "upon", "of", "on", "sur", "and", "le", "el"})
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class Place:
    """`known` says that it is in the list of towns and countries."""

    value: str
    start: int
    end: int
    known: bool


def read_place(line: Line, start: int, end: int, *, small: bool = False) -> Place | None:
    """The longest known place there, or else the words with a capital; `small`: or a word before a pause."""
    ends: list[int] = []
    place = start
    while len(ends) < _MOST_WORDS:
        token = _TOKEN.match(line.text, place, end)
        if token is None:
            break
        ends.append(token.end())
        place = token.end() + 1
        if line.text[token.end() : place] != " ":
            break
    for last in reversed(ends):
        words = line.low[start:last].rstrip(".")
        if words in KNOWN_PLACES:
            return Place(
                _as_place(line.text[start : start + len(words)]),
                start,
                start + len(words),
                known=True,
            )
    return _with_capitals(line, start, ends) or (_in_small(line, start, ends) if small else None)


_PAUSE = re.compile(
    r"\s*(?:[.,!;)]|\Z|\n|and\b|but\b|now\b|so\b|atm\b|at the moment\b|these days\b|if\b|btw\b)"
)
_SHORTEST = 3


def _in_small(line: Line, start: int, ends: list[int]) -> Place | None:
    """One word that is none of the common ones, and nothing goes on after it."""
    if not ends:
        return None
    word = line.low[start : ends[0]].rstrip(".")
    last = start + len(word)
    if (
        len(word) < _SHORTEST
        or word in NO_NAMES
        or word in _NO_PLACES
        or is_goods(word)
        or not _PAUSE.match(line.low, last)
    ):
        return None
    return Place(_as_place(line.text[start:last]), start, last, known=False)


def _with_capitals(line: Line, start: int, ends: list[int]) -> Place | None:
    last, begin = None, start
    for number, end in enumerate(ends):
        word = line.low[begin:end].rstrip(".")
        capital = line.capital(begin)
        if number == 0 and (not capital or (word in _NO_PLACES and word not in _BEGINNINGS)):
            return None
        if number and not capital and word not in _INSIDE:
            break
        if (
            capital
            and (word not in NO_NAMES or word in _BEGINNINGS)
            and word not in _NO_PLACES - _BEGINNINGS
        ):
            last = begin + len(word)
        elif number == 0:
            return None
        begin = end + 1
    if last is None or line.low[start:last] in _BEGINNINGS:
        return None
    return Place(line.text[start:last], start, last, known=False)


def _as_place(said: str) -> str:
    if said in {"uk", "usa"}:
        return said.upper()
    if not said.islower():
        return said
    return " ".join(word if word == "the" else word[:1].upper() + word[1:] for word in said.split())
