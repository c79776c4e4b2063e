"""What the code beside Plone reads from forms and services, whatever was sent."""

from collections.abc import Callable
from collective.virtualoffice.api.calls.actions import read_outcome
from collective.virtualoffice.api.demand.post import read_way
from collective.virtualoffice.api.desk.wish import LABEL_LENGTH
from collective.virtualoffice.api.desk.wish import read_wish
from collective.virtualoffice.browser.citizen.deeds import DEEDS
from collective.virtualoffice.browser.citizen.deeds import find_deed
from collective.virtualoffice.browser.citizen.deeds import READ
from collective.virtualoffice.browser.staff.deeds import Task
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.figures.demand import Way
from collective.virtualoffice.domain.waiting.knock import clean
from collective.virtualoffice.domain.waiting.states import Outcome
from datetime import datetime
from datetime import UTC
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.uuid.interfaces import IUUID
from typing import Any
from untrusted import anything
from untrusted import fields
import pytest


ASKED = {"label", "offices", "services", "languages"}
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
few = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize(
    "read, kind, field",
    [(read_outcome, Outcome, "outcome"), (read_way, Way, "way")],
)
def test_a_word_is_one_of_ours_or_refused(read: Callable, kind: type, field: str):
    @few
    @given(st.sampled_from(kind) | st.sampled_from(kind).map(str) | anything)
    def is_ours(code):
        try:
            assert read(code) in set(kind)
        except Invalid as refused:
            assert refused.fields[field] in {"required", "unknown"}

    is_ours()


@few
@given(fields(visit=st.text(), offices=st.lists(st.text())))
def test_a_form_of_staff_is_read_as_text_that_can_be_stored(form: dict[str, Any]):
    task = Task(None, "clerk", form, NOW)
    for field in ("visit", "offices"):
        assert task.text(field) == clean(task.text(field))
        task.text(field).encode()
        assert all(isinstance(each, str) and each for each in task.choices(field))


@few
@given(
    st.sampled_from([*DEEDS, *READ]) | st.text(),
    fields(
        number=st.text("0123456789"), phone=st.text("0123456789 +"), guest=st.text()
    ),
)
def test_a_button_of_the_waiting_page_is_known_or_not(name: str, form: dict[str, Any]):
    try:
        deed = find_deed(name, form)
    except Invalid as refused:
        assert refused.fields.keys() <= {"number", "phone"}
        return
    assert callable(deed) if name in {*DEEDS, *READ} else deed is None


def test_a_desk_is_asked_for_what_there_is_or_refused(portal, make_office):
    here, other = make_office(title="Mitte"), make_office(title="Nord")
    uids = st.sampled_from([IUUID(here), IUUID(other), "unknown"])
    tags = st.sampled_from(["de", "en", "uk", "xx"])

    @few
    @given(
        fields(
            label=st.text(max_size=LABEL_LENGTH + 5),
            offices=st.lists(uids, max_size=4),
            services=st.lists(uids, max_size=2),
            languages=st.lists(tags, max_size=4),
        )
    )
    def is_read(data):
        try:
            wish = read_wish(here, data, "Platz 1")
        except Invalid as refused:
            assert refused.fields.keys() <= {
                "label",
                "offices",
                "services",
                "languages",
            }
            return
        assert 0 < len(wish.label) <= LABEL_LENGTH
        assert {IUUID(each) for each in wish.offices} <= {IUUID(here), IUUID(other)}
        assert {*wish.languages} <= {"de", "en", "uk"}
        assert wish.services == ()

    with api.env.adopt_roles(["Manager"]):
        is_read()
