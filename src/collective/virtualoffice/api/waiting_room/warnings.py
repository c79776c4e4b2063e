"""What staff should know besides, in words."""

from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.floor import Floor
from collective.virtualoffice.usecases.alarms import alarm_words
from collective.virtualoffice.usecases.alarms import alarms
from collective.virtualoffice.usecases.dayend import day_end_words
from typing import Any
from zope.i18nmessageid import Message


STILL_THERE = _("error_still_there", default="Are you still there? Somebody waits.")


def warnings(
    floor: Floor, clerk: str, leads: bool, request: Any
) -> Iterator[tuple[str, Message]]:
    """Types and words, for one clerk; ``leads`` as in ``day_end_words``."""
    ended = day_end_words(floor, leads, request)
    if ended:
        yield "day_ended", " ".join(ended)
    if any(floor.is_asked(each) and each.desk.clerk == clerk for each in floor.desks):
        yield "still_there", STILL_THERE
    for alarm in alarms(floor, request):
        yield alarm, alarm_words(alarm)
