"""The style sheet comes and goes with the add-on."""

from plone import api
from plone.base.interfaces.resources import IBundleRegistry


PREFIX = "plone.bundles/collective.virtualoffice"


def registered() -> bool:
    registry = api.portal.get_tool("portal_registry")
    return any(name.startswith(f"{PREFIX}.") for name in registry.records)


def test_the_style_sheet_is_registered_and_there(portal):
    bundle = api.portal.get_tool("portal_registry").forInterface(
        IBundleRegistry, prefix=PREFIX, check=False
    )
    assert bundle.enabled
    assert portal.restrictedTraverse(bundle.csscompilation) is not None


def test_uninstalling_takes_it_away(portal, installer):
    assert registered()
    installer.uninstall_product("collective.virtualoffice")
    assert not registered()
