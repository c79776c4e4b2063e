"""What the script says of the ways in which the call reaches somebody."""

from collective.virtualoffice import _


REACH = {
    "sound_switch": _("visit_sound", default="Switch on the sound for the call"),
    "sound_stop": _("visit_sound_stop", default="Switch the sound off"),
    "sound_resume": _("visit_sound_resume", default="Switch the sound on again"),
    "sound_off": _(
        "visit_sound_off",
        default="You then hear a tone when it is your turn. "
        "We play it to you as soon as you press the button.",
    ),
    "sound_tested": _(
        "visit_sound_tested",
        default="The sound is switched on. This is how it sounds when it is your turn. "
        "You heard nothing? Turn your device up.",
    ),
    "sound_on": _(
        "visit_sound_on",
        default="The sound is switched on. You hear a tone when it is your turn.",
    ),
    "sound_reloaded": _(
        "visit_sound_reloaded",
        default="This page was loaded again. So the sound is off now. "
        "Please switch it on again.",
    ),
    "sound_taken": _(
        "visit_sound_taken",
        default="Your device has stopped the sound, perhaps because it was locked. "
        "Please switch it on again.",
    ),
    "notice_hint": _(
        "visit_notice_hint",
        default="Then you see the call while you look at another page, too. If you do "
        "not allow it, you lose nothing: the call is always shown on this page.",
    ),
    "notice_allowed": _(
        "visit_notice_allowed",
        default="You also get a notification when it is your turn. "
        "Your name is not in it.",
    ),
    "notice_refused": _(
        "visit_notice_refused",
        default="You get no notification. That is all right: the call is shown on "
        "this page. Please leave it open.",
    ),
}


# A guest is not called but may enter.
GUEST_REACH = {
    **REACH,
    "sound_switch": _("guest_sound", default="Switch on the sound for the start"),
    "sound_off": _(
        "guest_sound_off",
        default="You then hear a tone when you can enter. "
        "We play it to you as soon as you press the button.",
    ),
    "sound_tested": _(
        "guest_sound_tested",
        default="The sound is switched on. This is how it sounds when you can enter. "
        "You heard nothing? Turn your device up.",
    ),
    "sound_on": _(
        "guest_sound_on",
        default="The sound is switched on. You hear a tone when you can enter.",
    ),
    "notice_hint": _(
        "guest_notice_hint",
        default="Then you see that you can enter while you look at another page, too. "
        "If you do not allow it, you lose nothing: it is always shown on this page.",
    ),
    "notice_allowed": _(
        "guest_notice_allowed",
        default="You also get a notification when you can enter. "
        "Your name is not in it.",
    ),
    "notice_refused": _(
        "guest_notice_refused",
        default="You get no notification. That is all right: this page shows when "
        "you can enter. Please leave it open.",
    ),
}
