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
