"""The words a visitor uses for products, colours and sizes, each with the word the shop uses.

Keys are lower case with single spaces. Nouns the shop does not sell are here too, so that "do you have tents"
is understood and answered honestly instead of being missed.
"""

from __future__ import annotations


def _with_plurals(words: dict[str, str]) -> dict[str, str]:
    plurals = {
        f"{word}es" if word.endswith(("s", "x", "ch")) else f"{word}s": shop
        for word, shop in words.items()
    }
    return {**plurals, **words}


# Icelandic letters as people type them who don't have them.
_PLAIN_LETTERS = str.maketrans(
    {
        "á": "a",
        "é": "e",
        "í": "i",
        "ó": "o",
        "ú": "u",
        "ý": "y",
        "ö": "o",
        "æ": "ae",
        "ð": "d",
        "þ": "th",
    }
)

_NAMES = (
    "Akureyri Askja Brekka Búrfell Drangey Dyngja Eiríksjökull Esja Fimmvörðuháls Geysir Goðafoss Grímsey Heiði Hekla Herðubreið"
    " Hólar Húsavík Hvítá Hveragerði Katla Keldur Krafla Kverkfjöll Laki Langjökull Melrakki Mývatn Ölfus Reykjanes Selfoss"
    " Skaftafell Snæfell Sprengisandur Strokkur Surtsey Tindur Tjörn Vatnajökull Vík Þjórsá"
)

PRODUCT_NAMES: dict[str, str] = {
    spelling: name
    for name in _NAMES.split()
    for spelling in (name.lower(), name.lower().translate(_PLAIN_LETTERS))
}

PRODUCT_NOUNS: dict[str, str] = _with_plurals(
    {
        "jacket": "jacket",
        "rain jacket": "rain jacket",
        "raincoat": "rain jacket",
        "down jacket": "down jacket",
        "puffer": "down jacket",
        "puffer jacket": "down jacket",
        "winter jacket": "jacket",
        "coat": "jacket",
        "parka": "parka",
        "anorak": "jacket",
        "shell": "jacket",
        "jumper": "sweater",
        "pullover": "sweater",
        "sweater": "sweater",
        "wool sweater": "wool sweater",
        "woolly jumper": "wool sweater",
        "cardigan": "cardigan",
        "lopapeysa": "wool sweater",
        "fleece": "fleece",
        "fleece jacket": "fleece",
        "hoodie": "hoodie",
        "shirt": "shirt",
        "t shirt": "tee",
        "tee shirt": "tee",
        "tshirt": "tee",
        "tee": "tee",
        "merino tee": "merino tee",
        "flannel shirt": "flannel shirt",
        "merino sweater": "merino sweater",
        "roll neck": "roll neck",
        "windbreaker": "windbreaker",
        "long sleeved shirt": "long-sleeved shirt",
        "trapper hat": "trapper hat",
        "softshell": "softshell",
        "base layer": "base layer",
        "boot": "boots",
        "hiking boot": "hiking boots",
        "walking boot": "hiking boots",
        "hiking shoe": "hiking boots",
        "shoe": "boots",
        "hat": "hat",
        "beanie": "hat",
        "cap": "hat",
        "woolly hat": "hat",
        "glove": "gloves",
        "mitten": "mittens",
        "ski glove": "ski gloves",
        "headband": "headband",
        "bobble hat": "bobble hat",
        "winter boot": "winter boots",
        "rubber boot": "rubber boots",
        "wellie": "rubber boots",
        "light hiker": "light hikers",
        "house sock": "house socks",
        "travel mug": "travel mug",
        "sock": "socks",
        "wool sock": "socks",
        "blanket": "blanket",
        "throw blanket": "throw",
        "backpack": "backpack",
        "rucksack": "backpack",
        "daypack": "backpack",
        "bag": "bag",
        "tote": "tote",
        "tote bag": "tote",
        "duffel": "duffel",
        "mug": "mug",
        "coffee mug": "mug",
        "tent": "tent",
        "sleeping bag": "sleeping bag",
        "scarf": "scarf",
        "umbrella": "umbrella",
        "poncho": "poncho",
        "thermos": "thermos",
        "swimsuit": "swimsuit",
        "dress": "dress",
        "belt": "belt",
    }
) | {
    "trousers": "trousers",
    "pants": "trousers",
    "hiking trousers": "trousers",
    "hiking pants": "trousers",
    "rain trousers": "rain trousers",
    "rain pants": "rain trousers",
    "cargo trousers": "cargo trousers",
    "leggings": "leggings",
    "wool leggings": "wool leggings",
    "thermals": "base layer",
    "scarves": "scarf",
    "shorts": "shorts",
    "jeans": "jeans",
    "trainers": "trainers",
    "sneakers": "trainers",
    "sunglasses": "sunglasses",
}

COLOURS: dict[str, str] = {
    "black": "black",
    "grey": "grey",
    "gray": "grey",
    "dark grey": "grey",
    "charcoal": "grey",
    "moss green": "moss green",
    "green": "green",
    "moss": "moss green",
    "olive": "moss green",
    "navy": "navy",
    "navy blue": "navy",
    "dark blue": "navy",
    "blue": "blue",
    "red": "red",
    "white": "white",
    "rust": "rust",
    "lava": "lava",
    "sand": "sand",
    "beige": "sand",
    "brown": "brown",
    "yellow": "yellow",
    "orange": "orange",
    "pink": "pink",
    "purple": "purple",
}

SIZE_WORDS: dict[str, str] = {
    "extra small": "XS",
    "size small": "S",
    "small": "S",
    "medium": "M",
    "large": "L",
    "extra large": "XL",
    "x large": "XL",
    "double xl": "XXL",
    "xs": "XS",
    "xl": "XL",
    "xxl": "XXL",
    "2xl": "XXL",
}
