"""The form by which a citizen knocks."""

from ..assets import script_url
from ..foreign import foreign
from ..private import PrivatePage
from . import doorwords
from .addresses import knock_url
from .callback import PHONE_ERRORS
from .cautions import cautions
from .devices import Devices
from .privacy import Privacy
from .typed import Typed
from .ways import Ways
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.services import language_of
from collective.virtualoffice.catalogue.services import services_by_video
from collective.virtualoffice.catalogue.vocabularies import languages
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.domain.errors import DoorClosed
from collective.virtualoffice.domain.errors import Invalid
from collective.virtualoffice.domain.errors import TooManyKnocks
from collective.virtualoffice.domain.waiting.door import Door
from collective.virtualoffice.domain.waiting.knock import Knock
from collective.virtualoffice.domain.waiting.knock import read_key
from collective.virtualoffice.domain.waiting.knock import read_knock
from collective.virtualoffice.keys import KeyUnavailable
from collective.virtualoffice.refusals import explain
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.storage import Busy
from collective.virtualoffice.usecases.floor import read_floor
from collective.virtualoffice.usecases.floor import visit_token
from collective.virtualoffice.usecases.knocking import knock
from collective.virtualoffice.usecases.looking import look
from collective.virtualoffice.wording import wait_in_words
from dataclasses import replace
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from Products.ZCatalog.CatalogBrains import AbstractCatalogBrain
from secrets import token_urlsafe
from zope.i18nmessageid import Message


# The form's names for what the knock calls otherwise.
FIELDS = {"spoken_languages": "language", "privacy_noted": "privacy"}

ERRORS = {
    ("name", "required"): _(
        "knock_error_name",
        default="Please enter a name. We call you by it; a made-up name is fine.",
    ),
    ("name", "too_long"): _(
        "knock_error_name_long", default="Please use at most 100 characters."
    ),
    ("note", "too_long"): _(
        "knock_error_note_long", default="Please use at most 500 characters."
    ),
    ("service", "unknown"): _(
        "knock_error_service", default="Please choose a service from the list."
    ),
    **PHONE_ERRORS,
    ("privacy", "required"): _(
        "knock_error_privacy",
        default="Please read the privacy notice and tick the box.",
    ),
}


class KnockPage(Devices, Privacy, Ways, PrivatePage):
    """GET shows the form or why nobody may knock; POST knocks."""

    template = ViewPageTemplateFile("knock.pt")
    title = _("knock_title", default="Knock")
    refusal: Message | None = None

    def __call__(self) -> str:
        self.secure(camera=True)
        self.office = self.context
        self.now = datetime.now(UTC)
        self.errors: dict[str, Message] = {}
        self.cautions: dict[str, Message | str] = {}
        self.is_sent = self.request.method == "POST" and not self.is_foreign
        token = self.send() if self.is_sent else self.start()
        if token is not None:
            return self.lead_to(token)
        self.typed = replace(
            self.typed,
            key=self.typed.key or token_urlsafe(24),
            noted=" ".join({*self.typed.noted.split(), *self.shown_advice}),
        )
        return self.rendered(self.template)

    @property
    def is_foreign(self) -> bool:
        """Whether another site sent the form, which could then know its key."""
        return self.request.getHeader("Sec-Fetch-Site") == "cross-site"

    def start(self) -> None:
        """An empty form; a link chooses the service and nothing else."""
        service = self.request.form.get("service")
        self.typed = Typed.read({"service": service})

    def send(self) -> str | None:
        """The token of the visit that was made; None if the form is shown again."""
        self.typed = Typed.read(self.request.form)
        try:
            said, key = self.read()
            self.cautions = self.open_cautions(said)
            if self.cautions:
                return None
            settings = read_settings()
            address = client_address(self.request, settings.trusted_proxies)
            arrival = knock(self.context, said, key, address, self.now, by_hand=True)
            return visit_token(arrival.visit)
        except Invalid as wrong:
            self.point_out(wrong)
        except (DoorClosed, TooManyKnocks, Busy, KeyUnavailable) as refusal:
            self.refuse(refusal)
        return None

    def read(self) -> tuple[Knock, str | None]:
        """Raises Invalid."""
        if self.typed.website:
            raise Invalid({"website": "malformed"})
        data, uids = self.typed.for_knock(), [each.UID for each in self.services]
        said = read_knock(data, uids, api.portal.get_current_language())
        return said, read_key(self.typed.key)

    def open_cautions(self, said: Knock) -> dict[str, Message | str]:
        """What has to be read before the knock counts, and was not yet."""
        floor, view = read_floor(self.context, self.now), look(self.context, self.now)
        if not view.door.can_knock:
            return {}
        found = cautions(self.request, floor, view, said) | self.shown_advice
        noted = set(self.typed.noted.split())
        self.typed = replace(self.typed, noted=" ".join(noted | set(found)))
        return {} if set(found) <= noted else found

    def point_out(self, wrong: Invalid) -> None:
        words = explain(wrong)
        words.mark(self.request.response)
        for name, code in wrong.fields.items():
            field = {"Idempotency-Key": "key"}.get(name, FIELDS.get(name, name))
            self.errors[field] = ERRORS.get((field, code), words.fields[name])
        if not set(self.errors) - {"key", "website"}:
            self.typed = replace(self.typed, key="", website="")
            self.refusal = _(
                "knock_error_again",
                default="That looked as if a program had sent it. "
                "Please press the button once more.",
            )

    def refuse(self, refusal: Exception) -> None:
        words = explain(refusal)
        words.mark(self.request.response)
        if not isinstance(refusal, DoorClosed):
            self.refusal = words.message

    def lead_to(self, token: str) -> str:
        url = f"{self.context.absolute_url()}/@@visit/{token}"
        self.request.response.redirect(url, status=303)
        return ""

    # What the page shows

    @cached_property
    def door(self) -> Door:
        return look(self.context, self.now).door

    @property
    def shows_form(self) -> bool:
        """What was typed stays, even when the door closed meanwhile."""
        return self.door.can_knock or self.is_sent

    @property
    def asks_for_phone(self) -> bool:
        """Only whom the device test sent here, and once asked, again.

        Whom the test in the form fails is asked by the script, without leaving it.
        """
        return "callback" in self.request.form or "phone" in self.request.form

    @property
    def script(self) -> str:
        return script_url("knock.js")

    @property
    def headline(self) -> Message:
        return doorwords.headline(self.door)

    @property
    def icon(self) -> str:
        return doorwords.ICONS[self.door.status]

    @property
    def details(self) -> list[Message]:
        return doorwords.details(self.request, self.door, self.now)

    @property
    def wait(self) -> Message | None:
        return wait_in_words(self.door.wait)

    @cached_property
    def services(self) -> list:
        """What the office offers by video."""
        return services_by_video(self.context)

    def lang_of(self, service: AbstractCatalogBrain) -> str | None:
        return foreign(self.request, language_of(service))

    @cached_property
    def advice(self) -> str | None:
        """What cannot be done by video of the chosen service."""
        chosen = (each for each in self.services if self.typed.service == each.UID)
        brain = next(chosen, None)
        if brain is None or brain.virtualoffice_video != "advice":
            return None
        return brain.getObject().video_note

    @cached_property
    def languages(self) -> list[dict[str, str]]:
        """The office's languages, if there is a choice."""
        spoken = self.context.languages or []
        titles = {term.value: term.title for term in languages(self.context)}
        if len(spoken) < 2:
            return []
        return [{"tag": tag, "title": titles.get(tag, tag)} for tag in spoken]

    @property
    def shown_advice(self) -> dict[str, str]:
        """The advice as a caution of the chosen service."""
        return {f"advice-{self.typed.service}": self.advice} if self.advice else {}

    @property
    def again_url(self) -> str:
        """The same form anew."""
        return knock_url(self.context, self.typed.service, self.asks_for_phone)

    @property
    def language(self) -> str:
        """What is chosen: what was typed, else the language of the page."""
        if self.is_sent:
            return self.typed.language
        spoken = [each["tag"] for each in self.languages]
        page = api.portal.get_current_language()
        return page if page in spoken else ""
