"""Which network address a request comes from, as far as it can be believed.

Proxies tell the address of their client in a header that anybody can write: it
counts only when the peer is a trusted proxy, and then only what that proxy wrote.
Headers: RFC 7239 (Forwarded) and its forerunners.
"""

from functools import cache
from functools import lru_cache
from ipaddress import ip_address
from ipaddress import ip_network
from ipaddress import IPv4Address
from ipaddress import IPv4Network
from ipaddress import IPv6Address
from ipaddress import IPv6Network
from typing import Any
import logging
import re


Address = IPv4Address | IPv6Address
Network = IPv4Network | IPv6Network

HEADERS = ("HTTP_X_FORWARDED_FOR", "HTTP_FORWARDED", "HTTP_X_REAL_IP")
FORWARDED_FOR = re.compile(r"""(?:^|;)\s*for\s*=\s*("[^"]*"|[^;\s]*)""", re.I)
BRACKETED = re.compile(r"\[([^\]]*)\](?::\d+)?")
WITH_PORT = re.compile(r"([\d.]+):\d+")

logger = logging.getLogger(__name__)


def client_address(request: Any, trusted: tuple[str, ...]) -> str | None:
    """The address to limit by: IPv4, or the /64 network of an IPv6 address.

    None if it cannot be known, so that limits by address are off: a proxy stands in
    between and none is configured, or what it wrote is no address.
    """
    if proxy_unconfigured(request, trusted):
        _warn_once()
        return None
    peer = _parsed(request.environ.get("REMOTE_ADDR", ""))
    networks = _networks(trusted)
    hops = _forwarded(request.environ)
    if peer is None or not hops or not _within(peer, networks):
        return _limited(peer)
    return _limited(_first_untrusted(hops, networks))


def proxy_unconfigured(request: Any, trusted: tuple[str, ...]) -> bool:
    """Does a proxy show itself although the settings name none?"""
    return not trusted and any(request.environ.get(name) for name in HEADERS)


def _first_untrusted(hops: list[str], networks: tuple[Network, ...]) -> Address | None:
    """From the right: each trusted proxy vouches for the hop to its left only."""
    address = None
    for hop in reversed(hops):
        address = _parsed(hop)
        if address is None or not _within(address, networks):
            break
    return address


def _forwarded(environ: dict[str, str]) -> list[str]:
    """The addresses of the first header that is there, the nearest hop last."""
    name = next((name for name in HEADERS if environ.get(name)), None)
    if name is None:
        return []
    hops = environ[name].split(",")
    if name != "HTTP_FORWARDED":
        return hops
    found = (FORWARDED_FOR.search(hop) for hop in hops)
    return [match[1] if match else "" for match in found]


def _parsed(text: str) -> Address | None:
    """An address as proxies write it: quoted, in brackets, with a port or a zone."""
    bare = text.strip().strip('"')
    match = BRACKETED.fullmatch(bare) or WITH_PORT.fullmatch(bare)
    try:
        address = ip_address((match[1] if match else bare).partition("%")[0])
    except ValueError:
        return None
    return getattr(address, "ipv4_mapped", None) or address


def _within(address: Address, networks: tuple[Network, ...]) -> bool:
    return any(address in network for network in networks)


def _limited(address: Address | None) -> str | None:
    """A home has a whole IPv6 /64 network: limiting single addresses limits nobody."""
    if isinstance(address, IPv6Address):
        return str(ip_network((address, 64), strict=False))
    return None if address is None else str(address)


@lru_cache(maxsize=8)
def _networks(trusted: tuple[str, ...]) -> tuple[Network, ...]:
    return tuple(ip_network(each.strip(), strict=False) for each in trusted)


@cache
def _warn_once() -> None:
    logger.warning(
        "A proxy is in front of this site, but no trusted proxy is configured: "
        "limits by network address are off. Name it in the control panel."
    )
