"""What the filter finds as a table for spreadsheets."""

from .listing import InventoryBase
from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.domain.services.csvfile import write_csv
from collective.virtualoffice.domain.services.sieve import Entry
from collective.virtualoffice.domain.services.sieve import UNSET


HEAD = (
    _("inventory_service", default="Service"),
    _("inventory_address", default="Address"),
    _("inventory_state", default="State"),
    _("service_keys", default="Service keys"),
    _("service_offices", default="Offices"),
    _("inventory_situations", default="Life situations"),
    _("inventory_fitness", default="Fitness for video"),
    _("service_maturity", default="Online maturity"),
    _("service_online_url", default="Online application"),
    _("service_reviewed_on", default="Last reviewed on"),
    _("inventory_findings", default="Findings"),
    _("inventory_uid", default="UID"),
)
YES, NO = _("yes", default="Yes"), _("no", default="No")


class InventoryDownload(InventoryBase):
    """In words, for people: programs ask the REST API. Several values: one per line."""

    def __call__(self) -> str:
        self.secure()
        response = self.request.response
        response.setHeader("Content-Type", "text/csv; charset=utf-8")
        response.setHeader(
            "Content-Disposition", 'attachment; filename="service-inventory.csv"'
        )
        return "".join(write_csv([self.say(name) for name in HEAD], self.rows))

    @property
    def rows(self) -> Iterator[list[str]]:
        return map(self._row, self.found)

    def _row(self, entry: Entry) -> list[str]:
        facts = entry.facts
        return [
            entry.title,
            self.inventory.url(entry),
            self.names["state"].get(entry.state, ""),
            "\n".join(facts["keys"] or ()),
            "\n".join(self.inventory.office_names(entry)),
            "\n".join(entry.situations),
            self.names["fitness"][facts["video"] or UNSET],
            self.names["maturity"][facts["maturity"] or UNSET],
            self.say(YES if facts["online"] else NO),
            facts["reviewed"] or "",
            "\n".join(self.details(entry)),
            entry.uid,
        ]
