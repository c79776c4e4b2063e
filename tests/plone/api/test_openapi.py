"""`@openapi`: the description of the API, for programs."""

from collective.virtualoffice.api.caching import FOR_ALL


def test_everybody_may_read_the_description(anon, site):
    answer = anon.get(f"{site.absolute_url()}/@openapi")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/json"
    assert answer.headers["Cache-Control"] == FOR_ALL
    assert answer.json()["openapi"] == "3.1.0"


def test_it_names_the_site_that_answers(anon, site):
    url = site.absolute_url()
    description = anon.get(f"{url}/@openapi").json()
    servers = description["paths"]["/@openapi"]["servers"]
    assert servers[0]["variables"]["site"]["default"] == url
    office = description["servers"][0]["variables"]["office"]["default"]
    assert office == f"{url}/citizens-office"


def test_who_knows_it_is_told_only_that_nothing_changed(anon, site):
    url = f"{site.absolute_url()}/@openapi"
    tag = anon.get(url).headers["ETag"]
    again = anon.get(url, headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_a_strange_name_of_the_host_does_not_break_it(anon, site):
    url = site.absolute_url()
    answer = anon.get(f"{url}/@openapi", headers={"Host": 'a"b'})
    assert answer.json()["openapi"] == "3.1.0"
