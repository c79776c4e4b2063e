"""The offices in which somebody serves."""

from .alertwords import ALERTS
from .alertwords import LINE
from .forms import FormPage
from .forms import login_url
from .place import Place
from .place import place
from AccessControl import Unauthorized
from collective.virtualoffice import _
from collective.virtualoffice.browser.assets import script_url
from collective.virtualoffice.usecases.serving import served_offices
from collective.virtualoffice.wording import for_script
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from typing import TypedDict
import json


class PlacesShape(TypedDict):
    """``latest`` is when the last arrived; ``served``: nobody waits without a desk."""

    html: str
    waiting: int
    latest: str | None
    served: bool


class Overview(FormPage):
    """For everybody who is logged in; it says so to those who serve nowhere."""

    index: ViewPageTemplateFile
    places_part = ViewPageTemplateFile("places.pt")
    alerts = ViewPageTemplateFile("alerts.pt")
    updates = ViewPageTemplateFile("../updates.pt")
    title = _("staff_overview", default="My virtual offices")

    def __call__(self) -> str:
        if api.user.is_anonymous():
            raise Unauthorized("staff")
        self.secure()
        return self.rendered(self.index)

    @cached_property
    def places(self) -> list[Place]:
        now, clerk = datetime.now(UTC), api.user.get_current().getId()
        found = served_offices()
        return [place(office, now, clerk, self.request) for office in found]

    @property
    def url(self) -> str:
        return f"{self.context.absolute_url()}/@@staff"

    @property
    def login_url(self) -> str:
        return login_url(self.url)

    @property
    def script(self) -> str:
        return script_url("overview.js")

    @property
    def script_texts(self) -> str:
        return json.dumps(for_script(self.request, LINE | ALERTS))


class Places(Overview):
    """Only what changes, for the script."""

    def __call__(self) -> str:
        self.secure()
        self.request.response.setHeader("Content-Type", "application/json")
        if api.user.is_anonymous():
            self.request.response.setStatus(401, lock=1)
            return "{}"
        return json.dumps(self.shape())

    def shape(self) -> PlacesShape:
        latest = max(filter(None, (each.latest for each in self.places)), default=None)
        return {
            "html": self.places_part(),
            "waiting": sum(each.waiting for each in self.places),
            "latest": latest.isoformat() if latest else None,
            "served": all(each.is_served for each in self.places),
        }
