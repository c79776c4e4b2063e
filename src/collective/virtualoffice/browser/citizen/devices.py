"""The test of camera, sound and line, before the knock and while waiting."""

from ..assets import script_url
from ..private import PrivatePage
from .addresses import knock_url
from .deviceswords import script_texts
from .ways import Ways
from collective.virtualoffice import _
from collective.virtualoffice.content.office import IVirtualOffice
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
    """The test before the knock; it knows nobody and keeps nothing."""

    template = ViewPageTemplateFile("devicetest.pt")
    title = _("devices_title", default="Test camera and sound")

    def __call__(self) -> str:
        self.secure(camera=True)
        self.office = self.context
        return self.rendered(self.template)

    @property
    def service(self) -> str:
        """What the knock will be about, as the link said; the form looks again."""
        service = self.request.form.get("service")
        return service if isinstance(service, str) else ""

    @property
    def knock_url(self) -> str:
        return knock_url(self.office, self.service)

    @property
    def call_back_url(self) -> str:
        return knock_url(self.office, self.service, callback=True)

    @property
    def script(self) -> str:
        return script_url("devicetest.js")
