"""The public board and what is said to those who wait."""

from collective.virtualoffice.domain.errors import UnknownMessage
from collective.virtualoffice.domain.waiting import calling
from collective.virtualoffice.domain.waiting.live import live
from collective.virtualoffice.domain.waiting.states import State
from collective.virtualoffice.domain.waiting.states import Status
from datetime import timedelta
import pytest


def test_the_board_lists_the_first_hundred_and_counts_all(make_town):
    town = make_town(most_waiting=500)
    town.open()
    visits = []
    for number in range(103):
        visits.append(town.knock(f"{number}").id)
        town.later(milliseconds=10)
    view = live(town.floor())
    assert list(view.board.waiting) == visits[:100]
    assert view.board.total == 103
    assert view.places[visits[102]] == 102
    assert view.board.door is Status.OCCUPIED


def test_the_board_shows_who_is_called_and_no_more_who_answered(town):
    visit = town.knock()
    town.clerk(calling.call, visit)
    board = live(town.floor()).board
    assert (board.called, board.waiting, board.total) == ((visit.id,), (), 0)
    assert live(town.floor()).places == {}


def test_the_board_names_nobody(town):
    town.knock("Erika", note="Mein Hund heißt Waldi")
    assert "Erika" not in repr(live(town.floor()))
    assert "Waldi" not in repr(live(town.floor()))


def test_a_message_reaches_one(town):
    erika, max_ = town.knock("Erika"), town.knock("Max")
    calling.tell(town.floor(), "Bitte halten Sie den Ausweis bereit.", erika.id)
    room = town.floor().room
    assert [m.text for m in room.messages_for(erika, State.WAITING)] == [
        "Bitte halten Sie den Ausweis bereit."
    ]
    assert room.messages_for(max_, State.WAITING) == []


def test_a_message_to_all_reaches_who_waits_not_who_comes_later(town):
    before = town.knock("Before")
    town.later(seconds=1)
    calling.tell(town.floor(), "Es dauert länger.", None)
    town.later(seconds=1)
    calling.tell(town.floor(), "Nur Sie.", before.id)
    after = town.knock("After")
    room = town.floor().room
    assert [m.text for m in room.messages_for(before, State.WAITING)] == [
        "Es dauert länger.",
        "Nur Sie.",
    ]
    assert room.messages_for(after, State.WAITING) == []


@pytest.mark.parametrize("state", State)
def test_a_message_to_all_is_for_who_waits_or_is_called(town, state):
    visit = town.knock()
    calling.tell(town.floor(), "Es dauert länger.", None)
    heard = town.floor().room.messages_for(visit, state)
    assert bool(heard) is (state in {State.WAITING, State.CALLED})


def test_a_message_to_all_is_withdrawn_once(town):
    visit = town.knock()
    for text in ("Es dauert länger.", "Gleich!"):
        calling.tell(town.floor(), text, None)
    wrong, right = town.floor().room.announcements
    calling.withdraw(town.floor(), wrong.id)
    assert town.floor().room.messages_for(visit, State.WAITING) == [right]
    with pytest.raises(UnknownMessage):
        calling.withdraw(town.floor(), wrong.id)


def test_only_the_last_twenty_messages_are_kept(town):
    visit = town.knock()
    for number in range(25):
        town.now += timedelta(seconds=1)
        calling.tell(town.floor(), f"{number}", visit.id)
        calling.tell(town.floor(), f"all {number}", None)
    assert [m.text for m in visit.messages] == [f"{n}" for n in range(5, 25)]
    assert len(town.floor().room.announcements) == 20
