"""Links that editors wrote, as addresses that browsers open."""

from collective.virtualoffice.links import is_in_site
from collective.virtualoffice.links import WEB_ADDRESS
from plone import api
from plone.app.uuid.utils import uuidToURL
import re


BY_UID = re.compile(r"resolveuid/([0-9A-Za-z-]+)(.*)")
MAIL_ADDRESS = re.compile(r"[\w.+-]+@[\w-]+(\.[\w-]+)+", re.A)


def address(link: str | None) -> str | None:
    """The whole address; None for what is no link, however it got there."""
    if not link:
        return None
    if is_in_site(link):
        return _in_site(link)
    return link if WEB_ADDRESS.fullmatch(link) else None


def channel_link(text: str) -> str | None:
    """A link to a web or mail address; other addresses are none."""
    if WEB_ADDRESS.fullmatch(text):
        return text
    return f"mailto:{text}" if MAIL_ADDRESS.fullmatch(text) else None


def _in_site(link: str) -> str:
    found = BY_UID.fullmatch(link)
    url = uuidToURL(found[1]) if found else None
    if url:
        return f"{url}{found[2]}"
    return f"{api.portal.get().absolute_url()}/{link.lstrip('/')}"
