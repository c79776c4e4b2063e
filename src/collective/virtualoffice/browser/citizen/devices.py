"""The test of camera, sound and line, before the knock and while waiting."""

from ..assets import script_url
from ..private import PrivatePage
from .addresses import help_url
from .addresses import knock_url
from .deviceswords import script_texts
from .ways import Ways
from collective.virtualoffice import _
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.language import speak
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import Any
import json


class Devices:
    """For pages of ``self.office`` that show the test.

    It runs in the browser alone: only the time that our server takes to answer is
    measured with a request, to the door, which is the same for everybody.
    """

    office: IVirtualOffice
    request: Any

    devices = ViewPageTemplateFile("devices.pt")

    @property
    def devices_texts(self) -> str:
        return json.dumps(script_texts(self.request))

    @property
    def door_api(self) -> str:
        return f"{self.office.absolute_url()}/@door"


class DeviceTestPage(Devices, Ways, PrivatePage):
    """The test on a page of its own; it knows nobody and keeps nothing.

    The knock form and the waiting page have the test in place: so it leads back to the
    help where one came from there, and else to the knock.
    """

    template = ViewPageTemplateFile("devicetest.pt")
    title = _("devices_title", default="Test camera and sound")

    def __call__(self) -> str:
        self.secure(camera=True)
        self.office = self.context
        speak(self.request, str(self.request.form.get("language", "")))
        return self.rendered(self.template)

    @property
    def is_from_help(self) -> bool:
        """A word, never an address: nobody can make it lead elsewhere."""
        return self.request.form.get("from") == "help"

    @property
    def help_url(self) -> str:
        return help_url(self.office, self.request["LANGUAGE"], "help-test")

    @property
    def knock_url(self) -> str:
        return knock_url(self.office)

    @property
    def call_back_url(self) -> str:
        return knock_url(self.office, callback=True)

    @property
    def script(self) -> str:
        return script_url("devicetest.js")
