"""Lists in pages, search, links of campaigns and exports."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, Any

import pyarrow.parquet as pq

from chat_server.rest.exports import _cell
from tests.hub.clients import Clients, client_id
from tests.hub.data import OTHER_INBOX, OTHER_SHOP

if TYPE_CHECKING:
    from tests.hub.running import LocalHub


async def dialogue(clients: Clients, text: str, **auth: Any) -> str:
    """A dialogue with one answer; its id."""
    visitor = await clients.visitor(**auth)
    await visitor.answered(text)
    assert visitor.conversation_id is not None
    return visitor.conversation_id


async def test_pages_of_a_list_neither_repeat_nor_skip(clients: Clients) -> None:
    made = [await dialogue(clients, f"pageable {number}") for number in range(5)]
    for path, key in (("conversations", "id"), ("response-events", "conversation_id")):
        seen: list[str] = []
        cursor = None
        while True:
            params = {"limit": "2"} | ({"cursor": cursor} if cursor else {})
            page = await clients.get(path, params=params)
            seen += [item[key] for item in page["items"]]
            cursor = page["next"]
            if cursor is None:
                break
        assert len(seen) == len(set(seen))
        assert [found for found in seen if found in made] == list(reversed(made))


async def test_full_text_finds_words_and_their_beginnings(clients: Clients) -> None:
    wanted = await dialogue(clients, "My Þingvallavatn blanket has a hole")
    for query in ("þingvallavatn", "Þingvalla", "blanket hole", "HOLE"):
        page = await clients.get("conversations", params={"q": query})
        found = {row["id"]: row for row in page["items"]}
        assert "[" in found[wanted]["snippet"], query
        assert found[wanted]["conversation"].items() <= found[wanted].items()
    nothing = await clients.get("conversations", params={"q": "zzzunsaid"})
    assert nothing["items"] == []


BROWSER = {"User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:132.0) Gecko/20100101 Firefox/132.0"}


async def test_a_link_of_a_campaign_stands_in_its_dialogues_response_event(
    hub: LocalHub, clients: Clients
) -> None:
    marketer = await clients.token("katrin")
    campaign = (await clients.call("POST", "campaigns", marketer, json={"name": "Autumn"})).body
    body = {
        "kind": "qr",
        "name": "Poster",
        "target_url": "https://hraun.example/?x=1#top",
        "campaign_id": campaign["id"],
        "variant": "B",
    }
    element = (await clients.call("POST", "elements", marketer, json=body)).body
    ahead = {**BROWSER, "Sec-Purpose": "prefetch"}
    assert (await clients.call("GET", f"/r/{element['code']}", headers=ahead)).status == 503
    robot = await clients.call("GET", f"/r/{element['code']}", headers={"User-Agent": "curl/8"})
    assert robot.status == 302
    followed = await clients.call("GET", f"/r/{element['code']}", headers=BROWSER)
    assert followed.status == 302
    target = f"https://hraun.example/?x=1&samtal={element['code']}#top"
    assert followed.headers["Location"] == target
    assert followed.headers["Cache-Control"] == "no-store"
    conversation_id = await dialogue(clients, "saw the poster", element=element["code"])
    event = await clients.get(f"response-events/{conversation_id}", "katrin")
    assert event["element"] == element["code"]
    assert event["campaign"] == campaign["id"]
    assert event["variant"] == "B"
    assert event["channel"] == "qr"
    assert (event["visitor_messages"], event["bot_messages"]) == (1, 1)
    counted = await clients.get("elements", "katrin")
    mine = next(item for item in counted["items"] if item["code"] == element["code"])
    assert (mine["opened"], mine["dialogues"]) == (1, 1)
    report = await clients.get(f"elements/{element['code']}", "katrin")
    assert report["robots"] == 1
    assert {step["name"]: step["people"] for step in report["steps"]} == {
        "opened": 1,
        "shown": 1,
        "seen": 1,
        "dialogue": 1,
        "handoff": 0,
        "coupon": 0,
        "order": 0,
    }
    page = await clients.get("reports/campaigns", "katrin", params={"limit": 1})
    mine = page["items"][0]
    assert (mine["id"], mine["opened"], mine["dialogues"]) == (campaign["id"], 1, 1)
    assert (mine["state"], mine["coupons"], mine["costs"]) == ("draft", 0, [])
    after = {"limit": 1, "cursor": page["next"]}
    following = await clients.get("reports/campaigns", "katrin", params=after)
    assert campaign["id"] not in [one["id"] for one in following["items"]]
    taken = await clients.call("POST", "elements", marketer, json={**body, "code": element["code"]})
    assert taken.status == 409
    assert (await clients.call("GET", "/r/unknown-code")).status == 404
    assert (await clients.call("GET", "/r/%00")).status == 404


async def test_a_qr_code_is_drawn_for_print(sqlite_clients: Clients) -> None:
    drawing = await sqlite_clients.call("GET", "/q/spring-flyer.svg")
    assert drawing.headers["Content-Type"].startswith("image/svg+xml")
    text = drawing.raw.decode()
    address = f"{sqlite_clients.hub.url}/r/spring-flyer"
    assert f"<title>{address}</title>" in text
    picture = await sqlite_clients.call("GET", "/q/spring-flyer.png")
    assert picture.raw.startswith(b"\x89PNG")
    wide, high = (int.from_bytes(picture.raw[at : at + 4], "big") for at in (16, 20))
    dots = wide // 20
    # A symbol of 21 dots and more in steps of four, and four of white on each side.
    assert wide == high == dots * 20
    assert (dots - 8 - 21) % 4 == 0
    assert f'width="{dots}mm" height="{dots}mm"' in text
    # 300 dots an inch, said as dots a metre.
    at = picture.raw.index(b"pHYs") + 4
    assert int.from_bytes(picture.raw[at : at + 4], "big") == 11811
    for name in ("none.svg", "spring-flyer.gif", "%00.png"):
        assert (await sqlite_clients.call("GET", f"/q/{name}")).status == 404


async def test_a_link_cannot_be_made_to_lead_to_a_script(sqlite_clients: Clients) -> None:
    marketer = await sqlite_clients.token("katrin")
    for url in ("javascript:alert(1)", "//evil.example", "data:text/html,x", "/\\evil.example"):
        body = {"kind": "link", "name": "x", "target_url": url}
        assert (await sqlite_clients.call("POST", "elements", marketer, json=body)).status == 422


async def test_exports_stream_every_dialogue_and_disarm_formulas(clients: Clients) -> None:
    conversation_id = await dialogue(clients, "=HYPERLINK(0)")
    token = await clients.token("katrin")
    jsonl = await clients.call("GET", "exports/messages.jsonl", token)
    assert jsonl.headers["Content-Type"].startswith("application/x-ndjson")
    rows = [json.loads(line) for line in jsonl.raw.decode().splitlines()]
    mine = [row for row in rows if row["conversation_id"] == conversation_id]
    assert [row["seq"] for row in mine] == [1, 2]
    table = await clients.call("GET", "exports/messages.parquet", token)
    assert table.headers["Content-Type"] == "application/vnd.apache.parquet"
    typed = pq.read_table(io.BytesIO(table.raw))
    assert typed.schema.metadata[b"samtal.export"] == b"messages"
    assert typed["id"].to_pylist()[-len(mine) :] == [row["id"] for row in mine]
    assert json.loads(typed["content"][-2].as_py()) == mine[0]["content"]
    sheet = await clients.call("GET", "exports/messages.csv", token)
    assert sheet.headers["Content-Disposition"].startswith('attachment; filename="samtal-messages')
    cells = [cell for row in csv.reader(io.StringIO(sheet.raw.decode())) for cell in row]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert [_cell(f"{sign}1") for sign in "\uff1d\uff0b\uff0d\uff20"] == [
        f"'{sign}1" for sign in "\uff1d\uff0b\uff0d\uff20"
    ]
    for what in ("dialogues", "events"):
        binary = (await clients.call("GET", f"exports/{what}.parquet", token)).raw
        assert conversation_id in pq.read_table(io.BytesIO(binary))["conversation_id"].to_pylist()
        for kind in ("csv", "jsonl"):
            answer = await clients.call("GET", f"exports/{what}.{kind}", token)
            assert answer.status == 200
            assert conversation_id in answer.raw.decode()
            assert answer.headers["X-Content-Type-Options"] == "nosniff"
            assert answer.headers["Cache-Control"] == "no-store"


async def test_an_export_of_one_inbox_has_no_other(clients: Clients) -> None:
    here = await dialogue(clients, "in Hraun")
    there = await dialogue(clients, "in Fjara", inbox=OTHER_INBOX, origin=OTHER_SHOP)
    token = await clients.token("katrin")
    for what in ("dialogues", "messages"):
        answer = await clients.call("GET", f"exports/{what}.jsonl?inbox={OTHER_INBOX}", token)
        assert there in answer.raw.decode()
        assert here not in answer.raw.decode()


async def test_marketers_see_neither_name_nor_address_of_a_visitor(
    hub: LocalHub, clients: Clients
) -> None:
    identity = clients.identity(
        f"cus-{client_id()}", name="Secret Name", email="secret@mail.example", phone="+3545551234"
    )
    conversation_id = await dialogue(clients, "who am I", identity=identity)
    agents = await clients.get(f"conversations/{conversation_id}", "anna")
    assert agents["contact"]["name"] == "Secret Name"
    token = await clients.token("katrin")
    for path in (
        "conversations",
        f"conversations/{conversation_id}",
        f"conversations/{conversation_id}/messages",
        "response-events",
        "events",
        "exports/dialogues.jsonl",
        "exports/messages.jsonl",
        "exports/events.jsonl",
    ):
        answer = await clients.call("GET", path, token)
        assert answer.status == 200
        for private in ("Secret Name", "secret@mail.example", "+3545551234"):
            assert private not in answer.raw.decode(), path


async def test_experiments_are_reported_in_pages(sqlite_clients: Clients) -> None:
    marketer = await sqlite_clients.token("katrin")
    body = {
        "inbox": "hraun",
        "effect": 0.05,
        "baseline": 0.2,
        "variants": [{"name": n, "weight": 0.5, "greeting": n} for n in ("A", "B")],
    }
    made = []
    for name in ("Paged 1", "Paged 2"):
        answer = await sqlite_clients.call(
            "POST", "experiments", marketer, json={**body, "name": name}
        )
        made.append(answer.body["id"])
    found, cursor = [], None
    for _ in made:
        params = {"q": "paged", "limit": "1", **({"cursor": cursor} if cursor else {})}
        page = await sqlite_clients.get("reports/experiments", "katrin", params=params)
        cursor = page["next"]
        found += page["items"]
    for one, experiment_id in zip(found, reversed(made), strict=True):
        alone = await sqlite_clients.get(f"experiments/{experiment_id}", "katrin")
        # Within a list what has no value is left out.
        known = {key: value for key, value in alone.items() if value is not None}
        assert {**one, "as_of": None} == {**known, "as_of": None}
