"""What the script of the waiting page says."""

from ..privatelink import COPIED
from .doorwords import TIMES
from .reachwords import REACH
from collective.virtualoffice import _
from collective.virtualoffice.wording import for_script
from collective.virtualoffice.wording import wait_texts
from typing import Any
from zope.i18nmessageid import Message


AHEAD_NONE = _("visit_next", default="You are next.")
AHEAD_ONE = _("visit_ahead_one", default="Before you: 1 person")


def ahead_in_words(count: int | str) -> Message:
    """How many are in front."""
    if count == 0:
        return AHEAD_NONE
    if count == 1:
        return AHEAD_ONE
    return _(
        "visit_ahead", default="Before you: ${count} people", mapping={"count": count}
    )


def script_texts(request: Any) -> dict[str, str]:
    """Texts in which the script fills in {count}, {wait}, {seconds} and {time}."""
    return for_script(
        request,
        {
            "next": AHEAD_NONE,
            "one": AHEAD_ONE,
            "many": ahead_in_words("{count}"),
            "seconds": _(
                "visit_seconds_left",
                default="${seconds} seconds left",
                mapping={"seconds": "{seconds}"},
            ),
            "minutes": _(
                "visit_minutes_left",
                default="About ${count} minutes left",
                mapping={"count": "{count}"},
            ),
            "hurry": _(
                "visit_hurry",
                default="25 seconds left to enter. You can ask for more time.",
            ),
            "message": _(
                "visit_new_message",
                default="Message from the office: ${text}",
                mapping={"text": "{text}"},
            ),
            "copied": COPIED,
            "awake": _(
                "visit_awake",
                default="Your screen stays on, so that you do not miss the call.",
            ),
            "down": _(
                "visit_down",
                default="No connection at the moment. Your place is kept. We go on "
                "trying by ourselves.",
            ),
            "up": _("visit_up", default="The connection is there again."),
            "pause": _("visit_pause", default="Pause updates"),
            "resume": _("visit_pause_end", default="Go on with updates"),
            "paused": _(
                "visit_paused",
                default="Updates are paused. We still tell you when you are called.",
            ),
            **REACH,
            **TIMES,
            **wait_texts(),
        },
    )
