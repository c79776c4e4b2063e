"""What a file changes, and what was edited here."""

from collective.virtualoffice.domain.services.comparison import Change
from collective.virtualoffice.domain.services.comparison import compare
from collective.virtualoffice.domain.services.comparison import excerpt
from collective.virtualoffice.domain.services.comparison import LONGEST
from collective.virtualoffice.domain.services.comparison import mark


def test_the_same_cells_change_nothing():
    assert compare({"title": "a", "text": "b"}, {"title": "a"}, {}) == []


def test_a_field_as_the_last_import_wrote_it_is_simply_changed():
    found = compare({"title": "a"}, {"title": "b"}, {"title": mark("a")})
    assert found == [Change("title", "a", "b")]


def test_a_field_edited_since_the_last_import_is_marked():
    found = compare({"title": "c"}, {"title": "b"}, {"title": mark("a")})
    assert found == [Change("title", "c", "b", edited_here=True)]


def test_a_field_emptied_here_is_marked_too():
    assert compare({"title": ""}, {"title": "b"}, {"title": mark("a")})[0].edited_here


def test_what_no_import_ever_wrote_was_written_here_unless_it_is_empty():
    here, file = {"title": "a", "text": ""}, {"title": "b", "text": "b"}
    assert [each.edited_here for each in compare(here, file, {})] == [True, False]


def test_of_long_texts_the_place_of_the_difference_is_shown():
    same = "x" * 5000
    shown = excerpt(Change("text", f"{same}old{same}", f"{same}new{same}"))
    assert "old" in shown.old
    assert "new" in shown.new
    assert max(len(shown.old), len(shown.new)) <= LONGEST + 2
    assert shown.old.startswith("…")
    assert shown.old.endswith("…")


def test_short_texts_are_shown_whole():
    change = Change("title", "a", "b")
    assert excerpt(change) is change
