"""The page on which an editor takes the hours of another office over."""

from ..citizen.timetable import HOURS_TABLE
from ..citizen.timetable import Timetable
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.offices import OFFICE_TYPE
from collective.virtualoffice.content.hours import copy_hours
from collective.virtualoffice.content.hours import hours_of
from collective.virtualoffice.content.hours import state_of
from collective.virtualoffice.content.office import IVirtualOffice
from collective.virtualoffice.content.office import office_hours
from collective.virtualoffice.storage import office_key
from datetime import datetime
from datetime import UTC
from functools import cached_property
from holidays.countries import Germany
from plone import api
from plone.protect import CheckAuthenticator
from Products.Five import BrowserView
from typing import Any


SAVE = "copy"


class CopyHours(BrowserView):
    """Choose an office, see what is replaced, say yes."""

    table = HOURS_TABLE
    has_changed = False
    is_locked = False

    def __call__(self) -> str:
        self.request.response.setHeader("Cache-Control", "no-store")
        if self.is_confirmed and self._copy():
            return ""
        return self.index()

    @cached_property
    def source(self) -> IVirtualOffice | None:
        """The office that was chosen, as far as the editor may see it."""
        wanted = self.request.form.get("from")
        return next(
            (each for each in self.others if api.content.get_uuid(each) == wanted), None
        )

    @cached_property
    def others(self) -> list[IVirtualOffice]:
        """Offices that the editor may see; translations have the same hours anyway."""
        found = api.content.find(portal_type=OFFICE_TYPE, sort_on="sortable_title")
        offices = (brain.getObject() for brain in found)
        own = office_key(self.context)
        return [office for office in offices if office_key(office) != own]

    @property
    def choices(self) -> list[dict[str, Any]]:
        return [
            {
                "uid": api.content.get_uuid(office),
                "title": office.title,
                "place": "/".join(office.absolute_url_path().split("/")[:-1]),
                "is_chosen": office is self.source,
            }
            for office in self.others
        ]

    @property
    def columns(self) -> list[dict[str, Any]]:
        """The hours as they are, and as they will be."""
        return [
            self._column("now", NOW, self.context),
            self._column("then", THEN, self.source),
        ]

    @property
    def is_same(self) -> bool:
        return hours_of(self.context) == hours_of(self.source)

    @property
    def state(self) -> str:
        """What the preview shows; sent back, so that nothing else is replaced."""
        return state_of(self.source, self.context)

    @property
    def is_confirmed(self) -> bool:
        form, method = self.request.form, self.request.method
        return method == "POST" and SAVE in form and self.source is not None

    def _column(
        self, name: str, heading: str, office: IVirtualOffice
    ) -> dict[str, Any]:
        table = Timetable(self.request, office_hours(office), datetime.now(UTC))
        return {
            "id": f"hours-{name}",
            "heading": heading,
            "office": office,
            "week": table.weekdays,
            "days": table.written,
            "state": STATES.get(office.holiday_state),
        }

    def _copy(self) -> bool:
        """Whether it was done; else the page is shown again and says why not."""
        lock = api.content.get_view("plone_lock_info", self.context, self.request)
        self.is_locked = lock.is_locked_for_current_user()
        self.has_changed = self.request.form.get("state") != self.state
        if self.is_locked or self.has_changed:
            return False
        CheckAuthenticator(self.request)
        copy_hours(self.source, self.context)
        api.portal.show_message(
            _(
                "copy_hours_done",
                default="The hours are now those of “${office}”.",
                mapping={"office": self.source.title},
            ),
            self.request,
        )
        self.request.response.redirect(self.context.absolute_url())
        return True


NOW = _("copy_hours_now", default="Now")
THEN = _("copy_hours_then", default="Then")
STATES = {code: name for name, code in Germany.subdivisions_aliases.items()}
