"""What an import does with the site, row by row."""

from collective.virtualoffice.catalogue.imports.plan import Wishes
from collective.virtualoffice.catalogue.imports.report import RowReport
from collective.virtualoffice.catalogue.imports.work import look
from collective.virtualoffice.catalogue.imports.work import NotWhole
from collective.virtualoffice.catalogue.imports.work import take_plan
from datetime import date
from decimal import Decimal
from plone import api
from plone.app.iterate.interfaces import ICheckinCheckoutPolicy
from plone.app.iterate.interfaces import IIterateAware
from plone.app.testing import applyProfile
from plone.app.textfield.value import RichTextValue
from plone.locking.interfaces import ILockable
from servicefiles import service_row
from servicefiles import table
from zope.event import notify
from zope.i18n import translate
from zope.interface import alsoProvides
from zope.lifecycleevent import ObjectModifiedEvent
import pytest


FULL = service_row(
    description="Kurz.",
    subjects="Tiere\nUmzug",
    text="<p>Text</p>",
    official_name="Hundesteuer",
    synonyms="Hundemarke",
    prerequisites="<ul><li>Ein Hund</li></ul>",
    documents="Ausweis | gültig | no | https://example.org/f\nImpfpass",
    forms="Antrag | /antrag.pdf | yes",
    fees="Marke | 12.50 | 20 | je Hund\nZweitschrift |  |  | frei",
    legal_bases="Satzung | https://example.org/s",
    online_url="https://example.org/hund",
    trust_level="basic",
    replaces_written_form="yes",
    maturity="3",
    safe_channels="De-Mail | amt@example.de-mail.de | Widerspruch",
    video="advice",
    video_note="Marke nur vor Ort",
    identity="shown",
    planned_minutes="10",
    competent_body="Kämmerei\nRathaus",
    contact_point="+49 2000 115",
    service_keys="99 050 012 104 000\n99050012104001",
    author="Team",
    reviewed_on="2026-03-04",
)


def reasons(row: RowReport) -> list[tuple[str, str]]:
    return [(each.column, translate(each.reason)) for each in row.refusals]


def edit(service, **values):
    for name, value in values.items():
        setattr(service, name, value)
    notify(ObjectModifiedEvent(service))


def test_a_new_service_comes_with_all_its_fields_and_is_private(bring, found):
    assert bring(FULL).counts == {"new": 1}
    service = found()
    assert service.title == "Hund anmelden"
    assert service.subject == ("Tiere", "Umzug")
    assert service.text.raw == "<p>Text</p>"
    assert service.documents[0]["for_video"] is False
    assert service.documents[1] == {
        "title": "Impfpass",
        "note": None,
        "for_video": True,
        "form": None,
    }
    assert service.fees[0]["amount"] == Decimal("12.50")
    assert service.service_keys == ["99050012104000", "99050012104001"]
    assert service.reviewed_on == date(2026, 3, 4)
    assert service.contact_point == "+49 2000 115"
    assert api.content.get_state(service) == "private"
    assert service.getId() == "hund-anmelden"


def test_the_same_file_twice_changes_nothing(bring, found):
    bring(FULL)
    service = found()
    before = service.modified(), service._p_mtime, dict(service.__dict__)
    assert bring(FULL).counts == {"unchanged": 1}
    assert (service.modified(), service._p_mtime, dict(service.__dict__)) == before


def test_an_export_gives_back_what_the_import_took(bring, exported, found, dry_run):
    bring(FULL)
    data = exported()
    assert dry_run(data).counts == {"unchanged": 1}
    api.content.delete(found())
    assert bring(data).counts == {"new": 1}
    assert exported() == data


def test_the_dry_run_changes_nothing(dry_run, site):
    assert dry_run(FULL).counts == {"new": 1}
    assert len(api.content.find(portal_type="Service")) == 0


def test_a_change_is_shown_field_by_field(bring, dry_run):
    bring(FULL)
    row = dry_run({**FULL, "title": "Hund abmelden", "author": ""}).rows[0]
    assert row.verdict == "changed"
    assert [(c.column, c.old, c.new, c.edited_here) for c in row.changes] == [
        ("title", "Hund anmelden", "Hund abmelden", False),
        ("author", "Team", "", False),
    ]


def test_an_empty_cell_empties_and_a_missing_column_leaves_as_it_is(bring, found):
    bring(FULL)
    bring(service_row(author=""))
    assert found().author is None
    assert found().official_name == "Hundesteuer"


def test_a_field_edited_here_is_kept_unless_chosen(bring, found, dry_run):
    bring(service_row(author="Team"))
    edit(found(), author="Erika Mustermann")
    row = dry_run(service_row(author="Amt")).rows[0]
    assert row.edited_here
    bring(service_row(author="Amt", title="Neu"))
    assert (found().author, found().title) == ("Erika Mustermann", "Neu")
    bring(service_row(author="Amt"), overwrite=True)
    assert found().author == "Amt"
    assert not dry_run(service_row(author="Büro")).rows[0].edited_here


def test_what_both_sides_agree_on_counts_as_imported(bring, found, dry_run):
    bring(service_row(author="Team"))
    edit(found(), author="Amt")
    bring(service_row(author="Amt"))
    assert not dry_run(service_row(author="Büro")).rows[0].edited_here


def test_what_was_written_here_before_any_import_is_kept(site, bring, make_service):
    service = make_service(title="Handarbeit", author="Erika Mustermann")
    row = {"source": "", "external_id": service.UID(), "author": "Amt", "maturity": "1"}
    bring(row)
    assert (service.author, service.maturity) == ("Erika Mustermann", "1")


def test_a_service_made_here_is_known_by_its_uid(site, exported, dry_run, make_service):
    make_service(title="Handarbeit")
    assert dry_run(exported()).counts == {"unchanged": 1}
    assert dry_run(exported(), source="elsewhere").counts == {"unchanged": 1}


def test_a_source_for_rows_without_one_can_be_named(bring, found):
    bring({"external_id": "7", "title": "A"}, source="town")
    assert found("7").source == "town"


def test_new_services_go_where_they_are_wanted(site, bring, found):
    api.content.create(site, "Folder", "services")
    bring(FULL, folder="/services")
    assert found().getPhysicalPath()[-2] == "services"


def test_offices_are_named_by_path_or_uid(site, bring, found, make_office, dry_run):
    office = make_office(id="rathaus")
    bring(service_row(offices="/rathaus"))
    assert [each.to_object for each in found().offices] == [office]
    assert dry_run(service_row(offices=office.UID())).counts == {"unchanged": 1}
    row = dry_run(service_row(offices="/nirgends")).rows[0]
    assert reasons(row)[0][0] == "offices"


def test_html_is_cleaned_and_what_goes_is_named(bring, found, dry_run):
    dirty = service_row(text='<div style="color:red">Rot<script>x</script></div>')
    row = bring(dirty).rows[0]
    assert found().text.raw == "<p>Rot</p>"
    assert row.losses[0].column == "text"
    assert "<script> × 1" in row.losses[0].gone
    again = dry_run(dirty)
    assert again.counts == {"unchanged": 1}
    assert again.rows[0].losses == ()


def test_html_that_an_editor_wrote_survives_its_own_export(
    site, make_service, exported, dry_run
):
    service = make_service()
    table_html = "<table><tr><td>Tabelle</td></tr></table>"
    edit(service, text=RichTextValue(table_html, "text/html", "text/x-html-safe"))
    assert dry_run(exported()).counts == {"unchanged": 1}


def test_vanished_rows_are_listed_and_never_deleted(bring, found):
    bring(service_row("1"), service_row("2", title="B"))
    report = bring(service_row("1"))
    assert [each.external_id for each in report.vanished] == ["2"]
    assert found("2").title == "B"


def test_doubles_in_the_file_name_each_other(dry_run):
    report = dry_run(service_row("1"), service_row("2"), service_row("1"))
    assert [row.verdict for row in report.rows] == ["refused", "new", "refused"]
    assert "4" in reasons(report.rows[0])[0][1]
    assert "2" in reasons(report.rows[2])[0][1]


def test_doubles_in_the_site_are_both_named(site, dry_run, make_service):
    pages = [make_service(source="town", external_id="1") for _ in range(2)]
    said = reasons(dry_run(service_row("1")).rows[0])[0][1]
    assert all(page.absolute_url() in said for page in pages)


def test_a_copy_has_no_origin(site, bring, found, dry_run):
    bring(FULL)
    copy = api.content.copy(found(), site, "copy")
    assert (copy.source, copy.external_id) == (None, None)
    assert dry_run(FULL).counts == {"unchanged": 1}


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"title": ""}, "title"),
        ({"external_id": ""}, "external_id"),
        ({"external_id": "9.9E+13"}, "external_id"),
        ({"service_keys": "9.9050012104E+13"}, "service_keys"),
        ({"service_keys": "123"}, "service_keys"),
        ({"video": "ja"}, "video"),
        ({"video": "none"}, "video_note"),
        ({"planned_minutes": "999"}, "planned_minutes"),
        ({"planned_minutes": "zehn"}, "planned_minutes"),
        ({"online_url": "javascript:alert(1)"}, "online_url"),
        ({"reviewed_on": "gestern"}, "reviewed_on"),
        ({"fees": "Marke"}, "fees"),
        ({"fees": "Marke | 20 | 10"}, "fees"),
        ({"fees": "Marke | viel"}, "fees"),
        ({"documents": " | nur Notiz"}, "documents"),
        ({"forms": "Antrag | javascript:x"}, "forms"),
        ({"forms": "a|b|c|d"}, "forms"),
        ({"official_name": "a" * 501}, "official_name"),
        ({"official_name": "a\nb"}, "official_name"),
        ({"author": "a" * 100_001}, "author"),
        ({"source": ""}, ""),
    ],
)
def test_what_the_form_would_refuse_is_refused_with_its_column(dry_run, cells, column):
    report = dry_run({**service_row(), **cells}, service_row("2"))
    assert [row.verdict for row in report.rows] == ["refused", "new"]
    assert reasons(report.rows[0])[0][0] == column
    assert reasons(report.rows[0])[0][1]


def test_a_wrong_part_of_a_table_is_named_by_line_and_part(dry_run):
    row = dry_run(service_row(fees="A | 1\nB | viel")).rows[0]
    assert reasons(row)[0][1].startswith("line 2, amount: ")


def test_all_that_is_wrong_in_a_row_is_said_at_once(dry_run):
    row = dry_run(service_row(video="x", maturity="9", planned_minutes="x")).rows[0]
    assert len(row.refusals) == 3


def test_refused_rows_stop_all_unless_the_others_are_wanted(site, found):
    wishes = Wishes()
    plan = look(site, table(service_row("1"), service_row("2", video="x")), wishes)
    with pytest.raises(NotWhole):
        take_plan(site, plan, wishes, overwrite=False, partial=False)
    assert len(api.content.find(portal_type="Service")) == 0
    take_plan(site, plan, wishes, overwrite=False, partial=True)
    assert found("1").title == "Hund anmelden"


def test_nothing_new_is_taken_where_it_would_be_public_at_once(site, dry_run):
    tool = api.portal.get_tool("portal_workflow")
    tool.setChainForPortalTypes(["Service"], "one_state_workflow")
    assert dry_run(FULL).counts == {"refused": 1}


def test_a_page_that_somebody_edits_is_not_changed(bring, found, dry_run):
    bring(FULL)
    ILockable(found()).lock()
    assert dry_run({**FULL, "title": "Neu"}).counts == {"refused": 1}
    assert dry_run(FULL).counts == {"unchanged": 1}


def test_a_working_copy_stands_for_no_service_and_brings_the_origin_back(
    site, bring, found, dry_run
):
    applyProfile(site, "plone.app.iterate:default")
    bring(FULL)
    alsoProvides(found(), IIterateAware)
    copy = ICheckinCheckoutPolicy(found()).checkout(site)
    assert dry_run(FULL).counts == {"unchanged": 1}
    edit(copy, author="Erika Mustermann")
    ICheckinCheckoutPolicy(copy).checkin("")
    row = dry_run(FULL).rows[0]
    assert [(c.column, c.edited_here) for c in row.changes] == [("author", True)]
