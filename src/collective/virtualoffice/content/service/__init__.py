"""A service page: what a citizen has to know, bring and pay, and where to go.

One interface for each group of fields; the names of the text modules follow FIM, the
catalogue of services of German administrations, in English.
"""

from collective.virtualoffice.content.service.care import IServiceCare
from collective.virtualoffice.content.service.costs import IServiceCosts
from collective.virtualoffice.content.service.documents import IServiceDocuments
from collective.virtualoffice.content.service.legal import IServiceLegal
from collective.virtualoffice.content.service.online import IServiceOnline
from collective.virtualoffice.content.service.responsible import IServiceResponsible
from collective.virtualoffice.content.service.texts import IServiceTexts
from collective.virtualoffice.content.service.video import IServiceVideo
from plone.autoform.interfaces import IFormFieldProvider
from plone.dexterity.content import Container
from zope.interface import provider


# The last base comes first in the form: fieldsets are merged from the root upwards.
@provider(IFormFieldProvider)
class IService(
    IServiceCare,
    IServiceResponsible,
    IServiceLegal,
    IServiceVideo,
    IServiceOnline,
    IServiceCosts,
    IServiceDocuments,
    IServiceTexts,
):
    """Whatever has this behaviour is an administrative service."""


class Service(Container):
    """A page with the service behaviour; holds its files and its form."""
