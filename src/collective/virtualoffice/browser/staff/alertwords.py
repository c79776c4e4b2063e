"""What the scripts of the staff view and of the overview say."""

from collective.virtualoffice import _


ALERTS = {
    "somebody": _("staff_notice_title", default="Somebody waits"),
    "waiting": _("staff_notice_body", default="Waiting: {count}"),
    "alertsOn": _(
        "staff_alerts_on",
        default="On: a tone, and a notification while you look at another tab.",
    ),
    "alertsSoundOnly": _(
        "staff_alerts_sound_only",
        default="On: a tone. Your browser shows no notifications of this page; "
        "its settings can change that.",
    ),
    "alertsAsleep": _(
        "staff_alerts_asleep",
        default="Your browser plays the tone again as soon as you click on this page.",
    ),
}
LINE = {
    "down": _(
        "staff_script_down",
        default="No connection. This page may be out of date; it keeps trying.",
    ),
    "loggedOut": _("staff_script_logged_out", default="You are logged out."),
    "logIn": _("staff_script_log_in", default="Log in again"),
}
