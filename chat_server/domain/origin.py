"""What brought a visitor, and the language they speak."""

from __future__ import annotations

from dataclasses import dataclass


def language_of(locale: str) -> str:
    """The language of a locale; Chinese keeps its region, which says how it is written."""
    language, _, region = locale.replace("_", "-").partition("-")
    return f"zh-{region}" if language == "zh" and region else language.lower()


@dataclass
class Origin:
    """What brought the visitor: page, response element and its campaign."""

    element: str | None = None
    element_kind: str | None = None
    campaign: str | None = None
    variant: str | None = None
    page_url: str | None = None
    page_title: str | None = None
    referrer: str | None = None

    def log_data(self, locale: str) -> dict[str, object]:
        """What the log keeps of it with the opening."""
        return {
            "element": self.element,
            "channel": self.element_kind or "website",
            "campaign": self.campaign,
            "variant": self.variant,
            "language": language_of(locale),
        }
