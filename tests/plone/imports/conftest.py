"""What tests of the import begin with."""

from collections.abc import Callable
from collective.virtualoffice.catalogue.imports.export import as_csv
from collective.virtualoffice.catalogue.imports.export import chosen
from collective.virtualoffice.catalogue.imports.plan import Wishes
from collective.virtualoffice.catalogue.imports.report import Report
from collective.virtualoffice.catalogue.imports.work import look
from collective.virtualoffice.catalogue.imports.work import take_plan
from plone import api
from servicefiles import table
from typing import Any
import pytest


@pytest.fixture
def site(portal: Any) -> Any:
    """A site with the usual workflow, seen by its administrator."""
    api.portal.get_tool("portal_workflow").setDefaultChain(
        "simple_publication_workflow"
    )
    with api.env.adopt_roles(["Manager"]):
        yield portal


@pytest.fixture
def dry_run(site: Any) -> Callable[..., Report]:
    def run(data: bytes | dict, *more: dict, **wishes: str) -> Report:
        data = data if isinstance(data, bytes) else table(data, *more)
        return look(site, data, Wishes(**wishes)).report

    return run


@pytest.fixture
def bring(site: Any) -> Callable[..., Report]:
    """bring(row, …) imports the rows that hold and answers the report."""

    def run(
        data: bytes | dict, *more: dict, overwrite: bool = False, **wishes: str
    ) -> Report:
        data = data if isinstance(data, bytes) else table(data, *more)
        wished = Wishes(**wishes)
        plan = look(site, data, wished)
        take_plan(site, plan, wished, overwrite, partial=True)
        return plan.report

    return run


@pytest.fixture
def exported() -> Callable[[], bytes]:
    return lambda: as_csv(chosen({}))


@pytest.fixture
def found(site: Any) -> Callable[..., Any]:
    """found(external_id) is the service of the source `town`."""

    def find(external_id: str = "1") -> Any:
        catalog = api.portal.get_tool("portal_catalog")
        key = f"town\x1f{external_id}"
        (brain,) = catalog.unrestrictedSearchResults(virtualoffice_source=key)
        return brain._unrestrictedGetObject()

    return find
