"""Web addresses that somebody may be led to."""

from collective.virtualoffice import _
from zope.schema import ValidationError
import re


WEB_ADDRESS = re.compile(r"https?://\S+", re.I)


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
