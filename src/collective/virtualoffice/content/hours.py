"""The opening hours of one office taken over by another."""

from collective.virtualoffice.content.office import HOURS
from collective.virtualoffice.content.office import IVirtualOffice
from copy import deepcopy
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent
import hashlib


def hours_of(office: IVirtualOffice) -> dict[str, Any]:
    """The fields that say when the office is open; an empty table is no table."""
    return {name: getattr(office, name) or None for name in HOURS}


def copy_hours(source: IVirtualOffice, target: IVirtualOffice) -> None:
    """The target opens and closes as the source, from now on each on its own."""
    for name, value in hours_of(source).items():
        setattr(target, name, deepcopy(value))
    notify(ObjectModifiedEvent(target, Attributes(IVirtualOffice, *HOURS)))


def state_of(*offices: IVirtualOffice) -> str:
    """Another text as soon as the hours of one of the offices are others."""
    hours = [sorted(hours_of(office).items()) for office in offices]
    return hashlib.sha256(repr(hours).encode()).hexdigest()
