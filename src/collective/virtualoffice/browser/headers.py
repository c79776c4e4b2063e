"""Headers of private pages: not stored, not indexed, not told to anybody, no guests.

The policy holds for Plone's own pages around ours, with the toolbar of logged-in
users too: they bring no inline script, but inline styles.
"""

from typing import Any


def protect(
    response: Any, *, video_origin: str | None = None, camera: bool = False
) -> None:
    """Set the headers of a private page.

    Only the video room names the origin it embeds or, as the demonstration room,
    asks for the visitor's own camera.
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
    """Camera, microphone and screen for the room only; the place for nobody."""
    room = camera or video_origin
    guest = f' "{video_origin}"' if video_origin else ""
    allowed = f"(self{guest})" if room else "()"
    shared = ("camera", "microphone", "display-capture")
    never = ("geolocation", "payment", "usb")
    granted = [f"{name}={allowed}" for name in shared]
    return ", ".join(granted + [f"{name}=()" for name in never])
