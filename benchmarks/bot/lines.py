"""What is said to both bots: questions that a response of the domain answers, so that no action asks a shop.

What the shop looks up is left out of the comparison: stock Rasa would ask a second server for it over HTTP.
"""

from __future__ import annotations

ENGLISH = (
    "how can I pay?",
    "how much is the shipping?",
    "how long does delivery take",
    "do you ship to Norway?",
    "what is your return policy?",
    "I forgot my password",
    "can I wash the wool sweater in the machine?",
    "are you a bot?",
    "thanks a lot!",
)
OTHERS = (
    "как можно оплатить заказ?",
    "сколько стоит доставка?",
    "я забыла пароль",
    "Hvernig get ég borgað?",
    "Hvað kostar sendingin?",
    "Ég gleymdi lykilorðinu mínu",
    "可以用什麼方式付款?",
    "運費多少錢?",
    "我忘記密碼了",
    "จ่ายเงินได้ทางไหนบ้างคะ",
    "ค่าส่งเท่าไหร่",
    "ลืมรหัสผ่านค่ะ",
)
# A customer who changes the language with every message would be a case of its own.
EVERY_LANGUAGE = (ENGLISH, *(OTHERS[start : start + 3] for start in range(0, len(OTHERS), 3)))
