"""Writes what a plan says; the caller commits all of it or nothing."""

from .fields import assign
from .identity import Identity
from .plan import NEW_TYPE
from .plan import Progress
from .record import remember
from .seen import Step
from collections.abc import Iterable
from collective.virtualoffice.content.service import IService
from plone.dexterity.utils import addContentToContainer
from plone.dexterity.utils import createContent
from typing import Any
from zope.event import notify
from zope.lifecycleevent import Attributes
from zope.lifecycleevent import ObjectModifiedEvent


BREATH = 20


def take(
    folder: Any,
    steps: Iterable[Step],
    overwrite: bool,
    progress: Progress = lambda *_: None,
) -> None:
    """Make new pages in the folder and change the others.

    Fields edited here are changed only if ``overwrite``.
    """
    steps = list(steps)
    for number, step in enumerate(steps):
        if step.service is None:
            _add(folder, step)
        else:
            _change(step, overwrite)
        if number % BREATH == 0:
            progress(number, len(steps))


def _add(folder: Any, step: Step) -> None:
    service = createContent(NEW_TYPE)
    _identify(service, step.identity)
    assign(service, step.values)
    service = addContentToContainer(folder, service, checkConstraints=False)
    remember(service, step.marks)


def _identify(service: Any, identity: Identity) -> None:
    service.source, service.external_id = identity


def _change(step: Step, overwrite: bool) -> None:
    """Nothing is touched where nothing is to be written, not even a date."""
    kept = frozenset() if overwrite else step.kept
    values = {name: value for name, value in step.values.items() if name not in kept}
    if values:
        assign(step.service, values)
        changed = Attributes(IService, *values)
        notify(ObjectModifiedEvent(step.service, changed))
    marks = {name: mark for name, mark in step.marks.items() if name not in kept}
    remember(step.service, marks)
