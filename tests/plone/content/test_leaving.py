"""An office with people inside cannot go, in whatever way somebody tries."""

from collective.virtualoffice.content.leaving import PeopleInside
from plone import api
import pytest


@pytest.fixture(autouse=True)
def as_manager(integration):
    with api.env.adopt_roles(["Manager"]):
        yield


@pytest.fixture
def town(portal):
    return api.content.create(portal, "Folder", "town")


def delete(office):
    api.content.delete(office)


def delete_folder(office):
    api.content.delete(office.aq_parent)


def delete_without_checks(office):
    office.aq_parent._delObject(office.getId())


def retract(office):
    api.content.transition(office, "retract")


def reject(office):
    api.content.transition(office, "reject")


def is_gone(office, portal):
    return portal.unrestrictedTraverse(office.getPhysicalPath(), None) is None


WAYS = [delete, delete_folder, delete_without_checks, retract, reject]


@pytest.mark.parametrize("go", WAYS)
def test_an_occupied_office_stays(portal, town, make_office, occupied, go):
    office = make_office(container=town)
    with pytest.raises(PeopleInside) as refused:
        go(office)
    assert refused.value.count == 3
    assert refused.value.url == f"{office.absolute_url()}/@@staff"


@pytest.mark.parametrize("go", WAYS)
def test_an_empty_office_may_go(portal, town, make_office, go):
    office = make_office(container=town)
    go(office)
    assert is_gone(office, portal) or api.content.get_state(office) == "private"


def test_an_occupied_office_may_move(portal, town, make_office, occupied):
    office = make_office()
    moved = api.content.move(office, town)
    assert moved.aq_parent.getId() == "town"


def test_an_occupied_office_that_is_private_may_be_published(
    portal, make_office, occupied
):
    office = make_office()
    office.manage_permission("View", ["Manager"])
    api.content.transition(office, "retract")
    api.content.transition(office, "publish")
    assert api.content.get_state(office) == "published"
