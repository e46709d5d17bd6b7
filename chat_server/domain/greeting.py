"""How a visitor is addressed before the first word, by what we know and may use."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from .facts.fact import Fact
from .facts.saying import say_value, spoken_with
from .facts.values import ADDRESSES
from .facts.words import language_of
from .inbox import Inbox


@dataclass(frozen=True)
class Greeting:
    """`choices` are pairs of label and payload; `used_facts` are the facts that shaped it.

    `shown` is what to tell the hub when it was really seen; None when nobody counts that.
    """

    text: str
    choices: tuple[tuple[str, str], ...] = ()
    used_facts: tuple[str, ...] = ()
    shown: str | None = None


@dataclass(frozen=True)
class _Words:
    """In one language; `hello` has the shop, `about` the problem, `about_order` also its order."""

    hello: str
    back: str
    named: str
    help: str
    about: str
    about_order: str
    yes: str
    no: str
    join: str = " "


_WORDS = {
    "en": _Words(
        "Hello, this is {shop}. How can we help?",
        "Welcome back!",
        "Welcome back, {name}!",
        "How can I help you today?",
        "You told us about {problem}. Has that been sorted out?",
        "You told us about {problem} with order {order}. Has that been sorted out?",
        "Yes, all sorted",
        "Not yet",
    ),
    "ru": _Words(
        "Здравствуйте, это {shop}. Чем мы можем помочь?",
        "Рады видеть вас снова!",
        "{name}, рады видеть вас снова!",
        "Чем помочь?",
        "Вы сообщали нам: {problem}. Это уже решено?",
        "Вы сообщали нам: {problem}, заказ {order}. Это уже решено?",
        "Да, всё решено",
        "Ещё нет",
    ),
    "is": _Words(
        "Góðan dag, þetta er {shop}. Hvernig getum við aðstoðað?",
        "Gaman að sjá þig aftur!",
        "Gaman að sjá þig aftur, {name}!",
        "Hvernig get ég aðstoðað?",
        "Þú sagðir okkur frá þessu: {problem}. Er það komið í lag?",
        "Þú sagðir okkur frá þessu: {problem}, pöntun {order}. Er það komið í lag?",
        "Já, allt í lagi",
        "Ekki enn",
    ),
    "zh-TW": _Words(
        "您好，這裡是 {shop}。請問需要什麼協助？",
        "歡迎回來！",
        "歡迎回來，{name}！",
        "今天有什麼可以幫您的嗎？",
        "您告訴過我們：{problem}。已經解決了嗎？",
        "您告訴過我們：{problem}（訂單{order}）。已經解決了嗎？",
        "已經解決了",
        "還沒有",
        join="",
    ),
    "th": _Words(
        "สวัสดีค่ะ ที่นี่ {shop} มีอะไรให้เราช่วยไหมคะ",
        "ยินดีต้อนรับกลับมาค่ะ",
        "ยินดีต้อนรับกลับมาค่ะ คุณ{name}",
        "วันนี้ให้ช่วยอะไรดีคะ",
        "คุณเคยแจ้งเราเรื่อง{problem} เรียบร้อยแล้วหรือยังคะ",
        "คุณเคยแจ้งเราเรื่อง{problem} คำสั่งซื้อ {order} เรียบร้อยแล้วหรือยังคะ",
        "เรียบร้อยแล้ว",
        "ยังไม่เรียบร้อย",
    ),
}
# What the bot understands, whatever stands on the choice.
_SOLVED, _UNSOLVED = "Yes, it is solved now", "No, it is not solved yet"


def greet(inbox: Inbox, facts: Sequence[Fact], locale: str | None = None) -> Greeting:
    """By name when it is known, about the problem that is still open before anything else."""
    locale, known = spoken_with(facts, locale), {fact.key: fact for fact in facts}
    name, problem = known.get("name"), known.get("open_problem")
    if name is None and problem is None:
        return Greeting(_hello(inbox, locale))
    words = _WORDS[language_of(locale).tag]
    called, used = _called(name, known.get("form_of_address"))
    hello = words.named.format(name=called) if called else words.back
    if problem is None:
        return Greeting(words.join.join((hello, words.help)), used_facts=tuple(used))
    order = _order_of(problem, facts)
    number = problem.subject or (order.value if order else "")
    about = (words.about_order if number else words.about).format(
        problem=say_value("open_problem", problem.value, locale), order=number
    )
    return Greeting(
        words.join.join((hello, about)),
        choices=((words.yes, _SOLVED), (words.no, _UNSOLVED)),
        used_facts=(*used, problem.id, *([order.id] if order else [])),
    )


def _hello(inbox: Inbox, locale: str | None) -> str:
    """The shop's own greeting, which is in the shop's language, unless we serve the visitor's and that is another."""
    theirs = language_of(locale).tag
    if theirs in {language_of(inbox.locale).tag, "en"}:
        return inbox.greeting
    return _WORDS[theirs].hello.format(shop=inbox.name)


def _called(name: Fact | None, form: Fact | None) -> tuple[str | None, list[str]]:
    """As they wish, or by their name."""
    if form is not None and form.value not in ADDRESSES:
        return form.value, [form.id]
    if name is None:
        return None, []
    if form is not None and form.value == "informal" and " " in name.value:
        return name.value.split(" ")[0], [name.id, form.id]
    return name.value, [name.id]


def _order_of(problem: Fact, facts: Sequence[Fact]) -> Fact | None:
    """The order the problem is about; when nobody said which, the only one there is."""
    orders = [fact for fact in facts if fact.key == "order_number"]
    if problem.subject is not None:
        return next((one for one in orders if one.value == problem.subject), None)
    return orders[0] if len(orders) == 1 else None
