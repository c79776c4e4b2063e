"""What can be chosen on the page of the import: folders, states, sources."""

from collections import Counter
from collective.virtualoffice import _
from collective.virtualoffice.catalogue.imports.fields import columns
from collective.virtualoffice.catalogue.imports.fields import fields
from collective.virtualoffice.catalogue.imports.identity import BETWEEN
from collective.virtualoffice.catalogue.imports.identity import INDEX
from collective.virtualoffice.catalogue.imports.words import LATER
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.columns import Column
from collective.virtualoffice.domain.services.columns import Kind
from dataclasses import dataclass
from plone import api
from typing import Any
from zope.i18n import translate
from zope.i18nmessageid import Message


INTERFACE = IService.__identifier__
KINDS = {
    Kind.LINE: _("import_kind_line", default="one line of text"),
    Kind.TEXT: _("import_kind_text", default="text, also of several lines"),
    Kind.HTML: _("import_kind_html", default="HTML"),
    Kind.LINES: _("import_kind_lines", default="one entry per line"),
    Kind.KEYS: _("import_kind_keys", default="14 digits each, one key per line"),
    Kind.CHOICE: _("import_kind_choice", default="one of: ${choices}", mapping=LATER),
    Kind.YES_NO: _("import_kind_yes_no", default="yes or no"),
    Kind.NUMBER: _("import_kind_number", default="a whole number"),
    Kind.AMOUNT: _("import_kind_amount", default="an amount in euro, like 12.60"),
    Kind.DATE: _("import_kind_date", default="a date, like 2026-12-31"),
    Kind.GRID: _(
        "import_kind_grid", default="one row per line: ${parts}", mapping=LATER
    ),
    Kind.OFFICES: _(
        "import_kind_offices", default="path or UID of an office, one per line"
    ),
}


@dataclass(frozen=True)
class Option:
    """One entry of a list to choose from."""

    value: str
    title: str
    chosen: bool = False


@dataclass(frozen=True)
class ColumnShown:
    """A column as it is explained: its name, its field, how its cells are written."""

    name: str
    title: Message
    cells: Message


def folders(chosen: str = "") -> list[Option]:
    """The site and its folders by path; first wished is where most services are."""
    catalog = api.portal.get_tool("portal_catalog")
    root = len("/".join(api.portal.get().getPhysicalPath()))
    found = catalog(portal_type="Folder", sort_on="path")
    paths = ["", *(brain.getPath()[root:] for brain in found)]
    wished = chosen or _usual_folder(root)
    return [Option(path, path or "/", path == wished) for path in paths]


def _usual_folder(root: int) -> str:
    services = api.portal.get_tool("portal_catalog")(object_provides=INTERFACE)
    parents = Counter(each.getPath()[root:].rpartition("/")[0] for each in services)
    return max(parents, key=lambda path: parents[path]) if parents else ""


def states(request: Any) -> list[Option]:
    """The states of the workflow of services."""
    tool = api.portal.get_tool("portal_workflow")
    found = {
        id: translate(
            tool.getTitleForStateOnType(id, "Service") or id, "plone", context=request
        )
        for name in tool.getChainForPortalType("Service")
        for id in tool.getWorkflowById(name).states
    }
    return [Option(id, title) for id, title in found.items()]


def sources() -> list[Option]:
    """Where services came from."""
    return [Option(name, name) for name in _indexed(INDEX) if BETWEEN not in name]


def situations() -> list[Option]:
    """All life situations of the site."""
    return [Option(name, name) for name in _indexed("Subject")]


def _indexed(name: str) -> list[str]:
    index = api.portal.get_tool("portal_catalog")._catalog.getIndex(name)
    return sorted(filter(None, index.uniqueValues()))


def columns_shown() -> list[ColumnShown]:
    """Every column a file may have, in order."""
    titles = {name: field.title for name, field in fields().items()}
    return [
        ColumnShown(each.name, titles[each.name], cells_shown(each))
        for each in columns()
    ]


def cells_shown(column: Column) -> Message:
    """How the cells of a column are written."""
    parts = " | ".join(part.name for part in column.parts)
    choices = ", ".join(column.choices)
    return Message(KINDS[column.kind], mapping={"parts": parts, "choices": choices})
