"""The page on which an administrator tries the video system."""

from ..assets import script_url
from ..private import PrivatePage
from .claims import Claim
from .claims import claims
from collective.virtualoffice import _
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.clients import proxy_unconfigured
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.video import find_video
from collective.virtualoffice.video import RoomAccess
from collective.virtualoffice.video import Seat
from collective.virtualoffice.video import VideoUnavailable
from collective.virtualoffice.video.status import Status
from collective.virtualoffice.video.status import video_status
from collective.virtualoffice.wording import for_script
from datetime import datetime
from datetime import UTC
from functools import cached_property
from plone import api
from Products.Five.browser.pagetemplatefile import ViewPageTemplateFile
from secrets import token_hex
from zope.i18n import translate
from zope.i18nmessageid import Message
import json


DEMONSTRATION = "demonstration"
HEADERS = (
    "Cache-Control",
    "Content-Security-Policy",
    "Permissions-Policy",
    "Referrer-Policy",
    "X-Content-Type-Options",
    "X-Frame-Options",
    "X-Robots-Tag",
)


class CheckPage(PrivatePage):
    """A fresh test room with the rights of a desk, and what the browser gets from us.

    Every load makes another room; none belongs to an office or a visit.
    """

    index: ViewPageTemplateFile
    room = ViewPageTemplateFile("room.pt")
    title = _("check_title", default="Try the video system")

    def __call__(self) -> str:
        access = self.access
        origin = f"https://{access.domain}" if access and access.domain else None
        self.secure(video_origin=origin, camera=True)
        return self.rendered(self.index)

    @cached_property
    def status(self) -> Status:
        return video_status()

    @cached_property
    def access(self) -> RoomAccess | None:
        """The way into the test room; None while nobody could enter one."""
        try:
            return find_video(self._seat())
        except VideoUnavailable:
            return None

    @property
    def untried(self) -> Message:
        """Why no other server is tried, and what to do."""
        if self.access is None:
            return UNREADY
        is_shown_only = read_settings().video_system == DEMONSTRATION
        return SHOWN_ONLY if is_shown_only else AT_HOME

    @property
    def is_elsewhere(self) -> bool:
        """Whether the room is on another server than ours."""
        return self.access is not None and self.access.domain is not None

    @property
    def embedding(self) -> str:
        """What the script needs to open the room in this page."""
        access = self.access
        options = (
            {**access.options, "jwt": access.jwt} if access.jwt else access.options
        )
        return json.dumps({"domain": access.domain, "options": options})

    @property
    def probe(self) -> str:
        """What the video server has to answer in any browser."""
        return self.access.script or f"https://{self.access.domain}/"

    @property
    def without_token(self) -> str | None:
        """The same room with nothing to show: a server with tokens refuses it."""
        return self.access.url.partition("?")[0] if self.access.jwt else None

    @property
    def claims(self) -> list[Claim]:
        token = self.access.jwt if self.access else None
        return claims(token, self.request) if token else []

    @property
    def headers(self) -> list[dict[str, str]]:
        """The headers of this page as they leave the site."""
        response = self.request.response
        return [{"name": name, "sent": response.getHeader(name)} for name in HEADERS]

    @cached_property
    def address(self) -> str | None:
        return client_address(self.request, read_settings().trusted_proxies)

    @property
    def proxy_unconfigured(self) -> bool:
        return proxy_unconfigured(self.request, read_settings().trusted_proxies)

    @property
    def panel(self) -> str:
        return f"{self.context.absolute_url()}/@@virtualoffice-controlpanel"

    @property
    def script(self) -> str:
        return script_url("check.js")

    @property
    def texts(self) -> str:
        return json.dumps(for_script(self.request, TEXTS))

    def words(self, text: Message) -> str:
        return translate(text, context=self.request)

    def _seat(self) -> Seat:
        user = api.user.get_current()
        return Seat(
            room=token_hex(),
            user=token_hex(11),
            name=user.getProperty("fullname") or user.getId(),
            moderator=True,
            page=f"{self.context.absolute_url()}/@@virtualoffice-check",
            until=datetime.now(UTC) + read_settings().room_buffer,
            language=api.portal.get_current_language(),
        )


UNREADY = _(
    "check_room_unready",
    default="There is no test room yet, because nobody could enter one. "
    "Why, and what you can do, stands at the top of this page. "
    "Load the page again after that.",
)
SHOWN_ONLY = _(
    "check_room_demonstration",
    default="The demonstration room needs no video server, so there is nothing to try. "
    "To connect people, choose Jitsi Meet in the settings and enter your server.",
)
AT_HOME = _(
    "check_room_at_home",
    default="The rooms are on this site itself: there is no other server to try.",
)

TEXTS = {
    "loading": _("check_loading", default="The script is loading …"),
    "failed": _(
        "check_script_failed",
        default="The browser could not load the script of the video server. "
        "What you can do stands below.",
    ),
    "slow": _(
        "check_script_slow",
        default="The video server did not answer within {seconds} seconds. "
        "What you can do stands below.",
    ),
    "forbidden": _(
        "check_script_forbidden",
        default="The browser may not load the script of the video server: a "
        "Content-Security-Policy forbids it. See below which headers arrive.",
    ),
    "foreign": _(
        "check_script_foreign",
        default="The server answered, but not with the script of Jitsi Meet. "
        "Is it a Jitsi server?",
    ),
    "opened": _(
        "check_opened",
        default="The video server answers. Now enter the room below: it has to let you "
        "in. If the place stays empty, see what you can do.",
    ),
    "joined": _(
        "check_joined",
        default="You are in the room. The server has not made you a moderator yet.",
    ),
    "moderator": _(
        "check_moderator",
        default="You are in the room, and you moderate it, as a clerk would.",
    ),
    "reported": _("check_failed", default="The server reports: {error}"),
    "left": _("check_left", default="You have left the room."),
    "camera_on": _("check_camera_on", default="Camera and microphone work: {names}"),
    "camera_off": _(
        "check_camera_off",
        default="The browser gives no camera or no microphone: {error}",
    ),
    "same": _("check_header_same", default="arrives as sent"),
    "missing": _("check_header_missing", default="does not arrive"),
    "changed": _("check_header_changed", default="arrives as: {value}"),
    "headers_fine": _(
        "check_headers_fine", default="All headers arrive as the site sends them."
    ),
    "headers_bad": _(
        "check_headers_bad",
        default="Something between the site and this browser changes the headers. "
        "With a stricter policy the room may stay empty.",
    ),
    "headers_unknown": _(
        "check_headers_unknown", default="This page could not be fetched again."
    ),
}
