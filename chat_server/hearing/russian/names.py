"""A person's name in a Russian sentence: in which case it stands, and where it ends."""

from __future__ import annotations

import re
from dataclasses import replace

from chat_server.hearing.given_names import GIVEN_NAMES
from chat_server.hearing.names import Name, is_likely, read_name
from chat_server.hearing.text import Line

from .given_names import ALSO_WORDS, NAMES

_NAMES = GIVEN_NAMES | NAMES
_SURNAME = re.compile(
    r"(?:[а-я]+(?:вич|вна|ична|инична|оглы|ов|ова|ев|ева|ин|ина|ын|ына|ский|ская|цкий|цкая|енко|чук|дзе|швили|ян|ых|их))\Z"
)
_NO_NAME = frozenset(
    """
    hekla esja laki vik vík búrfell burfell askja katla hraun samtal москвич москвичка питерец россия исландия скорпион дева рак овен телец весы стрелец козерог водолей
    хозяин хозяйка новичок турист путешественник студент мама папа муж жена бабушка дедушка ваш ваша клиент покупатель гость житель пенсионер пенсионерка инвалид звоню
    пишу хочу заказ куртка снова опять тут здесь просто так же та тот сама сам уже всего лишь думаю живу ношу смотрю заказала заказал купила купил получила получил
    отмена возврат доставка оператор чат бот человек сестра брат звать кто что где когда как мой моя этого буду была был бы за про насчет из от к на в по до если очень
    размер обычно вчера сегодня утром про вам вас нет да конечно пожалуйста спасибо здравствуйте привет добрый доброе доброго
    хорошо ладно окей ок понятно ясно супер отлично жду ищу беру нужна нужен нужно нужны можно какой какая без не ни зачем почему секрет неважно никак никто
    """.split()  # noqa: SIM905 - as above
)
_SHORT_SURNAME = 4
_CASES = (("ой", "а"), ("ей", "я"), ("ей", "й"), ("ем", "й"), ("ом", ""), ("ем", "ь"), ("ой", "ая"), ("ым", ""), ("ию", "ия"), ("у", "а"), ("ю", "я"), ("е", "а"), ("и", "я"), ("ы", "а"))  # fmt: skip


def known(word: str) -> bool:
    """A given name in its own form."""
    low = word.lower().replace("ё", "е")
    return low in _NAMES and (word[:1].isupper() or low not in ALSO_WORDS)


def name_at(line: Line, start: int, end: int, *, bent: bool = False) -> Name | None:
    """The name that begins there; `bent` if it may stand in another case than the first."""
    name = read_name(line, start, end)
    if name is None or name.value.split()[0].lower() in _NO_NAME:
        return None
    words = name.value.split()
    kept = [words[0]]
    for word in words[1:]:
        low = word.lower()
        if not _SURNAME.search(low.replace("ё", "е")) and not (
            name.capital and low not in _NO_NAME
        ):
            break
        kept.append(word)
    value = " ".join(kept)
    if bent:
        kept = [_first_case(word) for word in kept]
    stop = name.start + len(value)
    return replace(name, value=" ".join(kept), end=stop, known=known(kept[0]))


def is_surname(word: str) -> bool:
    """By its ending."""
    low = word.lower().replace("ё", "е")
    return len(low) > _SHORT_SURNAME and _SURNAME.search(low) is not None and low not in _NO_NAME


def is_bent(word: str) -> bool:
    """Whether the word is a known name in another case: "Анне" is nobody's answer to who they are."""
    return not known(word) and known(_first_case(word))


def may_be_name(name: Name) -> bool:
    """Where other words than names are usual."""
    first = name.value.split()[0]
    if is_bent(first):
        return False
    return name.known or is_likely(name)


def _first_case(word: str) -> str:
    if known(word):
        return word
    for ending, plain in _CASES:
        if word.lower().endswith(ending) and known(word[: len(word) - len(ending)] + plain):
            return word[: len(word) - len(ending)] + plain
    if word.endswith(("вной", "чной")):
        return f"{word[:-2]}а"
    if word.endswith("вичем"):
        return word[:-2]
    return word
