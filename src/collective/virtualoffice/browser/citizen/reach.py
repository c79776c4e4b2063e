"""The controls by which a call reaches somebody who looks elsewhere."""

from .reachwords import REACH
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from zope.i18nmessageid import Message


class Reach:
    """For pages that call: `reach` while one waits, `quiet` during the call."""

    reach = ViewPageTemplateFile("reach.pt")
    quiet = ViewPageTemplateFile("quiet.pt")
    reach_words: dict[str, Message] = REACH
