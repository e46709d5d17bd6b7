"""Values as they are kept: one form for each kind, or none; what would do harm is refused here."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Collection
from datetime import UTC, date, datetime, timedelta

from chat_server.domain.secrets import masked

Clean = Callable[[str], str | None]

# Nothing that is remembered needs more; what is longer before it is cleaned is not even looked at.
MAX_RAW = 1000
PROBLEMS = {
    "damaged": "a damaged item",
    "wrong_item": "the wrong item",
    "late": "a late delivery",
    "missing": "a missing parcel",
    "refund": "a refund",
    "defect": "a faulty item",
    "other": "a problem",
}
ORDER_STATES = ("placed", "packed", "shipped", "delivered", "cancelled", "returned")
# What they are called is the same in all languages.
APPS = {
    "line": "LINE",
    "whatsapp": "WhatsApp",
    "telegram": "Telegram",
    "messenger": "Messenger",
    "viber": "Viber",
    "signal": "Signal",
    "wechat": "WeChat",
    "vk": "VK",
    "instagram": "Instagram",
}
CHANNELS = ("email", "phone", "chat", "sms", "post", *APPS)
HOURS = ("morning", "noon", "afternoon", "evening", "weekdays", "weekend")
ADDRESSES = ("formal", "informal")

_EMAIL = re.compile(r"[^@\s<>()\[\],;:\"\\]{1,64}@[^@\s<>()\[\],;:\"\\]{1,190}\.[^@\s.<>\"]{2,24}")
_LONG_DIGITS = re.compile(r"(?:\d[ -]?){13,}")
# Signs of markup, code, templates and addresses: no name, size or place has them.
_CODE = re.compile(r"[<>{}\[\]\\`|=;]|://|--|\bwww\.|\$\(", re.IGNORECASE)
_SIZE = re.compile(r"[\w][\w ./,½¼¾'\"×+-]{0,19}")
# All sizes in letters are of one scale.
_LETTERS = re.compile(r"\d?X*[SML]")
_LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Z]{2}|-[A-Z][a-z]{3})?")
_BUDGET = re.compile(r"(?:(\d{1,9})-)?(\d{1,9})(?: ([A-Z]{3}))?")
_CLOCK = r"(?:[01]\d|2[0-3]):[0-5]\d"
_HOURS = re.compile(rf"(?:{_CLOCK})?-(?:{_CLOCK})?")


def same(longest: int) -> Clean:
    """Free words: kept as they are, in one line; inert text, whoever shows it escapes it."""

    def clean(value: str) -> str | None:
        value = " ".join(_visible(value).split())
        # Thirteen digits and more are a card or account number, which is never kept.
        if not 0 < len(value) <= longest or _LONG_DIGITS.search(value):
            return None
        return value if masked(value) == value else None

    return clean


def plain(longest: int) -> Clean:
    """Words that name something: no code, no markup, no addresses; at least one letter."""
    words = same(longest)

    def clean(value: str) -> str | None:
        kept = words(value)
        if kept is None or _CODE.search(kept) or not any(c.isalpha() for c in kept):
            return None
        return kept

    return clean


def size(value: str) -> str | None:
    """M, 42, 38/32, W32 L34."""
    kept = same(20)(value)
    return kept if kept and _SIZE.fullmatch(kept) and not _CODE.search(kept) else None


def scale(value: str) -> str:
    """Of which kind a size is: letters, numbers, or waist and leg."""
    said = value.upper()
    return "L" if _LETTERS.fullmatch(said) else re.sub(r"\d+(?:\.\d+)?", "1", said)


def one_of(words: Collection[str]) -> Clean:
    """A word of a list."""

    def clean(value: str) -> str | None:
        value = value.strip().lower()
        return value if value in words else None

    return clean


def email(value: str) -> str | None:
    """In small letters; whether it exists only a letter can tell."""
    value = value.strip().rstrip(".,;").lower()
    return value if _EMAIL.fullmatch(value) else None


def order_number(value: str) -> str | None:
    """Digits: shops' prefixes are decoration."""
    digits = "".join(c for c in value if c.isascii() and c.isdigit())
    return digits if 4 <= len(digits) <= 12 and len(value) <= 40 else None  # noqa: PLR2004 - shops' order numbers


def phone(value: str) -> str | None:
    """Digits, and a plus if it was said."""
    if len(value) > 40 or any(c.isalpha() for c in value):  # noqa: PLR2004 - no number is longer
        return None
    kept = re.sub(r"[^\d+]", "", value, flags=re.ASCII)
    return kept if re.fullmatch(r"\+?\d{6,15}", kept, re.ASCII) else None


def language(value: str) -> str | None:
    """A tag as `en`, `zh-TW`."""
    value = value.strip()
    return value if _LANGUAGE.fullmatch(value) else None


def budget(value: str) -> str | None:
    """`100 EUR` or `50-100 EUR`: whole units, most last."""
    value = " ".join(value.replace("–", "-").split()).upper()
    return value if value.isascii() and _BUDGET.fullmatch(value) else None


def hours(value: str) -> str | None:
    """`morning`, `weekend` and the like, or `17:00-`, `-12:00`, `09:00-11:30`."""
    value = value.strip().lower().replace("–", "-")
    if value in HOURS:
        return value
    return value if len(value) > 1 and value.isascii() and _HOURS.fullmatch(value) else None


def day(value: str) -> str | None:
    """A date as `2026-05-03`, or `05-03` where the year is open."""
    value = value.strip()
    try:
        if re.fullmatch(r"\d\d-\d\d", value, re.ASCII):
            date.fromisoformat(f"2024-{value}")
        elif re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII):
            date.fromisoformat(value)
        else:
            return None
    except ValueError:
        return None
    return value


def day_after(value: str) -> datetime | None:
    """From when on a date is past, wherever on Earth; one without a year comes again."""
    try:
        return datetime.combine(date.fromisoformat(value), datetime.min.time(), UTC) + timedelta(
            hours=36
        )
    except (ValueError, OverflowError):
        return None


def _visible(value: str) -> str:
    """Without control and formatting characters, except those that scripts need between letters."""
    return "".join(
        c if c in "\u200c\u200d" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co"} else " "
        for c in value
    )
