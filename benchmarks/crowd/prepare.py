"""Makes the office that the crowd comes to; runs inside Zope, which gives ``app``."""

from collective.virtualoffice.settings import KEYS
from crew import appoint
from loadsite import make_office
from plone import api
import transaction


appoint(make_office(app, "crowd"))  # noqa: F821
api.portal.set_registry_record(KEYS["trusted_proxies"], ["127.0.0.1"])
transaction.commit()
