"""The page on which somebody leaves a newsletter, in their own language."""

from __future__ import annotations

from html import escape
from typing import NamedTuple

from chat_server.domain.facts.words import language_of


class _Words(NamedTuple):
    title: str
    ask: str
    button: str
    done: str
    gone: str


_WORDS = {
    "en": _Words(
        "Newsletter",
        "Shall we stop writing to you?",
        "Unsubscribe",
        "Done: {shop} will write to you no more.",
        "This link is not one of ours. Perhaps a part of it was lost on the way.",
    ),
    "ru": _Words(
        "Рассылка",
        "Больше не писать вам?",
        "Отписаться",
        "Готово: {shop} больше не будет вам писать.",
        "Это не наша ссылка. Возможно, часть её потерялась.",
    ),
    "is": _Words(
        "Fréttabréf",
        "Eigum við að hætta að skrifa þér?",
        "Afskrá mig",
        "Búið: {shop} skrifar þér ekki framar.",
        "Þennan tengil þekkjum við ekki. Ef til vill vantar hluta af honum.",
    ),
    "zh-TW": _Words(
        "電子報",
        "要停止收到我們的來信嗎？",
        "取消訂閱",
        "完成了：{shop} 不會再寫信給您。",
        "這不是我們的連結，可能有一部分遺失了。",
    ),
    "th": _Words(
        "จดหมายข่าว",
        "ต้องการให้เราหยุดส่งอีเมลหรือไม่",
        "ยกเลิกการรับข่าวสาร",
        "เรียบร้อยแล้ว {shop} จะไม่ส่งอีเมลถึงคุณอีก",
        "ลิงก์นี้ไม่ใช่ของเรา อาจมีบางส่วนขาดหายไป",
    ),
}


def ask_page(shop: str, locale: str) -> str:
    """One button: programs that look at links before people do press none."""
    words = _WORDS[language_of(locale).tag]
    button = f'<form method="post"><button type="submit">{escape(words.button)}</button></form>'
    return _page(locale, words.title, f"<h1>{escape(shop)}</h1><p>{escape(words.ask)}</p>{button}")


def done_page(shop: str, locale: str) -> str:
    """It is done."""
    words = _WORDS[language_of(locale).tag]
    said = escape(words.done.format(shop=shop))
    return _page(locale, words.title, f'<h1>{escape(shop)}</h1><p role="status">{said}</p>')


def gone_page(locale: str) -> str:
    """No link of ours."""
    words = _WORDS[language_of(locale).tag]
    return _page(locale, words.title, f"<h1>{escape(words.title)}</h1><p>{escape(words.gone)}</p>")


def _page(locale: str, title: str, body: str) -> str:
    language = language_of(locale).tag
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="robots" content="noindex"><meta name="color-scheme" content="light dark">'
        f"<title>{escape(title)}</title><style>{STYLE}</style></head>"
        f"<body><main>{body}</main></body></html>"
    )


STYLE = (
    "body{font:16px/1.5 system-ui,sans-serif;margin:0;padding:48px 16px}"
    "main{max-width:32rem;margin:0 auto}h1{font-size:1.25rem}"
    "button{font:inherit;min-height:44px;padding:8px 20px;border-radius:10px;"
    "border:1px solid currentColor;background:#0f5c4a;color:#fff;cursor:pointer}"
)
