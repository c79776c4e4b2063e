"""Addresses that somebody may be led to."""

from collective.virtualoffice import _
from zope.schema import ValidationError
import re


WEB_ADDRESS = re.compile(r"https?://\S+", re.I)

# A page of this site by its UID, or by its path from the site's root. Browsers read
# "//" and "/\" as the beginning of another host.
IN_SITE = re.compile(r"resolveuid/[0-9A-Za-z-]+([?#/]\S*)?|/([^\s/\\]\S*)?")


class NoWebAddress(ValidationError):
    __doc__ = _(
        "settings_no_web_address",
        default="Enter a web address that starts with https:// or http://.",
    )


def is_web_address(value: str | None) -> bool:
    """Does a browser open this, and run nothing? Raises NoWebAddress if not."""
    if value and not (WEB_ADDRESS.fullmatch(value) and value.isprintable()):
        raise NoWebAddress(value)
    return True


class NoLink(ValidationError):
    __doc__ = _(
        "error_link",
        default="Enter a web address that starts with https:// or http://, or a path "
        "of this site that starts with /.",
    )


def is_in_site(value: str) -> bool:
    """Does this lead to a page or file of this site, by UID or by path?"""
    return bool(IN_SITE.fullmatch(value) and "\\" not in value and value.isprintable())


def is_link(value: str | None) -> bool:
    """Is this a web address or a place in this site? Raises NoLink if not."""
    if not value or is_in_site(value):
        return True
    if not (WEB_ADDRESS.fullmatch(value) and value.isprintable()):
        raise NoLink(value)
    return True
