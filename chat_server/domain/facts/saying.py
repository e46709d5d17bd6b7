"""How a fact is said to the person it is about, in their language."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from .fact import Fact
from .kinds import FACT_KINDS
from .words import Language, is_served, language_of


def say(fact: Fact, locale: str | None) -> str:
    """One sentence; the value stays as it was said, escaping it is the matter of whoever shows it."""
    kind, language = FACT_KINDS.get(fact.key), language_of(locale)
    if kind is None:
        return fact.value
    about = ""
    if kind.about is not None and fact.subject:
        about = language.about[kind.about].replace("{subject}", fact.subject)
    # One after the other and the person's own words last: braces in them mean nothing.
    sentence = kind.words[language.tag].says.replace("{of}", about)
    return sentence.replace("{value}", say_value(fact.key, fact.value, locale))


def spoken_with(facts: Iterable[Fact], locale: str | None) -> str | None:
    """The language that was asked for last, where it is served; else the one they came with."""
    asked = [fact.value for fact in facts if fact.key == "language" and is_served(fact.value)]
    return asked[-1] if asked else locale


def say_value(key: str, value: str, locale: str | None) -> str:
    """Words of a list and dates in the language; everything else as it was said."""
    language = language_of(locale)
    if key == "occasion_date":
        return _date(value, language)
    return language.values.get(key, {}).get(value, value)


def label_of(key: str, locale: str | None) -> str:
    """The kind's name."""
    kind = FACT_KINDS.get(key)
    return kind.words[language_of(locale).tag].label if kind else key


def why(locale: str | None) -> str:
    """What facts are kept for."""
    return language_of(locale).why


def _date(value: str, language: Language) -> str:
    has_year = value.count("-") > 1
    try:
        day = date.fromisoformat(value if has_year else f"2024-{value}")
    except ValueError:
        return value
    form = language.date if has_year else language.day
    return form.format(day=day.day, month=language.months[day.month - 1], year=day.year)
