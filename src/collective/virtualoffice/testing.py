"""Test layers: a Plone site with the add-on installed."""

from collective.virtualoffice.keys import TOKEN_KEY
from plone.app.contenttypes.testing import PLONE_APP_CONTENTTYPES_FIXTURE
from plone.app.testing import applyProfile
from plone.app.testing import FunctionalTesting
from plone.app.testing import IntegrationTesting
from plone.app.testing import PloneSandboxLayer
from plone.testing.zope import WSGI_SERVER_FIXTURE
from Products.CMFPlone.Portal import PloneSite
from zope.configuration.config import ConfigurationMachine
from zope.configuration.xmlconfig import includeOverrides
import collective.easyform
import collective.virtualoffice
import collective.z3cform.datagridfield
import os
import plone.app.multilingual
import plone.classicui
import plone.restapi


class VirtualOfficeLayer(PloneSandboxLayer):
    """German site in the time zone of Berlin, add-on installed, no content."""

    defaultBases = (PLONE_APP_CONTENTTYPES_FIXTURE,)

    def setUpZope(
        self, app: object, configurationContext: ConfigurationMachine
    ) -> None:
        os.environ.setdefault(TOKEN_KEY, "a key for tests only, long enough")
        self.loadZCML(package=plone.restapi)
        self.loadZCML(package=plone.classicui)
        self.loadZCML(package=collective.z3cform.datagridfield)
        includeOverrides(
            configurationContext,
            "overrides.zcml",
            package=collective.z3cform.datagridfield,
        )
        self.loadZCML(package=plone.app.multilingual)
        self.loadZCML(package=collective.easyform)
        self.loadZCML(package=collective.virtualoffice)

    def setUpPloneSite(self, portal: PloneSite) -> None:
        registry = portal.portal_registry
        registry["plone.portal_timezone"] = "Europe/Berlin"
        registry["plone.available_timezones"] = ["Europe/Berlin", "UTC"]
        applyProfile(portal, "collective.virtualoffice:default")


FIXTURE = VirtualOfficeLayer()
INTEGRATION_TESTING = IntegrationTesting(
    bases=(FIXTURE,), name="VirtualOffice:Integration"
)
FUNCTIONAL_TESTING = FunctionalTesting(
    bases=(FIXTURE,), name="VirtualOffice:Functional"
)
SERVER_TESTING = FunctionalTesting(
    bases=(FIXTURE, WSGI_SERVER_FIXTURE), name="VirtualOffice:Server"
)
