"""Who decides, and whom to ask."""

from collective.virtualoffice import _
from plone.supermodel import model
from zope import schema


class IServiceResponsible(model.Schema):
    """Competent body and contact point."""

    model.fieldset("legal", fields=["competent_body", "contact_point"])
    competent_body = schema.Text(
        title=_("service_competent_body", default="Competent body"),
        description=_(
            "service_competent_body_help",
            default="The authority that decides, if it is not the offices of this "
            "service.",
        ),
        required=False,
        max_length=5000,
    )
    contact_point = schema.Text(
        title=_("service_contact_point", default="Contact point"),
        description=_(
            "service_contact_point_help",
            default="Whom people ask: name of the team, phone, address. No private "
            "data of single persons.",
        ),
        required=False,
        max_length=5000,
    )
