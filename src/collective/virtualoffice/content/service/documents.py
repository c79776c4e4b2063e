"""What a citizen has to bring, and the forms to fill in."""

from collective.virtualoffice import _
from collective.virtualoffice.content.grid import Grid
from collective.virtualoffice.content.gridwidget import GridFieldWidget
from collective.virtualoffice.content.service.rows import IDocumentRow
from collective.virtualoffice.content.service.rows import IFormRow
from plone.autoform import directives
from plone.supermodel import model
from typing import Any


class IServiceDocuments(model.Schema):
    """Papers and forms."""

    model.fieldset(
        "preparation",
        label=_("service_fieldset_preparation", default="Documents and fees"),
        fields=["documents", "forms"],
    )
    directives.widget("documents", GridFieldWidget)
    documents = Grid(
        IDocumentRow,
        title=_("service_documents", default="Required documents"),
        description=_(
            "service_documents_help",
            default="Visitors see this list again while they wait, as far as it is "
            "needed for video.",
        ),
    )
    directives.widget("forms", GridFieldWidget)
    forms = Grid(
        IFormRow,
        title=_("service_forms", default="Forms"),
        description=_(
            "service_forms_help",
            default="Forms to fill in. Files can be added to this page in its "
            "contents. A link is a web address, or the path of a page or file of this "
            "site, for example /forms/dog.pdf.",
        ),
    )


def papers_for_video(service: IServiceDocuments) -> list[dict[str, Any]]:
    """The documents that somebody has to have ready for a conversation by video."""
    return [row for row in service.documents or () if row.get("for_video") is not False]
