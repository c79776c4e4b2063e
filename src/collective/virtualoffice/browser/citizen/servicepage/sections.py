"""The sections of a service's page, as far as there is something to say."""

from .about import About
from collective.virtualoffice import _
from dataclasses import dataclass
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


@dataclass(frozen=True)
class Section:
    """A heading with something below it, if one of its facts is known."""

    name: str
    heading: Message
    template: ViewPageTemplateFile
    facts: tuple[str, ...]

    @property
    def id(self) -> str:
        """Where links on the page lead."""
        return f"service-{self.name}"

    def is_known(self, about: About) -> bool:
        return any(about.knows(fact) for fact in self.facts)

    def body(self, view: Any) -> str:
        return self.template(view, fact=self.facts[0])


def section(name: str, heading: Message, template: str, *facts: str) -> Section:
    return Section(name, heading, ViewPageTemplateFile(template), facts or (name,))


def sections(about: About) -> list[Section]:
    """Those that have something to say, in the order in which people ask."""
    return [each for each in ALL if each.is_known(about)]


ALL = (
    section(
        "prerequisites",
        _("service_prerequisites_heading", default="Who can get this"),
        "prose.pt",
    ),
    section(
        "documents",
        _("service_documents_heading", default="What you need"),
        "documents.pt",
    ),
    section(
        "procedure",
        _("service_procedure_heading", default="How it works"),
        "prose.pt",
    ),
    section("fees", _("service_fees_heading", default="What it costs"), "fees.pt"),
    section(
        "deadlines", _("service_deadlines_heading", default="Deadlines"), "prose.pt"
    ),
    section(
        "time",
        _("service_time_heading", default="How long it takes"),
        "time.pt",
        "processing_time",
    ),
    section(
        "online",
        _("service_online_heading", default="Apply online"),
        "online.pt",
        "online_url",
        "application_forms",
    ),
    section(
        "video",
        _("service_video_heading", default="By video"),
        "video.pt",
        "video_facts",
    ),
    section("forms", _("service_forms_heading", default="Forms"), "forms.pt"),
    section("files", _("service_files_heading", default="Files"), "files.pt"),
    section(
        "channels",
        _(
            "service_channels_heading",
            default="How do I write to you so that it counts?",
        ),
        "channels.pt",
        "safe_channels",
    ),
    section("hints", _("service_hints_heading", default="Good to know"), "prose.pt"),
    section(
        "contact",
        _("service_contact_heading", default="Who is responsible"),
        "contact.pt",
        "competent_body",
        "contact_point",
    ),
    section(
        "remedy",
        _("service_remedy_heading", default="If you do not agree with the decision"),
        "prose.pt",
        "legal_remedy",
    ),
    section(
        "law", _("service_law_heading", default="Legal bases"), "law.pt", "legal_bases"
    ),
    section(
        "more",
        _("service_more_heading", default="Further information"),
        "prose.pt",
        "further_information",
    ),
    section(
        "release",
        _("service_release_heading", default="About this page"),
        "release.pt",
        "official_name",
        "author",
        "released_by",
        "released_on",
        "service_keys",
    ),
)
