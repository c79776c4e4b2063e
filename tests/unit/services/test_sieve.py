from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.services.care import Finding
from collective.virtualoffice.domain.services.counts import count
from collective.virtualoffice.domain.services.facts import facts_of
from collective.virtualoffice.domain.services.sieve import CHOICES
from collective.virtualoffice.domain.services.sieve import Entry
from collective.virtualoffice.domain.services.sieve import Sieve
from collective.virtualoffice.domain.services.sieve import UNSET
from hypothesis import given
from hypothesis import strategies as st
import pytest


@pytest.fixture
def stock(entry):
    """A dog, a move and a rent; only the move is online."""
    return [
        entry("Wohngeld", maturity="1", online_url=None, situations=()),
        entry("Ärger melden", video=None, findings=(Finding.VIDEO_UNSET,)),
        entry("Hund anmelden", state="private", maturity=None, service_keys=[]),
    ]


def titles(sieve, stock):
    return [entry.title for entry in sieve.sift(stock)]


def test_all_are_found_by_title_with_umlauts_under_their_letter(stock):
    assert titles(Sieve(), stock) == ["Ärger melden", "Hund anmelden", "Wohngeld"]


@pytest.mark.parametrize(
    ("wanted", "found"),
    [
        ({"finding": "video_unset"}, ["Ärger melden"]),
        ({"finding": UNSET}, ["Hund anmelden", "Wohngeld"]),
        ({"maturity": "1"}, ["Wohngeld"]),
        ({"maturity": UNSET}, ["Hund anmelden"]),
        ({"fitness": "complete"}, ["Hund anmelden", "Wohngeld"]),
        ({"fitness": UNSET}, ["Ärger melden"]),
        ({"situation": "Umzug"}, ["Ärger melden", "Hund anmelden"]),
        ({"situation": UNSET}, ["Wohngeld"]),
        ({"state": "private"}, ["Hund anmelden"]),
        ({"office": "mitte", "text": "geld"}, ["Wohngeld"]),
        ({"office": "nord"}, []),
        ({"office": UNSET}, []),
        ({"text": "ÄRGER"}, ["Ärger melden"]),
        ({"text": "melden hund"}, ["Hund anmelden"]),
        ({"text": "99 050 012"}, ["Ärger melden", "Wohngeld"]),
        ({"text": "nichts"}, []),
    ],
)
def test_a_sieve_finds(stock, wanted, found):
    assert titles(Sieve.read(wanted), stock) == found


def test_synonyms_are_searched(entry):
    hund = entry("Hund", facts=entry("x").facts | {"names": "Vierbeiner\nWauwau"})
    assert titles(Sieve(text="wauwau"), [hund, entry("Katze")]) == ["Hund"]


def test_sorting_either_way_keeps_the_titles_in_order(stock):
    by_maturity = Sieve(sort="maturity")
    order = ["Hund anmelden", "Wohngeld", "Ärger melden"]
    assert titles(by_maturity, stock) == order
    turned = by_maturity.sorted_by("maturity")
    assert titles(turned, stock) == order[::-1]
    assert turned.sorted_by("maturity") == by_maturity
    assert turned.sorted_by("state") == Sieve(sort="state")


@pytest.mark.parametrize("sort", CHOICES["sort"])
def test_everything_can_be_sorted(stock, sort):
    assert len(titles(Sieve(sort=sort), stock)) == 3


@pytest.mark.parametrize(
    ("form", "wrong"),
    [
        ({"finding": "nonsense"}, {"finding": "unknown"}),
        ({"maturity": "5", "sort": "x"}, {"maturity": "unknown", "sort": "unknown"}),
        ({"text": ["a", "b"]}, {"text": "not_text"}),
        ({"text": "a" * 201}, {"text": "too_long"}),
    ],
)
def test_what_there_is_not_is_refused_by_name(form, wrong):
    with pytest.raises(Invalid) as refused:
        Sieve.read(form)
    assert refused.value.fields == wrong


values = st.one_of(st.text(), st.none(), st.integers(), st.lists(st.text()))


@given(st.dictionaries(st.sampled_from([*CHOICES, "text", "office"]), values))
def test_a_sieve_is_refused_or_says_what_it_read(form):
    try:
        sieve = Sieve.read(form)
    except Invalid as refused:
        assert refused.fields.keys() <= form.keys()
    else:
        assert Sieve.read(sieve.said) == sieve


def test_counts_say_how_far_the_services_are_online(stock):
    counts = count(stock)
    assert (counts.total, counts.online, counts.by_video) == (3, 2, 2)
    assert counts.maturity == {"0": 0, "1": 1, "2": 0, "3": 1, "4": 0, UNSET: 1}
    assert counts.fitness == {"complete": 2, "advice": 0, "none": 0, UNSET: 1}
    assert counts.findings["video_unset"] == 1
    assert counts.findings[UNSET] == 2


@given(st.lists(st.sampled_from(["complete", "advice", "none", None])))
def test_every_service_is_counted_once(fitness):
    stock = [
        Entry(str(n), "", "", "", (), facts_of({"video": each}), ())
        for n, each in enumerate(fitness)
    ]
    counts = count(stock)
    assert sum(counts.fitness.values()) == sum(counts.maturity.values()) == len(stock)
    for code, number in counts.fitness.items():
        assert len(Sieve(fitness=code).sift(stock)) == number
