"""A mail host that sends nothing: each message becomes a file under var/mail."""

from App.config import getConfiguration
from datetime import datetime
from datetime import UTC
from pathlib import Path
from plone import api
from Products.CMFPlone.Portal import PloneSite
from Products.MailHost.interfaces import IMailHost
from Products.MailHost.MailHost import MailHost
from secrets import token_hex


class FileMailer:
    """Writes messages into a folder, in the way zope.sendmail sends them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def vote(self, sender: str, recipients: list[str], message: bytes) -> None:
        """Fail before the commit where there is nowhere to write."""
        self.folder.mkdir(parents=True, exist_ok=True)

    def abort(self) -> None:
        """Nothing was written yet."""

    def send(self, sender: str, recipients: list[str], message: bytes | str) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        content = message.encode() if isinstance(message, str) else message
        written = datetime.now(UTC).strftime("%Y-%m-%dT%H%M%S")
        (self.folder / f"{written}-{token_hex(4)}.eml").write_bytes(content)


class MailFolder(MailHost):
    """The mail host of the demo."""

    def _makeMailer(self) -> FileMailer:
        return FileMailer(mail_folder())


def mail_folder() -> Path:
    """var/mail beside the instance's own folder."""
    return Path(getConfiguration().clienthome).parent / "mail"


def keep_mail_here(site: PloneSite) -> None:
    """Put the mail folder in the place of the site's mail host."""
    manager = site.getSiteManager()
    manager.unregisterUtility(provided=IMailHost)
    site._delObject("MailHost")
    site._setObject("MailHost", MailFolder("MailHost", "var/mail"))
    manager.registerUtility(api.portal.get_tool("MailHost"), IMailHost)
