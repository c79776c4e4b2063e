"""The privacy notice."""

from collective.virtualoffice.settings import read_settings
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile


class Privacy:
    """For views that show the notice: the summary first, all of it to unfold."""

    privacy = ViewPageTemplateFile("privacy.pt")

    @property
    def retention_hours(self) -> int:
        return read_settings().retention_hours

    @property
    def imprint_url(self) -> str | None:
        """The page that says who is responsible, if the site names one."""
        return read_settings().imprint_url

    @property
    def site_title(self) -> str:
        return api.portal.get_registry_record("plone.site_title")
