"""The pages of Musterstadt, from the TOML files beside this module."""

from collections.abc import Iterable
from collective.virtualoffice.content.office import VirtualOffice
from collective.virtualoffice.content.rows import ISpecialDayRow
from collective.virtualoffice.content.service import Service
from collective.virtualoffice.demo.application import add_application
from collective.virtualoffice.demo.application import enable_forms
from collective.virtualoffice.demo.values import field_values
from collective.virtualoffice.demo.values import rich_text
from importlib.resources import files
from plone import api
from plone.dexterity.content import DexterityContent
from plone.formwidget.namedfile.converter import b64encode_file
from plone.uuid.interfaces import IUUID
from Products.CMFPlone.Portal import PloneSite
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.intid.interfaces import IIntIds
from zope.schema import getFieldNames
import tomllib


# The service that has an application form of its own.
PARKING = "bewohnerparkausweis"

CARD = """
<li class="col"><div class="card h-100"><div class="card-body">
<h3 class="card-title h5">
<a class="stretched-link" href="resolveuid/{uid}">{item.title}</a></h3>
<p class="card-text">{item.description}</p>
</div></div></li>
"""


def build(site: PloneSite) -> list[VirtualOffice]:
    """Make all pages, published; answers the offices."""
    pages = read("pages")
    office_folder = publish(site, "Folder", pages["offices"])
    service_folder = publish(site, "Folder", pages["services"])
    service_folder.setLayout("service-finder")
    offices = {
        fields["id"]: add_office(office_folder, fields)
        for fields in read("offices")["office"]
    }
    services = [
        add_service(service_folder, fields, offices)
        for fields in read("services")["service"]
    ]
    if enable_forms(site):
        add_application(service_folder[PARKING])
    add_front_page(site, pages["front"], offices.values(), services)
    return list(offices.values())


def read(name: str) -> dict[str, Any]:
    """One of the files in `content`."""
    text = files(__package__).joinpath("content", f"{name}.toml").read_text("utf-8")
    return tomllib.loads(text)


def logo() -> bytes:
    """The logo of the town, as Plone keeps it in its registry."""
    image = files(__package__).joinpath("content", "logo.svg").read_bytes()
    return b64encode_file("logo.svg", image)


def publish(
    container: DexterityContent, portal_type: str, fields: dict[str, Any]
) -> Any:
    """Make and publish one object; `text` is HTML."""
    text = fields.get("text")
    if text is not None:
        fields = {**fields, "text": rich_text(text)}
    item = api.content.create(
        container=container, type=portal_type, language="de", **fields
    )
    api.content.transition(item, "publish")
    return item


def add_office(folder: DexterityContent, fields: dict[str, Any]) -> VirtualOffice:
    """An office; what a special day leaves out is empty."""
    columns = getFieldNames(ISpecialDayRow)
    days = [
        {column: day.get(column) for column in columns}
        for day in fields.get("exceptions", ())
    ]
    return publish(folder, "VirtualOffice", {**fields, "exceptions": days})


def add_service(
    folder: DexterityContent,
    fields: dict[str, Any],
    offices: dict[str, VirtualOffice],
) -> Service:
    """A service of the offices it names by their ids."""
    ids = getUtility(IIntIds)
    related = [RelationValue(ids.getId(offices[name])) for name in fields["offices"]]
    values = field_values(fields)
    made = {"offices": related, "subject": tuple(fields["subject"])}
    return publish(folder, "Service", {**values, **made})


def add_front_page(
    site: PloneSite,
    fields: dict[str, Any],
    offices: Iterable[VirtualOffice],
    services: Iterable[Service],
) -> None:
    text = fields["text"].format(offices=links(offices), services=links(services))
    page = publish(site, "Document", {**fields, "text": text})
    site.setDefaultPage(page.getId())


def links(items: Iterable[DexterityContent]) -> str:
    """Cards that lead to pages and say what is there."""
    cards = "".join(CARD.format(item=item, uid=IUUID(item)) for item in items)
    return f'<ul class="list-unstyled row row-cols-1 row-cols-md-2 g-3">{cards}</ul>'
