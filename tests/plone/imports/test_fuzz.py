"""Whatever stands in the cells: each row is taken or refused, and none crashes."""

from collective.virtualoffice.catalogue.imports.fields import columns
from collective.virtualoffice.domain.services.plain import plain
from hypothesis import given
from hypothesis import HealthCheck
from hypothesis import settings
from hypothesis import strategies as st
from plone.dexterity.fti import DexterityFTI
from servicefiles import service_row
from zope.i18n import translate
import pytest


ODD = [
    *["0", "-1", "1e400", "9" * 40, "NaN", "٣", "2026-02-30", "0000-00-00", "yes"],
    *["|||||", "a | b | c | d | e", "\\", "\\|", "/", "//x", "resolveuid/", "/\\x"],
    *["javascript:x", "http://", "https://[::1", "<p", "<a href='", "&#0;", "\u202e"],
    *["=1", "'=1", "' ", "\n\n", "a\r\nb", "99 050 012 104 000", "complete", "%s"],
]
cell = st.sampled_from(ODD) | st.text(max_size=30).map(plain)


@pytest.fixture
def column_names(site):
    return [column.name for column in columns()]


def test_no_cell_crashes_the_dry_run_and_what_it_takes_comes_back(
    site, dry_run, column_names
):
    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(st.dictionaries(st.sampled_from(column_names), cell, max_size=8))
    def looks_at(cells):
        (row,) = dry_run({**service_row(), **cells}).rows
        assert row.verdict in ("new", "refused")
        assert all(translate(each.reason) for each in row.refusals)

    looks_at()


def test_what_is_taken_of_odd_rows_is_unchanged_the_next_time(
    bring, dry_run, column_names
):
    rows = [
        service_row(str(number), **{name: odd})
        for number, (name, odd) in enumerate(
            (name, odd) for name in column_names[2:] for odd in ODD[::3]
        )
    ]
    first = bring(*rows)
    again = dry_run(*rows)
    assert again.counts["unchanged"] == first.counts["new"]
    assert again.counts["refused"] == first.counts["refused"]


def test_a_type_without_a_field_refuses_its_column_and_takes_the_others(
    site, bring, dry_run, found, make_service
):
    bare = DexterityFTI(
        "Bare",
        klass="plone.dexterity.content.Item",
        behaviors=["collective.virtualoffice.service"],
    )
    site.portal_types._setObject("Bare", bare)
    site.invokeFactory("Bare", "bare")
    site["bare"].source, site["bare"].external_id = "town", "1"
    site["bare"].reindexObject()
    row = {"source": "town", "external_id": "1", "author": "Team"}
    refused = dry_run({**row, "text": "<p>a</p>"}).rows[0]
    assert [each.column for each in refused.refusals] == ["text"]
    bring(row, overwrite=True)
    assert site["bare"].author == "Team"
