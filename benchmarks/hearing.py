"""What hearing costs: processor time for a line that says nothing, ordinary lines and long ones, by language; and memory.

`python -m benchmarks.hearing [--rounds N]`
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

_AT = datetime(2026, 11, 22, 10, tzinfo=UTC)
_NOTHING = {
    "en": ("Hello there", "Thanks a lot!", "Great to see that", "Wow"),
    "ru": ("Добрый вечер", "Большое спасибо!", "Понятно", "Ясно"),
    "is": ("Góðan daginn", "Kærar þakkir!", "Flott", "Jæja"),
    "zh-TW": ("您好", "謝謝!", "了解", "好喔"),
    "th": ("สวัสดีค่ะ", "ขอบคุณมาก", "เข้าใจแล้วค่ะ", "โอเค"),
}
_ORDINARY = {
    "en": (
        "Where is my order, please? It was due on Monday.",
        "My name is Anna Weber and my order number is 4711 0815",
        "I'm looking for a red rain jacket in size M for my wedding on May 3, under 100 euros",
        "Do you have the Hekla jacket in blue?",
        "The parcel arrived but the jacket is torn, I want a refund",
    ),
    "ru": (
        "Здравствуйте, меня зовут Анна, мой заказ 4711 0815 так и не пришёл",
        "Ищу красную куртку в размере M на свадьбу 3 мая до 100 евро",
        "Позвоните мне после 17:00",
    ),
    "is": (
        "Ég heiti Anna og pöntunin mín er 47110815",
        "Ég er að leita að rauðum jakka í stærð M fyrir brúðkaup 3. maí",
        "Hringið í mig eftir kl. 17",
    ),
    "zh-TW": (
        "我叫王小明,訂單編號47110815,包裹還沒到",
        "我想找一件紅色的外套,M號,預算3000元以內",
        "請在下午5點後打給我",
    ),
    "th": (
        "ผมชื่อสมชาย ออเดอร์ 47110815 ยังไม่ถึงเลยครับ",
        "กำลังหาแจ็คเก็ตสีแดง ไซส์ M งบไม่เกิน 3000 บาท",
        "โทรหาผมหลัง 17:00 น.",
    ),
}


def _resident() -> float:
    """Megabytes of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / 1e6


def _each(lines: tuple[str, ...], rounds: int, work: Callable[[str], object]) -> float:
    """Microseconds a line; the best of three, because a busy machine only adds."""
    best = float("inf")
    for _ in range(3):
        before = time.process_time()
        for _ in range(rounds):
            for line in lines:
                work(line)
        best = min(best, time.process_time() - before)
    return best / rounds / len(lines) * 1e6


def main() -> None:
    """Prints a table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=500)
    rounds = parser.parse_args().rounds
    before = _resident()
    from chat_server.domain.secrets import masked  # noqa: PLC0415 - to see what it weighs
    from chat_server.hearing.ears import hear  # noqa: PLC0415 - as above

    for language, lines in _ORDINARY.items():
        for line in lines:
            hear(line, language=language, at=_AT)
    print(f"memory of rules and libraries: {_resident() - before:.1f} MB")
    print(
        f"{'language':<10}{'nothing':>10}{'ordinary':>10}{'4,000 signs':>13}{'masking':>9}   µs a line"
    )
    for language, ordinary in _ORDINARY.items():

        def heard(line: str, language: str = language) -> object:
            return hear(line, language=language, at=_AT)

        long = (" ".join(ordinary) + " ") * 200
        print(
            f"{language:<10}{_each(_NOTHING[language], rounds, heard):>10.1f}"
            f"{_each(ordinary, rounds, heard):>10.1f}"
            f"{_each((long[:10_000],), max(1, rounds // 100), heard):>13.0f}"
            f"{_each(ordinary, rounds, masked):>9.1f}"
        )


if __name__ == "__main__":
    main()
