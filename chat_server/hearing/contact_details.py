"""E-mail addresses, telephone numbers and order numbers, which look alike in every language."""

from __future__ import annotations

import re

import phonenumbers
from email_validator import EmailNotValidError, validate_email

EMAIL = r"[a-z0-9_][a-z0-9._%+'-]{0,63}@[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9-]{1,62}){0,4}\.[a-z]{2,24}"
PHONE = (
    r"(?<![a-z0-9_])(?<!\d[.,])(?:\+|00)?\(?\d(?:[ ()./-]{0,3}\d){5,14}(?![a-z0-9_]|[ .,/-]{1,2}\d)"
)
ORDER = r"(?:[a-z]{1,4}[- ]?)?\d(?:[ -]?\d){3,11}(?![a-z0-9_]|[ .,:/-]{1,2}\d|@)"
# Mailboxes of firms, not of people: a customer quotes them, and nobody is reached there.
_ROLES = frozenset(
    {"noreply", "no-reply", "donotreply", "do-not-reply", "support", "postmaster", "mailer-daemon"}
)
_FEWEST, _MOST = 7, 15


def as_email(said: str) -> str | None:
    """In small letters when it could receive mail."""
    said = said.strip().rstrip(".,;'").lower()
    if said.split("@")[0] in _ROLES:
        return None
    try:
        checked = validate_email(said, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        return None
    return checked.normalized.lower()


def as_phone(said: str) -> str | None:
    """Digits as they were said; with a country's code it must be a number of that country."""
    digits = re.sub(r"[^\d+]", "", said)
    if digits.startswith("00"):
        digits = f"+{digits[2:]}"
    if not _FEWEST <= len(digits.lstrip("+")) <= _MOST:
        return None
    if not digits.startswith("+"):
        return digits
    try:
        number = phonenumbers.parse(digits)
    except phonenumbers.NumberParseException:
        return None
    return digits if phonenumbers.is_possible_number(number) else None


def as_order_number(said: str) -> str | None:
    """Digits only, as shops keep them."""
    digits = re.sub(r"\D", "", said)
    return digits if 4 <= len(digits) <= 12 else None  # noqa: PLR2004 - shops' order numbers
