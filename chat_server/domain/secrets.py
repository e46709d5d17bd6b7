"""What nobody may keep: numbers of cards, passwords, PINs and codes, masked before a message is stored.

Each letter of a secret becomes a dot, so that places in the text stay what they were. Masking does not depend on the
language: people write "password" in any.
"""

from __future__ import annotations

import re

DOT = "•"
_CARD_LENGTHS = range(13, 20)
_SHORTEST_CARD = 13
# Digits with what people put between them; longer runs than any card are looked at in parts.
_RUN = re.compile(r"\d(?:[ \u00a0\t\n.\-\u2013/_]{0,2}\d){12,79}")
_GROUP = re.compile(r"\d+")
# RFC 9562. One in two thousand random ones holds digits that pass for a card.
_UUID = re.compile(
    r"\b(?=[\d-]{0,35}[a-f])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}\b",
    re.IGNORECASE,
)
# First digits of what is sold as a card: Mastercard, Amex, Diners, JCB, Visa, Maestro, Discover, UnionPay, Mir.
_ISSUED = re.compile(r"4|5[0-9]|2[2-7]|3[0-9]|6[0-9]|9[0-9]|8[1]")
_CARD_WORDS = re.compile(
    r"\bcards?\b|\bvisa\b|master ?card|\bamex\b|\bкарт[аыуеой]|kort(?:a|i|ið|inu)?n?|信用卡|卡號|卡号|บัตร",
    re.IGNORECASE,
)
_NO_CARD = re.compile(
    r"(?:\+|\b(?:order|tracking|parcel|iban|imei|заказа?|трек\w*|pöntun\w*|訂單|單號|พัสดุ|คำสั่งซื้อ)\W{0,4}(?:\w{1,8}\W{0,3}){0,2})\Z",
    re.IGNORECASE,
)

_CUES = (
    "pass", "pin", "pwd", "pw", "cvv", "cvc", "cvn", "security code", "card code", "code",
    "парол", "пин", "код", "lykilor", "aðgangsor", "öryggis", "kóði", "密碼", "密码", "驗證碼", "验证码", "安全碼",
    "檢查碼", "末三碼", "รหัส", "พาสเวิร์ด", "พิน", "ซีวีวี",
)  # fmt: skip
_CUE = re.compile("|".join(map(re.escape, _CUES)))
_IS = r"(?:\s{0,2}(?:is|was|are|=|:|:|-|–|—|это|er|var|是|為|为|คือ|เป็น|:)\s{0,2}){1,2}"
_OF = (
    r"(?:\s(?:for|to|of|on|at|in|от|для|к|на|fyrir|að|á)\s[^\s:=]{1,30}(?:\s[^\s:=]{1,30}){0,3}?)?"
)
_WORD = r"[\"'“«「]?(?P<secret>[^\s\"'”»」,;]{3,80})"
# Read as words about the password, not as the password.
_TALK = (
    "(?:not?|now|wrong|incorrect|invalid|never|reset|expired|working|lost|gone|too|very|so|the|an?|my|your|this|that|it|what"
    "|still|being|been|required|needed|weak|strong|blocked|locked|correct|right|changed|forgotten|missing|empty|rejected|refused"
    "|accepted|safe|secret|always|no longer|different|case|supposed|asked|sent|ok|fine|in|on|for|and|but|or|if|to|of|at|by"
    "|не|нет|неверн\\w*|забыт\\w*|уже|был\\w*|сброшен\\w*|ekki|rangt|týnt|útrunnið|错误|錯誤)"
)
_LATIN = r"(?P<secret>[A-Za-z0-9!-/@#$%^&*_+=?.~]{3,64})"
_PASSWORD_EN = r"(?:\b(?:pass ?(?:word|phrase|code|wd|wort)|passw?ord|pwd|pw)\b)"  # noqa: S105 - the words for one
_SECRETS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"{_PASSWORD_EN}{_OF}{_IS}(?!{_TALK}\b){_WORD}",
        # Without "is": only what no word looks like.
        rf"{_PASSWORD_EN}\s(?P<secret>(?=[^\s]{{0,40}}[\d!@#$%^&*_+=])[^\s,;]{{4,80}})",
        rf"(?:парол(?:ь|я|ю|ем|и)\b){_OF}(?:{_IS}|\s)(?!{_TALK}\b)[\"'«]?(?P<secret>(?=[^\s]{{0,40}}[\dA-Za-z_@#$%])[^\s,;\"'»]{{3,80}})",
        rf"(?:парол(?:ь|я)\b)\s{{0,2}}(?::|=|-|—|это)\s{{0,2}}(?!{_TALK}\b){_WORD}",
        rf"(?:\b(?:lykilorð|aðgangsorð)\w*)(?: mitt| okkar)?{_OF}{_IS}(?!{_TALK}\b){_WORD}",
        r"(?:\b(?:lykilorð|aðgangsorð)\w*)\s(?P<secret>(?=[^\s]{0,40}\d)[^\s,;]{4,80})",
        rf"(?:密碼|密码)[^A-Za-z0-9\n]{{0,6}}{_LATIN}",
        rf"(?:รหัสผ่าน|พาสเวิร์ด|พาสเวิด|password(?= ?[ก-๛]))[^A-Za-z0-9\n]{{0,14}}{_LATIN}",
        r"\bpin(?:[ -]?(?:code|number|númer\w*|kóði))?\b[^\d\n]{0,14}?(?P<secret>\d(?:[ -]?\d){3,7})(?!\d)",
        r"\bпин(?:[ -]?код\w*)?\b[^\d\n]{0,14}?(?P<secret>\d(?:[ -]?\d){3,7})(?!\d)",
        r"(?:pin ?碼|pin ?码|รหัส ?pin|รหัสพิน|พินโค้ด|รหัส ?atm|รหัสบัตร)[^\d\n]{0,8}(?P<secret>\d(?:[ -]?\d){3,7})(?!\d)",
        r"\b(?:cvv2?|cvc2?|cvn|csc|security code|card code|код безопасности|öryggis(?:númer|kóð)\w*)\b[^\d\n]{0,18}?(?P<secret>\d[ ]?\d[ ]?\d[ ]?\d?)(?!\d)",
        r"(?:cvv|cvc|安全碼|安全码|檢查碼|末三碼|後三碼|รหัส ?cvv|รหัสหลังบัตร|เลขหลังบัตร|รหัสความปลอดภัย)[^\d\n]{0,12}(?P<secret>\d{3,4})(?!\d)",
        r"\b(?:verification|sms|one[- ]time|otp|2fa|login|security|confirmation|access)[ -]?(?:code|password|pin)\b[^\d\n]{0,14}?(?P<secret>\d(?:[ -]?\d){3,7})(?!\d)",
        r"(?:код(?:\w{0,2})? (?:из|подтверждения|от) ?(?:смс|sms)?|驗證碼|验证码|รหัส ?otp)[^\d\n]{0,12}(?P<secret>\d(?:[ -]?\d){3,7})(?!\d)",
    )
)  # fmt: skip


def masked(text: str) -> str:
    """The text with a dot for each letter of a secret; as long as before."""
    if not text:
        return text
    spans = _cards(text) if _RUN.search(text) else []
    if _CUE.search(text.lower()):
        spans += [found.span("secret") for pattern in _SECRETS for found in pattern.finditer(text)]
    if not spans:
        return text
    letters = list(text)
    for start, end in spans:
        for place in range(start, end):
            if not letters[place].isspace():
                letters[place] = DOT
    return "".join(letters)


def masked_content(content: dict[str, object]) -> dict[str, object]:
    """All that is read in a message; addresses and what machines read stay as they are."""
    return {key: value if key in _NOT_READ else _masked(value) for key, value in content.items()}


_NOT_READ = frozenset(
    {"type", "url", "image_url", "code", "input", "score", "size", "id", "media_type"}
)


def _masked(value: object) -> object:
    if isinstance(value, str):
        return masked(value)
    if isinstance(value, list):
        return [_masked(one) for one in value]
    if isinstance(value, dict):
        return masked_content(value)
    return value


def _cards(text: str) -> list[tuple[int, int]]:
    """Where the numbers of cards are: whole groups of digits that pass the check, or follow the word."""
    told = _CARD_WORDS.search(text) is not None
    text = _UUID.sub(lambda found: "x" * len(found.group()), text)
    found = []
    for run in _RUN.finditer(text):
        # What follows "order" is its number; a card may come after it.
        other = not told and _NO_CARD.search(text, max(0, run.start() - 40), run.start())
        groups = [
            (run.start() + group.start(), run.start() + group.end())
            for group in _GROUP.finditer(run.group())
        ]
        found += _in_groups(text, groups[1 if other else 0 :], told=told)
    return found


def _in_groups(text: str, groups: list[tuple[int, int]], *, told: bool) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    first = 0
    while first < len(groups):
        span = _longest_card(text, groups, first, told=told)
        if span is None:
            first += 1
            continue
        found.append((groups[first][0], groups[span][1]))
        first = span + 1
    return found


def _longest_card(
    text: str, groups: list[tuple[int, int]], first: int, *, told: bool
) -> int | None:
    """The last group of the card that begins with the first."""
    digits, best = "", None
    for number in range(first, len(groups)):
        start, end = groups[number]
        digits += "".join(str(int(digit)) for digit in text[start:end])
        if len(digits) > _CARD_LENGTHS[-1]:
            break
        if len(digits) >= _SHORTEST_CARD and (told or (_ISSUED.match(digits) and _luhn(digits))):
            best = number
    return best


def _luhn(digits: str) -> bool:
    """The check of ISO/IEC 7812."""
    total = 0
    for place, digit in enumerate(reversed(digits)):
        value = int(digit) * (2 if place % 2 else 1)
        total += value - 9 if value > 9 else value  # noqa: PLR2004 - the sum of its digits
    return total % 10 == 0
