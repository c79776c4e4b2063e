"""What is done with a file: looked at, or taken. The caller owns the transaction."""

from .fields import columns
from .files import read_file
from .plan import folder_of
from .plan import make_plan
from .plan import Plan
from .plan import Progress
from .plan import Wishes
from .report import Report
from .taking import take
from typing import Any


class Moved(Exception):
    """The site is not any more what it was when the file was looked at."""


class NotWhole(Exception):
    """Rows are refused, and nobody chose to take the others alone."""


def look(
    site: Any, data: bytes, wishes: Wishes, progress: Progress = lambda *_: None
) -> Plan:
    """What the file would do; raises BadFile."""
    return make_plan(site, read_file(data, columns()), wishes, progress)


def take_plan(
    site: Any,
    plan: Plan,
    wishes: Wishes,
    overwrite: bool,
    partial: bool,
    progress: Progress = lambda *_: None,
) -> None:
    """Write what the plan says; raises NotWhole."""
    if plan.report.counts["refused"] and not partial:
        raise NotWhole
    take(folder_of(site, wishes), plan.steps, overwrite, progress)


def confirm_same(seen: Report, now: Report) -> None:
    """Raises Moved unless the same would be done as was shown."""
    if seen.digest != now.digest:
        raise Moved
