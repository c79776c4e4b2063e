"""Where our scripts and pictures are."""

from functools import cache
from importlib.metadata import version
from plone import api


PACKAGE = "collective.virtualoffice"


def script_url(name: str) -> str:
    """The address of a script."""
    return static_url(name)


def static_url(name: str) -> str:
    """The address of a file; another one after every release, so it may be cached."""
    root = api.portal.get().absolute_url()
    return f"{root}/++plone++{PACKAGE}/++unique++{_release()}/{name}"


@cache
def _release() -> str:
    return version(PACKAGE)
