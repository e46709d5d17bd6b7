"""Hraun's customers: six known ones with fixed names and ids, the others drawn from name tables."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from chat_server.domain.shop import Customer

if TYPE_CHECKING:
    from random import Random

COUNT = 200

# Known by name in docs/demo.md and on the shop's sign-in page; the first ids are theirs.
KNOWN = (
    Customer(
        "cus-001", "Emma Wilson", "emma.wilson@example.com", "en", "+44 20 7946 0101", "London"
    ),
    Customer(
        "cus-002",
        "Guðrún Helgadóttir",
        "gudrun.helgadottir@example.org",
        "is",
        "+354 555 0102",
        "Akureyri",
    ),
    Customer(
        "cus-003",
        "Дмитрий Соколов",
        "dmitry.sokolov@example.com",
        "ru",
        "+7 495 555 0103",
        "Москва",
    ),
    Customer("cus-004", "林怡君", "yichun.lin@example.net", "zh-TW", "+886 2 5550 0104", "臺北市"),
    Customer(
        "cus-005", "สมหญิง ใจดี", "somying.jaidee@example.com", "th", "+66 2 555 0105", "กรุงเทพฯ"
    ),
    Customer(
        "cus-006", "James O’Connor", "james.oconnor@example.org", "en", "+353 1 555 0106", "Dublin"
    ),
)


class _Country(NamedTuple):
    """Names as written and as in an e-mail address: `written=latin`, or one word when they are the same."""

    locale: str
    weight: int
    prefix: str
    cities: str
    given: str
    family: str


_COUNTRIES = (
    _Country(
        "en",
        70,
        "+44 20 7946",
        "London,Leeds,Edinburgh,Bristol,Boston,Portland,Toronto,Dublin",
        "Oliver,Amelia,Jack,Sophie,Harry,Grace,George,Ella,Daniel,Lucy,Thomas,Hannah,Samuel,Ruth,Nathan,Claire,Priya,Omar",
        "Taylor,Hughes,Baker,Murphy,Campbell,Reid,Walker,Bennett,Foster,Patel,Khan,Morgan,Price,Ward,Stone,Fletcher",
    ),
    _Country(
        "is",
        28,
        "+354 555",
        "Reykjavík,Akureyri,Selfoss,Ísafjörður",
        "Sigríður=sigridur,Kristín=kristin,Helga,Ásta=asta,Hildur,Lilja,Steinunn,Ragnheiður=ragnheidur",
        "Sigurðardóttir=sigurdardottir,Einarsdóttir=einarsdottir,Magnúsdóttir=magnusdottir,Arnardóttir=arnardottir,"
        "Blöndal=blondal",
    ),
    _Country(
        "is",
        27,
        "+354 555",
        "Reykjavík,Egilsstaðir,Keflavík,Akureyri",
        "Jón=jon,Ólafur=olafur,Gunnar,Þór=thor,Birkir,Magnús=magnus,Arnar,Sindri",
        "Jónsson=jonsson,Gunnarsson,Þorsteinsson=thorsteinsson,Kristjánsson=kristjansson,Hafstein",
    ),
    _Country(
        "ru",
        28,
        "+7 495 555",
        "Москва,Санкт-Петербург,Казань,Рига,Алматы",
        "Алексей=alexey,Иван=ivan,Сергей=sergey,Михаил=mikhail,Павел=pavel,Никита=nikita,Андрей=andrey,Роман=roman",
        "Иванов=ivanov,Кузнецов=kuznetsov,Попов=popov,Волков=volkov,Морозов=morozov,Лебедев=lebedev,Орлов=orlov",
    ),
    _Country(
        "zh-TW",
        26,
        "+886 2 5550",
        "臺北市,臺中市,高雄市,臺南市,新竹市",
        "淑芬=shufen,志明=chihming,雅婷=yating,家豪=chiahao,美玲=meiling,俊傑=chunchieh,佳穎=chiaying,宗翰=tsunghan",
        "陳=chen,黃=huang,張=chang,李=lee,王=wang,吳=wu,劉=liu,蔡=tsai",
    ),
    _Country(
        "th",
        21,
        "+66 2 555",
        "กรุงเทพฯ,เชียงใหม่,ขอนแก่น,ภูเก็ต",
        "สมชาย=somchai,กมล=kamon,นภา=napa,ธนา=thana,อรุณ=arun,มาลี=malee,วิชัย=wichai,ปิยะ=piya",
        "สุขใจ=sukjai,ทองดี=thongdee,ศรีสุข=srisuk,แก้วมณี=kaewmanee,บุญมา=boonma,วงศ์ไทย=wongthai",
    ),
)
_DOMAINS = ("example.com", "example.org", "example.net")


def customers(random: Random) -> list[Customer]:
    """The known ones, then drawn ones up to `COUNT`; no two share a name or an e-mail address."""
    # Copies: the store keeps what it is given, and these are everyone's.
    found = [replace(customer) for customer in KNOWN]
    taken = {customer.email for customer in found} | {customer.name for customer in found}
    while len(found) < COUNT:
        customer = _draw(len(found) + 1, random)
        if not {customer.email, customer.name} & taken:
            taken |= {customer.email, customer.name}
            found.append(customer)
    return found


def _draw(number: int, random: Random) -> Customer:
    country = random.choices(_COUNTRIES, [each.weight for each in _COUNTRIES])[0]
    given, given_latin = _pick(country.given, random)
    family, family_latin = _pick(country.family, random)
    return Customer(
        id=f"cus-{number:03}",
        name=f"{family}{given}" if country.locale == "zh-TW" else f"{given} {family}",
        email=f"{given_latin}.{family_latin}@{random.choice(_DOMAINS)}",
        locale=country.locale,
        phone=f"{country.prefix} {number:04}" if random.random() < 0.7 else None,  # noqa: PLR2004 - most, not all
        city=random.choice(country.cities.split(",")),
    )


def _pick(names: str, random: Random) -> tuple[str, str]:
    written, _, latin = random.choice(names.split(",")).partition("=")
    return written, latin or written.lower()
