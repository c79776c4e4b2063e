"""What the figures are measured beside: the least that Plone does for an answer."""

from persistent import Persistent
from plone.restapi.services import Service
from random import randrange
from zope.annotation.interfaces import IAnnotations


KEY = "benchmarks"
OBJECTS = 64


class Read(Service):
    """A published REST service that answers a constant."""

    def reply(self) -> dict[str, bool]:
        return {"trivial": True}


class Counter(Persistent):
    value = 0


class Write(Service):
    """A published REST service that writes one small object among many."""

    def reply(self) -> dict[str, bool]:
        counters = IAnnotations(self.context)[KEY]
        counters[randrange(OBJECTS)].value += 1
        return {"trivial": True}


def furnish(office: object) -> None:
    """Make the objects that Write changes."""
    IAnnotations(office)[KEY] = tuple(Counter() for _ in range(OBJECTS))
