"""How a shop numbers its orders: which number is one though nothing says so."""

from __future__ import annotations

from dataclasses import dataclass

# Digits that may be an order's; whether they are tells the shop's way of numbering.
DIGITS = r"\d{4,12}(?!\d)"


@dataclass(frozen=True)
class OrderNumbers:
    """`shapes` as in "1####": a # stands for any digit."""

    shapes: tuple[str, ...] = ("1####",)

    @classmethod
    def of(cls, text: str) -> OrderNumbers:
        """Shapes divided by commas; with none a number is an order's only where words say so."""
        return cls(tuple(shape.strip() for shape in text.split(",") if shape.strip()))

    def fit(self, number: str) -> bool:
        """Whether the shop numbers so."""
        return any(_is_like(number, shape) for shape in self.shapes)


# That of the demo shop.
DEMO_SHOP = OrderNumbers()


def _is_like(number: str, shape: str) -> bool:
    return len(number) == len(shape) and all(
        wanted in {"#", digit} for digit, wanted in zip(number, shape, strict=True)
    )
