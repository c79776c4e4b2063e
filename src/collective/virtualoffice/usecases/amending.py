"""Change many services at once: foreseen first, then done in one transaction."""

from collections.abc import Iterable
from collections.abc import Mapping
from collective.virtualoffice.catalogue.release import is_released
from collective.virtualoffice.catalogue.release import release
from collective.virtualoffice.catalogue.release import release_of
from collective.virtualoffice.content.service import IService
from collective.virtualoffice.domain.services.bulk import Obstacle
from collective.virtualoffice.domain.services.bulk import Standing
from collective.virtualoffice.domain.services.wish import Wish
from dataclasses import dataclass
from dataclasses import field
from plone import api
from plone.locking.interfaces import ILockable
from plone.uuid.interfaces import IUUID
from typing import Any
from z3c.relationfield import RelationValue
from zope.component import getUtility
from zope.event import notify
from zope.intid.interfaces import IIntIds
from zope.lifecycleevent import ObjectModifiedEvent


VIEW, MODIFY = "View", "Modify portal content"


@dataclass(frozen=True)
class Prospect:
    """What becomes of one service.

    ``changes`` are pairs of old and new by the fields of Standing, empty when all is so
    already; with an ``obstacle`` none of them is made. Of what is GONE only the UID is
    told. ``stamp`` says how the service stood before.
    """

    uid: str
    title: str = ""
    url: str = ""
    stamp: str = ""
    changes: Mapping[str, tuple[Any, Any]] = field(default_factory=dict)
    obstacle: Obstacle | None = None

    @property
    def happens(self) -> bool:
        return bool(self.changes) and self.obstacle is None


def foresee(uids: Iterable[str], wish: Wish) -> list[Prospect]:
    """What the wish would do to each; changes nothing."""
    uids = list(uids)
    services = viewable(uids)
    return [_prospect(uid, services.get(uid), wish) for uid in uids]


def amend(stamps: Mapping[str, str], wish: Wish) -> list[Prospect]:
    """Change the services that still stand as their stamps say, by UID.

    The caller's transaction is the one of all. Done again it changes nothing.
    """
    services, offices = viewable(stamps), _office_ids(wish.add_offices)
    prospects = []
    for uid, stamp in stamps.items():
        prospect = _prospect(uid, services.get(uid), wish, stamp)
        if prospect.happens:
            _change(services[uid], prospect.changes, offices)
        prospects.append(prospect)
    return prospects


def viewable(uids: Iterable[str]) -> dict[str, IService]:
    """Those of these services that the current user may view, by UID."""
    found = api.portal.get_tool("portal_catalog")(UID=list(uids), show_inactive=True)
    objects = {brain.UID: brain.getObject() for brain in found}
    return {uid: each for uid, each in objects.items() if IService.providedBy(each)}


def _prospect(
    uid: str, service: IService | None, wish: Wish, stamp: str | None = None
) -> Prospect:
    """With a stamp only for a service that has not changed since."""
    if service is None:
        return Prospect(uid, obstacle=Obstacle.GONE)
    now = standing(service)
    changes = now.changes(now.after(wish))
    return Prospect(
        uid,
        service.Title(),
        service.absolute_url(),
        now.stamp,
        changes,
        _obstacle(service, now, wish, changes, stamp) if changes else None,
    )


def standing(service: IService) -> Standing:
    """How it stands."""
    offices = (relation.to_object for relation in service.offices or ())
    return Standing(
        offices=tuple(IUUID(office) for office in offices if office is not None),
        fitness=service.video,
        note=service.video_note or "",
        reviewed=service.reviewed_on,
        situations=tuple(service.Subject()),
        released=is_released(service),
    )


def _obstacle(
    service: IService,
    now: Standing,
    wish: Wish,
    changes: Mapping[str, Any],
    stamp: str | None,
) -> Obstacle | None:
    edits = changes.keys() - {"released"}
    if edits and not api.user.has_permission(MODIFY, obj=service):
        return Obstacle.FORBIDDEN
    if is_locked(service):
        return Obstacle.LOCKED
    if stamp not in (None, now.stamp):
        return Obstacle.CHANGED
    if "released" in changes and release_of(service) is None:
        return Obstacle.NO_RELEASE
    return now.obstacle(wish)


def is_locked(service: IService) -> bool:
    """Does somebody else work on it, or on a working copy of it?"""
    if not service.wl_isLocked():
        return False
    lock = ILockable(service, None)
    return lock is None or not lock.can_safely_unlock()


ATTRIBUTES = {"fitness": "video", "note": "video_note", "reviewed": "reviewed_on"}


def _change(
    service: IService,
    changes: Mapping[str, tuple[Any, Any]],
    offices: Mapping[str, int],
) -> None:
    wanted = {name: new for name, (_, new) in changes.items()}
    if "offices" in wanted:
        service.offices = _relations(service, wanted["offices"], offices)
    for name, attribute in ATTRIBUTES.items():
        if name in wanted:
            setattr(service, attribute, wanted[name])
    if "situations" in wanted:
        service.setSubject(wanted["situations"])
    if wanted.keys() - {"released"}:
        notify(ObjectModifiedEvent(service))
    if "released" in wanted:
        release(service)


def _relations(
    service: IService, wanted: Iterable[str], offices: Mapping[str, int]
) -> list[RelationValue]:
    """Those that stay are the same as before."""
    there = {
        IUUID(relation.to_object): relation
        for relation in service.offices or ()
        if relation.to_object is not None
    }
    return [there.get(uid) or RelationValue(offices[uid]) for uid in wanted]


def _office_ids(uids: Iterable[str]) -> dict[str, int]:
    """By UID, what relations know these offices by; also of those nobody may view."""
    catalog, ids = api.portal.get_tool("portal_catalog"), getUtility(IIntIds)
    found = catalog.unrestrictedSearchResults(UID=list(uids)) if uids else ()
    return {brain.UID: ids.getId(brain._unrestrictedGetObject()) for brain in found}
