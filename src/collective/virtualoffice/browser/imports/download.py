"""Services as a file."""

from collective.virtualoffice import _
from collective.virtualoffice.browser.staff.forms import FormPage
from collective.virtualoffice.catalogue.imports.export import as_csv
from collective.virtualoffice.catalogue.imports.export import as_xlsx
from collective.virtualoffice.catalogue.imports.export import chosen
from collective.virtualoffice.catalogue.imports.identity import INDEX
from collective.virtualoffice.catalogue.imports.workbook import TooLong
from plone import api
from typing import Any
import re


XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
WORD = re.compile(r"\w+")
FILTERS = {
    "state": "review_state",
    "situation": "Subject",
    "source": INDEX,
}


class Download(FormPage):
    """All services, or those that the filter of the form finds."""

    def __call__(self) -> bytes | str:
        self.secure()
        found = chosen(self.query)
        if self._typed("format") != "xlsx":
            return self._send("services.csv", "text/csv; charset=utf-8", as_csv(found))
        try:
            return self._send("services.xlsx", XLSX, as_xlsx(found))
        except TooLong as text:
            api.portal.show_message(too_long(text), self.request, "error")
            url = f"{self.context.absolute_url()}/@@service-import"
            self.request.response.redirect(url, status=303)
            return ""

    @property
    def query(self) -> dict[str, Any]:
        """What was chosen, for the catalogue."""
        typed = {name: self._typed(name) for name in FILTERS}
        query: dict[str, Any] = {
            index: typed[name] for name, index in FILTERS.items() if typed[name]
        }
        words = WORD.findall(self._typed("text"))
        if words:
            query["SearchableText"] = " AND ".join(f"{word}*" for word in words)
        folder = self._typed("folder").strip("/")
        if folder:
            root = "/".join(self.context.getPhysicalPath())
            query["path"] = f"{root}/{folder}"
        return query

    def _typed(self, name: str) -> str:
        found = self.request.form.get(name, "")
        return found.strip()[:200] if isinstance(found, str) else ""

    def _send(self, name: str, kind: str, data: bytes) -> bytes:
        response = self.request.response
        response.setHeader("Content-Type", kind)
        response.setHeader("Content-Disposition", f'attachment; filename="{name}"')
        return data


def too_long(text: TooLong) -> Any:
    return _(
        "export_too_long",
        default="The text in row ${row}, column ${column} is longer than a cell of a "
        "workbook can hold. Take CSV.",
        mapping={"row": text.row, "column": text.column},
    )
