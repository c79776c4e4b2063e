"""A virtual citizens' office inside a Plone site."""

from zope.i18nmessageid import MessageFactory


_ = MessageFactory("collective.virtualoffice")
