"""The pages of the import and the export, as a browser asks for them."""

from collective.virtualoffice.browser.imports import download
from collective.virtualoffice.catalogue.imports import running
from collective.virtualoffice.catalogue.imports.fields import columns
from collective.virtualoffice.catalogue.imports.files import read_file
from collective.virtualoffice.catalogue.imports.jobs import jobs
from collective.virtualoffice.catalogue.imports.jobs import State
from collective.virtualoffice.catalogue.imports.workbook import TooLong
from plone import api
from plone.app.testing import SITE_OWNER_NAME
from plone.app.testing import SITE_OWNER_PASSWORD
from plone.testing.zope import Browser
from servicefiles import service_row
from servicefiles import table
from threading import Thread
import pytest
import transaction


@pytest.fixture
def site(functional_portal):
    tool = api.portal.get_tool("portal_workflow")
    tool.setDefaultChain("simple_publication_workflow")
    with api.env.adopt_roles(["Manager"]):
        folder = api.content.create(functional_portal, "Folder", "services")
        api.content.transition(folder, "publish")
    transaction.commit()
    return functional_portal


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """What runs in the background is waited for."""

    def run(place):
        def work(done):
            worker = Thread(target=running.run, args=(place,))
            worker.start()
            worker.join()

        transaction.get().addAfterCommitHook(work)

    for module in ("page", "job"):
        name = f"collective.virtualoffice.browser.imports.{module}.start"
        monkeypatch.setattr(name, run)


@pytest.fixture
def tab(site):
    made = Browser(site.aq_parent)
    made.handleErrors = True
    made.raiseHttpErrors = False
    made.addHeader("Authorization", f"Basic {SITE_OWNER_NAME}:{SITE_OWNER_PASSWORD}")
    return made


@pytest.fixture
def upload(site, tab):
    def send(*rows, data=None, folder="/services", name="list.csv"):
        tab.open(f"{site.absolute_url()}/@@service-import")
        form = tab.getForm(action="@@service-import")
        data = table(*rows) if data is None else data
        form.getControl(name="file").add_file(data, "text/csv", name)
        form.getControl(name="folder").value = [folder]
        form.submit()
        return tab

    return send


def take(tab, **boxes):
    form = tab.getForm(action="service-import-job")
    for name in boxes:
        form.getControl(name=name).value = ["1"]
    form.submit()
    return tab.contents


def test_the_file_is_shown_and_taken_when_confirmed(site, upload):
    tab = upload(service_row())
    assert "Nothing is changed yet" in tab.contents
    assert "New: 1" in tab.contents
    assert "The import is done" in take(tab)
    transaction.begin()
    assert "hund-anmelden" in site["services"]


def test_refused_rows_are_named_with_column_and_reason(upload):
    tab = upload(service_row("1"), service_row("2", video="ja"))
    assert "Row 3" in tab.contents
    assert "video" in tab.contents
    assert "cannot be chosen" in tab.contents


def test_nothing_is_taken_with_refused_rows_unless_chosen(site, upload):
    tab = upload(service_row("1"), service_row("2", video="ja"))
    assert "Nothing was done: rows are refused" in take(tab)
    assert "The import is done" in take(tab, partial=True)


def test_vanished_services_are_listed_by_pages(site, upload, tab):
    many = [service_row(str(n), title=f"Dienst {n}") for n in range(60)]
    take(upload(*many))
    upload(service_row("0", title="Dienst 0"))
    assert "Not in the file any more: 59" in tab.contents
    tab.getLink("Not in the file any more").click()
    assert tab.contents.count("<code>") == 50
    tab.getLink("Next rows").click()
    assert tab.contents.count("<code>") == 9
    tab.getLink("Previous rows").click()
    assert tab.contents.count("<code>") == 50


def test_a_second_confirmation_does_nothing(site, upload, tab):
    upload(service_row())
    page = tab.url
    take(tab)
    (job,) = jobs(site).values()
    tab.open(page)
    assert job.state == State.TAKEN
    assert 'name="_authenticator"' not in tab.contents


def test_only_one_import_writes_at_a_time(site, upload, tab):
    upload(service_row("1"))
    page = tab.url
    transaction.begin()
    (first,) = jobs(site).values()
    first.state = State.TAKING
    transaction.commit()
    upload(service_row("2"))
    assert "another import" in take(tab)
    tab.open(page)
    assert "The import is writing" in tab.contents


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "choose a file|is empty"),
        (b"name;price\n", "names no column of services"),
        (b"%PDF\x00", "neither a CSV nor an XLSX"),
        (b"a" * 20_000_001, "too big"),
    ],
)
def test_a_wrong_file_is_refused_in_words(upload, data, said):
    contents = upload(data=data).contents
    assert any(each in contents for each in said.split("|"))


def test_without_a_file_the_page_asks_for_one(site, tab):
    tab.open(f"{site.absolute_url()}/@@service-import")
    tab.getForm(action="@@service-import").submit()
    assert "Please choose a file" in tab.contents


def test_a_form_from_elsewhere_does_nothing(site, tab):
    tab.post(f"{site.absolute_url()}/@@service-import", "source=x")
    transaction.begin()
    assert list(jobs(site)) == []


def test_another_user_does_not_see_the_import(site, upload, tab):
    page = upload(service_row()).url
    transaction.begin()
    (job,) = jobs(site).values()
    job.user = "erika"
    transaction.commit()
    tab.open(page)
    assert tab.headers["status"].startswith("404")


@pytest.mark.parametrize("name", ["x", "x/y"])
def test_an_import_that_is_not_there_is_not_found(site, tab, name):
    tab.open(f"{site.absolute_url()}/@@service-import-job/{name}")
    assert tab.headers["status"].startswith("404")


def test_the_page_explains_every_column(site, tab):
    tab.open(f"{site.absolute_url()}/@@service-import")
    for column in columns():
        assert f"<code>{column.name}</code>" in tab.contents


@pytest.fixture
def three(site, make_service):
    make_service(title="Hund", subject=("Tiere",), source="town", external_id="1")
    make_service(title="Pass", container=site["services"])
    with api.env.adopt_roles(["Manager"]):
        api.content.transition(make_service(title="Umzug"), "retract")
    transaction.commit()


@pytest.mark.parametrize(
    ("query", "titles"),
    [
        ("", {"Hund", "Pass", "Umzug"}),
        ("?text=pas", {"Pass"}),
        ("?text=(pass(", {"Pass"}),
        ("?folder=/services", {"Pass"}),
        ("?state=private", {"Umzug"}),
        ("?situation=Tiere", {"Hund"}),
        ("?source=town", {"Hund"}),
        ("?format=xlsx&source=town", {"Hund"}),
    ],
)
def test_an_export_holds_all_or_what_the_filter_gives(site, tab, three, query, titles):
    tab.open(f"{site.absolute_url()}/@@service-export{query}")
    found = read_file(tab._response.body, columns()).rows
    assert {row.cells["title"] for row in found} == titles


def test_a_text_too_long_for_a_workbook_is_said(site, tab, monkeypatch):
    def refuse(brains):
        raise TooLong(7, "text")

    monkeypatch.setattr(download, "as_xlsx", refuse)
    tab.open(f"{site.absolute_url()}/@@service-export?format=xlsx")
    assert "row 7, column text" in tab.contents
