"""What happens from the service page to the end of a visit, in six steps."""

from collective.virtualoffice import _
from collective.virtualoffice.domain.waiting.rules import Rules
from dataclasses import dataclass
from datetime import timedelta
from zope.i18nmessageid import Message


MINUTE = timedelta(minutes=1)


@dataclass(frozen=True)
class Step:
    """One step; ``picture`` says in words what its picture shows."""

    name: str
    heading: Message
    text: Message
    picture: Message
    points: tuple[Message, ...] = ()


STEPS = (
    Step(
        "look",
        _("help_look", default="Find your service"),
        _(
            "help_look_text",
            default="Its page says what you need and what it costs. You also see "
            "whether we are open and how many people are waiting.",
        ),
        _(
            "help_look_picture",
            default="Part of the page of a service. It says: Open – 2 people are "
            "waiting. Below is the button Knock.",
        ),
    ),
    Step(
        "test",
        _("help_test", default="Test camera and sound"),
        _(
            "help_test_text",
            default="The test takes about one minute. We keep nothing of it. You can "
            "also talk to us without a camera.",
        ),
        _(
            "help_test_picture",
            default="Part of the page with the test. It has the button Start the test.",
        ),
    ),
    Step(
        "knock",
        _("help_knock", default="Knock"),
        _(
            "help_knock_text",
            default="Tell us a name. You may make one up. Choose what it is about. "
            "Read the privacy notice. Then press the button Knock.",
        ),
        _(
            "help_knock_picture",
            default="Part of the form: the field for your name, and below it the "
            "question what it is about.",
        ),
    ),
    Step(
        "wait",
        _("help_wait", default="Wait for your turn"),
        _(
            "help_wait_text",
            default="You see how many people are before you. Keep the page open. "
            "Switch on the sound: then you hear when we call you.",
        ),
        _(
            "help_wait_picture",
            default="Part of the waiting page. It says how many people are before you "
            "and how long you will probably wait.",
        ),
        (
            _(
                "help_wait_lock",
                default="Your phone locks, or the connection breaks? Your place is "
                "kept. While you are away, we call others.",
            ),
            _(
                "help_wait_missed",
                default="You miss the call? We call you once more. If you miss that "
                "too, you can come back within ${minutes} minutes.",
                mapping={"minutes": Rules.come_back // MINUTE},
            ),
            _(
                "help_wait_expired",
                default="We hear nothing of you for ${minutes} minutes? Then your "
                "visit ends.",
                mapping={"minutes": Rules.expire // MINUTE},
            ),
            _(
                "help_wait_closed",
                default="We cannot serve you any more that day? Then we tell you, and "
                "you see other ways to reach us.",
            ),
        ),
    ),
    Step(
        "call",
        _("help_call", default="Come in when we call you"),
        _(
            "help_call_text",
            default="The page says: It is your turn! Press the button Enter now. The "
            "page shows how much time you have. You can ask for more time.",
        ),
        _(
            "help_call_picture",
            default="Part of the page during the call. It says: It is your turn! Below "
            "is the button Enter now.",
        ),
        (
            _(
                "help_call_permission",
                default="Your browser asks whether it may use camera and microphone. "
                "Allow it. You can switch off both at any time.",
            ),
            _(
                "help_call_again",
                default="The connection breaks? Go back to the page of your visit. "
                "From there you come back to the room.",
            ),
            _(
                "help_call_break",
                default="Do you have to fetch a paper? Tell us, then we take a break.",
            ),
        ),
    ),
    Step(
        "end",
        _("help_end", default="Read how it goes on"),
        _(
            "help_end_text",
            default="After the conversation the page says what comes next. There you "
            "can erase your data at once. Otherwise we erase them later.",
        ),
        _(
            "help_end_picture",
            default="Part of the page after the conversation. It says: Your matter is "
            "settled.",
        ),
    ),
)
