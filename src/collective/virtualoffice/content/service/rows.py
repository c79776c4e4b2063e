"""The rows of the tables of a service."""

from collective.virtualoffice import _
from collective.virtualoffice.content.rows import SENTENCE
from collective.virtualoffice.content.rows import WORD
from collective.virtualoffice.content.service.fields import Amount
from collective.virtualoffice.content.service.fields import Link
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


def link(**kwargs: str) -> Link:
    return Link(title=_("service_link", default="Link"), required=False, **kwargs)


class IDocumentRow(model.Schema):
    """One paper that a citizen has to have ready."""

    directives.widget("title", style=SENTENCE)
    title = schema.TextLine(title=_("service_document", default="Document"))
    directives.widget("note", style=SENTENCE)
    note = schema.TextLine(
        title=_("service_document_note", default="Note"), required=False
    )
    for_video = schema.Bool(
        title=_("service_document_for_video", default="Needed for video"),
        default=True,
        required=False,
    )
    directives.widget("form", style=WORD)
    form = Link(
        title=_("service_document_form", default="Link to the form"), required=False
    )


class IFormRow(model.Schema):
    """One form to fill in."""

    directives.widget("title", style=SENTENCE)
    title = schema.TextLine(title=_("service_form", default="Form"))
    directives.widget("link", style=SENTENCE)
    link = link()
    directives.widget("accessible", style=WORD)
    accessible = schema.Choice(
        title=_("service_form_accessible", default="Accessible?"),
        vocabulary="collective.virtualoffice.yes_no",
        required=False,
    )


class IFeeRow(model.Schema):
    """One fee: an amount, a range, or words."""

    directives.widget("title", style=SENTENCE)
    title = schema.TextLine(title=_("service_fee", default="What for"))
    directives.widget("amount", style=WORD)
    amount = Amount(
        title=_("service_fee_amount", default="Amount in euro"), required=False
    )
    directives.widget("up_to", style=WORD)
    up_to = Amount(title=_("service_fee_up_to", default="Up to"), required=False)
    directives.widget("note", style=SENTENCE)
    note = schema.TextLine(title=_("service_fee_note", default="Note"), required=False)


class ILegalRow(model.Schema):
    """One legal basis."""

    directives.widget("title", style=SENTENCE)
    title = schema.TextLine(title=_("service_legal_basis", default="Legal basis"))
    directives.widget("link", style=SENTENCE)
    link = link()


class IChannelRow(model.Schema):
    """One way to write to the administration so that it counts."""

    directives.widget("channel", style=WORD)
    channel = schema.TextLine(title=_("service_channel", default="What"))
    directives.widget("address", style=SENTENCE)
    address = schema.TextLine(title=_("service_channel_address", default="Address"))
    directives.widget("good_for", style=SENTENCE)
    good_for = schema.TextLine(
        title=_("service_channel_good_for", default="What it is good for"),
        required=False,
    )
