"""What all pages with forms of the staff have in common."""

from collective.virtualoffice.browser.private import PrivatePage
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from urllib.parse import urlencode


class FormPage(PrivatePage):
    """A private page whose forms are proof against other sites."""

    hidden_fields = ViewPageTemplateFile("hidden.pt")

    @cached_property
    def authenticator(self) -> str:
        """What every form sends back to show that it was made for this clerk."""
        return api.content.get_view(
            "authenticator", self.context, self.request
        ).token()

    @property
    def is_genuine(self) -> bool:
        """Whether the form that was sent was made for this clerk."""
        return api.content.get_view(
            "authenticator", self.context, self.request
        ).verify()

    def hidden(self, deed: str, **fields: str) -> str:
        """The hidden fields of a form that asks for a deed."""
        return self.hidden_fields(fields={"deed": deed, **fields})


def login_url(came_from: str) -> str:
    """The login that leads back to a page."""
    query = urlencode({"came_from": came_from})
    return f"{api.portal.get().absolute_url()}/login?{query}"
