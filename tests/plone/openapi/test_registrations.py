"""Every service and every action is described, and nothing else."""

from collections.abc import Iterator
from collective.virtualoffice.api.calls.actions import GUEST_DEEDS
from collective.virtualoffice.api.calls.post import ACTIONS as CALLS
from collective.virtualoffice.api.desk.post import ACTIONS as DESK
from collective.virtualoffice.api.visits.post import ACTIONS as VISITS
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from typing import Any
from zope.component import getGlobalSiteManager
import re


METHODS = {"get", "put", "post", "delete", "options", "head", "patch", "trace"}
SERVICE = re.compile(r"([A-Z]+)_[a-z]+_[a-z]+_(@.+)")
HEALTH = "IPloneSiteRoot GET @@virtualoffice-health"
PLACES = {"{site}": "IPloneSiteRoot", "{container}": "IFolderish"}


def registered_services() -> set[str]:
    """Place, method and name of every service of ours."""
    found = set()
    for each in getGlobalSiteManager().registeredAdapters():
        service = SERVICE.fullmatch(each.name)
        if service and IVirtualOfficeLayer in each.required:
            found.add(f"{each.required[0].__name__} {service[1]} {service[2]}")
    return found


def operations(described: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Method and path of everything described."""
    for path, item in described["paths"].items():
        yield from ((method.upper(), path) for method in item.keys() & METHODS)


def place(item: dict[str, Any]) -> str:
    """Where a path begins: at an office unless it says otherwise."""
    if "servers" not in item:
        return "IVirtualOffice"
    return PLACES[item["servers"][0]["url"]]


def test_each_service_is_described_and_nothing_else(portal, described):
    told = {
        f"{place(described['paths'][path])} {method} {path.split('/')[1]}"
        for method, path in operations(described)
    }
    known = registered_services() | {HEALTH}
    assert not known - told, f"Describe {known - told} in api/openapi/openapi.yaml."
    assert not told - known, f"Nothing is registered as {told - known}."


def test_each_action_is_described_and_nothing_else(described):
    actions = {
        *(f"/@visits/{{token}}/{name}" for name in VISITS),
        *(f"/@calls/{{visit}}/{name}" for name in CALLS),
        *(f"/@calls/{{visit}}/guests/{{guest}}/{name}" for name in GUEST_DEEDS),
        *(f"/@desk/{name}" for name in DESK),
        "/@guests/{token}/ask",
        "/@guests/{token}/seat",
    }
    posts = {path for method, path in operations(described) if method == "POST"}
    assert {path for path in posts if path.count("/") > 1} == actions


def test_every_operation_has_a_name_of_its_own(described):
    names = [
        described["paths"][path][method.lower()]["operationId"]
        for method, path in operations(described)
    ]
    assert len(names) == len(set(names))
