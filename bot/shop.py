"""The shop's data, asked of the hub over HTTP."""

from __future__ import annotations

from typing import Any

import aiohttp

Record = dict[str, Any]

# A visitor is waiting, and the turn ends before the hub's patience does: better a human than nobody.
TIMEOUT = aiohttp.ClientTimeout(total=1.2, connect=0.5)


class ShopUnavailable(Exception):
    """The hub did not answer, or not with data."""


class ReturnRefused(Exception):
    """The shop's rules do not allow this return; ``code`` and ``detail`` are the hub's."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail


class CouponRefused(Exception):
    """There is no coupon to be had; ``why`` is the hub's word."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class Shop:
    """Read orders, products and coupons, and ask for returns and coupons."""

    def __init__(self, hub_url: str, token: str) -> None:
        self._base = hub_url.rstrip("/") + "/api/v1/"
        self._headers = {"Authorization": f"Bearer {token}"}
        self._session: aiohttp.ClientSession | None = None

    async def close(self) -> None:
        """Give the connections back."""
        if self._session is not None:
            await self._session.close()
            self._session = None

    async def find_order(
        self, number: str, *, email: str | None = None, contact_id: str | None = None
    ) -> Record | None:
        """The order, if it is this person's: by their e-mail or their signed identity."""
        params = {"number": number} | _who(email, contact_id)
        items = await self._items("orders", params)
        return next((order for order in items if str(order.get("number")) == number), None)

    async def orders_of(self, contact_id: str) -> list[Record]:
        """An identified contact's orders."""
        return await self._items("orders", {"contact_id": contact_id})

    async def request_return(
        self, number: str, reason: str, *, email: str | None = None, contact_id: str | None = None
    ) -> Record:
        """Ask for a return; raises :class:`ReturnRefused` when the shop's rules say no."""
        status, body = await self._call(
            "POST", f"orders/{number}/returns", json={"reason": reason} | _who(email, contact_id)
        )
        if status in (404, 409):
            raise ReturnRefused(status, str(body.get("code", "")), str(body.get("detail", "")))
        if status not in (200, 201):
            raise ShopUnavailable(f"return answered {status}")
        return body

    async def find_products(self, **wanted: str | int | None) -> list[Record]:
        """Products by ``q``, ``category``, ``colour``, ``size`` and ``limit``; what is ``None`` is not asked for."""
        return await self._items(
            "products", {key: str(value) for key, value in wanted.items() if value is not None}
        )

    async def find_coupon(self, code: str) -> Record | None:
        """A coupon by its code."""
        items = await self._items("coupons", {"code": code})
        return next(
            (coupon for coupon in items if str(coupon.get("code", "")).upper() == code.upper()),
            None,
        )

    async def give_coupon(self, conversation_id: str) -> Record:
        """The coupon of who is talking there, theirs already or new; asked again it is the same one.

        Raises :class:`CouponRefused` when there is none for them.
        """
        status, body = await self._call("POST", f"conversations/{conversation_id}/coupons", json={})
        if status == 409:  # noqa: PLR2004
            fields = body.get("fields")
            raise CouponRefused(str(fields.get("incentive") if isinstance(fields, dict) else ""))
        if status not in (200, 201) or not body.get("code"):
            raise ShopUnavailable(f"coupons answered {status}")
        return body

    async def next_offer(self, conversation_id: str, *, asked: bool) -> Record | None:
        """What to offer who is talking there, with its reason; None where the hub says that it is better not to."""
        status, body = await self._call(
            "GET",
            f"conversations/{conversation_id}/next-offer",
            params={"asked": "true" if asked else "false"},
        )
        if status in (404, 409):
            return None
        if status != 200 or not isinstance(body.get("product"), dict):  # noqa: PLR2004
            raise ShopUnavailable(f"next-offer answered {status}")
        return body

    async def _items(self, path: str, params: dict[str, str]) -> list[Record]:
        status, body = await self._call("GET", path, params=params)
        if status == 404:  # noqa: PLR2004 - the hub's word for "not yours or not there"
            return []
        items = body.get("items")
        if status != 200 or not isinstance(items, list):  # noqa: PLR2004
            raise ShopUnavailable(f"{path} answered {status}")
        return items

    async def _call(self, method: str, path: str, **options: Any) -> tuple[int, Record]:
        if self._session is None:
            self._session = aiohttp.ClientSession(timeout=TIMEOUT, headers=self._headers)
        try:
            async with self._session.request(method, self._base + path, **options) as response:
                body = await response.json(content_type=None)
        except (aiohttp.ClientError, TimeoutError, ValueError) as error:
            raise ShopUnavailable(f"{path}: {type(error).__name__}") from error
        if not isinstance(body, dict):
            raise ShopUnavailable(f"{path} answered no object")
        return response.status, body


def _who(email: str | None, contact_id: str | None) -> dict[str, str]:
    return {"contact_id": contact_id} if contact_id else {"email": email} if email else {}
