"""The texts of a service, after the text modules of FIM."""

from collective.virtualoffice import _
from collective.virtualoffice.content.service.fields import Lines
from collective.virtualoffice.content.service.fields import LinesFieldWidget
from collective.virtualoffice.content.service.fields import Prose
from plone.app.dexterity import textindexer
from plone.autoform import directives
from plone.supermodel import model
from zope import schema


class IServiceTexts(model.Schema):
    """Names, and what has to be said beside title, summary and body text."""

    model.fieldset(
        "texts",
        label=_("service_fieldset_texts", default="Texts"),
        fields=[
            "official_name",
            "synonyms",
            "keywords",
            "prerequisites",
            "procedure",
            "deadlines",
            "processing_time",
            "further_information",
            "hints",
        ],
    )
    textindexer.searchable("official_name", "synonyms", "keywords")
    textindexer.searchable("prerequisites", "procedure", "deadlines")
    textindexer.searchable("processing_time", "further_information", "hints")
    official_name = schema.TextLine(
        title=_("service_official_name", default="Official name"),
        description=_(
            "service_official_name_help",
            default="The name in laws and catalogues. The title of the page is the "
            "name that people use.",
        ),
        required=False,
        max_length=500,
    )
    directives.widget("synonyms", LinesFieldWidget)
    synonyms = Lines(
        title=_("service_synonyms", default="Synonyms"),
        description=_(
            "service_synonyms_help",
            default="Other names that people use, one per line. The search finds them.",
        ),
        value_type=schema.TextLine(max_length=200),
    )
    directives.widget("keywords", LinesFieldWidget)
    keywords = Lines(
        title=_("service_keywords", default="Keywords"),
        description=_(
            "service_keywords_help",
            default="Words under which somebody may look for this, one per line. They "
            "are not shown.",
        ),
        value_type=schema.TextLine(max_length=200),
    )
    prerequisites = Prose(
        title=_("service_prerequisites", default="Prerequisites"),
        description=_(
            "service_prerequisites_help",
            default="Who may have this, and what has to be true before.",
        ),
    )
    procedure = Prose(
        title=_("service_procedure", default="Procedure"),
        description=_(
            "service_procedure_help",
            default="Step by step: what people do, and what the office does then.",
        ),
    )
    deadlines = Prose(
        title=_("service_deadlines", default="Deadlines"),
        description=_(
            "service_deadlines_help",
            default="Until when it has to be done, and what happens afterwards.",
        ),
    )
    processing_time = schema.TextLine(
        title=_("service_processing_time", default="Processing time"),
        description=_(
            "service_processing_time_help",
            default="How long the office takes, for example: about two weeks.",
        ),
        required=False,
        max_length=500,
    )
    further_information = Prose(
        title=_("service_further_information", default="Further information"),
        description=_(
            "service_further_information_help",
            default="Links and explanations for those who want to know more.",
        ),
    )
    hints = Prose(
        title=_("service_hints", default="Hints"),
        description=_(
            "service_hints_help",
            default="What people often overlook, and special cases.",
        ),
    )
