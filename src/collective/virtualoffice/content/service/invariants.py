"""Rules across fields, in forms of several fieldsets."""

from collective.virtualoffice.content.service import IService
from collective.virtualoffice.interfaces import IVirtualOfficeLayer
from typing import Any
from z3c.form.util import getSpecification
from z3c.form.validator import InvariantsValidator
from z3c.form.validator import WidgetsValidatorDiscriminators


class FieldsetInvariants(InvariantsValidator):
    """Looks at what one fieldset sends, and never at what was stored before.

    Each fieldset is checked by itself. The others would refuse, by the stored values
    of fields that they do not show, what the editor is just putting right.
    """

    def __init__(self, context: Any, *rest: Any) -> None:
        super().__init__(None, *rest)


WidgetsValidatorDiscriminators(
    FieldsetInvariants,
    request=IVirtualOfficeLayer,
    schema=getSpecification(IService, force=True),
)
