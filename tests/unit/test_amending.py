"""What is remembered while it changes and while somebody looks again."""

from collective.virtualoffice.usecases import memory
from threading import Event
from threading import Thread
import pytest


@pytest.fixture(autouse=True)
def nothing():
    memory.forget()
    yield
    memory.forget()


class Looker(Thread):
    """Looks in a thread of its own, until it is let go."""

    def __init__(self, answer):
        super().__init__()
        self.answer, self.began, self.go = answer, Event(), Event()

    def look(self):
        self.began.set()
        self.go.wait(5)
        return self.answer

    def run(self):
        self.found = memory.recall("office", self.look)


@pytest.fixture
def looker():
    """looker(answer) has begun to look and not come to an end."""
    started = []

    def start(answer):
        thread = Looker(answer)
        started.append(thread)
        thread.start()
        thread.began.wait(5)
        return thread

    yield start
    for thread in started:
        thread.go.set()
        thread.join(5)


def end(thread):
    thread.go.set()
    thread.join(5)


def test_a_change_is_seen_at_once():
    memory.recall("office", lambda: (1,))
    memory.amend("office", lambda seen: (*seen, 2))
    assert memory.recall("office", lambda: None) == (1, 2)


def test_nothing_remembered_needs_no_change():
    memory.amend("office", lambda seen: (*seen, 2))
    assert memory.recall("office", lambda: (1,)) == (1,)


def test_while_one_looks_again_the_others_have_the_old(monkeypatch, looker):
    memory.recall("office", lambda: (1,))
    monkeypatch.setattr(memory, "KEPT_SECONDS", -1)
    slow = looker((2,))
    assert memory.recall("office", lambda: (3,)) == (1,)
    end(slow)
    assert slow.found == (2,)


def test_a_change_made_while_somebody_looks_is_not_lost(looker):
    slow = looker((1,))
    memory.amend("office", lambda seen: (*seen, 2))
    end(slow)
    assert slow.found == (1, 2)
    assert memory.recall("office", lambda: None) == (1, 2)


def test_what_was_being_looked_up_when_all_was_forgotten_is_not_kept(looker):
    slow = looker((1,))
    memory.forget()
    end(slow)
    assert memory.recall("office", lambda: (2,)) == (2,)


def test_who_fails_to_look_stands_in_nobodys_way():
    def fail():
        raise OSError

    with pytest.raises(OSError):
        memory.recall("office", fail)
    assert memory.recall("office", lambda: (1,)) == (1,)
