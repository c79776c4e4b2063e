"""Installing and uninstalling the add-on.

Uninstalling keeps what people wrote. Content without its type would break the
pages that list it, so a type that is in use stays, but nothing new can be added.
"""

from plone import api
from plone.base.interfaces import INonInstallable
from plone.dexterity.fti import DexterityFTI
from plone.registry.interfaces import IRegistry
from Products.GenericSetup.tool import SetupTool
from zope.component import getUtility
from zope.interface import implementer


TYPES = ("VirtualOffice", "Service")
RECORDS = (
    "collective.virtualoffice.",
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
    """Services of an earlier installation enter the new index."""
    for brain in api.content.find(portal_type="Service", unrestricted=True):
        brain._unrestrictedGetObject().reindexObject()


def uninstalled(tool: SetupTool) -> None:
    """Remove what the profile cannot name: settings, and types that are unused."""
    registry = getUtility(IRegistry)
    for name in [name for name in registry.records if name.startswith(RECORDS)]:
        del registry.records[name]
    displayed = registry["plone.displayed_types"]
    registry["plone.displayed_types"] = tuple(
        name for name in displayed if name not in TYPES
    )
    for name in TYPES:
        _retire(name)


def _retire(name: str) -> None:
    types = api.portal.get_tool("portal_types")
    if api.content.find(portal_type=name, unrestricted=True):
        _keep_readable(types[name])
    else:
        types.manage_delObjects([name])


def _keep_readable(fti: DexterityFTI) -> None:
    """Our views go with the browser layer; Plone's own view shows the fields."""
    fti.manage_changeProperties(
        global_allow=False, default_view="view", view_methods=("view",)
    )
