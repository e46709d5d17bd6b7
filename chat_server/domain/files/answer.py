"""What the bot says to a picture or file without words, which it cannot read."""

from __future__ import annotations

from chat_server.domain.facts.words import language_of
from chat_server.domain.message import AuthorKind, Content, Message

# The bot's own word for the wish.
_PERSON = "/talk_to_human"
_WORDS = {
    "en": (
        (
            "Thank you, I have it. I cannot look into pictures and files myself. Tell me in a few words"
            " what it is about, or a person looks at it."
        ),
        "Let a person look",
    ),
    "ru": (
        (
            "Спасибо, получено. Сам я не могу заглянуть в картинки и файлы. Опишите в двух словах, о чём"
            " речь, или на них посмотрит сотрудник."
        ),
        "Пусть посмотрит сотрудник",
    ),
    "is": (
        (
            "Takk, þetta barst. Sjálft get ég ekki skoðað myndir og skrár. Segðu mér í fáum orðum hvað"
            " þetta snýst um, eða manneskja skoðar það."
        ),
        "Láta manneskju skoða",
    ),
    "zh-TW": (
        "謝謝，已經收到。我自己無法查看圖片和檔案。請用幾句話說明，或由專人為您查看。",
        "請專人查看",
    ),
    "th": (
        "ขอบคุณค่ะ ได้รับแล้ว ดิฉันดูรูปภาพและไฟล์เองไม่ได้ค่ะ ช่วยบอกสั้น ๆ ว่าเป็นเรื่องอะไร หรือให้เจ้าหน้าที่ดูให้นะคะ",
        "ให้เจ้าหน้าที่ดู",
    ),
}


def answer_to_file(locale: str | None) -> Content:
    """Kind words, and the way to a person."""
    text, person = _WORDS[language_of(locale).tag]
    return {
        "type": "choices",
        "text": text,
        "choices": [{"label": person, "payload": _PERSON}],
    }


def was_answered(before: list[Message]) -> bool:
    """Whether the bot's last word says so already: five pictures in a row are answered once."""
    last = next((one for one in reversed(before) if one.author.kind is AuthorKind.BOT), None)
    known = {text for text, _ in _WORDS.values()}
    spoken = (one for one in before if last is not None and one.seq > last.seq)
    wordless = all(one.author.kind is not AuthorKind.VISITOR or _is_wordless(one) for one in spoken)
    return last is not None and last.content.get("text") in known and wordless


def _is_wordless(message: Message) -> bool:
    return message.content.get("type") in {"image", "file"} and not message.content.get("text")
