"""Imports that were begun: the file, what it would do, and how far it has come.

They are kept in the database: the answer to the next click may come from another
process, and what is confirmed is the file that was looked at, not what a browser sends.
A file may be taken for two hours; whatever is older than a day is thrown away with the
next import.
"""

from .plan import Wishes
from .report import Report
from BTrees.OOBTree import OOBTree
from collections.abc import Iterator
from datetime import datetime
from datetime import timedelta
from enum import StrEnum
from persistent import Persistent
from secrets import token_hex
from typing import Any
from ZODB.blob import Blob
from zope.annotation.interfaces import IAnnotations


KEY = "collective.virtualoffice.imports"
LIFE_OF_FILE = timedelta(hours=2)
LIFE = timedelta(days=1)
# Whoever works shows it at least every few seconds.
SILENCE = timedelta(seconds=60)


class State(StrEnum):
    """Where an import stands."""

    LOOKING = "looking"
    LOOKED = "looked"
    TAKING = "taking"
    TAKEN = "taken"
    FAILED = "failed"


WORKING = (State.LOOKING, State.TAKING)


class Looked(Persistent):
    """A report, apart from the import, so that asking how far it is wakes no report."""

    def __init__(self, report: Report) -> None:
        self.report = report


class Job(Persistent):
    """One import of one file by one user; times are aware.

    ``problem`` says why it failed: code and data of a BadFile, or an error's name.
    """

    state = State.LOOKING
    done = 0
    total = 0
    looked: Looked | None = None
    problem: tuple[str, dict[str, object]] | str | None = None
    moved = False
    overwrite = False
    partial = False

    def __init__(
        self, user: str, name: str, data: bytes, wishes: Wishes, now: datetime
    ) -> None:
        self.id = token_hex(16)
        self.user, self.name, self.wishes = user, name, wishes
        self.began = self.beat = now
        self.file = Blob(data)

    def read(self) -> bytes:
        """The file as it was sent."""
        with self.file.open("r") as source:
            return source.read()

    def state_at(self, now: datetime) -> State:
        """A worker that is silent for long is dead: nothing was written."""
        silent = self.state in WORKING and now - self.beat > SILENCE
        return State.FAILED if silent else self.state

    def may_be_taken(self, now: datetime) -> bool:
        return self.state is State.LOOKED and now - self.began < LIFE_OF_FILE


class Imports(Persistent):
    """All imports of the site by their ids; ``writer`` is the last that was to write.

    Whoever is to write writes its name here: of two at once one conflicts, and sees
    the other when it tries again.
    """

    writer = ""

    def __init__(self) -> None:
        self.jobs = OOBTree()


def jobs(site: Any) -> OOBTree:
    """All imports of the site by their ids; none where nobody imported yet."""
    found = IAnnotations(site).get(KEY)
    return OOBTree() if found is None else found.jobs


def add_job(site: Any, job: Job) -> None:
    """Keep an import, and throw away what is too old."""
    annotations = IAnnotations(site)
    if KEY not in annotations:
        annotations[KEY] = Imports()
    kept = annotations[KEY].jobs
    for old in [old for old in kept.values() if job.began - old.began > LIFE]:
        del kept[old.id]
    kept[job.id] = job


def let_write(
    site: Any, job: Job, overwrite: bool, partial: bool, now: datetime
) -> None:
    """From now on this import writes; the caller has seen that no other does."""
    IAnnotations(site)[KEY].writer = job.id
    job.overwrite, job.partial = overwrite, partial
    job.state, job.beat, job.done, job.total = State.TAKING, now, 0, 0


def running(site: Any, now: datetime) -> Iterator[Job]:
    """The imports that write just now."""
    found = jobs(site).values()
    return (job for job in found if job.state_at(now) is State.TAKING)
