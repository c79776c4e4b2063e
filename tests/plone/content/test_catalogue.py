"""Who offers what."""

from AccessControl.SpecialUsers import nobody
from collective.virtualoffice.catalogue.services import offices_of
from collective.virtualoffice.catalogue.services import planned_minutes
from collective.virtualoffice.catalogue.services import service_title
from collective.virtualoffice.catalogue.services import services_of
from plone import api
import pytest


def titles(brains):
    return [brain.Title for brain in brains]


def test_an_office_lists_its_services_by_title(portal, make_office, make_service):
    mitte, nord = make_office(), make_office()
    make_service(title="Wohngeld", offices=[mitte, nord])
    make_service(title="Hund anmelden", offices=[mitte])
    assert titles(services_of(mitte)) == ["Hund anmelden", "Wohngeld"]
    assert titles(services_of(nord)) == ["Wohngeld"]


def test_an_office_lists_only_what_the_reader_may_view(
    portal, make_office, make_service
):
    office = make_office()
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(make_service(offices=[office]), "retract")
    with api.env.adopt_user(user=nobody):
        assert services_of(office) == []


def test_a_service_names_only_offices_the_reader_may_view(
    portal, make_office, make_service
):
    public, hidden = make_office(title="Mitte"), make_office(title="Nord")
    service = make_service(offices=[public, hidden])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(hidden, "retract")
    with api.env.adopt_user(user=nobody):
        assert [office.title for office in offices_of(service)] == ["Mitte"]


def test_a_deleted_office_is_no_office_of_a_service(portal, make_office, make_service):
    office = make_office()
    service = make_service(offices=[office])
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(office, check_linkintegrity=False)
    assert offices_of(service) == []


def test_a_service_is_found_by_its_uid(portal, make_service):
    uid = api.content.get_uuid(make_service(title="Wohngeld", planned_minutes=30))
    assert service_title(uid) == "Wohngeld"
    assert planned_minutes(uid) == 30


def test_minutes_may_be_left_to_the_office(portal, make_service):
    assert planned_minutes(api.content.get_uuid(make_service())) is None


def test_only_a_service_is_a_service(portal, make_office):
    uid = api.content.get_uuid(make_office())
    assert service_title(uid) is None
    assert planned_minutes("nothing") is None


def test_an_editor_keeps_offices_that_are_hidden(
    portal, make_office, make_service, get_vocabulary
):
    hidden = make_office()
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(hidden, "retract")
    with api.env.adopt_user(user=nobody):
        choices = get_vocabulary("collective.virtualoffice.offices", portal)
        assert [term.token for term in choices] == [api.content.get_uuid(hidden)]


@pytest.mark.parametrize(
    "name, token, title",
    [
        ("weekdays", "MO", "weekday_mon"),
        ("german_states", "NW", "Nordrhein-Westfalen"),
        ("german_states", "BW", "Baden-Württemberg"),
        ("languages", "de", "Deutsch (German)"),
        ("languages", "uk", "Українська (Ukrainian)"),
        ("languages", "gsg", "office_language_german_sign"),
        ("video_fitness", "none", "service_video_none"),
    ],
)
def test_choices_have_tokens_and_titles(portal, get_vocabulary, name, token, title):
    vocabulary = get_vocabulary(f"collective.virtualoffice.{name}", portal)
    term = vocabulary.getTermByToken(token)
    assert (term.value, term.title) == (token, title)


def test_there_are_sixteen_states(portal, get_vocabulary):
    assert len(get_vocabulary("collective.virtualoffice.german_states", portal)) == 16
