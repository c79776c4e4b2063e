"""The residents' parking permit has an application form, where EasyForm is there."""

from collective.virtualoffice.content.service import Service
from collective.virtualoffice.demo.values import rich_text
from importlib.resources import files
from plone import api
from Products.CMFPlone.Portal import PloneSite
from typing import Any
import tomllib


EASYFORM = "collective.easyform:default"
RICH = ("formPrologue", "thanksEpilogue")


def enable_forms(site: PloneSite) -> bool:
    """Install collective.easyform in the site, if this Zope has it."""
    if not site.portal_setup.profileExists(EASYFORM):
        return False
    site.portal_setup.runAllImportStepsFromProfile(f"profile-{EASYFORM}")
    return True


def add_application(service: Service) -> Any:
    """A form that mails what is filled in to the office, and stores none of it."""
    fields = tomllib.loads(read("antrag.toml"))
    for name in RICH:
        fields[name] = rich_text(fields[name])
    form = api.content.create(
        container=service,
        type="EasyForm",
        language="de",
        fields_model=read("antrag-fields.xml"),
        actions_model=read("antrag-mail.xml"),
        showAll=True,
        **fields,
    )
    api.content.transition(form, "publish")
    return form


def read(name: str) -> str:
    return files(__package__).joinpath("content", name).read_text("utf-8")
