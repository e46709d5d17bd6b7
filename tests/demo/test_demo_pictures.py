"""Pictures of the goods: well formed, harmless, one of its own for every product."""

from __future__ import annotations

from random import Random
from xml.etree import ElementTree as ET

import pytest

from chat_server.demo.catalogue import products
from chat_server.demo.pictures import product_svg
from chat_server.domain.shop import Product

GOODS = products(Random(1))
ALLOWED = {
    "svg", "title", "rect", "circle", "ellipse", "path", "g", "clipPath",
}  # fmt: skip


@pytest.mark.parametrize("product", GOODS, ids=lambda product: str(product.sku))
def test_a_picture_is_plain_shapes_without_script_style_or_link(product: Product) -> None:
    for colour in product.colours:
        root = ET.fromstring(product_svg(product, colour))  # noqa: S314 - our own drawing
        for node in root.iter():
            assert node.tag.removeprefix("{http://www.w3.org/2000/svg}") in ALLOWED
            assert not any(name.startswith("on") or "href" in name for name in node.attrib)
            assert "style" not in node.attrib


def test_no_two_products_look_alike() -> None:
    assert len({_drawing(product) for product in GOODS}) == len(GOODS)


def test_every_colour_of_a_product_looks_different() -> None:
    for product in GOODS:
        pictures = {product_svg(product, colour) for colour in product.colours}
        assert len(pictures) == len(product.colours)


def test_the_first_colour_is_shown_unless_another_is_asked_for() -> None:
    product = GOODS[0]
    assert product_svg(product) == product_svg(product, product.colours[0])


def test_a_name_with_markup_stays_text() -> None:
    product = GOODS[0]
    bad = Product(**{**vars(product), "name": "<script>alert(1)</script> & rain jacket"})
    picture = product_svg(bad)
    assert "<script" not in picture
    ET.fromstring(picture)  # noqa: S314 - our own drawing


def _drawing(product: Product) -> str:
    # In one colour and without the title, so that only the shapes can differ.
    return product_svg(product, "navy").partition("</title>")[2]
