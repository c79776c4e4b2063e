"""Imports in the background: progress, conflicts, expiry, a server that dies."""

from collective.virtualoffice.catalogue.imports import running
from collective.virtualoffice.catalogue.imports import taking
from collective.virtualoffice.catalogue.imports.jobs import add_job
from collective.virtualoffice.catalogue.imports.jobs import Job
from collective.virtualoffice.catalogue.imports.jobs import jobs
from collective.virtualoffice.catalogue.imports.jobs import let_write
from collective.virtualoffice.catalogue.imports.jobs import State
from collective.virtualoffice.catalogue.imports.plan import Wishes
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from servicefiles import service_row
from servicefiles import table
from threading import Thread
from ZODB.POSException import ConflictError
import pytest
import transaction


NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.fixture
def site(functional_portal):
    tool = api.portal.get_tool("portal_workflow")
    tool.setDefaultChain("simple_publication_workflow")
    transaction.commit()
    return functional_portal


def work(site, job):
    """In a thread of its own, as always; what it wrote is seen afterwards."""
    worker = Thread(target=running.run, args=(running.place_of(site, job),))
    worker.start()
    worker.join()
    transaction.begin()


@pytest.fixture
def begin(site):
    """begin(row, …) is an import whose file was looked at."""

    def look(*rows, data=None, user=SITE_OWNER_NAME):
        data = table(*rows) if data is None else data
        job = Job(user, "file.csv", data, Wishes(), datetime.now(UTC))
        add_job(site, job)
        transaction.commit()
        work(site, job)
        return job

    return look


@pytest.fixture
def confirm(site):
    def take(job, overwrite=False, partial=False):
        let_write(site, job, overwrite, partial, datetime.now(UTC))
        transaction.commit()
        work(site, job)
        return job.state

    return take


def services():
    catalog = api.portal.get_tool("portal_catalog")
    return [b.Title for b in catalog.unrestrictedSearchResults(portal_type="Service")]


def test_a_file_is_looked_at_first_and_taken_when_confirmed(begin, confirm):
    job = begin(service_row())
    assert job.state == State.LOOKED
    assert job.looked.report.counts == {"new": 1}
    assert services() == []
    assert confirm(job) == State.TAKEN
    assert services() == ["Hund anmelden"]


def test_a_file_that_cannot_be_read_says_why(begin):
    job = begin(data=b"%PDF\x00")
    assert (job.state, job.problem[0]) == (State.FAILED, "no_text")


def test_what_is_taken_is_what_was_looked_at_else_it_is_shown_anew(begin, confirm):
    first, second = begin(service_row()), begin(service_row(title="Anders"))
    assert confirm(first) == State.TAKEN
    assert confirm(second) == State.LOOKED
    assert second.moved
    assert second.looked.report.counts == {"changed": 1}
    assert services() == ["Hund anmelden"]
    assert confirm(second) == State.TAKEN
    assert services() == ["Anders"]


def test_all_is_one_transaction(begin, confirm, monkeypatch):
    job = begin(*[service_row(str(n)) for n in range(5)])

    def stumble(service, marks):
        if service.external_id == "3":
            raise RuntimeError

    monkeypatch.setattr(taking, "remember", stumble)
    assert confirm(job) == State.FAILED
    assert job.problem == "RuntimeError"
    assert services() == []


def test_a_conflict_is_tried_again(begin, confirm, monkeypatch):
    job = begin(service_row())
    real, tries = running.take_plan, []

    def once(*args):
        tries.append(1)
        real(*args)
        if len(tries) == 1:
            raise ConflictError

    monkeypatch.setattr(running, "take_plan", once)
    assert confirm(job) == State.TAKEN
    assert services() == ["Hund anmelden"]


def test_the_import_acts_as_the_user_who_began_it(begin, confirm):
    job = begin(service_row())
    confirm(job)
    (brain,) = api.portal.get_tool("portal_catalog").unrestrictedSearchResults(
        portal_type="Service"
    )
    assert brain.Creator == SITE_OWNER_NAME


def test_whoever_may_not_add_services_there_is_refused(site, begin):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="erika@example.org", username="erika")
    transaction.commit()
    job = begin(service_row(), user="erika")
    assert job.looked.report.counts == {"refused": 1}


def test_whoever_may_not_edit_a_page_does_not_change_it(site, begin, confirm):
    with api.env.adopt_roles(["Manager"]):
        api.user.create(email="erika@example.org", username="erika")
    transaction.commit()
    confirm(begin(service_row()))
    job = begin(service_row(title="Something else"), user="erika")
    assert job.looked.report.counts == {"refused": 1}


def test_how_far_it_is_can_be_seen_by_others_meanwhile(begin, site):
    job = begin(service_row())
    running.place_of(site, job).tell(done=3, total=7)
    transaction.begin()
    assert (job.done, job.total) == (3, 7)


def test_a_worker_that_is_silent_is_dead(site):
    job = Job("erika", "file.csv", b"", Wishes(), NOW)
    assert job.state_at(NOW + timedelta(seconds=59)) == State.LOOKING
    assert job.state_at(NOW + timedelta(seconds=61)) == State.FAILED


def test_a_file_is_kept_for_two_hours_and_the_rest_for_a_day(site, begin):
    job = begin(service_row())
    assert job.may_be_taken(job.began + timedelta(hours=1))
    assert not job.may_be_taken(job.began + timedelta(hours=3))
    later = Job("erika", "b.csv", b"", Wishes(), job.began + timedelta(hours=25))
    add_job(site, later)
    assert list(jobs(site)) == [later.id]


def test_two_imports_that_begin_to_write_at_once_conflict(site, begin):
    job, other = begin(service_row("1")), begin(service_row("2"))
    place = running.place_of(site, other)
    let_write(site, job, False, False, NOW)
    manager = transaction.TransactionManager()
    connection = place.database.open(manager)
    theirs = connection.root()["Application"].unrestrictedTraverse(place.site)
    let_write(theirs, jobs(theirs)[other.id], False, False, NOW)
    manager.commit()
    connection.close()
    with pytest.raises(ConflictError):
        transaction.commit()
    transaction.abort()
