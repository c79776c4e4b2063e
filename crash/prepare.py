"""Makes the office that is crashed; runs inside Zope, which gives ``app``."""

from collective.virtualoffice.demo.people import appoint
from collective.virtualoffice.demo.people import PASSWORD
from loadsite import make_office
from plone import api
import os
import transaction


office = make_office(app, "crash")  # noqa: F821
with api.env.adopt_roles(["Manager"]):
    for name in os.environ["CRASH_CLERKS"].split():
        email = f"{name}@example.org"
        api.user.create(username=name, email=email, password=PASSWORD)
        appoint(name, "Office Clerk", [office])
transaction.commit()
