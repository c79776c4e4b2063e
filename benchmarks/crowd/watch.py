"""What nginx and Zope had to do: processor time, and the lines of nginx's log."""

from collections import Counter
from dataclasses import dataclass
from pathlib import Path
import os
import re


TICKS = os.sysconf("SC_CLK_TCK")
# As docs/nginx.conf writes it.
LINE = re.compile(
    rb'" (?P<status>\d{3}) .* cache=(?P<cache>\S+) zope=(?P<zope>\S+),\S+$'
)


def processor_time(process: int) -> float:
    """Seconds that a process and its children took until now (proc(5))."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    children = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    own = (int(fields[11]) + int(fields[12])) / TICKS
    return own + sum(processor_time(int(child)) for child in children)


def machine_time() -> float:
    """Seconds that all processors were busy until now, whoever kept them so."""
    ticks = Path("/proc/stat").read_text().split("\n", 1)[0].split()[1:]
    user, nice, system, _idle, _iowait, irq, softirq, *_ = map(int, ticks)
    return (user + nice + system + irq + softirq) / TICKS


@dataclass(frozen=True)
class Served:
    """Requests by what the cache did, those that Zope answered, and their statuses."""

    cache: Counter[str]
    zope: int
    statuses: Counter[int]

    @property
    def all(self) -> int:
        return sum(self.statuses.values())


class Log:
    """What is written after ``mark``."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.start = 0

    def mark(self) -> None:
        self.start = self.path.stat().st_size

    def read(self) -> Served:
        with self.path.open("rb") as log:
            log.seek(self.start)
            found = [match for line in log if (match := LINE.search(line.rstrip()))]
        return Served(
            cache=Counter(each["cache"].decode() for each in found),
            zope=sum(each["zope"] != b"-" for each in found),
            statuses=Counter(int(each["status"]) for each in found),
        )
