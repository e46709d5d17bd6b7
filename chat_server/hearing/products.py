"""The product that begins somewhere in an English text."""

from __future__ import annotations

import re

from .colours import ENGLISH as COLOURS
from .shop_names import BRANDS
from .text import Line

_NOUNS = frozenset(
    """
    jacket coat parka anorak raincoat windbreaker poncho vest gilet fleece hoodie sweater jumper pullover
    cardigan sweatshirt shirt t-shirt tshirt tee blouse top polo dress skirt suit blazer trousers pants
    jeans shorts leggings tights thermals underwear socks sock bra pyjamas pajamas swimsuit bikini boots
    boot shoes shoe sneakers trainers sandals slippers heels loafers wellies hikers hat cap beanie headband
    scarf gloves glove mittens belt tie watch ring necklace bracelet earrings sunglasses glasses wallet
    purse handbag bag backpack rucksack daypack suitcase duffel tote umbrella tent blanket throw pillow
    duvet towel sheets mattress sofa couch chair armchair table desk lamp shelf bookcase wardrobe bed rug
    carpet curtains mirror vase mug mugs cup cups glass bottle thermos flask plate plates pan pot knife
    kettle toaster blender mixer oven fridge freezer dishwasher microwave vacuum hoover iron heater fan
    phone smartphone tablet laptop notebook computer monitor keyboard mouse printer camera lens headphones
    earbuds earphones headset speaker speakers charger cable adapter router tv television console game
    book books ebook toy toys puzzle doll bike bicycle scooter helmet skateboard skis snowboard tyres
    perfume cream shampoo soap lipstick candle candles coffee tea chocolate wine set kit case cover
    lopapeysa softshell base-layer turtleneck layer thermos sleeping-bag stroller drone guitar piano
    neck roll-neck rollneck hiker duffle gaiters gaiter buff mitts mitt trunks overalls dungarees onesie insoles
    crampons sledge sled hammock cooler torch headlamp headtorch mat bivvy tarp rope harness waterproofs pyjama robe
    bathrobe apron earmuffs balaclava snood thermals wetsuit drybag holdall satchel waistcoat cagoule mac bobble
    kimono shawl cape sarong legwarmers shirts gilets bottoms tops romper dungaree outfit
    grinder generator drill saw grill barbecue bbq stove pole poles cushion cushions quilt bowl bowls teapot lantern binoculars snowshoes
    skates runners hoody clothes curtain pants crampon basket hoodies trekking-poles daysack cutlery stool candleholder
    """.split()  # noqa: SIM905 - a list would be one word a line
)
_DETERMINER = re.compile(
    r"(?:(?:second|third|spare|extra|fresh|matching|good|decent|nice)\s+(?=pair\b)|(?:the|an?|my|our|your|this|these|those|that|some|new|one|another|any|both|all|pair|of|two|three|four|five|six|seven|eight|nine|ten|twelve)\s+|\d{1,3}\s+(?=(?:[^\W\d_]+\s+)?[^\W\d_]+s\b)){0,4}"
)
_ARTICLE = re.compile(r"\b(?:the|an?|your|those|these|that|this|another|second|pair of) \Z")
_STOPS = frozenset(
    """
    make makes caught catches hanging called named btw tbh lol aren't isn't don't doesn't won't weren't wasn't can't some
    a an the and or but because since so that which who whom whose where when while if as than then for
    from in into on onto at by with without about after before during until till to of off over under up
    down out is are was were be been am do does did has have had can could will would should may might
    must i you he she it we they me him us them my your his its our their this these those not no also
    too very really please thanks thank today yesterday tomorrow last next now already still again here
    there just only even instead any ago though although got came come goes go went arrived looks look fits
    fit works work feels feel bought ordered anymore lot much more most way what how why or maybe size
    sized colour color every since however around under below cost costs near like away along together already yet tho myself yours ourselves either
    """.split()  # noqa: SIM905 - as above
)
_NO_PRODUCTS = frozenset(
    """
    question questions problem problems issue issues idea ideas help information info advice time day way
    service shop store site website page app chat support team answer answers reply order orders parcel
    package delivery shipping shipment refund return returns exchange invoice receipt account password
    login number address email phone-number name size colour color price prices discount voucher coupon
    code offer offers sale deal deals job work life love someone something anything nothing everything
    person human agent manager people friend friends family thing things one ones it them that this lot
    bit fact policy warranty guarantee status tracking update solution replacement alternative options
    option choice style look feel fit quality material brand news newsletter product products item items
    stuff gift present presents gifts weather place new-one company website experience confirmation
    mail letter message messages conversation money payment subscription appointment meeting doubt
    café cafe hotel restaurant business farm firm bakery studio school club guesthouse house flat car
    trip trips wedding party holiday holidays flight race exam interview festival concert visit plan plans hike tour
    call calls cold fever headache dog cat kids children son daughter wife husband baby
    """.split()  # noqa: SIM905 - as above
)
# Filled with feathers: the one of these words that may be part of a name.
_DOWN = re.compile(r"down (?:jackets?|vests?|coats?|parkas?|sleeping|pillows?|duvets?)\b")
_PLAIN_PRAISE = frozenset(
    {"good", "nice", "great", "new", "decent", "cheap", "proper", "beautiful", "lovely"}
)
# Before a kind of goods they say for whom it is: "a family tent".
_FOR_WHOM = frozenset(
    "family baby dog kids children travel house car hotel school club farm studio business work".split()  # noqa: SIM905 - as above
)
_TOKEN = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_MOST_WORDS = 5


# Without their last letter no goods, but how goods fit.
_FITS = frozenset(["tight", "short"])


def is_goods(word: str) -> bool:
    """Whether it is a known kind of goods, of one or of many."""
    if word in _FITS:
        return False
    return word in _NOUNS or word.removesuffix("s") in _NOUNS or f"{word}s" in _NOUNS


def is_stop(word: str) -> bool:
    """Whether it can be no part of a thing's name."""
    return word in _STOPS


class Product(tuple[str, int, int, bool]):
    """Words, their place, and whether a word is a known kind of goods."""

    __slots__ = ()

    @property
    def value(self) -> str:
        return self[0]

    @property
    def span(self) -> tuple[int, int]:
        return self[1], self[2]

    @property
    def known(self) -> bool:
        return self[3]


def place_of_name(line: Line, start: int) -> bool:
    """Whether an article or the like stands before it."""
    return _ARTICLE.search(line.low, max(0, start - 12), start) is not None


def read_product(line: Line, start: int, end: int) -> Product | None:
    """The words up to the first that cannot belong to a thing's name."""
    determiner = _DETERMINER.match(line.low, start, end)
    place = determiner.end() if determiner else start
    tokens: list[re.Match[str]] = []
    while len(tokens) < _MOST_WORDS:
        token = _TOKEN.match(line.low, place, end)
        if token is None or (
            token.group() in _STOPS and not _DOWN.match(line.low, token.start(), end)
        ):
            break
        tokens.append(token)
        if line.low[token.end() : token.end() + 1] != " ":
            break
        place = token.end() + 1
    while len(tokens) > 1 and tokens[0].group() in _PLAIN_PRAISE:
        tokens.pop(0)
    words = [token.group() for token in tokens]
    while words and words[-1].endswith("ly"):
        words.pop()
    if (
        not words
        or words[-1] in _NO_PRODUCTS
        or (
            words[0] in _NO_PRODUCTS
            and not (len(words) > 1 and words[0] in _FOR_WHOM and is_goods(words[-1]))
        )
    ):
        return None
    if all(word in COLOURS for word in words) or not any(
        word.replace("-", "").isalpha() for word in words
    ):
        return None
    # "The Hekla" is a jacket; without its article it may be the mountain.
    known = any(is_goods(word) for word in words) or (
        place_of_name(line, tokens[0].start()) and words[0] in BRANDS
    )
    first, last = tokens[0].start(), tokens[len(words) - 1].end()
    return Product((line.text[first:last], first, last, known))
