"""What the finder says of a search and of what it found."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.services.letters import OTHER
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from dataclasses import dataclass
from zope.i18nmessageid import Message


WAYS = {
    Way.VIDEO: _("finder_way_video", default="By video now"),
    Way.APPOINTMENT: _("finder_way_appointment", default="By appointment"),
    Way.ONLINE: _("finder_way_online", default="Online"),
}
# Whether somebody can be reached by video now is only known where it was asked.
FIT_FOR_VIDEO = _("finder_fit_for_video", default="By video")

ICONS = {
    Way.VIDEO: "camera-video",
    Way.APPOINTMENT: "calendar-event",
    Way.ONLINE: "globe",
}


@dataclass(frozen=True)
class Filter:
    """A part of the search in words, and the search without it."""

    label: Message
    without: Search


def filters(search: Search) -> list[Filter]:
    """What narrows the search, each with a way to take it off."""
    found = []
    if search.words:
        found.append(Filter(_text(search.text), search.but(text="")))
    if search.letter:
        found.append(Filter(_letter(search.letter), search.but(letter="")))
    if search.situation:
        found.append(Filter(_situation(search.situation), search.but(situation="")))
    for way in search.ways:
        others = tuple(each for each in search.ways if each is not way)
        found.append(Filter(WAYS[way], search.but(ways=others)))
    return found


def count(total: int, first: int, last: int) -> Message:
    """How many were found, and which of them are on the page."""
    if not total:
        return _("finder_none", default="Nothing found")
    if total == 1:
        return _("finder_one", default="1 service")
    if last - first + 1 == total:
        return _("finder_many", default="${total} services", mapping={"total": total})
    return _(
        "finder_some",
        default="${first} to ${last} of ${total} services",
        mapping={"first": first, "last": last, "total": total},
    )


def _text(text: str) -> Message:
    return _("finder_filter_text", default="“${text}”", mapping={"text": text})


def _letter(letter: str) -> Message:
    if letter == OTHER:
        return _("finder_filter_other", default="Other first characters")
    return _(
        "finder_filter_letter", default="Letter ${letter}", mapping={"letter": letter}
    )


def _situation(situation: str) -> Message:
    return _(
        "finder_filter_situation",
        default="Situation: ${situation}",
        mapping={"situation": situation},
    )
