"""On which law a service rests, and how somebody may object."""

from collective.virtualoffice import _
from collective.virtualoffice.content.grid import Grid
from collective.virtualoffice.content.gridwidget import GridFieldWidget
from collective.virtualoffice.content.service.fields import Prose
from collective.virtualoffice.content.service.rows import ILegalRow
from plone.autoform import directives
from plone.supermodel import model


class IServiceLegal(model.Schema):
    """Legal bases and legal remedy."""

    model.fieldset(
        "legal",
        label=_("service_fieldset_legal", default="Law and responsibility"),
        fields=["legal_bases", "legal_remedy"],
    )
    directives.widget("legal_bases", GridFieldWidget)
    legal_bases = Grid(
        ILegalRow,
        title=_("service_legal_bases", default="Legal bases"),
        description=_(
            "service_legal_bases_help",
            default="Paragraph and law, with a link to the text if there is one.",
        ),
    )
    legal_remedy = Prose(
        title=_("service_legal_remedy", default="Legal remedy"),
        description=_(
            "service_legal_remedy_help",
            default="How and until when somebody may object to the decision.",
        ),
    )
