"""The clock: asks the site again and again to do what is due."""

from urllib.error import HTTPError
from urllib.request import build_opener
from urllib.request import ProxyHandler
from urllib.request import Request


# A proxy of the environment is for the world outside, not for localhost.
open_url = build_opener(ProxyHandler({})).open

INTERVAL = 20  # seconds


def tick(site: str, key: str) -> str | None:
    """Ask once; the reason when it was refused or there was no answer."""
    request = Request(
        f"{site}/@clock",
        data=b"{}",
        headers={
            "Accept": "application/json",
            "Authorization": f"Bearer {key}",
            "Content-Type": "application/json",
        },
    )
    try:
        with open_url(request, timeout=60):
            return None
    except HTTPError as error:
        return f"{error.code} {error.reason}"
    except OSError as error:
        return str(error)


def answers(url: str) -> bool:
    """Whether a page is there."""
    try:
        with open_url(url, timeout=60):
            return True
    except OSError:
        return False
