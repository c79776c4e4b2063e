"""Installing and uninstalling the add-on.

Uninstalling keeps what people wrote. Content without its type would break the
pages that list it, so a type that is in use stays, but nothing new can be added.
With content the settings stay too: whoever installs again expects both.
"""

from collective.virtualoffice.settings import PREFIX
from plone import api
from plone.base.interfaces import INonInstallable
from plone.dexterity.fti import DexterityFTI
from plone.registry.interfaces import IRegistry
from Products.GenericSetup.tool import SetupTool
from zope.component import getUtility
from zope.interface import implementer


TYPES = ("VirtualOffice", "Service")
SETTINGS = f"{PREFIX}."
FINDER = "service-finder"
LISTING = "listing_view"
RECORDS = (
    "plone.bundles/collective.virtualoffice",
    "plone.bundles/virtualoffice",
    "plone.icon.contenttype/virtualoffice",
    "plone.icon.contenttype/service",
)


@implementer(INonInstallable)
class HiddenProfiles:
    """The demo and the uninstall profile are not for the add-ons page."""

    def getNonInstallableProducts(self) -> list[str]:
        return ["collective.virtualoffice.demo"]

    def getNonInstallableProfiles(self) -> list[str]:
        return [
            "collective.virtualoffice:uninstall",
            "collective.virtualoffice.demo:default",
        ]


def installed(tool: SetupTool) -> None:
    """Services and offices of an earlier installation enter the new indexes."""
    for brain in api.content.find(portal_type=TYPES, unrestricted=True):
        brain._unrestrictedGetObject().reindexObject()


def uninstalled(tool: SetupTool) -> None:
    """Remove what the profile cannot name: records, and types that are unused."""
    kept = [name for name in TYPES if _retire(name)]
    _remove_records(RECORDS if kept else (*RECORDS, SETTINGS))
    _list_folders_as_before()
    displayed = api.portal.get_registry_record("plone.displayed_types")
    api.portal.set_registry_record(
        "plone.displayed_types",
        tuple(name for name in displayed if name not in TYPES),
    )


def _list_folders_as_before() -> None:
    """A folder whose chosen view is gone could not be shown at all."""
    for brain in api.content.find(portal_type="Folder", unrestricted=True):
        folder = brain._unrestrictedGetObject()
        if folder.getLayout() == FINDER:
            folder.setLayout(LISTING)


def _retire(name: str) -> bool:
    """Remove the type; whether it has to be kept, because there is content of it."""
    types = api.portal.get_tool("portal_types")
    is_used = bool(api.content.find(portal_type=name, unrestricted=True))
    if is_used:
        _keep_readable(types[name])
    else:
        types.manage_delObjects([name])
    return is_used


def _remove_records(prefixes: tuple[str, ...]) -> None:
    registry = getUtility(IRegistry)
    for name in [name for name in registry.records if name.startswith(prefixes)]:
        del registry.records[name]


def _keep_readable(fti: DexterityFTI) -> None:
    """Our views go with the browser layer; Plone's page shows title and text."""
    fti.manage_changeProperties(
        global_allow=False,
        default_view="document_view",
        view_methods=("document_view",),
    )
