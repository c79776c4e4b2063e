"""Imports run in a thread of their own, so that no page has to wait for them.

The work has one connection and one transaction; how far it is goes through a second
one, so that others see it at once. A process that ends meanwhile leaves nothing half
done: the transaction was not committed.
"""

from .jobs import Job
from .jobs import jobs
from .jobs import Looked
from .jobs import State
from .plan import Plan
from .work import confirm_same
from .work import look
from .work import Moved
from .work import take_plan
from AccessControl.SecurityManagement import newSecurityManager
from AccessControl.SecurityManagement import noSecurityManager
from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice.domain.services.reading import BadFile
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from contextlib import closing
from contextlib import contextmanager
from dataclasses import dataclass
from dataclasses import field
from datetime import datetime
from datetime import UTC
from logging import getLogger
from Testing.makerequest import makerequest
from threading import Thread
from time import monotonic
from transaction import TransactionManager
from transaction.interfaces import TransientError
from typing import Any
from zope.component.hooks import setSite
from zope.globalrequest import clearRequest
from zope.globalrequest import setRequest
from zope.interface import alsoProvides
import transaction


logger = getLogger(__name__)

ATTEMPTS = 5
EVERY = 1.0


@dataclass
class Place:
    """Where an import is found from another thread."""

    database: Any
    site: tuple[str, ...]
    job: str
    last: float = field(default=-EVERY, compare=False)

    def progress(self, done: int, total: int) -> None:
        """Tell how far it is, at most once a second."""
        if monotonic() - self.last >= EVERY:
            self.last = monotonic()
            self.tell(done=done, total=total)

    def first_half(self, done: int, total: int) -> None:
        """As progress, of work that is followed by as much again."""
        self.progress(done, 2 * total)

    def second_half(self, done: int, total: int) -> None:
        self.progress(total + done, 2 * total)

    def tell(self, **news: Any) -> None:
        """Write it at once, beside the transaction that works."""
        manager = TransactionManager()
        with closing(self.database.open(manager)) as connection:
            for attempt in manager.attempts(ATTEMPTS):
                with attempt:
                    job = jobs(_site(connection.root()["Application"], self.site))
                    _note(job.get(self.job), news)


def place_of(site: Any, job: Job) -> Place:
    return Place(site._p_jar.db(), site.getPhysicalPath(), job.id)


def start(place: Place) -> None:
    """Begin in the background once what the request wrote is committed."""
    hook = transaction.get().addAfterCommitHook
    hook(lambda done: done and Thread(target=run, args=(place,), daemon=True).start())


def run(place: Place) -> None:
    """Do what the import is to do next, and say how it ended."""
    try:
        with _inside(place) as (site, job):
            DEEDS[job.state](place, site, job)
    except BadFile as wrong:
        place.tell(state=State.FAILED, problem=(wrong.code, wrong.data))
    except Exception as error:
        logger.exception("An import of services failed")
        place.tell(state=State.FAILED, problem=type(error).__name__)


@contextmanager
def _inside(place: Place) -> Iterator[tuple[Any, Job]]:
    """The site on a connection of this thread's own, as the user who imports."""
    with closing(place.database.open()) as connection:
        app = makerequest(connection.root()["Application"])
        alsoProvides(app.REQUEST, IVirtualOfficeLayer)
        setRequest(app.REQUEST)
        site = _site(app, place.site)
        setSite(site)
        job = jobs(site)[place.job]
        newSecurityManager(None, _user(app, site, job.user))
        try:
            yield site, job
        finally:
            transaction.abort()
            noSecurityManager()
            setSite(None)
            clearRequest()


def _look(place: Place, site: Any, job: Job) -> None:
    plan = look(site, job.read(), job.wishes, place.progress)
    transaction.abort()
    _show(place, plan)


def _take(place: Place, site: Any, job: Job) -> None:
    """Again from the beginning where somebody else wrote meanwhile."""
    for attempt in range(ATTEMPTS):
        try:
            _take_once(place, site, job)
            break
        except Moved:
            break
        except TransientError:
            transaction.abort()
            if attempt == ATTEMPTS - 1:
                raise


def _take_once(place: Place, site: Any, job: Job) -> None:
    transaction.begin()
    seen, overwrite, partial = job.looked.report, job.overwrite, job.partial
    plan = look(site, job.read(), job.wishes, place.first_half)
    try:
        confirm_same(seen, plan.report)
    except Moved:
        transaction.abort()
        _show(place, plan, moved=True)
        raise
    take_plan(site, plan, job.wishes, overwrite, partial, place.second_half)
    transaction.get().note(f"Import of services: {job.name}")
    transaction.commit()
    place.tell(state=State.TAKEN)


def _show(place: Place, plan: Plan, moved: bool = False) -> None:
    place.tell(state=State.LOOKED, looked=Looked(plan.report), moved=moved)


def _note(job: Job | None, news: dict[str, Any]) -> None:
    if job is None:
        return
    job.beat = datetime.now(UTC)
    for name, value in news.items():
        setattr(job, name, value)


def _site(app: Any, path: tuple[str, ...]) -> Any:
    return app.unrestrictedTraverse(path)


def _user(app: Any, site: Any, name: str) -> Any:
    """The user of the site, else of the whole server."""
    for folder in (site.acl_users, app.acl_users):
        user = folder.getUserById(name)
        if user is not None:
            return user.__of__(folder)
    raise LookupError(name)


DEEDS: dict[State, Callable[[Place, Any, Job], None]] = {
    State.LOOKING: _look,
    State.TAKING: _take,
}
