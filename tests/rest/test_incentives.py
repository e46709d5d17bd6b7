"""A coupon on its way over REST: promised by a marketer, given by an agent, used by the shop, exported and forgotten."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tests.hub.clients import Answer, Clients

ORDER = {"order_number": "10432", "total_cents": 12_900, "currency": "EUR"}


async def test_a_coupon_goes_from_promise_to_use(  # noqa: PLR0915 - a coupon's life, told in its order
    sqlite_clients: Clients,
) -> None:
    clients = sqlite_clients
    marketer, agent = await clients.token("katrin"), await clients.token("anna")
    admin = await clients.token("einar")
    terms = {"name": "Ten", "kind": "percent", "unit": "percent", "value": 10, "currency": "EUR"}
    wrong = await clients.call("POST", "incentives", marketer, json={**terms, "value": 101})
    assert (wrong.status, wrong.body["fields"]) == (422, {"value": "over_100"})
    made = (await clients.call("POST", "incentives", marketer, json=terms)).body
    visitor = await clients.visitor()
    await visitor.answered("Have you got a discount?")
    path = f"conversations/{visitor.conversation_id}/coupons"
    given = await clients.call("POST", path, agent, json={"incentive_id": made["id"]})
    assert given.status == 201
    coupon = given.body
    assert (coupon["state"], coupon["minted_by"]) == ("valid", "agent")
    found = await clients.get("coupons", "anna", params={"code": coupon["code"].lower()})
    assert [(one["kind"], one["value"], one["active"]) for one in found["items"]] == [
        ("percent", 10, True)
    ]

    async def redeem(code: str, **changes: Any) -> Answer:
        body = {**ORDER, **changes}
        return await clients.call("POST", f"coupons/{code}/redeem", admin, json=body)

    unknown = await redeem("NOTHING")
    assert (unknown.status, unknown.body["code"]) == (404, "not_found")
    assert unknown.body["fields"] == {"coupon": "unknown"}
    assert (await redeem("%00")).body["fields"] == {"coupon": "unknown"}
    assert (await redeem(coupon["code"], total_cents=-1)).status == 422
    used = await redeem(coupon["code"])
    assert (used.status, used.body["discount_cents"]) == (200, 1_290)
    assert (await redeem(coupon["code"])).body == used.body
    second = await redeem(coupon["code"], order_number="10433")
    assert (second.status, second.body["code"]) == (409, "conflict")
    assert second.body["fields"] == {"coupon": "used"}
    report = await clients.get("reports/incentives", "katrin")
    mine = next(one for one in report["incentives"] if one["incentive"]["id"] == made["id"])
    assert (mine["given"], mine["used"], mine["used_dialogues"]) == (1, 1, 1)
    behind = await clients.get(
        "conversations", "katrin", params={"incentive": made["id"], "outcome": "redeemed"}
    )
    assert [one["conversation"]["id"] for one in behind["items"]] == [visitor.conversation_id]

    wrong = await clients.call("GET", "conversations", marketer, params={"credit": "first.0.x"})
    assert (wrong.status, wrong.body["fields"]) == (422, {"credit": "unknown"})
    none = {"credit": "last.30.nothing", "from": "2026-01-01", "to": "2026-02-01"}
    assert (await clients.get("conversations", "katrin", params=none))["items"] == []
    assert (await clients.get("response-events", "katrin", params=none))["items"] == []

    contact = (await clients.get(f"conversations/{visitor.conversation_id}"))["contact"]["id"]
    gift = {"change": 40, "reason": "Welcome", "client_id": "a-gift"}
    for _ in range(2):
        points = await clients.call("POST", f"contacts/{contact}/points", agent, json=gift)
        assert points.body["balance"] == 40
    taken = {**gift, "change": -41, "client_id": "too-many"}
    refused = await clients.call("POST", f"contacts/{contact}/points", agent, json=taken)
    assert (refused.status, refused.body["fields"]) == (409, {"change": "not_covered"})
    export = await clients.get(f"contacts/{contact}/export")
    assert [one["code"] for one in export["coupons"]] == [coupon["code"]]
    assert export["points"]["balance"] == 40
    assert (await clients.call("DELETE", f"contacts/{contact}", admin)).status == 200
    assert (await redeem(coupon["code"])).body["fields"] == {"coupon": "unknown"}


async def test_a_code_for_everybody_is_published_used_and_ended(sqlite_clients: Clients) -> None:
    clients = sqlite_clients
    marketer, admin = await clients.token("katrin"), await clients.token("einar")
    terms = {"name": "Poster", "kind": "percent", "unit": "percent", "value": 10, "currency": "EUR"}
    made = (await clients.call("POST", "incentives", marketer, json=terms)).body
    path = f"incentives/{made['id']}/published-codes"
    wrong = await clients.call("POST", path, marketer, json={"code": "a b"})
    assert (wrong.status, wrong.body["fields"]) == (422, {"code": "bad_value"})
    published = await clients.call("POST", path, marketer, json={"code": "poster10", "most": 9})
    assert (published.status, published.body["code"]) == (201, "POSTER10")
    taken = await clients.call("POST", path, marketer, json={"code": "POSTER10"})
    assert (taken.status, taken.body["fields"]) == (409, {"code": "taken"})
    visitor = await clients.visitor()
    await visitor.answered("I saw your poster.")

    async def redeem(number: str, **more: Any) -> Answer:
        body = {**ORDER, "order_number": number, **more}
        return await clients.call("POST", "coupons/poster10/redeem", admin, json=body)

    nobody = await redeem("1")
    assert (nobody.status, nobody.body["fields"]) == (422, {"coupon": "needs_customer"})
    used = await redeem("1", conversation_id=visitor.conversation_id)
    assert (used.body["discount_cents"], used.body["coupon"]["code"]) == (1_290, "POSTER10")
    assert used.body["coupon"]["conversation_id"] == visitor.conversation_id
    again = await redeem("2", conversation_id=visitor.conversation_id)
    assert (again.status, again.body["fields"]) == (409, {"coupon": "used"})
    report = await clients.get("reports/incentives", "katrin")
    mine = next(one for one in report["incentives"] if one["incentive"]["id"] == made["id"])
    assert [(one["uses"], one["most"], one["active"]) for one in mine["published"]] == [
        (1, 9, True)
    ]

    async def told() -> list[bool]:
        found = await clients.get("coupons", "anna", params={"code": "Poster10"})
        return [one["active"] for one in found["items"]]

    assert await told() == [True]
    ended = await clients.call("PATCH", f"{path}/poster10", marketer, json={"closed": True})
    assert (ended.status, ended.body["active"]) == (200, False)
    assert await told() == [False]
    assert (await redeem("3", customer="x")).body["fields"] == {"coupon": "expired"}
