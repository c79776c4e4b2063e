"""What the head of the finder's page says of it."""

from plone.app.layout.viewlets.common import ViewletBase
from xml.sax.saxutils import quoteattr


class Canonical(ViewletBase):
    """The search is part of the address (RFC 6596)."""

    def render(self) -> str:
        return f'<link rel="canonical" href={quoteattr(self.view.canonical)} />'
