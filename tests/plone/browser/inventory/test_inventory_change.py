"""One change of many services, asked back first."""

from collective.virtualoffice.usecases import amending
from datetime import date
from lxml import html
from plone import api
from plone.locking.interfaces import ILockable
from urllib.parse import quote
from ZODB.POSException import ConflictError
import pytest
import transaction


def section(browser, name):
    """The text of a part of the answer."""
    found = html.fromstring(browser.contents).cssselect(f"#outcome-{name}")
    return " ".join(found[0].text_content().split()) if found else ""


def choose(browser, *services):
    browser.getControl(name="services:list").value = [
        api.content.get_uuid(service) for service in services
    ]


def check(browser):
    browser.getControl("See what would change").click()


def confirm(browser):
    browser.getForm(index=deed_form(browser)).submit()


def deed_form(browser):
    """Where the form is that does it."""
    forms = html.fromstring(browser.contents).cssselect("form")
    deeds = [bool(form.cssselect("[name=deed][value=change]")) for form in forms]
    return deeds.index(True)


def offices(service):
    transaction.begin()
    return [relation.to_object.getId() for relation in service.offices]


def test_chosen_services_change_after_a_look(site, inventory):
    hund, umzug = site["hund"], site["umzug"]
    choose(inventory, hund, umzug)
    inventory.getControl(name="add_offices:list").value = [
        api.content.get_uuid(site["nord"])
    ]
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    inventory.getControl("Add these life situations").value = "Tiere\nUmzug"
    check(inventory)
    told = section(inventory, "changed")
    assert "Services with changes: 2" in told
    assert "Offices before: Mitte → after: Mitte, Nord" in told
    assert offices(hund) == ["mitte"]
    confirm(inventory)
    assert "This was changed" in inventory.contents
    assert "Hund anmelden" in section(inventory, "changed")
    assert offices(hund) == offices(umzug) == ["mitte", "nord"]
    assert hund.reviewed_on == date(2026, 1, 31)
    assert hund.Subject() == ("Tiere", "Umzug")
    found = api.content.find(Subject="Tiere")
    assert {brain.getId for brain in found} == {"hund", "umzug"}
    assert offices(site["wohngeld"]) == []


def test_done_again_it_changes_nothing(site, inventory):
    choose(inventory, site["hund"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    page = inventory.contents
    confirm(inventory)
    serial = site["hund"]._p_serial
    send_again(site, inventory, page)
    assert "Nothing was changed." in inventory.contents
    assert "So already: 1" in section(inventory, "same")
    transaction.begin()
    assert site["hund"]._p_serial == serial


def send_again(site, browser, page, **changes):
    """The form of a page that was seen before, once more."""
    forms = html.fromstring(page).cssselect("form")
    form = next(f for f in forms if f.cssselect("[name=deed][value=change]"))
    said = {each.get("name"): each.get("value") for each in form.cssselect("input")}
    data = "&".join(
        f"{name}={quote(value or '')}" for name, value in {**said, **changes}.items()
    )
    browser.open(f"{site.absolute_url()}/@@service-inventory-change", data=data)


def test_all_that_the_filter_found_can_be_chosen(site, inventory):
    inventory.open(f"{site.absolute_url()}/@@service-inventory?office=none-set")
    inventory.getControl(name="which").value = ["found"]
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    assert "Services with changes: 1" in section(inventory, "changed")
    confirm(inventory)
    transaction.begin()
    assert site["wohngeld"].reviewed_on == date(2026, 1, 31)
    assert site["hund"].reviewed_on is None


def test_whoever_cannot_say_why_is_left_out(site, inventory):
    choose(inventory, site["hund"], site["umzug"])
    site["umzug"].video_note = "Der Ausweis wird vor Ort abgeholt."
    transaction.commit()
    inventory.getControl("Fit for a video conversation?").value = ["advice"]
    check(inventory)
    assert "Umzug melden" in section(inventory, "changed")
    assert "Hund anmelden: It does not say" in section(inventory, "left")
    confirm(inventory)
    transaction.begin()
    assert (site["hund"].video, site["umzug"].video) == (None, "advice")


def test_what_somebody_works_on_is_left_out(site, inventory):
    api.user.create(username="max", email="max@example.org", password="x" * 12)
    with api.env.adopt_user("max"):
        ILockable(site["hund"]).lock()
    transaction.commit()
    choose(inventory, site["hund"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    assert "Somebody is working on it" in section(inventory, "left")
    assert "Nothing would change." in inventory.contents


def test_what_somebody_changed_meanwhile_is_left_out(site, inventory):
    choose(inventory, site["hund"], site["umzug"])
    inventory.getControl("Fit for a video conversation?").value = ["complete"]
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    site["hund"].video = "none"
    transaction.commit()
    confirm(inventory)
    assert "Somebody has changed it" in section(inventory, "left")
    assert "Umzug melden" in section(inventory, "changed")
    transaction.begin()
    assert site["hund"].video == "none"


def test_what_is_gone_is_left_out_without_a_name(site, inventory):
    choose(inventory, site["hund"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    with api.env.adopt_roles(["Manager"]):
        api.content.delete(site["hund"], check_linkintegrity=False)
    transaction.commit()
    confirm(inventory)
    assert "A service: It is no longer there" in section(inventory, "left")


def test_whoever_may_not_edit_changes_nothing(site, inventory):
    site["hund"].manage_permission("Modify portal content", ["Manager"], acquire=0)
    transaction.commit()
    choose(inventory, site["hund"], site["umzug"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    assert "Hund anmelden: You may not edit it." in section(inventory, "left")
    assert "Umzug melden" in section(inventory, "changed")


def test_release_needs_the_right_to_release(site, inventory, administrator):
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(site["hund"], "retract")
        site["hund"].manage_setLocalRoles("editor", ["Editor"])
        site["hund"].reindexObject()
        site["hund"].reindexObjectSecurity()
    transaction.commit()
    for browser in (inventory, administrator):
        browser.reload()
        browser.getControl("Release: everybody can view the pages").selected = True
        browser.getControl(name="which").value = ["found"]
        check(browser)
        assert "So already: 2" in section(browser, "same")
    assert "You may not release it." in section(inventory, "left")
    assert "not visible to everybody yet" in section(administrator, "changed")
    confirm(administrator)
    transaction.begin()
    assert api.content.get_state(site["hund"]) == "published"


def test_no_choice_is_said(site, inventory):
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    assert "Please choose at least one service" in inventory.contents
    choose(inventory, site["hund"])
    check(inventory)
    assert "Please choose what you want to change." in inventory.contents


def test_a_wrong_wish_is_shown_again_as_it_was(site, inventory):
    choose(inventory, site["hund"])
    inventory.getControl("Last reviewed on").value = "2999-01-01"
    inventory.getControl("Add these life situations").value = "Umzug"
    check(inventory)
    assert "A review cannot be in the future." in inventory.contents
    assert inventory.getControl("Add these life situations").value == "Umzug"
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    assert "Hund anmelden" in section(inventory, "changed")


def test_the_way_back_keeps_the_filter(site, inventory):
    inventory.open(f"{site.absolute_url()}/@@service-inventory?text=hund")
    choose(inventory, site["hund"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    asked = inventory.url
    inventory.getLink("Back to the list").click()
    assert inventory.url.endswith("@@service-inventory?text=hund")
    inventory.open(asked)
    assert inventory.url.endswith("@@service-inventory?text=hund")


@pytest.mark.parametrize("token", ("", "forged"))
def test_a_forged_form_changes_nothing(site, inventory, token):
    choose(inventory, site["hund"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    page = inventory.contents
    send_again(site, inventory, page, _authenticator=token)
    assert "Nothing was changed: this page was out of date." in inventory.contents
    transaction.begin()
    assert site["hund"].reviewed_on is None


def test_an_address_changes_nothing(site, inventory):
    uid = api.content.get_uuid(site["hund"])
    inventory.open(
        f"{site.absolute_url()}/@@service-inventory-change"
        f"?deed=change&services={uid}&reviewed=2026-01-31"
    )
    assert inventory.url.endswith("@@service-inventory")
    transaction.begin()
    assert site["hund"].reviewed_on is None


def test_it_is_one_transaction(site, inventory, monkeypatch):
    choose(inventory, site["hund"], site["umzug"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    change, changed = amending._change, []

    def fail_later(service, *args):
        if changed:
            raise RuntimeError
        changed.append(service)
        change(service, *args)

    monkeypatch.setattr(amending, "_change", fail_later)
    confirm(inventory)
    assert inventory.headers["Status"].startswith("500")
    transaction.begin()
    assert site["hund"].reviewed_on is None
    assert site["umzug"].reviewed_on is None


def test_a_conflict_runs_it_again(site, inventory, monkeypatch):
    choose(inventory, site["hund"], site["umzug"])
    inventory.getControl("Last reviewed on").value = "2026-01-31"
    check(inventory)
    change, conflicts = amending._change, [ConflictError()]

    def lose_once(service, *args):
        change(service, *args)
        if conflicts and service.getId() == "umzug":
            raise conflicts.pop()

    monkeypatch.setattr(amending, "_change", lose_once)
    confirm(inventory)
    assert "Services with changes: 2" in section(inventory, "changed")
    transaction.begin()
    reviews = {site[name].reviewed_on for name in ("hund", "umzug")}
    assert reviews == {date(2026, 1, 31)}
