"""The inventory as a page and as a file."""

from io import StringIO
from lxml import html
from plone import api
from Products.ZCatalog.Catalog import Catalog
import csv
import pytest
import transaction


def titles(browser):
    page = html.fromstring(browser.contents)
    return [link.text for link in page.cssselect(".vo-inventory tbody th a")]


def cells(browser, chart):
    """Rows of a chart: the name and its number."""
    page = html.fromstring(browser.contents)
    rows = page.cssselect(f"#chart-{chart} tbody tr")
    return {
        row.cssselect("th")[0].text_content().strip(): row.cssselect("td")[0].text
        for row in rows
    }


def test_an_editor_sees_all_services_by_title(inventory):
    assert titles(inventory) == ["=Wohngeld", "Hund anmelden", "Umzug melden"]
    assert "3 services" in inventory.contents
    assert inventory.headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", ("", ".csv", "-change"))
def test_nobody_else_sees_anything(site, log_in, name):
    anonymous = log_in()
    anonymous.open(f"{site.absolute_url()}/@@service-inventory{name}")
    assert 'id="inventory"' not in anonymous.contents
    assert "/login" in anonymous.url


def test_the_charts_are_tables_with_all_choices(inventory):
    assert cells(inventory, "maturity")["Not stated"] == "2"
    assert sum(map(int, cells(inventory, "maturity").values())) == 3
    assert cells(inventory, "fitness") == {
        "All of it by video": "2",
        "Advice only by video": "0",
        "Not fit for video": "0",
        "Not decided yet": "1",
    }
    assert cells(inventory, "finding")["No service key"] == "3"


def test_a_bar_leads_to_its_services(inventory):
    inventory.getLink("Fit for video? Not decided yet").click()
    assert titles(inventory) == ["Hund anmelden"]
    inventory.getLink("All services").click()
    assert len(titles(inventory)) == 3


def test_a_filter_is_an_address(site, inventory):
    inventory.getControl("Name, keyword or service key").value = "melden"
    inventory.getControl("Office").displayValue = ["Mitte"]
    inventory.getControl("Show").click()
    assert titles(inventory) == ["Hund anmelden", "Umzug melden"]
    inventory.open(inventory.url)
    assert inventory.getControl("Name, keyword or service key").value == "melden"
    assert inventory.getControl("Office").displayValue == ["Mitte"]


def test_no_result_says_what_to_do(site, inventory):
    inventory.open(f"{site.absolute_url()}/@@service-inventory?text=nichts")
    assert "No service fits this filter." in inventory.contents
    assert inventory.getLink("All services", index=0)


def test_columns_are_sorted_either_way(inventory):
    inventory.getLink("Service", index=0)
    link = inventory.getLink(url="sort=maturity")
    link.click()
    assert titles(inventory)[-1] == "Umzug melden"
    assert 'aria-sort="ascending"' in inventory.contents
    inventory.getLink(url="sort=maturity&order=desc").click()
    assert titles(inventory)[0] == "Umzug melden"


@pytest.mark.parametrize(
    "query",
    (
        "finding=nonsense",
        "sort=nonsense&order=x",
        "b_start=-5",
        "b_start=nonsense",
        "text=a&text=b",
        "b_start=99999999999999999999",
    ),
)
def test_nonsense_in_the_address_is_left_out(site, inventory, query):
    inventory.open(f"{site.absolute_url()}/@@service-inventory?{query}")
    assert len(titles(inventory)) == 3


def test_long_lists_have_pages_that_keep_the_filter(site, inventory, make_service):
    for number in range(31):
        make_service(title=f"Dienst {number:02}")
    transaction.commit()
    inventory.open(f"{site.absolute_url()}/@@service-inventory?text=dienst")
    assert len(titles(inventory)) == 30
    inventory.getLink(url="b_start").click()
    assert titles(inventory) == ["Dienst 30"]
    assert "31 services" in inventory.contents


def test_the_file_has_exactly_what_the_filter_finds(site, inventory):
    inventory.open(f"{site.absolute_url()}/@@service-inventory?situation=Geld")
    inventory.getLink("CSV").click()
    assert inventory.headers["Content-Type"] == "text/csv; charset=utf-8"
    assert "attachment" in inventory.headers["Content-Disposition"]
    lines = StringIO(inventory.contents.lstrip("\ufeff").removeprefix("ï»¿"))
    head, *rows = csv.reader(lines, delimiter=";")
    assert [row[0] for row in rows] == ["'=Wohngeld"]
    assert dict(zip(head, rows[0], strict=True))["Life situations"] == "Geld"


def test_an_editor_finds_the_way_there(site, log_in):
    editor = log_in("editor")
    editor.open(site.absolute_url())
    assert "@@service-inventory" in editor.contents
    anonymous = log_in()
    anonymous.open(site.absolute_url())
    assert "@@service-inventory" not in anonymous.contents


def test_a_page_asks_the_catalogue_twice(site, administrator, monkeypatch):
    asked = []
    search = Catalog.search

    def count(self, *args, **kwargs):
        asked.append(args)
        return search(self, *args, **kwargs)

    with api.env.adopt_roles(["Manager"]):
        bases = [{"title": "S", "link": f"resolveuid/{'0' * 32}"}]
        site["hund"].legal_bases = bases
        site["hund"].reindexObject()
    transaction.commit()
    monkeypatch.setattr(Catalog, "search", count)
    administrator.open(f"{site.absolute_url()}/@@virtualoffice-check")
    frame = len(asked)
    administrator.open(f"{site.absolute_url()}/@@service-inventory")
    assert "A link inside the site leads nowhere" in administrator.contents
    assert len(asked) - 2 * frame == 2
