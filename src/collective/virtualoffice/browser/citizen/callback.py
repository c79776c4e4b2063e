"""A number for a call back: asked of those for whom video does not work."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.phone import LENGTH
from collective.virtualoffice.domain.waiting.phone import phone_url
from collective.virtualoffice.usecases.looking import Stay
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
from zope.i18nmessageid import Message


PHONE_ERRORS = {
    ("phone", "malformed"): _(
        "call_back_error",
        default="Please enter a phone number: only digits, spaces, plus, strokes and "
        "brackets.",
    ),
    ("phone", "too_long"): _(
        "call_back_error_long", default="Please use at most 30 characters."
    ),
}


class CallBack:
    """For the waiting page, which asks for the number, shows it and forgets it."""

    stay: Stay
    request: Any
    phone_error: Message | None = None
    is_out_of_order: bool

    call_back = ViewPageTemplateFile("callback.pt")
    phone_length = LENGTH

    @property
    def phone(self) -> str:
        return self.stay.seen.visit.phone

    @property
    def call_back_url(self) -> str:
        return phone_url(self.phone)

    @property
    def typed_phone(self) -> str:
        """What was entered, if it could not be taken."""
        typed = self.request.form.get("phone")
        return typed if self.phone_error and isinstance(typed, str) else self.phone

    @property
    def wants_phone(self) -> bool:
        """Whether the form is shown before a test has failed."""
        return bool(self.phone or self.phone_error or self.is_out_of_order)
