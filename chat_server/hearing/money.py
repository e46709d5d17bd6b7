"""Amounts of money as they are kept: `100 EUR`, `50-60 EUR`."""

from __future__ import annotations

import re

_CURRENCIES = {
    "EUR": r"€|eur(?:os?)?|евро|evr(?:ur|um|a)|歐元|ยูโร",
    "USD": r"us\$|\$|usd|dollars?|bucks|доллар\w*|dollar\w*|dal(?:ir|i)|美元|美金|ดอลลาร์",
    "GBP": r"£|gbp|pounds?|quid|фунт\w*|pund\w*|英鎊",
    "TWD": r"nt\$|ntd|twd|新台幣|台幣|元|塊|塊錢",
    "THB": r"฿|thb|baht|บาท",
    "RUB": r"₽|rub|rubles?|roubles?|руб(?:\.|л\w*)?|р\.?(?![\w])",
    "ISK": r"isk|krón\w*|kron(?:a|ur|um)",
    "NOK": r"nok",
    "SEK": r"sek",
    "DKK": r"dkk",
    "CHF": r"chf|francs?",
    "PLN": r"pln|z[łl]oty\w*|zł",
    "JPY": r"¥|jpy|yen",
    "INR": r"₹|inr|rupees?",
    "AUD": r"a\$|aud",
    "CAD": r"c\$|cad",
    "NZD": r"nz\$|nzd",
    "CZK": r"czk|kč",
    "HUF": r"huf|forints?",
    "KRW": r"₩|krw",
    "CNY": r"cny|rmb|yuan",
    "TRY": r"₺|liras?",
    "ZAR": r"zar",
    "SGD": r"s\$|sgd",
    "UAH": r"₴|uah|гривен|гривн\w*",
    "KZT": r"₸|kzt|тенге",
    "kr": r"kr\.?",
}
_ANY = "|".join(f"(?:{words})" for words in _CURRENCIES.values())
CURRENCY = rf"(?:{_ANY})"
NUMBER = r"\d{1,3}(?:[.,' ]\d{3}){1,2}(?!\d)(?:[.,]\d{1,2}(?!\d))?|\d{1,7}(?:[.,]\d{1,2}(?!\d))?"
AMOUNT = (
    rf"(?:{CURRENCY}[ ]?)?(?:{NUMBER})(?:[ ]?(?:k|тыс\.?|þús(?:und)?|萬|พัน|หมื่น)(?![a-zа-я]))?"
    rf"(?:[ ]?{CURRENCY}(?![a-zа-я]))?"
)
SPAN = r"[ ]?(?:-|–|—|to|and|до|til|og|到|至|~|ถึง)[ ]?"
_PARTS = re.compile(
    rf"(?P<before>{CURRENCY})?\s?(?P<number>{NUMBER})\s?(?P<many>k|тыс\.?|þús(?:und)?|萬|พัน|หมื่น)?\s?(?P<after>{CURRENCY})?"
)
_CODES = tuple((code, re.compile(words)) for code, words in _CURRENCIES.items())
_MANY = {"k": 1000, "т": 1000, "þ": 1000, "萬": 10_000, "พ": 1000, "ห": 10_000}
_CENTS = re.compile(r"[.,]\d{1,2}\Z")


def as_amount(low: str, *, kroner: str | None = None) -> str | None:
    """One amount with its currency, when it has one; `kroner` is what "kr" means here."""
    found = _PARTS.fullmatch(low.strip())
    if found is None:
        return None
    number = found["number"]
    cents = _CENTS.search(number)
    whole = re.sub(r"\D", "", number[: cents.start()] if cents else number)
    value = int(whole)
    if found["many"]:
        value = int(value * _MANY[found["many"][0]])
    said = found["before"] or found["after"]
    code = currency(said, kroner=kroner) if said else None
    return f"{value} {code}" if code else str(value)


def currency(said: str, *, kroner: str | None = None) -> str | None:
    """Its code."""
    for code, words in _CODES:
        if words.fullmatch(said):
            # Whose crowns they are only the country tells.
            return kroner if code == "kr" else code
    return None


def as_range(low: str, high: str, *, kroner: str | None = None) -> str | None:
    """Two amounts, of which either may name the currency."""
    first, second = as_amount(low, kroner=kroner), as_amount(high, kroner=kroner)
    if first is None or second is None:
        return None
    number, _, code = second.partition(" ")
    least, _, other = first.partition(" ")
    kept = code or other
    return f"{least}-{number} {kept}".strip()
