"""The demo town with one more office, open around the clock, to be put under load."""

from collective.virtualoffice.catalogue.vocabularies import WEEKDAYS
from collective.virtualoffice.demo.site import make
from datetime import time
from OFS.Application import Application
from plone import api
from typing import Any


ALWAYS = [{"weekday": day, "opens": time(0), "closes": time(0)} for day in WEEKDAYS]


def make_office(app: Application, id: str) -> Any:
    """The office, in which nobody waits; the town is made with the first one.

    The caller commits.
    """
    if app.acl_users.getUser("admin") is None:
        app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])
    site = make(app)
    with api.env.adopt_roles(["Manager"]):
        office = api.content.create(
            container=site,
            type="VirtualOffice",
            id=id,
            title=id.capitalize(),
            opening_hours=ALWAYS,
            exceptions=[],
            holiday_state=None,
            max_waiting=10_000,
            planned_minutes=15,
            languages=["de"],
        )
        api.content.transition(office, "publish")
    return office
