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


def test_no_video(clerk, running_clock, site):
    api.portal.set_registry_record("collective.virtualoffice.video_system", "jitsi")
    transaction.commit()
    assert "Video is not set up" in clerk.look()
    assert "Video is not set up" in clerk.do("open")
