"""What the last import wrote into a service, remembered beside it.

Only marks are kept, no texts. A working copy carries the record along and brings it
back; a real copy is another service, which nothing was imported into.
"""

from collections.abc import Mapping
from collective.virtualoffice.domain.services.columns import IDENTITY
from typing import Any
from zope.annotation.interfaces import IAnnotations


KEY = "collective.virtualoffice.imported"


def written(service: Any) -> Mapping[str, str]:
    """The marks of the cells that the last import wrote, by column."""
    return IAnnotations(service).get(KEY) or {}


def remember(service: Any, marks: Mapping[str, str]) -> None:
    """Add marks; nothing is written where nothing is new."""
    before = written(service)
    after = {**before, **marks}
    if after != before:
        IAnnotations(service)[KEY] = after


def forget_origin(service: Any, event: object) -> None:
    """A copy is another service: it has no origin outside."""
    for name in IDENTITY:
        if getattr(service, name, None):
            setattr(service, name, None)
    IAnnotations(service).pop(KEY, None)
