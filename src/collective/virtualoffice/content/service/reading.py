"""How fields of services are read from JSON."""

from collective.virtualoffice.content.service.fields import IAmount
from collective.virtualoffice.content.service.wrong import NotAnAmount
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from decimal import Decimal
from plone.dexterity.interfaces import IDexterityContent
from plone.restapi.deserializer.dxfields import DefaultFieldDeserializer
from plone.restapi.interfaces import IFieldDeserializer
from typing import Any
from zope.component import adapter
from zope.interface import implementer


@implementer(IFieldDeserializer)
@adapter(IAmount, IDexterityContent, IVirtualOfficeLayer)
class AmountDeserializer(DefaultFieldDeserializer):
    """A number or a text like "12.60"; raises NotAnAmount."""

    def __call__(self, value: Any) -> Decimal | None:
        if value is None:
            self.field.validate(value)
            return None
        if isinstance(value, bool) or not isinstance(value, (str, int, float, Decimal)):
            raise NotAnAmount(str(value))
        return self.field.fromUnicode(str(value))
