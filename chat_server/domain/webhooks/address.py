"""Where a webhook may lead: out, and not back into the operator's own network."""

from __future__ import annotations

import ipaddress
from urllib.parse import urlsplit

from chat_server.domain.errors import Invalid

# IPv6 addresses that only wrap an IPv4 one, which must not get in by them.
_WRAPPING = tuple(
    ipaddress.ip_network(one)
    for one in ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")
)


def is_public(address: str) -> bool:
    """Whether an IP address is one of the internet at large."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        if ip.ipv4_mapped is not None:
            return is_public(str(ip.ipv4_mapped))
        if any(ip in net for net in _WRAPPING) or ip.is_site_local:
            return False
    return ip.is_global and not ip.is_multicast and not ip.is_reserved


def is_literal(host: str) -> bool:
    """Whether it is an address already and asks no name server."""
    try:
        ipaddress.ip_address(host.partition("%")[0])
    except ValueError:
        return False
    return True


def require_address(url: str, *, anywhere: bool) -> str:
    """The URL as it is kept; raises Invalid. `anywhere` is for trying things out: also plain HTTP, also this machine."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise Invalid("This is no web address.", {"url": "https://…"}) from error
    if not parts.hostname or parts.scheme not in ({"https", "http"} if anywhere else {"https"}):
        raise Invalid("A webhook's address begins with https://.", {"url": "https://…"})
    if parts.username is not None or parts.password is not None:
        raise Invalid("A webhook's address holds no name and no password.", {"url": "without @"})
    if any(sign.isspace() or not sign.isprintable() for sign in url):
        raise Invalid("A web address has no spaces.", {"url": "without spaces"})
    host = parts.hostname
    if not anywhere and (_is_local(host) or (is_literal(host) and not is_public(host))):
        raise Invalid("A webhook leads to a public address.", {"url": "public"})
    return url.partition("#")[0]


def _is_local(host: str) -> bool:
    host = host.rstrip(".").lower()
    return host == "localhost" or host.endswith((".localhost", ".local", ".internal"))
