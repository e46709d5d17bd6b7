"""One customer's data is planted wherever the hub keeps words; a marketer asks every route there is, and is given none of it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote_plus

import pyarrow.parquet as pq

from tests.hub.clients import client_id
from tests.rest.test_roles import ROWS
from tests.services.test_files import picture

if TYPE_CHECKING:
    from tests.hub.clients import Answer, Clients, Json

NAME = "Quirinia Vexelmark"
MAIL = "quirinia.vexelmark@privatpost.example"
PHONE = "+3546987712"
PAGE = {
    "url": f"https://shop.test/orders/quirinia-vexelmark?email={MAIL}&phone={PHONE}&order=55907",
    "title": f"Orders of {NAME}",
    "referrer": f"https://mail.test/inbox?user={MAIL}",
}
SAID = (
    f"hi, {NAME} here, {MAIL}, call me on +354 698 7712 about order 55907",
    "send it to Skipholt 12, 105 Reykjavík, my husband Brynhildon is at home, kennitala 120385-2389",
    "my card is 4929 1234 5678 9012, photos at https://bilder.example/u/88412/p.jpg, insta @vexel_q",
    "the zip of the rain jacket is torn",
)
# In small letters, as they stand in any answer.
MARKS = (
    "quirinia",
    "vexelmark",
    "privatpost",
    "6987712",
    "698 7712",
    "55907",
    "skipholt",
    "brynhildon",
    "120385",
    "4929 1234",
    "88412",
    "vexel_q",
    "90417",
)
READER = "katrin"
ROLE = 3


@dataclass(frozen=True)
class Planted:
    """Ids of what was made, for the paths that name them."""

    ids: dict[str, str]
    conversation: str


async def test_nothing_planted_comes_out_on_any_way_of_a_marketer(
    sqlite_clients: Clients,
) -> None:
    clients = sqlite_clients
    planted = await _plant(clients)
    agents = await clients.get(f"conversations/{planted.conversation}/messages", "anna")
    assert all(one in repr(agents).lower() for one in ("quirinia", "skipholt", "120385"))
    token = await clients.token(READER)
    told = []
    for path in _ways(planted):
        answer = await clients.call("GET", path, token)
        assert answer.status in {200, 404, 409}, (path, answer)
        _has_none(path, answer)
        if answer.status == 200 and b"the zip of the rain jacket is torn" in answer.raw:
            told.append(path)
    for part in ("/messages", "desk/samples/", "messages.csv", "messages.jsonl"):
        assert [one for one in told if part in one], part
    for mark in (*MARKS, NAME, "Vexel"):
        found = await clients.get("conversations", READER, params={"q": mark})
        assert planted.conversation not in repr(found), mark
    found = await clients.get("conversations", READER, params={"q": "zip torn"})
    assert planted.conversation in repr(found)
    assert not [one for one in MARKS if one in repr(found).lower()]


def _has_none(path: str, answer: Answer) -> None:
    said = answer.raw
    if path.endswith(".parquet"):
        table = pq.read_table(io.BytesIO(said))
        said = repr(table.to_pylist()).encode() + repr(table.schema.metadata).encode()
    plain = said.decode("utf-8", "replace")
    both = f"{plain} {unquote_plus(plain)} {unquote_plus(repr(answer.headers))}".lower()
    assert [one for one in MARKS if one in both] == [], path


def _ways(planted: Planted) -> list[str]:
    """Every GET that marketers may, with what was made in the place of ids, and every export."""
    ways = []
    for (method, path), letters in ROWS.items():
        if method != "GET" or letters[ROLE] != "y" or path.startswith(("/visitor/", "/exports/")):
            continue
        filled = path.removeprefix("/")
        for part, made in planted.ids.items():
            filled = filled.replace(part, made)
        ways.append(filled.replace("{id}", "made-up").replace("{code}", "made-up"))
    kinds = ("csv", "jsonl", "parquet")
    exports = [f"exports/{what}.{kind}" for what in ("dialogues", "messages", "events") for kind in kinds]  # fmt: skip
    searched = ["exports/messages.csv?q=zip", "response-events?q=torn", "conversations?q=rain"]
    today = datetime.now(UTC).date()
    period = f"from={today - timedelta(days=30)}&to={today + timedelta(days=2)}"
    periods = [f"{one}?{period}" for one in ways if one.startswith("reports/")]
    return [*ways, *exports, *searched, *periods]


async def _plant(clients: Clients) -> Planted:
    """A customer who writes everything, an agent who does too, an order, a coupon and a link."""
    identity = clients.identity(f"cus-{client_id()}", name=NAME, email=MAIL, phone=PHONE)
    marketer, agent, admin = [await clients.token(one) for one in (READER, "anna", "einar")]
    link = {"kind": "link", "name": "Autumn", "target_url": "https://shop.test/jackets"}
    element = (await clients.call("POST", "elements", marketer, json=link)).body
    visitor = await clients.visitor(page=PAGE, identity=identity, element=element["code"])
    for said in SAID[:-1]:
        await visitor.say(said)
    await visitor.answered(SAID[-1])
    conversation_id = str(visitor.conversation_id)
    await _file(clients, await visitor.welcome(), conversation_id)
    contact_id = await _of_an_agent(clients, visitor, conversation_id)
    notes = {"client_id": client_id(), "text": f"{NAME} rang from 698 7712"}
    for path, body in (
        (f"contacts/{contact_id}/call-notes", notes),
        (f"contacts/{contact_id}/points", {"change": 5, "reason": f"Sorry, {NAME}", "client_id": client_id()}),
        (f"contacts/{contact_id}/facts", {"key": "name", "value": NAME}),
    ):  # fmt: skip
        assert (await clients.call("POST", path, agent, json=body)).status < 300, path
    head = "number,customer,email,placed_at,currency,total,status,items"
    rows = f"{head}\n55907,{client_id()},{MAIL},2026-11-01,EUR,129.00,shipped,\n"
    imported = await clients.call("POST", "imports/orders", admin, json={"csv": rows})
    assert imported.status < 300, imported
    incentive, coupon = await _coupon(clients, conversation_id, marketer, agent, admin)
    refused = {"email": MAIL, "reason": "asked on the phone"}
    assert (await clients.call("POST", "do-not-contact", marketer, json=refused)).status < 300
    sample = await _sample(clients, conversation_id, marketer)
    made = {
        "desk/samples/{id}": f"desk/samples/{sample}",
        "coupons": f"coupons?code={coupon}",
        "{conversation}": conversation_id,
        "contacts/{id}": f"contacts/{contact_id}",
        "conversations/{id}": f"conversations/{conversation_id}",
        "response-events/{id}": f"response-events/{conversation_id}",
        "elements/{code}": f"elements/{element['code']}",
        "incentives/{id}": f"incentives/{incentive}",
    }
    return Planted(made, conversation_id)


async def _file(clients: Clients, welcome: Json, conversation_id: str) -> None:
    token = welcome["token"]
    query = {"client_id": client_id(), "name": f"{NAME} passport.png", "conversation_id": conversation_id}  # fmt: skip
    sent = await clients.call("POST", "visitor/files", token, data=BytesIO(picture()), params=query)
    assert sent.status == 200, sent


async def _of_an_agent(clients: Clients, visitor: Any, conversation_id: str) -> str:
    """Answers, notes, tags, a card, and what is said when it ends; the contact's id."""
    anna = await clients.agent("anna")
    await visitor.do("request_agent", conversation_id=conversation_id)
    taken = await anna.accept(conversation_id)
    await anna.reply(taken, f"Dear {NAME}, we mail {MAIL} and ring 698 7712 about 55907.")
    card = {
        "type": "card",
        "text": f"For {NAME}",
        "cards": [
            {
                "title": f"Parcel of {NAME}",
                "subtitle": "to Skipholt 12",
                "url": f"https://shop.test/track?email={MAIL}",
                "actions": [{"label": "Quirinia's parcel", "url": f"https://shop.test/p?u={MAIL}"}],
            }
        ],
    }
    await anna.do(
        "send_message",
        client_id=client_id(),
        conversation_id=conversation_id,
        epoch=taken["owner"]["epoch"],
        content=card,
    )
    note = {"type": "text", "text": f"{NAME} has order 55907 and card 4929 1234 5678 9012"}
    await anna.do("add_note", client_id=client_id(), conversation_id=conversation_id, content=note)
    await anna.do("tag", conversation_id=conversation_id, tags=["vexelmark", "Quirinia 55907"])
    await anna.do("resolve", conversation_id=conversation_id)
    await visitor.updated(lambda one: one["status"] == "resolved")
    await visitor.do(
        "rate_conversation",
        conversation_id=conversation_id,
        score=1,
        comment=f"{NAME} is unhappy, ring 698 7712",
    )
    contact: str = taken["contact"]["id"]
    return contact


async def _coupon(
    clients: Clients, conversation_id: str, marketer: str, agent: str, admin: str
) -> tuple[str, str]:
    terms = {"name": "Ten", "kind": "percent", "unit": "percent", "value": 10, "currency": "EUR"}
    made = (await clients.call("POST", "incentives", marketer, json=terms)).body
    path = f"conversations/{conversation_id}/coupons"
    given = await clients.call("POST", path, agent, json={"incentive_id": made["id"]})
    assert given.status == 201, given
    order = {"order_number": "90417", "total_cents": 12_900, "currency": "EUR"}
    used = await clients.call("POST", f"coupons/{given.body['code']}/redeem", admin, json=order)
    assert used.status == 200, used
    return str(made["id"]), str(given.body["code"])


async def _sample(clients: Clients, conversation_id: str, marketer: str) -> str:
    """With the dialogue in it, to be coded."""
    coders = [one["id"] for one in (await clients.get("desk/coders", READER))["items"]]
    now = datetime.now(UTC)
    body = {
        "name": "all",
        "from": (now - timedelta(days=1)).isoformat(),
        "to": (now + timedelta(minutes=1)).isoformat(),
        "size": 200,
        "codes": [{"name": one, "definition": one} for one in ("praise", "blame")],
        "coders": coders[:2],
    }
    made = await clients.call("POST", "desk/samples", marketer, json=body)
    assert made.status < 300, made
    assert conversation_id in repr(made.body)
    return str((made.body.get("sample") or made.body)["id"])
