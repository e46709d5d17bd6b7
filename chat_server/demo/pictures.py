"""A product's picture, drawn by code: its kind of thing, in its colour, before a hill."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from . import garments, goods
from .garments import Tones

if TYPE_CHECKING:
    from collections.abc import Callable

    from chat_server.domain.shop import Product

_TONES = {
    "black": Tones("#33363a", "#222427", "#53585e", "#14161a"),
    "grey": Tones("#9c9f9d", "#7d807f", "#c3c6c4", "#5a5d5c"),
    "moss green": Tones("#6b7a4d", "#525f39", "#94a473", "#39432a"),
    "navy": Tones("#2f4770", "#223557", "#5a78a8", "#172642"),
    "red": Tones("#b83f38", "#91302b", "#dd7a72", "#671f1c"),
    "white": Tones("#f7f4ee", "#d8d3c7", "#ffffff", "#8fa09c"),
    "rust": Tones("#b8643c", "#944d2c", "#dc946f", "#6a3620"),
    "lava": Tones("#4a4043", "#342c2f", "#e0703f", "#231d1f"),
    "sand": Tones("#d5c09a", "#b7a178", "#ebdfc4", "#8a754d"),
}
_PLAIN = _TONES["grey"]

# By the last words of the name: what a thing is called decides how it is drawn.
_DRAWINGS: dict[str, Callable[[Tones], str]] = {
    "rain jacket": garments.rain_jacket,
    "down jacket": garments.down_jacket,
    "parka": garments.parka,
    "windbreaker": garments.windbreaker,
    "softshell": garments.softshell,
    "wool sweater": garments.wool_sweater,
    "fleece": garments.fleece,
    "cardigan": garments.cardigan,
    "hoodie": garments.hoodie,
    "merino sweater": garments.merino_sweater,
    "roll neck": garments.roll_neck,
    "base layer": garments.base_layer,
    "merino tee": garments.tee,
    "flannel shirt": garments.flannel_shirt,
    "long-sleeved shirt": garments.long_sleeved_shirt,
    "rain trousers": garments.rain_trousers,
    "cargo trousers": garments.cargo_trousers,
    "trousers": garments.trousers,
    "wool leggings": garments.leggings,
    "hiking boots": goods.hiking_boots,
    "light hikers": goods.light_hikers,
    "winter boots": goods.winter_boots,
    "rubber boots": goods.rubber_boots,
    "bobble hat": goods.bobble_hat,
    "trapper hat": goods.trapper_hat,
    "headband": goods.headband,
    "hat": goods.hat,
    "ski gloves": goods.ski_gloves,
    "gloves": goods.gloves,
    "mittens": goods.mittens,
    "house socks": goods.house_socks,
    "liner socks": goods.liner_socks,
    "socks": goods.socks,
    "blanket": goods.blanket,
    "throw": goods.throw,
    "backpack": goods.backpack,
    "duffel": goods.duffel,
    "tote": goods.tote,
    "travel mug": goods.travel_mug,
    "mug": goods.mug,
}


def product_svg(product: Product, colour: str | None = None) -> str:
    """The picture in `colour`, or in the product's first; it holds no script, link or outside address."""
    colour = colour or (product.colours[0] if product.colours else "")
    draw = next(
        (drawing for ending, drawing in _DRAWINGS.items() if product.name.endswith(ending)),
        goods.tote,
    )
    tones = _TONES.get(colour, _PLAIN)
    title = escape(f"{product.name}, {colour}" if colour else product.name)
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 400" role="img">'
        f"<title>{title}</title>{_BACKDROP}"
        f'<ellipse cx="200" cy="346" rx="118" ry="13" fill="#3c4a46" opacity=".16"/>{draw(tones)}</svg>'
    )


_BACKDROP = (
    '<rect width="400" height="400" fill="#dfe6e2"/>'
    '<circle cx="300" cy="96" r="38" fill="#f3efe2"/>'
    '<path d="M0 286 74 204 116 242 188 158 262 246 306 206 400 292V400H0Z" fill="#ced9d3"/>'
    '<path d="M188 158 222 198 204 206 190 192 174 208 154 197Z" fill="#edf2ef"/>'
    '<path d="M0 332Q120 300 240 326T400 318V400H0Z" fill="#bfccc4"/>'
)
