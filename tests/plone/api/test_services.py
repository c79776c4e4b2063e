"""`@services`: what is found below a container, as JSON."""

from collective.virtualoffice.api.caching import FOR_ALL
from collective.virtualoffice.api.caching import NO_STORE
from plone import api
import pytest
import transaction


@pytest.fixture
def services(office, make_service):
    """Three services of the office, in a folder of the site."""
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(api.portal.get(), "Folder", "dienste")
        api.content.transition(folder, "publish")
    made = [
        make_service([office], title=title, container=folder, **fields)
        for title, fields in (
            ("Wohnsitz anmelden", {"subject": ("Umzug",), "planned_minutes": 15}),
            ("Wohngeld", {"online_url": "https://antrag.example.org"}),
            ("Änderung", {"description": "Nach einem Umzug."}),
        )
    ]
    transaction.commit()
    return made


@pytest.fixture
def ask(anon, site, services):
    """ask(query, place) is the answer; a session of somebody else may be given."""

    def make(query="", place="", session=anon):
        place = f"/{place}" if place else ""
        return session.get(f"{site.absolute_url()}{place}/@services{query}")

    return make


def test_a_service_is_told_with_what_a_list_shows(ask, services):
    answer = ask("?text=wohns")
    assert answer.status_code == 200
    url = f"{api.portal.get().absolute_url()}/@services?text=wohns"
    assert answer.json() == {
        "@id": url,
        "items": [
            {
                "@id": services[0].absolute_url(),
                "@type": "Service",
                "UID": api.content.get_uuid(services[0]),
                "title": "Wohnsitz anmelden",
                "description": "",
                "video": "complete",
                "minutes": 15,
                "ways": ["video"],
                "situations": ["Umzug"],
            }
        ],
        "items_total": 1,
        "letters": {"W": 1},
        "situations": {"Umzug": 1},
    }


def test_letters_situations_and_ways_narrow_it(ask):
    found = ask("?letter=a").json()
    assert [each["title"] for each in found["items"]] == ["Änderung"]
    assert found["letters"] == {"A": 1, "W": 2}
    assert ask("?situation=Umzug").json()["items_total"] == 1
    assert ask("?way=online").json()["items"][0]["ways"] == ["video", "online"]
    assert ask("?way=online&way=appointment").json()["items_total"] == 0


def test_by_video_now_follows_the_door(ask, clerk, open_desk):
    assert ask("?way=video").json()["items_total"] == 0
    open_desk(clerk)
    assert ask("?way=video").json()["items_total"] == 3


@pytest.mark.parametrize(("place", "total"), [("dienste", 3), ("mitte", 0)])
def test_any_container_tells_what_is_below_it(ask, place, total):
    assert ask(place=place).json()["items_total"] == total


def test_pages_lead_to_each_other(ask):
    first = ask("?b_size=2&text=").json()
    assert len(first["items"]) == 2
    assert "prev" not in first["batching"]
    last = ask(f"?{first['batching']['next'].partition('?')[2]}").json()
    assert len(last["items"]) == 1
    assert last["items_total"] == 3
    assert "next" not in last["batching"]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("text=a&text=b", "text"),
        (f"text={'a' * 201}", "text"),
        ("text:list=a", "text"),
        ("letter=AB", "letter"),
        ("way=fax", "way"),
        ("b_size=0", "b_size"),
        ("b_size=ten", "b_size"),
        ("b_start=-1", "b_start"),
        ("b_start=1e3", "b_start"),
        ("b_start:int=3", "b_start"),
    ],
)
def test_what_nobody_can_mean_is_named(ask, query, field):
    answer = ask(f"?{query}")
    assert answer.status_code == 400
    assert answer.json()["errors"].keys() == {field}
    assert answer.headers["Cache-Control"] == NO_STORE


@pytest.mark.parametrize(
    "query",
    [
        "text=*",
        "text=%22(",
        "text=AND",
        "text=%00%ff",
        "text=%ED%A0%80",
        "situation=nowhere",
        "letter=%23",
        "b_start=1000000",
        "b_size=1000",
        "path=/",
        "sort_on=getObjSize",
        "SearchableText:record=1",
    ],
)
def test_anything_else_is_harmless(ask, query):
    assert ask(f"?{query}").status_code == 200


def test_a_page_behind_the_last_shows_the_last(ask):
    found = ask("?b_size=2&b_start=100").json()
    assert found["items_total"] == 3


def test_it_is_good_for_a_second_for_those_who_see_what_all_see(ask, admin):
    assert ask().headers["Cache-Control"] == FOR_ALL
    assert ask().headers["Vary"] == "Accept, Accept-Language, Cookie"
    assert ask(session=admin).headers["Cache-Control"] == NO_STORE


def test_a_private_service_is_told_only_to_those_who_may_view_it(ask, admin, services):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(services[0], "retract")
    transaction.commit()
    assert ask().json()["items_total"] == 2
    assert ask(session=admin).json()["items_total"] == 3


def test_there_is_nothing_behind_it(anon, site):
    assert anon.get(f"{site.absolute_url()}/@services/more").status_code == 404


def test_undecided_fitness_is_null(ask, make_service):
    make_service(title="Offen", video=None)
    transaction.commit()
    offer = ask("?letter=o").json()["items"][0]
    assert (offer["video"], offer["minutes"], offer["ways"]) == (None, None, [])
