"""What services and forms read from what was sent: a wish that fits, or Invalid."""

from collective.virtualoffice.api.admission.wish import NOTICE_LENGTH
from collective.virtualoffice.api.admission.wish import read_wish
from collective.virtualoffice.api.ids import optional_visit_id
from collective.virtualoffice.api.ids import visit_id
from collective.virtualoffice.api.people import read_here
from collective.virtualoffice.api.visits.trouble import read_trouble
from collective.virtualoffice.browser.citizen.typed import Typed
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import UnknownVisit
from collective.virtualoffice.domain.tokens import make_token
from collective.virtualoffice.domain.tokens import token_id
from collective.virtualoffice.domain.waiting.guests import read_number
from collective.virtualoffice.domain.waiting.knock import read_knock
from collective.virtualoffice.domain.waiting.trouble import Trouble
from dataclasses import asdict
from dataclasses import fields as fields_of
from hypothesis import given
from hypothesis import strategies as st
from untrusted import anything
from untrusted import fields
from untrusted import texts
import pytest


kinds = st.sampled_from([*Trouble, "", "other"])
numbers = st.integers() | st.integers().map(str) | st.text("0123456789٣²+-_ ")


@given(
    fields(
        suspended=st.booleans(),
        notice=st.text(max_size=NOTICE_LENGTH + 5),
        end_day=st.booleans(),
        release=st.text(max_size=70),
    )
)
def test_admission_is_asked_for_one_thing_or_refused(data):
    try:
        wish = read_wish(data)
    except Invalid as refused:
        assert refused.fields
        return
    assert wish.deed in {"suspend", "admit", "end_day", "release"}
    assert wish.needs_head is (wish.deed in {"end_day", "release"})
    assert len(wish.value) <= NOTICE_LENGTH
    assert sum(name in data for name in ("suspended", "end_day", "release")) == 1


@given(fields(kind=kinds, over=st.lists(kinds, max_size=len(Trouble) + 1)))
def test_trouble_is_read_or_refused(data):
    try:
        assert callable(read_trouble(data))
    except Invalid as refused:
        assert refused.fields.keys() <= {"kind", "over"}


@given(fields(here=st.booleans()))
def test_who_is_here_says_yes_or_no(data):
    try:
        assert read_here(data) is data["here"]
    except Invalid as refused:
        assert refused.fields["here"] in {"required", "not_a_boolean"}


@given(fields(number=numbers))
def test_a_guest_has_a_number_or_none(data):
    try:
        number = read_number(data)
    except Invalid as refused:
        assert refused.fields == {"number": "malformed"}
        return
    if number is None:
        assert data.get("number") is None
    else:
        assert type(number) is int
        assert number == int(data["number"])


ids = texts | st.from_regex(r"[A-Za-z0-9_-]{0,66}", fullmatch=True)


@given(fields(visit=ids))
def test_a_visit_is_named_by_an_id_or_not_at_all(data):
    try:
        id = optional_visit_id(data)
    except Invalid as refused:
        assert refused.fields == {"visit": "not_text"}
    except UnknownVisit:
        pass
    else:
        assert id == data.get("visit")


@given(ids)
def test_every_id_can_stand_in_a_private_link(text):
    try:
        id = visit_id(text)
    except UnknownVisit:
        return
    assert token_id(make_token(b"k" * 32, "visit", id, 1)) == id


@given(st.dictionaries(st.sampled_from([f.name for f in fields_of(Typed)]), anything))
def test_a_form_is_shown_again_as_text_and_can_be_knocked_with(form):
    typed = Typed.read(form)
    given_texts = {name: text for name, text in form.items() if isinstance(text, str)}
    assert asdict(typed) == asdict(Typed()) | given_texts
    try:
        assert read_knock(typed.for_knock(), (), "de").name
    except Invalid as refused:
        assert refused.fields


@pytest.mark.parametrize("number", ["٣", "²", "+1", "1_0", " 1", True, 1.0, [1]])
def test_a_number_is_digits_and_nothing_else(number):
    with pytest.raises(Invalid):
        read_number({"number": number})
