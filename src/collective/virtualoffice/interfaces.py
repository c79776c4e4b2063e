"""The browser layer that everything public of the add-on is registered for."""

from zope.publisher.interfaces.browser import IDefaultBrowserLayer


class IVirtualOfficeLayer(IDefaultBrowserLayer):
    """Marks requests to sites in which the add-on is installed."""
