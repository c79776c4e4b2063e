"""What caches between Zope and the citizens may keep of the public answers."""

from plone import api
import pytest
import transaction


PUBLIC = pytest.mark.parametrize("name", ["@door", "@board"])


@PUBLIC
def test_what_is_the_same_for_all_is_good_for_a_second(anon, name):
    assert anon.get(f"/{name}").headers["Cache-Control"] == "public, max-age=1"


@PUBLIC
def test_what_not_everybody_may_view_is_kept_by_nobody(anon, admin, office, name):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(office, "retract")
    transaction.commit()
    shown = admin.get(f"/{name}")
    assert (shown.status_code, shown.headers["Cache-Control"]) == (200, "no-store")
    refused = anon.get(f"/{name}")
    assert (refused.status_code, refused.headers["Cache-Control"]) == (401, "no-store")


@PUBLIC
def test_who_knows_the_answer_gets_no_body(anon, desk, name):
    tag = anon.get(f"/{name}").headers["ETag"]
    again = anon.get(f"/{name}", headers={"If-None-Match": tag})
    assert (again.status_code, again.content) == (304, b"")


def test_another_door_has_another_tag(anon, desk, knock):
    tag = anon.get("/@door").headers["ETag"]
    knock()
    again = anon.get("/@door", headers={"If-None-Match": tag})
    assert (again.status_code, again.json()["waiting"]) == (200, 1)
