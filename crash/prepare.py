"""Makes the office that is crashed; runs inside Zope, which gives ``app``."""

from collective.virtualoffice.catalogue.vocabularies import WEEKDAYS
from collective.virtualoffice.demo.people import appoint
from collective.virtualoffice.demo.people import PASSWORD
from collective.virtualoffice.demo.site import make
from datetime import time
from plone import api
import os
import transaction


ALWAYS = [{"weekday": day, "opens": time(0), "closes": time(0)} for day in WEEKDAYS]

app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])  # noqa: F821
site = make(app)  # noqa: F821
with api.env.adopt_roles(["Manager"]):
    office = api.content.create(
        container=site,
        type="VirtualOffice",
        id="crash",
        title="Crash",
        opening_hours=ALWAYS,
        exceptions=[],
        holiday_state=None,
        max_waiting=10_000,
        planned_minutes=15,
        languages=["de"],
    )
    api.content.transition(office, "publish")
    for name in os.environ["CRASH_CLERKS"].split():
        email = f"{name}@example.org"
        api.user.create(username=name, email=email, password=PASSWORD)
        appoint(name, "Office Clerk", [office])
transaction.commit()
