"""What the figures are measured beside: the least that Plone does for an answer."""

from persistent import Persistent
from plone import api
from plone.protect.interfaces import IDisableCSRFProtection
from plone.restapi.services import Service
from Products.Five.browser import BrowserView
from random import randrange
from zope.annotation.interfaces import IAnnotations
from zope.interface import alsoProvides


KEY = "benchmarks"
OBJECTS = 64


class View(BrowserView):
    """A view that answers a constant, without a page around it."""

    def __call__(self) -> str:
        return "trivial"


class Read(Service):
    """A published REST service that answers a constant."""

    def reply(self) -> dict[str, bool]:
        return {"trivial": True}


class Counter(Persistent):
    value = 0


class Write(Service):
    """A published REST service that writes one small object among many."""

    def reply(self) -> dict[str, bool]:
        if not api.user.is_anonymous():
            alsoProvides(self.request, IDisableCSRFProtection)
        counters = IAnnotations(self.context)[KEY]
        counters[randrange(OBJECTS)].value += 1
        return {"trivial": True}


def furnish(office: object) -> None:
    """Make the objects that Write changes."""
    IAnnotations(office)[KEY] = tuple(Counter() for _ in range(OBJECTS))
