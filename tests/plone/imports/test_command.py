"""The same from the command line."""

from collective.virtualoffice.catalogue.imports.command import main
from plone import api
from servicefiles import service_row
from servicefiles import table
import pytest
import transaction


@pytest.fixture
def site(functional_portal):
    tool = api.portal.get_tool("portal_workflow")
    tool.setDefaultChain("simple_publication_workflow")
    transaction.commit()
    return functional_portal


@pytest.fixture
def run(site, tmp_path, capsys):
    """run(rows, words) answers what is said on the console and how it ends."""

    def command(*args, data=None):
        path = tmp_path / "list.csv"
        if data is not None:
            path.write_bytes(data)
        words = [str(path) if each == "FILE" else each for each in args]
        try:
            main(site.aq_parent, ["-c", "services", *words])
            status = 0
        except SystemExit as end:
            status = end.code
        transaction.abort()
        said = capsys.readouterr()
        return status, said.out + said.err, path

    return command


def services(site):
    catalog = site.portal_catalog
    return [b.Title for b in catalog.unrestrictedSearchResults(portal_type="Service")]


def test_a_dry_run_says_what_would_be_done_and_does_nothing(site, run):
    rows = table(service_row("1"), service_row("2", video="ja"))
    status, said, _ = run("import", "FILE", data=rows)
    assert status == 0
    assert "row 2: new: Hund anmelden" in said
    assert "row 3: refused" in said
    assert "video: " in said
    assert "new: 1, changed: 0, unchanged: 0, refused: 1" in said
    assert services(site) == []


def test_with_take_it_is_done(site, run):
    status, said, _ = run("import", "FILE", "--take", data=table(service_row()))
    assert (status, said.splitlines()[-1]) == (0, "Done.")
    assert services(site) == ["Hund anmelden"]


def test_refused_rows_stop_it_unless_the_others_are_wanted(site, run):
    rows = table(service_row("1"), service_row("2", video="ja"))
    status, said, _ = run("import", "FILE", "--take", data=rows)
    assert status == 1
    assert "Nothing was changed" in said
    assert run("import", "FILE", "--take", "--partial", data=rows)[0] == 0
    assert services(site) == ["Hund anmelden"]


def test_a_wrong_file_is_refused_in_the_language_asked_for(run):
    status, said, _ = run("import", "FILE", "--language", "de", data=b"%PDF\0")
    assert status == 1
    assert "weder eine CSV- noch eine XLSX-Datei" in said


@pytest.mark.parametrize("suffix", [".csv", ".xlsx"])
def test_what_is_exported_can_be_imported(site, run, suffix, tmp_path):
    run("import", "FILE", "--take", data=table(service_row()))
    path = tmp_path / f"out{suffix}"
    assert run("export", str(path))[0] == 0
    assert "unchanged: 1" in run("import", str(path))[1]


def test_the_site_can_be_named(site, run):
    name = "/".join(site.getPhysicalPath())
    assert run("import", "FILE", "--site", name, data=table(service_row()))[0] == 0
