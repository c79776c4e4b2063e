"""What only time brings to a visit, computed wherever it is read."""

from . import progress as deeds
from .progress import Progress
from .rules import Rules
from .states import Outcome
from .states import Reason
from .states import State
from collections.abc import Callable
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class Circumstances:
    """What a visit depends on beside itself.

    ``deserted_since`` is when the last desk of the office closed (None while
    one is open), ``desk_seen_at`` the last sign of life of the desk that holds
    the visit, ``day_ended_at`` when staff ended the day the visit arrived on.
    """

    seen_at: datetime
    desk_seen_at: datetime | None = None
    deserted_since: datetime | None = None
    day_ended_at: datetime | None = None


Change = tuple[datetime, Callable[[datetime], Progress]]


def lapse(
    progress: Progress, around: Circumstances, now: datetime, rules: Rules
) -> Progress:
    """The progress as it stands at ``now``."""
    for changed in lapses(progress, around, now, rules):
        progress = changed
    return progress


def lapses(
    progress: Progress, around: Circumstances, now: datetime, rules: Rules
) -> Iterator[Progress]:
    """Every change until ``now``, one after the other, dated when it happened."""
    while changes := [
        (at, change) for at, change in _coming(progress, around, rules) if at <= now
    ]:
        at, change = min(changes, key=lambda item: item[0])
        progress = change(at)
        yield progress


def _coming(
    progress: Progress, around: Circumstances, rules: Rules
) -> Iterator[Change]:
    match progress.state:
        case State.CALLED:
            yield _silence(progress, rules)
        case State.WAITING:
            yield from _in_vain(progress, around, rules)
        case State.ON_HOLD:
            back = deeds.take_back
            yield progress.since + rules.hold, lambda at: back(progress, at)
        case State.IN_CALL if around.desk_seen_at is not None:
            end = max(around.desk_seen_at, progress.since) + rules.abandoned
            by_office = Outcome.ENDED_BY_OFFICE
            yield end, lambda at: deeds.finish(progress, by_office, at)


def _silence(progress: Progress, rules: Rules) -> Change:
    if progress.respond_by is None:
        at = progress.since + rules.show
        return at, lambda at: deeds.not_shown(progress, at, rules)
    return progress.respond_by, lambda at: deeds.not_answered(progress, at, rules)


def _in_vain(
    progress: Progress, around: Circumstances, rules: Rules
) -> Iterator[Change]:
    heard = max(around.seen_at, progress.since)
    yield heard + rules.expire, lambda at: deeds.expire(progress, at)
    if around.deserted_since is not None:
        gone = max(around.deserted_since, progress.since) + rules.deserted
        yield gone, lambda at: deeds.dismiss(progress, Reason.NOBODY_THERE, at)
    if around.day_ended_at is not None:
        ended = max(around.day_ended_at, progress.since)
        yield ended, lambda at: deeds.dismiss(progress, Reason.DAY_ENDED, at)
