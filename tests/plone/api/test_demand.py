"""`@demand`: other ways in, counted without a person."""

from collective.virtualoffice.domain.figures.journal import Kind
from collective.virtualoffice.usecases.floor import read_floor
from datetime import datetime
from datetime import timedelta
from datetime import UTC
from plone import api
import pytest
import transaction


@pytest.fixture
def counted(office):
    def count():
        transaction.begin()
        now = datetime.now(UTC)
        journal = read_floor(office, now).room.journal
        hour = timedelta(hours=1)
        return [f.how for f in journal.between(Kind.DEMAND, now - hour, now + hour)]

    return count


@pytest.mark.parametrize("way", ["phone", "address", "appointment", "online", "other"])
def test_a_way_is_counted(anon, counted, way):
    answer = anon.post("/@demand", json={"way": way})
    assert (answer.status_code, answer.content) == (204, b"")
    assert counted() == [way]


@pytest.mark.parametrize("way", [None, "", "balloon", 5, ["phone"], {"way": "phone"}])
def test_there_are_no_other_ways(anon, counted, way):
    answer = anon.post("/@demand", json={"way": way})
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {"way"}
    assert counted() == []


def test_one_address_is_counted_only_so_often(anon, site, counted):
    api.portal.set_registry_record("collective.virtualoffice.knocks_per_address", 2)
    transaction.commit()
    answers = [anon.post("/@demand", json={"way": "phone"}) for _ in range(3)]
    assert [answer.status_code for answer in answers] == [204, 204, 204]
    assert counted() == ["phone", "phone"]


def test_a_form_counts_nothing(anon, counted):
    assert anon.post("/@demand", data={"way": "phone"}).status_code == 415
    assert counted() == []
