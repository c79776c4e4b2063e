"""Counts as tables with bars."""

from . import words
from collections.abc import Mapping
from collective.virtualoffice import _
from collective.virtualoffice.domain.services.counts import Counts
from dataclasses import dataclass
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Bar:
    """One row: ``share`` in whole percent of all; ``code`` is what a filter takes."""

    code: str
    name: Message
    count: int
    share: int


@dataclass(frozen=True)
class Chart:
    """``filter`` is the filter that a row of it leads to."""

    filter: str
    title: Message
    head: Message
    bars: tuple[Bar, ...]


def charts(counts: Counts) -> tuple[Chart, ...]:
    """How far online, how far by video, and what is to be looked at."""
    return (
        Chart(
            "maturity",
            _("inventory_by_maturity", default="How far are the services online?"),
            _("service_maturity", default="Online maturity"),
            _bars(counts, counts.maturity, words.maturity_names()),
        ),
        Chart(
            "fitness",
            _("inventory_by_fitness", default="What can be done by video?"),
            _("inventory_fitness", default="Fitness for video"),
            _bars(counts, counts.fitness, words.FITNESS),
        ),
        Chart(
            "finding",
            _("inventory_by_finding", default="What needs care?"),
            _("inventory_finding", default="Finding"),
            _bars(counts, counts.findings, words.finding_names()),
        ),
    )


def _bars(
    counts: Counts, numbers: Mapping[str, int], names: Mapping[str, Message]
) -> tuple[Bar, ...]:
    return tuple(
        Bar(code, names[code], number, round(100 * number / (counts.total or 1)))
        for code, number in numbers.items()
    )
