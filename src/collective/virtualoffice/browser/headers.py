"""Headers of private pages: not stored, not indexed, not told to anybody, no guests.

The policy holds for Plone's own pages around ours, with the toolbar of logged-in
users too: they bring no inline script, but inline styles.
"""

from typing import Any


def protect(
    response: Any, *, video_origin: str | None = None, camera: bool = False
) -> None:
    """Set the headers of a private page.

    Only the video room names the origin it embeds; the demonstration room and the
    pages that test camera and microphone ask for the visitor's own.
    """
    response.setHeader("Cache-Control", "no-store")
    response.setHeader("X-Robots-Tag", "noindex")
    response.setHeader("Referrer-Policy", "no-referrer")
    response.setHeader("X-Content-Type-Options", "nosniff")
    response.setHeader("X-Frame-Options", "DENY")
    response.setHeader("Content-Security-Policy", content_policy(video_origin))
    response.setHeader("Permissions-Policy", permissions_policy(video_origin, camera))


def content_policy(video_origin: str | None) -> str:
    """Nothing from elsewhere, except the video system's own script and frame.

    `form-action` names the origin too: a form that leads into the room is answered
    with a redirect, and browsers check where it goes.
    """
    guest = f" {video_origin}" if video_origin else ""
    directives = {
        "default-src": "'none'",
        "script-src": f"'self'{guest}",
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data:",
        "font-src": "'self'",
        "connect-src": "'self'",
        "manifest-src": "'self'",
        "media-src": "'self' blob:",
        "frame-src": video_origin or "'none'",
        "form-action": f"'self'{guest}",
        "base-uri": "'self'",
        "frame-ancestors": "'none'",
    }
    return "; ".join(f"{name} {value}" for name, value in directives.items())


def permissions_policy(video_origin: str | None, camera: bool) -> str:
    """Camera and microphone for the page itself, the screen for the room elsewhere."""
    guest = f'(self "{video_origin}")' if video_origin else "()"
    own = "(self)" if camera and not video_origin else guest
    granted = {"camera": own, "microphone": own, "display-capture": guest}
    never = dict.fromkeys(("geolocation", "payment", "usb"), "()")
    policy = (granted | never).items()
    return ", ".join(f"{name}={allowed}" for name, allowed in policy)
