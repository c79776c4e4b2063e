"""What the script says of the ways in which the call reaches somebody."""

from collective.virtualoffice import _


REACH = {
    "sound_off": _(
        "visit_sound_off",
        default="You then hear a tone when it is your turn. "
        "We play it to you as soon as you press the button.",
    ),
    "sound_tested": _(
        "visit_sound_tested",
        default="The sound is on. This is how it sounds when it is your turn. "
        "You heard nothing? Turn your device up.",
    ),
    "sound_on": _(
        "visit_sound_on",
        default="The sound is on. You hear a tone when it is your turn.",
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
