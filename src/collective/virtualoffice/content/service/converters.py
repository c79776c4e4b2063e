"""How fields of services are typed into a form."""

from collective.virtualoffice.content.service.fields import IAmount
from collective.virtualoffice.content.service.fields import ILines
from collective.virtualoffice.content.service.fields import ServiceKey
from collective.virtualoffice.domain.services.keys import format_key
from collective.virtualoffice.domain.services.money import plain_amount
from decimal import Decimal
from z3c.form.converter import BaseDataConverter
from z3c.form.interfaces import ITextLinesWidget
from z3c.form.interfaces import ITextWidget
from zope.component import adapter
from zope.schema.interfaces import IFromUnicode


@adapter(ILines, ITextLinesWidget)
class LinesConverter(BaseDataConverter):
    """Lines without the empty ones and without repetitions."""

    def toWidgetValue(self, value: list[str] | None) -> str:
        is_key = isinstance(self.field.value_type, ServiceKey)
        return "\n".join(format_key(each) if is_key else each for each in value or ())

    def toFieldValue(self, value: str) -> list[str] | None:
        typed = [line.strip() for line in (value or "").splitlines()]
        read = IFromUnicode(self.field.value_type).fromUnicode
        found = dict.fromkeys(read(line) for line in typed if line)
        return list(found) or self.field.missing_value


@adapter(IAmount, ITextWidget)
class AmountConverter(BaseDataConverter):
    """An amount with a comma or a dot, whatever the language of the browser is."""

    def toWidgetValue(self, value: Decimal | None) -> str:
        return "" if value is None else plain_amount(value).replace(".", ",")

    def toFieldValue(self, value: str) -> Decimal | None:
        if not value.strip():
            return self.field.missing_value
        return self.field.fromUnicode(value)
