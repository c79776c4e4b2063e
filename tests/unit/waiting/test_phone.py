"""A call back for whom video does not work."""

from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import NotPossible
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.knock import read_knock
from collective.virtualoffice.domain.waiting.knock import read_phone
from collective.virtualoffice.domain.waiting.phone import phone_url
from collective.virtualoffice.domain.waiting.states import Outcome
from dataclasses import replace
from hypothesis import given
from hypothesis import strategies as st
from pickle import dumps
import pytest
import re


NUMBER = "+49 (0)2000 115-0"


def ask(town, visit, phone=NUMBER):
    return town.citizen(staying.ask_for_call_back, visit, phone)


@pytest.mark.parametrize(
    "phone", ["", "12345", "02000 115-0", NUMBER, "02000/115.0", " 02000 1150 "]
)
def test_a_number_is_read_as_people_write_it(phone):
    assert read_phone({"phone": phone}) == phone.strip()


@pytest.mark.parametrize(
    ("phone", "code"),
    [
        ("1234", "malformed"),
        ("- - - - -", "malformed"),
        ("02000 115-0 x", "malformed"),
        ("erika@example.org", "malformed"),
        ("٠١٢٣٤٥", "malformed"),
        ("1" * 31, "too_long"),
        ("1" * 10_000_000, "too_long"),
        (20001150, "not_text"),
        (["02000 1150"], "not_text"),
    ],
)
def test_what_nobody_could_dial_is_refused(phone, code):
    with pytest.raises(Invalid) as refused:
        read_phone({"phone": phone})
    assert refused.value.fields == {"phone": code}
    with pytest.raises(Invalid) as refused:
        read_knock({"name": "Erika", "privacy_noted": True, "phone": phone}, (), "de")
    assert refused.value.fields == {"phone": code}


def test_no_number_is_removed_by_saying_nothing():
    with pytest.raises(Invalid) as refused:
        read_phone({})
    assert refused.value.fields == {"phone": "required"}
    assert read_phone({"phone": None}) == ""


@given(st.text())
def test_whatever_is_read_can_be_dialled(text):
    try:
        phone = read_phone({"phone": text})
    except Invalid:
        return
    assert not phone or re.fullmatch(r"tel:\+?[0-9+]{3,30}", phone_url(phone))


def test_the_zero_that_is_not_dialled_from_abroad_goes():
    assert phone_url(NUMBER) == "tel:+4920001150"
    assert phone_url("(02000) 115-0") == "tel:020001150"


def test_a_number_stands_with_the_visit_from_the_knock_on(town):
    assert town.knock(phone=NUMBER).phone == NUMBER
    assert town.knock("Max").phone == ""


def test_a_number_is_given_changed_and_removed_while_waiting(town):
    visit = town.knock(note="Waldi")
    ask(town, visit)
    assert (visit.phone, visit.knock.note) == (NUMBER, "Waldi")
    ask(town, visit, "02000 115")
    assert visit.phone == "02000 115"
    ask(town, visit, "")
    assert visit.phone == ""


def test_asking_for_a_call_back_keeps_the_place_and_is_a_sign_of_life(town):
    first, second = town.knock("Anna"), town.knock("Bert")
    town.later(minutes=10)
    ask(town, first)
    assert town.queue() == ["Anna", "Bert"]
    assert not town.see(first).absent
    assert town.see(second).absent


def test_a_number_may_be_given_in_the_call_too(town):
    visit = town.speak()
    ask(town, visit)
    assert visit.phone == NUMBER


def test_nobody_calls_back_after_the_end(town):
    visit = town.serve("Erika")
    with pytest.raises(NotPossible):
        ask(town, visit)
    assert visit.phone == ""


def test_going_back_to_the_form_keeps_a_number_given_since(town):
    visit = town.knock()
    ask(town, visit)
    said = replace(visit.knock, phone="", note="Waldi")
    knocking.knock(town.floor(), said, "Erika", None, None, 0, by_hand=True)
    assert (visit.knock.note, visit.phone) == ("Waldi", NUMBER)


def test_the_journal_never_holds_a_number(town):
    visit = town.knock(phone=NUMBER)
    ask(town, visit, "02000 777")
    town.clerk(calling.call, visit)
    town.citizen(staying.answer, visit)
    town.clerk(calling.finish, visit, Outcome.TECHNICAL_FAILURE)
    kept = repr(list(town.floor().room.journal))
    assert "2000" not in kept and "777" not in kept


def test_the_number_goes_with_the_visit(town):
    visit = town.knock(phone=NUMBER)
    assert NUMBER.encode() in dumps(town.house)
    town.citizen(staying.leave, visit)
    town.citizen(staying.leave, visit)
    assert NUMBER.encode() not in dumps(town.house)
