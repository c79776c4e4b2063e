"""Makes the site that is measured; runs inside Zope, which gives ``app``."""

from collective.virtualoffice.catalogue.vocabularies import WEEKDAYS
from collective.virtualoffice.demo.site import make
from datetime import time
from plone import api
from trivial import furnish
import transaction


ALWAYS = [{"weekday": day, "opens": time(0), "closes": time(0)} for day in WEEKDAYS]

app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])  # noqa: F821
site = make(app)  # noqa: F821
with api.env.adopt_roles(["Manager"]):
    office = api.content.create(
        container=site,
        type="VirtualOffice",
        id="bench",
        title="Bench",
        opening_hours=ALWAYS,
        exceptions=[],
        holiday_state=None,
        max_waiting=10_000,
        planned_minutes=15,
        languages=["de"],
    )
    api.content.transition(office, "publish")
furnish(office)
transaction.commit()
