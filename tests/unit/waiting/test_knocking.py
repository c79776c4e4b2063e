"""Knocking, and knocking again."""

from collective.virtualoffice.domain.errors import DoorClosed
from collective.virtualoffice.domain.errors import TooManyKnocks
from collective.virtualoffice.domain.waiting import admission
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting import knocking
from collective.virtualoffice.domain.waiting import staying
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.rules import Rules
from collective.virtualoffice.domain.waiting.states import State
from dataclasses import replace
from datetime import timedelta
from ZODB.DB import DB
from ZODB.MappingStorage import MappingStorage
import transaction


ERIKA = Knock("Erika Mustermann", note="Ich ziehe um.", spoken_languages=("de",))


def knock(town, key="key", address=None, minutes=None):
    return knocking.knock(town.floor(), ERIKA, key, address, minutes, 0)


def test_a_knock_makes_a_waiting_visit(town):
    answer = knock(town, minutes=15)
    assert answer.created
    assert town.see(answer.visit).state is State.WAITING
    assert answer.visit.planned_minutes == 15
    assert answer.visit.arrived_at == town.now


def test_the_same_knock_finds_its_visit_for_ten_minutes(town):
    first = knock(town)
    town.later(minutes=9, seconds=59)
    again = knock(town)
    assert not again.created
    assert again.visit is first.visit


def test_after_ten_minutes_the_key_makes_another_visit(town):
    first = knock(town)
    town.later(minutes=10)
    assert knock(town).visit.id != first.visit.id


def test_a_repeated_knock_is_answered_though_the_door_closed(town):
    first = knock(town)
    admission.suspend(town.floor(), "")
    assert knock(town).visit is first.visit


def test_a_repeated_knock_finds_a_visit_that_is_over(town):
    first = knock(town).visit
    town.citizen(staying.leave, first)
    assert knock(town).visit is first


def test_going_back_to_the_form_corrects_the_visit_that_waits(town):
    first = knock(town).visit
    town.later(minutes=1)
    town.knock("Max")
    found = send_again(town, name="Erika Musterfrau", service="uid")
    assert (found.visit, found.created) == (first, False)
    assert first.knock == replace(ERIKA, name="Erika Musterfrau", service="uid")
    assert first.planned_minutes == 20
    assert town.queue() == ["Erika", "Max"]


def test_a_visit_that_was_called_is_corrected_no_more(town):
    visit = knock(town).visit
    town.clerk(calling.call, visit)
    assert send_again(town, name="Erika Musterfrau").visit is visit
    assert visit.knock == ERIKA


def test_going_back_to_the_form_after_leaving_makes_one_other_visit(town):
    first = knock(town).visit
    town.citizen(staying.leave, first)
    second = send_again(town)
    assert second.created and second.visit is not first
    third = send_again(town)
    assert (third.visit, third.created) == (second.visit, False)


def send_again(town, **changed):
    """The same form, gone back to."""
    said, floor = replace(ERIKA, **changed), town.floor()
    return knocking.knock(floor, said, "key", None, 20, 0, by_hand=True)


def test_the_id_says_nothing_of_the_key_and_differs_by_office(town):
    town.open("clerk", "office", "library")
    here = knock(town).visit.id
    there = knocking.knock(town.floor("library"), ERIKA, "key", None, None, 0).visit.id
    assert here != there
    assert "key" not in here


def test_one_address_knocks_so_often_and_no_more(make_town):
    town = make_town(rules=Rules(knocks=2))
    town.open()
    knock(town, "1", "address")
    town.later(minutes=4)
    knock(town, "2", "address")
    refused = knock(town, "3", "address")
    assert isinstance(refused, TooManyKnocks)
    assert refused.wait == timedelta(minutes=6)
    assert knock(town, "4", "another").created
    assert knock(town, "1", "address").created is False
    town.later(minutes=6)
    assert knock(town, "3", "address").created


def test_refused_knocks_count_too(make_town):
    town = make_town(rules=Rules(knocks=1))
    assert isinstance(knock(town, "1", "address"), DoorClosed)
    town.open()
    assert isinstance(knock(town, "2", "address"), TooManyKnocks)


def test_without_a_known_address_nobody_is_limited(make_town):
    town = make_town(rules=Rules(knocks=1))
    town.open()
    assert knock(town, "1").created
    assert knock(town, "2").created


def test_presence_is_stored_apart_and_tiny(town):
    visit = knock(town).visit
    storage = MappingStorage()
    connection = DB(storage).open()
    connection.root()["house"] = town.house
    transaction.commit()
    sizes = [len(storage.load(each._p_oid)[0]) for each in (visit, visit.signs)]
    connection.close()
    assert sizes[0] < 400
    assert sizes[1] < 90
