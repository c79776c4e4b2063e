"""What a search finds, and what it asks for that."""

from AccessControl.SpecialUsers import nobody
from collective.virtualoffice.catalogue import finder
from collective.virtualoffice.catalogue.finder import text_query
from collective.virtualoffice.domain.services.letters import letter_of
from collective.virtualoffice.domain.services.search import examine
from collective.virtualoffice.domain.services.search import Search
from collective.virtualoffice.domain.services.ways import Way
from collective.virtualoffice.usecases import finding
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone import api
from plone.dexterity.fti import DexterityFTI
from Products.ZCatalog.Catalog import Catalog
from types import SimpleNamespace
import pytest
import transaction


BOOKING = "https://termine.example.org"
FORM = "https://antrag.example.org"


def test_a_service_is_found_by_the_beginning_of_a_word(make_service, titles):
    make_service(title="Wohnsitz anmelden")
    make_service(title="Hund anmelden")
    assert titles(text="wohn") == ["Wohnsitz anmelden"]
    assert titles(text="sitz") == []


def test_all_words_have_to_be_there(make_service, titles):
    make_service(title="Wohnsitz anmelden")
    make_service(title="Hund anmelden")
    assert titles(text="anm hun") == ["Hund anmelden"]
    assert titles(text="hund wohnsitz") == []


@pytest.mark.parametrize(
    "fields",
    [
        {"synonyms": ["Schnauzerabgabe"]},
        {"keywords": ["Schnauzerabgabe"]},
        {"description": "Auch Schnauzerabgabe genannt."},
    ],
    ids=["synonyms", "keywords", "short text"],
)
def test_it_is_found_by_other_words_than_its_title(make_service, titles, fields):
    make_service(title="Hundesteuer", **fields)
    assert titles(text="schnau") == ["Hundesteuer"]


def test_umlauts_are_found_without_their_dots(make_service, titles):
    make_service(title="Führungszeugnis")
    assert titles(text="fuhrungs") == titles(text="FÜHRUNGS") == ["Führungszeugnis"]


def test_titles_with_the_words_come_first(make_service, titles):
    make_service(title="Auto abmelden", description="Auch nach einem Umzug.")
    make_service(title="Umzug melden")
    assert titles(text="umzug") == ["Umzug melden", "Auto abmelden"]
    assert titles() == ["Auto abmelden", "Umzug melden"]


@pytest.mark.parametrize(
    "text", ["*", '"', "(", "and", "AND NOT", "wohn* OR (", "?", "-wohnsitz", "\\", "a"]
)
def test_the_language_of_the_catalogue_is_not_spoken(make_service, titles, text):
    make_service(title="Wohnsitz anmelden")
    titles(text=text)


def test_signs_do_not_keep_a_service_from_being_found(make_service, titles):
    make_service(title="Kfz-Zulassung (neu)")
    assert titles(text='"kfz-zul*" AND (neu)') == []
    assert titles(text='"kfz-zul*" (neu)') == ["Kfz-Zulassung (neu)"]


def test_letters_sort_umlauts_under_their_base(make_service, seek, titles):
    for title in ("Zaun", "Öl", "Obst", "ärztlich", "Abfall", "24 Stunden"):
        make_service(title=title)
    assert titles() == ["24 Stunden", "Abfall", "ärztlich", "Obst", "Öl", "Zaun"]
    assert seek().letters == {"#": 1, "A": 2, "O": 2, "Z": 1}
    assert titles(letter="O") == ["Obst", "Öl"]


def test_many_services_of_one_name_are_all_found(make_service, titles):
    """The catalogue hands them out together."""
    for _ in range(30):
        make_service(title="Hund")
    make_service(title="Amt")
    assert titles() == ["Amt", *["Hund"] * 30]


def test_a_situation_is_counted_and_chosen(make_service, seek, titles):
    make_service(title="Wohnsitz", subject=("Umzug", "Wohnen"))
    make_service(title="Wohngeld", subject=["Wohnen"])
    assert seek().situations == {"Umzug": 1, "Wohnen": 2}
    assert titles(situation="Umzug") == ["Wohnsitz"]


def test_only_what_is_below_the_container_is_found(make_service, titles):
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(api.portal.get(), "Folder", "amt")
    make_service(title="Hund", container=folder)
    make_service(title="Katze")
    assert titles(folder) == ["Hund"]
    assert titles() == ["Hund", "Katze"]


def test_nobody_finds_what_they_may_not_view(make_service, titles):
    service = make_service(title="Geheim")
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(service, "retract")
        assert titles() == ["Geheim"]
    with api.env.adopt_user(user=nobody):
        assert titles() == []


@pytest.fixture
def form_type(portal):
    types = api.portal.get_tool("portal_types")
    if "EasyForm" not in types:
        types["EasyForm"] = DexterityFTI(
            "EasyForm", klass="plone.dexterity.content.Item"
        )
    tool = api.portal.get_tool("portal_workflow")
    tool.setChainForPortalTypes(["EasyForm"], ["simple_publication_workflow"])


def test_online_is_also_where_a_form_is_inside_that_all_may_view(
    make_service, form_type, titles
):
    service = make_service(title="Parken")
    with api.env.adopt_roles(["Manager"]):
        form = api.content.create(service, "EasyForm", "antrag")
        assert titles(ways=(Way.ONLINE,)) == []
        api.content.transition(form, "publish")
        assert titles(ways=(Way.ONLINE,)) == ["Parken"]
        api.content.delete(form)
    assert titles(ways=(Way.ONLINE,)) == []


def test_online_is_where_one_can_apply_online(make_service, titles):
    make_service(title="Online", online_url=FORM)
    make_service(title="Papier")
    assert titles(ways=(Way.ONLINE,)) == ["Online"]


def test_an_office_brings_appointments_to_its_services(
    make_office, make_service, titles
):
    office = make_office(appointment_url=BOOKING)
    make_service([office], title="Hund")
    make_service([make_office(title="Nord")], title="Katze")
    assert titles(ways=(Way.APPOINTMENT,)) == ["Hund"]
    office.appointment_url = None
    office.reindexObject()
    assert titles(ways=(Way.APPOINTMENT,)) == []


@pytest.fixture
def open_doors(monkeypatch):
    """open_doors(office, …) are the only ones that can be knocked at."""

    def make(*offices):
        def look(office, now):
            is_open = office.getId() in {each.getId() for each in offices}
            return SimpleNamespace(door=SimpleNamespace(can_knock=is_open))

        monkeypatch.setattr(finding, "look", look)

    return make


def test_by_video_now_needs_an_open_door(make_office, make_service, open_doors, titles):
    here, there = make_office(title="Mitte"), make_office(title="Nord")
    make_service([here, there], title="Hund", video="complete")
    make_service([here], title="Katze", video="advice", video_note="Nur Rat.")
    make_service([there], title="Maus", video="complete")
    make_service([here], title="Pferd", video="none", video_note="Zu groß.")
    make_service(title="Wurm", video="complete")
    open_doors(here)
    assert titles(ways=(Way.VIDEO,)) == ["Hund", "Katze"]
    open_doors()
    assert titles(ways=(Way.VIDEO,)) == []


def test_an_empty_desk_opens_no_door(make_office, make_service, titles):
    make_service([make_office()], title="Hund", video="complete")
    assert titles(ways=(Way.VIDEO,)) == []


def test_an_office_that_the_reader_may_not_view_opens_no_way(
    make_office, make_service, open_doors, titles
):
    office = make_office(appointment_url=BOOKING)
    make_service([office], title="Hund", video="complete")
    open_doors(office)
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(office, "retract")
    with api.env.adopt_user(user=nobody):
        assert titles(ways=(Way.VIDEO,)) == titles(ways=(Way.APPOINTMENT,)) == []


@pytest.fixture
def questions(monkeypatch):
    """The questions that the catalogue was asked."""
    asked = []
    search = Catalog.search

    def note(self, query, *args, **options):
        asked.append(query)
        return search(self, query, *args, **options)

    monkeypatch.setattr(Catalog, "search", note)
    return asked


@pytest.fixture
def stored(functional_portal, make_office, make_service):
    """Many services of one office, written down and forgotten by the process."""
    office = make_office(appointment_url=BOOKING)
    services = [
        make_service([office], title=f"Antrag {number}", subject=("Umzug",))
        for number in range(30)
    ]
    transaction.commit()
    office._p_jar.cacheMinimize()
    return services


def woken(services):
    """Those of which more than the address is known to the process."""
    return [service for service in services if service._p_changed is not None]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"text": "antrag", "letter": "A", "situation": "Umzug"},
        {"ways": tuple(Way)},
    ],
    ids=["all", "narrowed", "ways"],
)
def test_two_questions_and_no_service_is_woken(stored, seek, questions, said):
    found = seek(**said)
    for offer in found.offers:
        assert offer.brain.getURL() and offer.brain.Description is not None
    assert len(questions) == 2
    assert woken(stored) == []


def test_with_several_languages_only_the_current_one_is_found(
    portal, make_service, titles
):
    catalog = api.portal.get_tool("portal_catalog")
    catalog.addIndex(finder.LANGUAGE, "FieldIndex")
    make_service(title="Hund", language="de")
    make_service(title="Dog", language="en")
    make_service(title="?", language="")
    spoken = {"de": ["?", "Hund"], "en": ["?", "Dog"]}
    assert titles() == spoken[api.portal.get_current_language()[:2]]


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.text(st.characters(exclude_categories=()), max_size=30))
def test_no_text_makes_the_catalogue_fail(portal, text):
    search, _ = examine({"text": text})
    list(finder.viewable_services(portal, search.words))


@given(st.text(st.characters(exclude_categories=())))
def test_no_title_is_unfindable(text):
    """Whatever words a title has, they find it among titles."""
    words = Search(text=text).words
    assert Search(text=text).is_titled(text)
    assert text_query(words).count(" AND ") == max(0, len(words) - 1)


def test_the_letter_of_a_title_is_kept_up_to_date(make_service, seek):
    service = make_service(title="Hund")
    service.title = "Ökologie"
    service.reindexObject()
    assert seek().letters == {letter_of("Ökologie"): 1}
