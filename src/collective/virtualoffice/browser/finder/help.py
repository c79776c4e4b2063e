"""What whoever finds nothing can do."""

from ..foreign import foreign
from collective.virtualoffice.domain.waiting.phone import phone_url
from collective.virtualoffice.usecases.finding import Finding
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any


MOST_PHONES = 5


class Help:
    """For the page of the finder."""

    request: Any
    finding: Finding
    nothing_part = ViewPageTemplateFile("nothing.pt")

    @property
    def phones(self) -> list[dict[str, str | None]]:
        """The offices that can be called. They are few, and woken only here."""
        offices = (brain._unrestrictedGetObject() for brain in self.finding.offices)
        named = [office for office in offices if office.phone]
        return [
            {
                "title": office.Title(),
                "lang": foreign(self.request, office.Language()),
                "phone": office.phone,
                "url": phone_url(office.phone),
            }
            for office in named[:MOST_PHONES]
        ]

    @property
    def contact_url(self) -> str | None:
        """Plone's contact form, where the site has an address to send it to."""
        if not api.portal.get_registry_record("plone.email_from_address", default=None):
            return None
        return f"{api.portal.get().absolute_url()}/contact-info"
