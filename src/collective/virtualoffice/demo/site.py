"""Makes the demo site, once."""

from .mail import keep_mail_here
from .people import welcome
from .town import build
from .town import logo
from OFS.Application import Application
from plone import api
from Products.CMFPlone.factory import addPloneSite
from Products.CMFPlone.Portal import PloneSite
from zope.annotation.interfaces import IAnnotations
from zope.component.hooks import setSite


SITE_ID = "musterstadt"
COMPLETE = "collective.virtualoffice.demo"
PROFILE = "profile-collective.virtualoffice.demo:default"


def make(app: Application) -> PloneSite:
    """The demo site: the one that is there and complete, else a new one.

    A half-made site is removed first. The caller commits.
    """
    found = app.get(SITE_ID)
    if found is not None and COMPLETE in IAnnotations(found):
        return found
    if found is not None:
        app._delObject(SITE_ID, suppress_events=True)
    with api.env.adopt_roles(["Manager"]):
        return _furnish(_empty_site(app))


def _empty_site(app: Application) -> PloneSite:
    site = addPloneSite(
        app,
        SITE_ID,
        title="Stadt Musterstadt",
        description="Vorführung des Virtuellen Bürgerbüros",
        distribution_name="classic",
        setup_content=False,
        default_language="de",
        portal_timezone="Europe/Berlin",
    )
    setSite(site)
    return site


def _furnish(site: PloneSite) -> PloneSite:
    site.portal_setup.runAllImportStepsFromProfile(PROFILE)
    api.portal.set_registry_record("plone.site_logo", logo())
    keep_mail_here(site)
    welcome(build(site))
    IAnnotations(site)[COMPLETE] = True
    return site
