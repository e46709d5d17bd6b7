"""E-mail addresses, links and names of accounts, however they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator

from chat_server.domain.masking import Kind, Span

from .english import is_plain
from .word_lists import is_word

_SHORTEST = 3
# Letters of addresses: Thai and Chinese stand right beside them.
_L = "a-z0-9_а-яß-öø-ÿ"
_A, _O = "a-zа-яß-öø-ÿ", "a-z0-9а-яß-öø-ÿ"
_EMAIL = re.compile(
    rf"(?<![{_L}@])(?:mailto:)?[{_L}][{_L}.+%'-]{{0,63}}(?:@| @ )[{_L}-]{{1,63}}(?:(?:\.| \. )[{_L}-]{{2,24}}){{1,4}}(?![@])"
)
# As in "anna at example dot com", in each language.
_AT = r"(?: ?[(\[{] ?(?:at|a|@|собака|hjá) ?[)\]}] ?| at | собака | hjá | 小老鼠 ?| ?小老鼠 ?| ?แอท ?| ?แอด ?)"
_DOT = r"(?: ?[(\[{] ?(?:dot|точка|punktur|点|點|ดอท) ?[)\]}] ?| dot | точка | punktur | ?點 ?| ?ดอท ?| ?จุด ?|\.)"
_DOMAINS = (
    r"(?:com|net|org|info|io|edu|gov|is|ru|рф|ру|ком|th|tw|co|me|de|uk|no|se|dk|fi|eu|คอม|ไทย)"
)
_SAID = r"(?:dot|underscore|dash|hyphen|plus|точка|подчеркивание|тире|дефис|punktur|undirstrik|bandstrik|จุด|ขีดล่าง|ขีด|點|底線)"
_SPELLED = re.compile(
    rf"(?<![{_L}@])(?:[{_L}.+-]{{2,64}}(?:{_DOT}[{_L}-]{{1,30}})?|[{_L}+-]{{1,40}}(?: ?{_SAID} ?[{_L}-]{{1,30}}){{1,3}}){_AT}(?:the )?[ก-๎{_L}-]{{2,40}}?(?:{_DOT}[{_L}-]{{2,24}})?{_DOT}{_DOMAINS}(?![{_L}-])"
)
_BRACKETED = re.compile(
    rf"(?<![{_L}@])[{_L}.+-]{{2,64}} ?[(\[{{] ?(?:at|a|@|собака|hjá|แอท|小老鼠) ?[)\]}}] ?[{_L}-]{{2,40}}(?:(?:\.| ?[(\[{{] ?(?:dot|точка|punktur|點) ?[)\]}}] ?)[{_L}]{{2,12}}){{1,3}}"
)
_LINK = re.compile(
    r"(?:https?://|www\.)[^\s<>\"'’«»“”「」()]+"
    r"|(?<![a-z0-9_@.-])(?:[a-z0-9-]{1,40}\.){1,3}(?:com|net|org|info|io|is|ru|th|tw|me|ly|be|gl|app|dev|shop|store|page|link)/[^\s<>\"'’«»“”()]*"
    r"|(?<![a-z0-9_@.-])(?:[a-z0-9-]{2,40}\.){1,3}[a-z]{2,10}/[^\s<>\"'’«»“”()]*[\d/?=&_-][^\s<>\"'’«»“”()]*"
    r"|(?<![a-z0-9_@.-])(?:t|wa|fb|vk|m|line|lin)\.(?:me|com|ee)\b[^\s<>\"'’«»“”()]*"
)
_PLAIN_PATH = re.compile(r"(?:https?://)?[a-z0-9.-]+(?:/[a-z-]{1,40}){0,6}/?")
_PERSONAL_HOST = re.compile(
    r"(?:^|\.)(?:t\.me|wa\.me|line\.me|lin\.ee|m\.me|fb\.com|vk\.com|ok\.ru|facebook\.com|instagram\.com|linkedin\.com|tiktok\.com|twitter\.com|x\.com"
    r"|youtube\.com|github\.com|threads\.net|telegram\.me|discord\.gg|pinterest\.com|snapchat\.com|dropbox\.com|drive\.google\.com|photos\.app\.goo\.gl|maps\.app\.goo\.gl)"
)
_HANDLE = re.compile(rf"(?<![{_L}@.])@ ?[{_L}][{_L}.-]{{1,38}}[{_L}]")
_SERVICES = (
    r"instagram|insta|(?<![a-z])ig(?![a-z])|telegram|(?<![a-z])tg(?![a-z])|whats ?app|wechat|(?<![a-z])line(?![a-z])|facebook|(?<![a-z])fb(?![a-z])|twitter|snapchat|(?<![a-z])snap(?![a-z])|tiktok|discord|skype|viber|threads|(?<![a-z])vk(?![a-z])|linkedin|messenger|signal|username|user ?name|nickname|login|handle"
    r"|инстаграм\w*|инста\w{0,2}|\bинст\w{0,2}|телеграм\w*|телег[аеуи]|\bтг\b|ватсап\w*|вотсап\w*|вконтакте|\bвк\b|вайбер\w*|скайп\w*|\bник\b|\bлогин\w*|никнейм\w*|дискорд\w*"
    r"|instagramm\w*|snappið|not[ae]ndanafn\w*|facebook\w*|messenger\w*"
    r"|ไลน์|ไอจี|อินสตา(?:แกรม)?|เฟส(?:บุ๊ค|บุ๊ก)?|เทเลแกรม|ทวิต(?:เตอร์)?|ชื่อผู้ใช้|ล็อกอิน|ยูสเซอร์(?:เนม)?"
    r"|微信|臉書|推特|帳號|賴|即時通"
)
_IS = r"(?: ?(?:id|ไอดี|handle|name|nick|profile|account|аккаунт\w*|ник|nafnið?|mitt|mín|minn|帳號|ชื่อ))?(?: ?(?:(?:is|er|это|under|as|я|ég|i am|i'm|me|my name|called|heiti)(?![a-zа-я])|คือ|ชื่อ|是|為|叫|:|：|=|-|,|@)){0,3} ?"
_ACCOUNT = re.compile(
    rf"(?:{_SERVICES}){_IS}(?P<v>(?:live:)?@?[a-z0-9][a-z0-9_.-]{{2,38}}[a-z0-9_])(?![a-z0-9_@])"
)
# Beside other scripts letters and digits in one word are nothing else.
_MIXED = re.compile(r"(?<![a-z0-9_.@/-])[a-z]{3,}[_.-]?\d{3,}(?![a-z0-9_.@/-])")
_OTHER_SCRIPT = re.compile("[а-яก-๎一-鿿]")
# An account has what words have not: digits, dots, low lines; or it is introduced as one.
_ODD = re.compile(r"[\d_]|[a-z]\.[a-z]|@")
_INTRODUCED = re.compile(r"(?:\b(?:is|er|это|ник)|id|[:：=@]|คือ|ไอดี|是|帳號|ชื่อ|叫) ?@?$")
# The host alone by its name, or left out: "j.moss at gmail", "j.moss@".
_HOSTED = re.compile(
    rf"(?<![{_L}@.])(?P<v>[{_L}][{_L}.+-]{{1,40}}) ?(?:@| at | hjá | á | на | в | собака | แอท |แอท|แอด|ที่ |的| en )? ?(?:the )?(?P<h>g-?mail|google ?mail|outlook|hotmail|yahoo|icloud|proton ?mail|proton|live\.com|aol|мейл\w*|мэйл\w*|майл\w*|яндекс\w*|рамблер\w*|gmail|жмейл\w*|гугл\w* почт\w*|จีเมล์?|ฮอตเมล์?|ยาฮู|雅虎)(?![{_L}])"
)
_CUT = re.compile(rf"(?<![{_L}@.])[{_L}][{_L}.+-]{{1,40}}@(?![{_L}])")
_MAILED = re.compile(r"mail|\bпочт|\bмейл|\bимейл|netfang|póstfang|tölvupóst|เมล|信箱|電郵|郵件|@")
_DOTTED = re.compile(rf"(?<![{_L}@./])[a-z0-9]+(?:[._][a-z0-9]+)+(?![{_L}@/])(?!\.[a-z])")
# A low line joins words in no sentence.
_LOW_LINE = re.compile(
    rf"(?<![{_L}.@/#-])(?=[{_O}.]*_)(?=[{_L}.]*[{_A}])[{_O}][{_L}.]{{2,38}}[{_L}](?![{_L}@/-])"
)
# Where a service is named, what no sentence has is somebody's there.
_ODD_ONE = re.compile(
    r"(?<![a-z0-9_.@/#-])(?=[a-z0-9_]*[a-z])(?:[a-z][a-z0-9_]*\d[a-z0-9_]*|[a-z0-9_]{2,}(?:\.[a-z0-9_]{2,})+)(?![a-z0-9_@/-])"
)
_SERVICE = re.compile(_SERVICES)
# One word that no list has, right behind a service or before "on" it.
_BESIDE = re.compile(
    rf"(?:{_SERVICES})(?:[ :,]| id| me| my| mitt| minn| mín| er| is| as| under| ผม| หนู| มา| ได้ที่| คือ|ผม|หนู|มา|คือ|我|加我|是|：){{0,4}}[ :]?@?(?P<v>[a-z][a-z0-9_.-]{{2,38}}[a-z0-9_])(?![a-z0-9_@])"
)
_BEHIND = re.compile(
    rf"(?<![a-z0-9_.@-])(?P<v>[a-z0-9_][a-z0-9_.-]{{2,38}}[a-z0-9_]) (?:on|in|via|á|на|в|ใน|в) (?:{_SERVICES})"
)
_NO_ACCOUNT = re.compile(
    r"(?:iphone|ipad|galaxy|android|ios|windows|size|v|s|a|p|mp|usb|gtx|rtx|ps|kl|nr|no|x?[sml])\d+|(?:[a-z0-9_-]+\.)+(?:com|net|org|is|ru|th|tw|io|co|uk)(?:\.[a-z]{2})?|[a-z]\.[a-z]"
)
_WORDS = frozenset(
    "the this that not now and but for you are can was has use using off out all it's yes yet fine best only better good please message post link page story ad ads one app bot".split()  # noqa: SIM905 - a list would be one word a line
)


def found(low: str, own_hosts: frozenset[str]) -> Iterator[Span]:
    """In folded text; a link to a page of `own_hosts` that names nobody is left."""
    if "@" in low:
        for match in _EMAIL.finditer(low):
            yield Span(match.start(), match.end(), Kind.EMAIL)
        for match in _HANDLE.finditer(low):
            yield Span(match.start(), match.end(), Kind.ACCOUNT)
    for match in (*_SPELLED.finditer(low), *_BRACKETED.finditer(low)):
        if "@" not in match[0]:
            yield Span(match.start(), match.end(), Kind.EMAIL)
    yield from _cut(low)
    yield from _links(low, own_hosts)
    yield from _accounts(low)


def _cut(low: str) -> Iterator[Span]:
    """Addresses of which only the beginning is written as one."""
    if _MAILED.search(low) is None and _HOSTED.search(low) is None:
        return
    for match in _CUT.finditer(low):
        yield Span(match.start(), match.end(), Kind.EMAIL)
    for match in _HOSTED.finditer(low):
        if _ODD.search(match["v"]) or not _is_known(match["v"].strip(".-")):
            yield Span(match.start(), match.end(), Kind.EMAIL)
    for match in _DOTTED.finditer(low):
        said = match[0]
        if (
            not _NO_ACCOUNT.fullmatch(said)
            and any(map(str.isalpha, said))
            and not _is_abbreviated(said)
        ):
            yield Span(match.start(), match.end(), Kind.EMAIL)


def _is_known(said: str) -> bool:
    return is_plain(said) or is_word(said, "is") or len(said) < _SHORTEST


def _is_abbreviated(said: str) -> bool:
    """As in "e.g", "t.d", "9.30am"; or two sentences without a space."""
    parts = re.split(r"[._]", said)
    return (
        all(len(one) == 1 for one in parts)
        or parts[0].isdigit()
        or ("_" not in said and all(len(one) > _SHORTEST and is_plain(one) for one in parts))
    )


def _accounts(low: str) -> Iterator[Span]:
    if _OTHER_SCRIPT.search(low):
        for match in _MIXED.finditer(low):
            yield Span(match.start(), match.end(), Kind.ACCOUNT)
    if "_" in low:
        for match in _LOW_LINE.finditer(low):
            yield Span(match.start(), match.end(), Kind.ACCOUNT)
    if _SERVICE.search(low) is None:
        return
    for match in _ODD_ONE.finditer(low):
        if not _NO_ACCOUNT.fullmatch(match[0]):
            yield Span(match.start(), match.end(), Kind.ACCOUNT)
    yield from _beside(low)
    for match in _ACCOUNT.finditer(low):
        said = match["v"]
        if said in _WORDS or not (
            _ODD.search(said) or _INTRODUCED.search(low[match.start() : match.start("v")])
        ):
            continue
        yield Span(match.start("v"), match.end("v"), Kind.ACCOUNT)


def _beside(low: str) -> Iterator[Span]:
    """What is no word, right behind a service or before it."""
    other = _OTHER_SCRIPT.search(low) is not None
    for pattern in (_BESIDE, _BEHIND):
        for match in pattern.finditer(low):
            said = match["v"]
            strange = (other and pattern is _BESIDE) or not _is_known(said)
            if strange and said not in _WORDS and not _SERVICE.fullmatch(said):
                yield Span(match.start("v"), match.end("v"), Kind.ACCOUNT)


def _links(low: str, own_hosts: frozenset[str]) -> Iterator[Span]:
    for match in _LINK.finditer(low):
        link = match[0].rstrip(".,;:!?)")
        if not _is_harmless(link, own_hosts):
            yield Span(match.start(), match.start() + len(link), Kind.LINK)


def _is_harmless(link: str, own_hosts: frozenset[str]) -> bool:
    host = re.sub(r"^https?://", "", link).split("/")[0].split("?")[0]
    if _PERSONAL_HOST.search(host) or not _PLAIN_PATH.fullmatch(link):
        return False
    return host.removeprefix("www.") in own_hosts
