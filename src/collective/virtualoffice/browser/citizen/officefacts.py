"""An office for machines, as schema.org describes one."""

from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.office import office_hours
from collective.virtualoffice.domain import week
from collective.virtualoffice.domain.hours import Hours
from collective.virtualoffice.domain.hours import MIDNIGHT
from collective.virtualoffice.domain.hours import Range
from datetime import date
from datetime import datetime
from typing import Any


DAYS = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)
DAYS_AHEAD = 180
END_OF_DAY = "23:59"


def office_facts(office: IVirtualOffice, now: datetime) -> dict[str, Any]:
    """Who the office is, where it is, when it is open."""
    hours = office_hours(office)
    return {
        "@type": "GovernmentOffice",
        "@id": office.absolute_url(),
        "name": office.title,
        "description": office.description,
        "url": office.absolute_url(),
        "telephone": office.phone,
        "address": office.address,
        "openingHoursSpecification": weekly_facts(hours),
        "specialOpeningHoursSpecification": special_facts(
            hours, now.astimezone(hours.zone).date()
        ),
    }


def weekly_facts(hours: Hours) -> list[dict[str, Any]]:
    """The week, days with the same hours together; days without hours are closed."""
    return [
        {
            **_times(each),
            "dayOfWeek": [
                f"https://schema.org/{DAYS[number]}"
                for number in range(line.first, line.last + 1)
            ],
        }
        for line in week.week(hours)
        for each in line.ranges
    ]


def special_facts(hours: Hours, today: date) -> list[dict[str, Any]]:
    """The next half year as far as it differs; closed is open from 00:00 to 00:00."""
    return [
        {
            **times,
            "validFrom": line.first.isoformat(),
            "validThrough": line.last.isoformat(),
            "description": line.reason,
        }
        for line in week.different(hours, today, DAYS_AHEAD)
        for times in map(_times, line.ranges or (None,))
    ]


def _times(each: Range | None) -> dict[str, str]:
    facts = {"@type": "OpeningHoursSpecification", "opens": "00:00", "closes": "00:00"}
    if each is None:
        return facts
    closes = END_OF_DAY if each.closes == MIDNIGHT else f"{each.closes:%H:%M}"
    return {**facts, "opens": f"{each.opens:%H:%M}", "closes": closes}
