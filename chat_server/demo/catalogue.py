"""What Hraun sells. Words and prices are written by hand; only the stock is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from chat_server.domain.shop import Product

if TYPE_CHECKING:
    from random import Random

CURRENCY = "EUR"
_CLOTHES = ("XS", "S", "M", "L", "XL", "XXL")
_BOOTS = tuple(str(size) for size in range(36, 48))
_PAIRS = ("S", "M", "L")
_SOCKS = ("36-39", "40-43", "44-47")
_ONE = ("one size",)


class _Article(NamedTuple):
    sku: str
    name: str
    category: str
    euros: int
    colours: tuple[str, ...]
    sizes: tuple[str, ...]
    description: str


_ARTICLES = (
    _Article(
        "HEKLA-JKT",
        "Hekla rain jacket",
        "jackets",
        189,
        ("moss green", "navy", "lava"),
        _CLOTHES,
        "Three layers, taped seams and a hood that stays put in sideways rain. Pit zips for the climb, "
        "a two-way front zip for everything else.",
    ),
    _Article(
        "KATLA-DWN",
        "Katla down jacket",
        "jackets",
        259,
        ("black", "rust", "sand"),
        _CLOTHES,
        "Light goose down, 700 fill, certified responsible. Packs into its own pocket and is warm to "
        "about ten degrees below zero with a sweater underneath.",
    ),
    _Article(
        "KVERKFJ-PRK",
        "Kverkfjöll parka",
        "jackets",
        349,
        ("navy", "black", "moss green"),
        _CLOTHES,
        "A long winter parka for standing still in bad weather: waterproof shell, recycled insulation, "
        "storm cuffs and a deep hood with a removable trim.",
    ),
    _Article(
        "SNAEFELL-WND",
        "Snæfell windbreaker",
        "jackets",
        119,
        ("red", "grey", "navy"),
        _CLOTHES,
        "A hundred and forty grams of wind protection for running and cycling. Folds to the size of an apple.",
    ),
    _Article(
        "EIRIKS-SFT",
        "Eiríksjökull softshell",
        "jackets",
        159,
        ("grey", "black"),
        _CLOTHES,
        "Stretchy, breathable and quick to dry. The jacket you forget you are wearing on a dry autumn day.",
    ),
    _Article(
        "ESJA-SWT",
        "Esja wool sweater",
        "sweaters",
        149,
        ("grey", "sand", "moss green", "rust"),
        _CLOTHES,
        "A lopapeysa with the round yoke, knitted in Iceland from undyed and plant-dyed lopi wool. "
        "It keeps its warmth when it is wet.",
    ),
    _Article(
        "ASKJA-FLC",
        "Askja fleece",
        "sweaters",
        89,
        ("navy", "grey", "lava"),
        _CLOTHES,
        "Brushed recycled fleece with a high collar and a chest pocket. A middle layer in winter, "
        "a jacket in June.",
    ),
    _Article(
        "HERDUB-CRD",
        "Herðubreið cardigan",
        "sweaters",
        165,
        ("sand", "black"),
        _CLOTHES,
        "A heavy wool cardigan with horn buttons and two pockets that hold more than they should.",
    ),
    _Article(
        "KELDUR-HDY",
        "Keldur hoodie",
        "sweaters",
        79,
        ("black", "moss green", "white"),
        _CLOTHES,
        "Organic cotton, brushed inside, with a double hood and ribbed sides. For the drive home from the pool.",
    ),
    _Article(
        "TINDUR-MRN",
        "Tindur merino sweater",
        "sweaters",
        119,
        ("navy", "rust", "grey"),
        _CLOTHES,
        "Fine merino, 18.5 micron, with a crew neck that goes under a shell and over a shirt.",
    ),
    _Article(
        "DRANG-RLN",
        "Drangey roll neck",
        "sweaters",
        129,
        ("white", "black", "rust"),
        _CLOTHES,
        "Lambswool, soft enough for bare skin, with a neck you can fold once or not at all.",
    ),
    _Article(
        "HVITA-BSL",
        "Hvítá base layer",
        "shirts",
        69,
        ("black", "grey"),
        _CLOTHES,
        "Merino next to the skin, 200 grams. Flat seams, long tail, and it does not smell after three days.",
    ),
    _Article(
        "THJORSA-TEE",
        "Þjórsá merino tee",
        "shirts",
        55,
        ("white", "navy", "moss green"),
        _CLOTHES,
        "A light merino T-shirt, 150 grams, for warm hikes and cool evenings.",
    ),
    _Article(
        "HOLAR-FLN",
        "Hólar flannel shirt",
        "shirts",
        75,
        ("red", "navy"),
        _CLOTHES,
        "Checked flannel, brushed on both sides, with a button-down pocket for the map.",
    ),
    _Article(
        "BREKKA-LNG",
        "Brekka long-sleeved shirt",
        "shirts",
        49,
        ("sand", "black"),
        _CLOTHES,
        "Heavy organic cotton jersey with ribbed cuffs that stay where you push them.",
    ),
    _Article(
        "SKAFTA-TRS",
        "Skaftafell trousers",
        "trousers",
        129,
        ("grey", "black", "sand"),
        _CLOTHES,
        "Four-way stretch, articulated knees and a dirt-shedding finish. Zipped thigh pockets, no squeaking.",
    ),
    _Article(
        "SPRENGI-RNT",
        "Sprengisandur rain trousers",
        "trousers",
        109,
        ("black", "navy"),
        _CLOTHES,
        "Full-length side zips, so they go on over boots. Taped seams and a waist that can be set with one hand.",
    ),
    _Article(
        "HVERA-LGN",
        "Hveragerði wool leggings",
        "trousers",
        75,
        ("black", "grey"),
        _CLOTHES,
        "Merino leggings for skiing, sleeping and everything between. A wide, flat waistband.",
    ),
    _Article(
        "MELRAK-CRG",
        "Melrakki cargo trousers",
        "trousers",
        99,
        ("moss green", "sand"),
        _CLOTHES,
        "Waxed cotton blend with reinforced knees. Six pockets and a loop for the knife.",
    ),
    _Article(
        "LAKI-BTS",
        "Laki hiking boots",
        "boots",
        219,
        ("rust", "black"),
        _BOOTS,
        "Full-grain leather, waterproof lining and a sole that grips on wet lava. They need three short walks "
        "before the long one.",
    ),
    _Article(
        "FIMMV-LGT",
        "Fimmvörðuháls light hikers",
        "boots",
        169,
        ("grey", "moss green"),
        _BOOTS,
        "Mid-high and light for marked trails and hut-to-hut weeks. Comfortable from the first day.",
    ),
    _Article(
        "REYKJA-WTR",
        "Reykjanes winter boots",
        "boots",
        239,
        ("black", "sand"),
        _BOOTS,
        "Wool-lined and warm to minus twenty-five, with studs that fold out when the pavement is ice.",
    ),
    _Article(
        "TJORN-RBR",
        "Tjörn rubber boots",
        "boots",
        89,
        ("navy", "red", "moss green"),
        _BOOTS,
        "Natural rubber, cotton lined, made for puddles, sheep round-ups and festivals.",
    ),
    _Article(
        "KRAFLA-HAT",
        "Krafla hat",
        "hats",
        35,
        ("lava", "grey", "navy", "white"),
        _ONE,
        "A double-knit lopi hat with a fold and a fleece band that does not itch.",
    ),
    _Article(
        "HUSAVIK-PMP",
        "Húsavík bobble hat",
        "hats",
        39,
        ("red", "navy", "sand"),
        _ONE,
        "Chunky wool with a large bobble. Visible from a whale-watching boat.",
    ),
    _Article(
        "VATNA-CAP",
        "Vatnajökull trapper hat",
        "hats",
        65,
        ("black", "sand"),
        ("S/M", "L/XL"),
        "Waxed shell, sheepskin lining and ear flaps that button up. Silly indoors, perfect on a glacier.",
    ),
    _Article(
        "HEIDI-HBD",
        "Heiði headband",
        "hats",
        25,
        ("rust", "moss green", "white"),
        _ONE,
        "Two layers of merino for runners who find a hat too warm.",
    ),
    _Article(
        "SURTSEY-GLV",
        "Surtsey gloves",
        "gloves",
        59,
        ("black", "grey"),
        _PAIRS,
        "Windproof gloves with a grippy palm and fingertips that work on a telephone.",
    ),
    _Article(
        "GRIMSEY-MTN",
        "Grímsey mittens",
        "gloves",
        49,
        ("red", "grey", "white"),
        _PAIRS,
        "Felted wool mittens with the eight-petalled rose. Warmer than they look.",
    ),
    _Article(
        "LANGJO-SKI",
        "Langjökull ski gloves",
        "gloves",
        99,
        ("black", "navy"),
        _PAIRS,
        "Goat leather and a waterproof insert, with a long cuff and a leash so that neither is lost from the lift.",
    ),
    _Article(
        "VIK-SCK",
        "Vík socks",
        "socks",
        22,
        ("black", "grey", "red"),
        _SOCKS,
        "Terry-knit wool hiking socks with a reinforced heel. Guaranteed for two years of walking.",
    ),
    _Article(
        "OLFUS-HOM",
        "Ölfus house socks",
        "socks",
        29,
        ("sand", "moss green"),
        _SOCKS,
        "Thick lopi socks with dots of natural rubber underneath, for wooden floors in the morning.",
    ),
    _Article(
        "SELFOSS-LNR",
        "Selfoss liner socks",
        "socks",
        15,
        ("black", "white"),
        _SOCKS,
        "Thin merino liners that end the argument about blisters.",
    ),
    _Article(
        "DYNGJA-BLK",
        "Dyngja blanket",
        "blankets",
        119,
        ("grey", "moss green", "rust"),
        ("130 x 200 cm",),
        "Woven in Mosfellsbær from pure Icelandic wool, with fringes. Scratchy for a week, then for ever soft.",
    ),
    _Article(
        "MYVATN-THR",
        "Mývatn throw",
        "blankets",
        89,
        ("white", "navy"),
        ("120 x 170 cm",),
        "A lighter lambswool throw with a pattern like lava pillars under water.",
    ),
    _Article(
        "BURFELL-BPK",
        "Búrfell backpack",
        "bags",
        139,
        ("black", "moss green", "lava"),
        ("30 l", "45 l"),
        "A roll-top pack with a stiff back, a hip belt you can take off, and a rain cover in the bottom.",
    ),
    _Article(
        "GODA-DFL",
        "Goðafoss duffel",
        "bags",
        119,
        ("rust", "black"),
        ("40 l", "70 l"),
        "Tarpaulin with welded seams. Carry it, wear it, or leave it in an open boat.",
    ),
    _Article(
        "AKUREYRI-TOT",
        "Akureyri tote",
        "bags",
        29,
        ("white", "navy"),
        _ONE,
        "Heavy canvas with a zipped inner pocket. Holds two loaves, a book and a bathing suit.",
    ),
    _Article(
        "GEYSIR-MUG",
        "Geysir mug",
        "mugs",
        24,
        ("lava", "white", "moss green"),
        ("0.35 l",),
        "Stoneware thrown in Reykjavík, each with its own run of glaze. Safe in the dishwasher.",
    ),
    _Article(
        "STROKK-TRM",
        "Strokkur travel mug",
        "mugs",
        34,
        ("black", "red", "sand"),
        ("0.45 l",),
        "Steel, vacuum insulated, tight when upside down in a backpack. Warm for six hours.",
    ),
)


def products(random: Random) -> list[Product]:
    """Every article with a drawn stock; about one size in twelve is sold out, and every article can be bought."""
    return [_product(article, random) for article in _ARTICLES]


def _product(article: _Article, random: Random) -> Product:
    stock = {size: random.choice((0, *range(1, 12))) for size in article.sizes}
    if not any(stock.values()):
        stock[article.sizes[0]] = 3
    return Product(
        sku=article.sku,
        name=article.name,
        category=article.category,
        description=article.description,
        price_cents=article.euros * 100,
        currency=CURRENCY,
        image_url=f"/demo/images/{article.sku}.svg",
        url=f"/product/{article.sku}",
        colours=list(article.colours),
        sizes=list(article.sizes),
        in_stock=stock,
    )
