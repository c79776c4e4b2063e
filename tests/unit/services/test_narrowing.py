"""Which services of a list remain."""

from collective.virtualoffice.domain.services.narrowing import narrow
from collective.virtualoffice.domain.services.narrowing import Traits
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from hypothesis import given
from hypothesis import strategies as st


HUND = Traits("H", ("Haustiere",), (Way.ONLINE,))
HOCHZEIT = Traits("H", ("Familie", "Feste"), (Way.VIDEO, Way.APPOINTMENT))
UMZUG = Traits("U", ("Umzug", "Familie"), tuple(Way))
LISTED = [HUND, HOCHZEIT, UMZUG]

situations = st.sampled_from(["Familie", "Umzug", "Tod"])
traits = st.builds(
    Traits,
    letter=st.sampled_from("AB#"),
    situations=st.lists(situations, max_size=3).map(tuple),
    ways=st.lists(st.sampled_from(Way), unique=True).map(tuple),
)
searches = st.builds(
    Search,
    letter=st.sampled_from(["", "A", "B"]),
    situation=st.just("") | situations,
    ways=st.lists(st.sampled_from(Way), unique=True).map(tuple),
)


def left(**said):
    return narrow(Search(**said), LISTED)


def test_without_a_filter_everything_remains():
    found = left()
    assert found.places == (0, 1, 2)
    assert found.letters == {"H": 2, "U": 1}
    assert found.situations == {"Haustiere": 1, "Familie": 2, "Feste": 1, "Umzug": 1}


def test_a_letter_leaves_the_other_letters_to_choose():
    found = left(letter="U")
    assert found.places == (2,)
    assert found.letters == {"H": 2, "U": 1}
    assert found.situations == {"Umzug": 1, "Familie": 1}


def test_a_situation_leaves_the_other_situations_to_choose():
    found = left(situation="Familie")
    assert found.places == (1, 2)
    assert found.letters == {"H": 1, "U": 1}
    assert found.situations["Haustiere"] == 1


def test_every_way_that_is_asked_for_has_to_be_open():
    assert left(ways=(Way.ONLINE,)).places == (0, 2)
    assert left(ways=(Way.ONLINE, Way.VIDEO)).places == (2,)


def test_a_situation_that_nobody_named_leaves_nothing():
    found = left(situation="Urlaub")
    assert (found.places, found.letters) == ((), {})


@given(searches, st.lists(traits))
def test_each_count_is_what_choosing_it_would_leave(search, listed):
    found = narrow(search, listed)
    for letter, count in found.letters.items():
        assert len(narrow(search.but(letter=letter), listed).places) == count
    for situation, count in found.situations.items():
        assert len(narrow(search.but(situation=situation), listed).places) == count
