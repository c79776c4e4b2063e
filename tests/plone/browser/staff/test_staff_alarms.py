"""What staff are told although no visitor says it."""

from collective.virtualoffice.storage import furnished_house
from datetime import datetime
from datetime import UTC
from plone import api
import pytest
import transaction


@pytest.fixture
def running_clock(site):
    furnished_house(site).clock.ran_at = datetime.now(UTC)
    transaction.commit()


def test_a_clock_that_does_not_run(clerk):
    assert "The clock of this site does not run" in clerk.look()


def test_nothing_is_wrong(clerk, running_clock):
    assert "Please note" not in clerk.look()


def test_a_proxy_that_nobody_named(clerk, running_clock):
    clerk.browser.addHeader("X-Forwarded-For", "192.0.2.7")
    assert "A proxy is in front of this site" in clerk.look()


@pytest.fixture
def no_video(site):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()


def test_without_video_no_desk_is_offered(clerk, running_clock, no_video):
    page = clerk.look()
    assert "Video is not set up" in page
    assert "You cannot open a desk now" in page
    assert not clerk.may("open")


def test_video_lost_meanwhile_refuses_the_desk(clerk, running_clock, site, request):
    form = clerk.form("open")
    request.getfixturevalue("no_video")
    assert "Video is not set up" in clerk.send(form)
