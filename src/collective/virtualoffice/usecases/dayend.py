"""An ended day in words for staff: pages and REST say the same."""

from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.dayend import day_end
from collective.virtualoffice.domain.waiting.dayend import DayEnd
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.wording import at_time
from collective.virtualoffice.wording import clock
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


NEVER = _(
    "staff_day_end_never",
    default="The opening hours name no day on which the office opens again.",
)
HEAD_MAY = _(
    "staff_day_end_head",
    default="Only the head of the office can take the day up again.",
)
YOU_MAY = _(
    "staff_day_end_you",
    default="You can take the day up again: let visitors knock again.",
)


def day_end_words(floor: Floor, leads: bool, request: Any) -> list[str]:
    """Sentences on the ended day; none while it goes on.

    ``leads`` says whether the reader may take the day up again.
    """
    ended = day_end(floor)
    if ended is None:
        return []
    said = _said(ended, leads, floor, request)
    return [translate(each, context=request) for each in said]


def _said(ended: DayEnd, leads: bool, floor: Floor, request: Any) -> Iterator[Message]:
    yield _(
        "staff_day_end_at",
        default="The day was ended at ${time}: nobody can knock any more.",
        mapping={"time": clock(request, ended.at)},
    )
    yield (
        _next(at_time(request, ended.opens_at, floor.now)) if ended.opens_at else NEVER
    )
    if ended.may_go_on:
        yield YOU_MAY if leads else HEAD_MAY


def _next(time: Message) -> Message:
    return _(
        "staff_day_end_next",
        default="New visitors can come again ${time}.",
        mapping={"time": time},
    )
