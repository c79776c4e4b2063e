"""Why a page cannot become a service, or a service a page; in words."""

from Acquisition import aq_inner
from Acquisition import aq_parent
from collections.abc import Callable
from collections.abc import Iterator
from collective.virtualoffice import _
from collective.virtualoffice.content.service.converting import PAGE
from collective.virtualoffice.content.service.converting import SERVICE
from plone import api
from plone.app.iterate.interfaces import IWorkingCopy
from plone.dexterity.content import DexterityContent
from plone.dexterity.interfaces import IDexterityFTI
from plone.dexterity.utils import iterSchemata
from plone.dexterity.utils import iterSchemataForType
from Products.CMFCore.permissions import ModifyPortalContent
from zope.component import getUtility
from zope.globalrequest import getRequest
from zope.i18n import translate
from zope.i18nmessageid import Message
from zope.schema import getFields
from zope.schema.interfaces import IBool
from zope.schema.interfaces import IField


SOURCES = {SERVICE: PAGE, PAGE: SERVICE}


def obstacle(item: DexterityContent, portal_type: str) -> Message | None:
    """The first thing in the way of the other type; None when there is nothing."""
    found = (check(item, portal_type) for check in CHECKS)
    return next((message for message in found if message), None)


def _wrong_type(item: DexterityContent, portal_type: str) -> Message | None:
    if item.portal_type == SOURCES[portal_type]:
        return None
    if portal_type == SERVICE:
        return _("convert_no_page", default="Only pages can become services.")
    return _("convert_no_service", default="Only services can become pages.")


def _forbidden(item: DexterityContent, portal_type: str) -> Message | None:
    allowed = aq_parent(aq_inner(item)).allowedContentTypes()
    if not api.user.has_permission(ModifyPortalContent, obj=item):
        return _("convert_forbidden", default="You may not change it.")
    if portal_type not in {fti.getId() for fti in allowed}:
        return _(
            "convert_not_addable", default="You may not add this type in its folder."
        )
    return None


def _in_work(item: DexterityContent, portal_type: str) -> Message | None:
    lock = api.content.get_view("plone_lock_info", item, item.REQUEST)
    if lock.is_locked_for_current_user():
        return _("convert_locked", default="Somebody is editing it.")
    if IWorkingCopy.providedBy(item):
        return _("convert_working_copy", default="It is a working copy.")
    return None


def _holds_others(item: DexterityContent, portal_type: str) -> Message | None:
    if not getattr(item, "objectIds", None) or not len(item.objectIds()):
        return None
    fti = getUtility(IDexterityFTI, name=portal_type)
    held = {child.portal_type for child in item.objectValues()}
    if fti.klass.endswith("Service") and held <= set(fti.allowed_content_types):
        return None
    return _(
        "convert_holds",
        default="It contains what the other type cannot contain. Move that first.",
    )


def _lost_state(item: DexterityContent, portal_type: str) -> Message | None:
    tool = api.portal.get_tool("portal_workflow")
    if tool.getChainForPortalType(item.portal_type) == tool.getChainFor(portal_type):
        return None
    for name in tool.getChainForPortalType(portal_type):
        status = tool.getStatusOf(name, item) or {}
        if status.get("review_state") not in tool[name].states.objectIds():
            return _(
                "convert_state",
                default="Its publication state does not exist for the other type.",
            )
    return None


def _lost_fields(item: DexterityContent, portal_type: str) -> Message | None:
    titles = [field.title for field in lost_fields(item, portal_type)]
    if not titles:
        return None
    return _(
        "convert_fields",
        default="The other type lacks fields that are filled in: ${fields}.",
        mapping={"fields": ", ".join(map(translated, titles))},
    )


def lost_fields(item: DexterityContent, portal_type: str) -> Iterator[IField]:
    """Filled fields that the other type would not show; switches do not count."""
    kept = {
        name for each in iterSchemataForType(portal_type) for name in getFields(each)
    }
    for schema in iterSchemata(item):
        for name, field in getFields(schema).items():
            if name in kept or IBool.providedBy(field) or field.readonly:
                continue
            value = item.__dict__.get(name)
            if value and value != field.default:
                yield field


def translated(title: Message | str) -> str:
    return translate(title, context=getRequest())


CHECKS: tuple[Callable[[DexterityContent, str], Message | None], ...] = (
    _wrong_type,
    _forbidden,
    _in_work,
    _holds_others,
    _lost_state,
    _lost_fields,
)
