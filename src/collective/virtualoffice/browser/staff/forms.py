"""What all pages with forms of the staff have in common."""

from collective.virtualoffice.browser.private import PrivatePage
from functools import cached_property
from plone import api
from urllib.parse import urlencode
from xml.sax.saxutils import quoteattr


class FormPage(PrivatePage):
    """A private page whose forms are proof against other sites."""

    @cached_property
    def authenticator(self) -> str:
        """What every form sends back to show that it was made for this clerk."""
        return api.content.get_view("authenticator", self.context, self.request).token()

    @property
    def is_genuine(self) -> bool:
        """Whether the form that was sent was made for this clerk."""
        if not isinstance(self.request.form.get("_authenticator"), str):
            return False
        return api.content.get_view(
            "authenticator", self.context, self.request
        ).verify()

    def hidden(self, deed: str, **fields: str) -> str:
        """The hidden fields of a form that asks for a deed.

        Written here and not in a template: a long queue has very many of them.
        """
        all_fields = {"_authenticator": self.authenticator, "deed": deed, **fields}
        return "".join(
            f'<input type="hidden" name={quoteattr(name)} value={quoteattr(value)} />'
            for name, value in all_fields.items()
        )


def login_url(came_from: str) -> str:
    """The login that leads back to a page."""
    query = urlencode({"came_from": came_from})
    return f"{api.portal.get().absolute_url()}/login?{query}"
