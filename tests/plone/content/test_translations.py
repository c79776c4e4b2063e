"""Translations of an office are one office: they share who waits, and the hours."""

from collective.virtualoffice.content.hours import copy_hours
from collective.virtualoffice.storage import office_key
from datetime import date
from datetime import time
from plone import api
from plone.app.multilingual.api import translate
from plone.app.multilingual.interfaces import IPloneAppMultilingualInstalled
from plone.app.testing import applyProfile
from zope.event import notify
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


WEEK = [{"weekday": "MO", "opens": time(8), "closes": time(12)}]
DAYS = [{"day": date(2026, 12, 24), "opens": None, "closes": None, "reason": "Fest"}]


@pytest.fixture
def german(portal, make_office):
    """An office of a site in German and English."""
    api.portal.set_registry_record("plone.available_languages", ["de", "en"])
    applyProfile(portal, "plone.app.multilingual:default")
    alsoProvides(portal.REQUEST, IPloneAppMultilingualInstalled)
    made = make_office(container=portal["de"], language="de", phone="115")
    with api.env.adopt_roles(["Manager"]):
        yield made


@pytest.fixture
def english(german):
    return translate(german, "en")


def change(office, **values):
    for name, value in values.items():
        setattr(office, name, value)
    notify(ObjectModifiedEvent(office))


def test_a_new_translation_has_the_hours_and_the_same_waiting_room(german, english):
    assert english.opening_hours == german.opening_hours != []
    assert office_key(english) == office_key(german)


@pytest.mark.parametrize("edited", ["german", "english"])
def test_hours_changed_in_one_language_hold_in_the_other(german, english, edited):
    offices = {"german": german, "english": english}
    change(offices.pop(edited), opening_hours=WEEK, exceptions=DAYS, holiday_state="BY")
    [other] = offices.values()
    assert other.opening_hours == WEEK
    assert other.exceptions == DAYS
    assert other.holiday_state == "BY"


def test_words_stay_each_language_s_own(german, english):
    change(english, title="Citizens' office", other_ways="Write to us")
    assert german.title == "Bürgerbüro"
    assert german.other_ways is None


def test_hours_taken_over_from_another_office_hold_in_the_translation(
    german, english, make_office
):
    other = make_office(container=german.aq_parent, opening_hours=WEEK)
    copy_hours(other, german)
    assert english.opening_hours == WEEK
