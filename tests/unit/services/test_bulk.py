from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.services.bulk import Obstacle
from collective.virtualoffice.domain.services.bulk import Standing
from collective.virtualoffice.domain.services.wish import Wish
from datetime import date
from hypothesis import assume
from hypothesis import given
from hypothesis import strategies as st
import pytest


TODAY = date(2026, 11, 22)
OFFICES = ("mitte", "nord", "süd")


def read(**form):
    return Wish.read(form, OFFICES, TODAY)


def test_a_wish_is_read():
    wish = read(
        add_offices=["mitte", "mitte", ""],
        remove_offices="nord",
        fitness="advice",
        note=" Unterschrift\r\nvor Ort ",
        reviewed="2026-11-01",
        add_situations="Umzug\r\n\r\n Familie ",
        release="1",
    )
    assert wish == Wish(
        add_offices=("mitte",),
        remove_offices=("nord",),
        fitness="advice",
        note="Unterschrift\nvor Ort",
        reviewed=date(2026, 11, 1),
        add_situations=("Umzug", "Familie"),
        release=True,
    )
    assert Wish.read(wish.said, OFFICES, TODAY) == wish


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({}, {"wish": "required"}),
        ({"add_offices": ["ost"]}, {"add_offices": "unknown"}),
        ({"add_offices": [["mitte"]]}, {"add_offices": "unknown"}),
        ({"add_offices": {"mitte": 1}}, {"add_offices": "not_a_list"}),
        ({"fitness": "perhaps"}, {"fitness": "unknown"}),
        ({"note": ["a"]}, {"note": "not_text"}),
        ({"note": "a" * 5001}, {"note": "too_long"}),
        ({"reviewed": "gestern"}, {"reviewed": "malformed"}),
        ({"reviewed": "2026-11-23"}, {"reviewed": "future"}),
        ({"add_situations": "a" * 201}, {"add_situations": "too_long"}),
        (
            {"add_offices": "mitte", "remove_offices": "mitte"},
            {"remove_offices": "both"},
        ),
        (
            {"add_situations": "Umzug", "remove_situations": "Umzug"},
            {"remove_situations": "both"},
        ),
    ],
)
def test_a_wish_that_makes_no_sense_is_refused(form, wrong):
    with pytest.raises(Invalid) as refused:
        read(**form)
    assert refused.value.fields == wrong


def test_a_wish_changes_what_it_names_and_nothing_else():
    now = Standing(("mitte",), "none", "Nur hier", TODAY, ("Hund",), released=True)
    then = now.after(read(add_offices="nord", remove_situations="Hund"))
    assert now.changes(then) == {
        "offices": (("mitte",), ("mitte", "nord")),
        "situations": (("Hund",), ()),
    }


@pytest.mark.parametrize("fitness", ("advice", "none"))
def test_whoever_cannot_do_all_by_video_has_to_say_why(fitness):
    assert Standing().obstacle(read(fitness=fitness)) == Obstacle.NO_REASON
    assert Standing(note="Vor Ort").obstacle(read(fitness=fitness)) is None
    assert Standing().obstacle(read(fitness=fitness, note="Vor Ort")) is None


def test_an_old_gap_does_not_stand_in_the_way_of_something_else():
    assert Standing(fitness="none").obstacle(read(reviewed="2026-11-01")) is None
    assert Standing().obstacle(read(fitness="complete")) is None


names = st.lists(st.sampled_from(OFFICES), unique=True).map(tuple)
standings = st.builds(
    Standing,
    offices=names,
    fitness=st.sampled_from([None, "complete", "advice", "none"]),
    note=st.text(max_size=3),
    situations=names,
    released=st.booleans(),
)
wishes = st.builds(
    Wish,
    add_offices=names,
    remove_offices=names,
    fitness=st.sampled_from(["", "complete", "advice", "none"]),
    note=st.text(max_size=3),
    reviewed=st.none() | st.dates(max_value=TODAY),
    add_situations=names,
    remove_situations=names,
    release=st.booleans(),
)


@given(standings, wishes)
def test_twice_the_same_changes_nothing_more(standing, wish):
    then = standing.after(wish)
    assert then.after(wish) == then
    assert then.changes(then.after(wish)) == {}


@given(standings, wishes)
def test_nothing_is_lost_that_was_not_to_be_removed(standing, wish):
    assume(not set(wish.add_offices) & set(wish.remove_offices))
    then = standing.after(wish)
    assert set(standing.offices) - set(wish.remove_offices) <= set(then.offices)
    assert set(wish.add_offices) <= set(then.offices)


values = st.one_of(st.text(), st.none(), st.integers(), st.lists(st.text()))
FIELDS = [*Wish.__dataclass_fields__]


@given(st.dictionaries(st.sampled_from(FIELDS), values))
def test_any_form_is_read_or_refused(form):
    try:
        wish = Wish.read(form, OFFICES, TODAY)
    except Invalid as refused:
        assert refused.fields
    else:
        assert Wish.read(wish.said, OFFICES, TODAY) == wish
