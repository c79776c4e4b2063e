"""What a process remembers of an office for a second."""

from collective.virtualoffice.usecases import memory
import pytest


@pytest.fixture(autouse=True)
def clock(monkeypatch):
    now = [100.0]
    monkeypatch.setattr(memory, "monotonic", lambda: now[0])
    memory.forget()
    yield now
    memory.forget()


def test_an_answer_is_remembered_for_a_second(clock):
    assert memory.recall("office", lambda: "first") == "first"
    clock[0] += 1
    assert memory.recall("office", lambda: "second") == "first"
    clock[0] += 0.1
    assert memory.recall("office", lambda: "second") == "second"


def test_offices_are_remembered_apart():
    assert memory.recall("one", lambda: "first") == "first"
    assert memory.recall("two", lambda: "second") == "second"


def test_a_decision_makes_it_forget():
    memory.recall("office", lambda: "before")
    memory.forget()
    assert memory.recall("office", lambda: "after") == "after"


def test_what_was_read_while_something_was_decided_is_not_kept():
    def look():
        memory.forget()
        return "before"

    assert memory.recall("office", look) == "before"
    assert memory.recall("office", lambda: "after") == "after"
