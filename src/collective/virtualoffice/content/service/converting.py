"""Pages become services, and services that say nothing more become pages again.

The object stays the same: its UID, id, place, dates, state, text, relations, local
roles and history are not copied but kept. Only its class and type change.
"""

from Acquisition import aq_base
from Acquisition import aq_inner
from Acquisition import aq_parent
from collective.virtualoffice.content.service.parts import parts_of
from plone.dexterity.content import DexterityContent
from plone.dexterity.interfaces import IDexterityFTI
from Products.BTreeFolder2.BTreeFolder2 import BTreeFolder2Base
from zope.component import getUtility
from zope.dottedname.resolve import resolve


PAGE = "Document"
SERVICE = "Service"


def convert(item: DexterityContent, portal_type: str) -> DexterityContent:
    """The same object with another type; ask ``obstacles`` before."""
    parent, name, bare = aq_parent(aq_inner(item)), item.getId(), aq_base(item)
    parts, place = parts_of(bare), parent.getObjectPosition(name)
    parent._delOb(name)
    bare.__class__ = resolve(getUtility(IDexterityFTI, name=portal_type).klass)
    bare.portal_type = portal_type
    # The view that was chosen may not exist for the other type.
    bare.__dict__.pop("layout", None)
    if isinstance(bare, BTreeFolder2Base) and bare._tree is None:
        bare._initBTrees()
    parent._setOb(name, bare)
    parent.moveObjectToPosition(name, place, suppress_events=True)
    for part in (bare, *parts):
        part._p_changed = True
    changed, modified = parent[name], bare.modification_date
    changed.reindexObject()
    # Indexing all of it has set the date of the last change.
    bare.modification_date = modified
    changed.reindexObject(idxs=["modified"])
    return changed
