"""A private link to take along: to copy, or to photograph."""

from collective.virtualoffice import _
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
import segno


COPIED = _("visit_copied", default="The link is copied.")


class PrivateLink:
    """For pages that show a private link."""

    link_box = ViewPageTemplateFile("privatelink.pt")

    def qr_code(self, url: str) -> str:
        """The link as an SVG picture."""
        code = segno.make(url, error="m", micro=False)
        return code.svg_inline(scale=4, border=4, light="#fff", omitsize=True)
