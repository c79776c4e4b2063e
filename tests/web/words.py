"""What the pages say, as the people in the tests read it, in both languages."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """The wording of the whole story in one language."""

    locale: str
    knock_here: str
    name: str
    note: str
    read_notice: str
    knock: str
    unstaffed: str
    free: str
    waiting_room: str
    one_ahead: str
    next: str
    your_turn: str
    enter: str
    talking: str
    hold: str
    break_: str
    to_room: str
    break_papers: str
    goes_on: str
    conversation_over: str
    to_my_visit: str
    settled: str
    erase: str
    erase_question: str
    do_erase: str
    erased: str
    unknown: str
    open_desk: str
    call_next: str
    to_the_room: str
    resume: str
    finish: str
    show_message: str
    log_in: str


GERMAN = Words(
    locale="de-DE",
    knock_here="Anklopfen (Videogespräch ohne Termin)",
    name="Ihr Name",
    note="Eine Notiz für uns (freiwillig)",
    read_notice="Ich habe die Hinweise gelesen",
    knock="Anklopfen",
    unstaffed="Gerade ist niemand da",
    free="Geöffnet – gerade frei",
    waiting_room="Sie sind im Warteraum",
    one_ahead="Vor Ihnen: 1 Person",
    next="Sie sind als Nächstes dran.",
    your_turn="Sie sind dran!",
    enter="Jetzt eintreten",
    talking="Ihr Gespräch läuft",
    hold="Zurückstellen",
    break_="Kurze Pause",
    to_room="Zurück in den Raum",
    break_papers="Was Sie brauchen und wie lange die Pause dauern darf",
    goes_on="Es geht weiter!",
    conversation_over="Das Gespräch ist zu Ende",
    to_my_visit="Zurück zu meinem Besuch",
    settled="Ihr Anliegen ist erledigt",
    erase="Meine Daten jetzt löschen",
    erase_question="Möchten Sie Ihre Daten jetzt löschen?",
    do_erase="Ja, meine Daten löschen",
    erased="Ihre Daten sind gelöscht",
    unknown="Diesen Besuch finden wir nicht",
    open_desk="Meinen Schalter öffnen",
    call_next="Nächste Person aufrufen",
    to_the_room="In den Raum gehen",
    resume="Mit dem Besuch weitermachen",
    finish="Besuch beenden",
    show_message="Nachricht anzeigen",
    log_in="Anmelden",
)

ENGLISH = Words(
    locale="en-GB",
    knock_here="Knock (video conversation without appointment)",
    name="Your name",
    note="A note for us (optional)",
    read_notice="I have read the notice",
    knock="Knock",
    unstaffed="Nobody is there just now",
    free="Open – free right now",
    waiting_room="You are in the waiting room",
    one_ahead="Before you: 1 person",
    next="You are next.",
    your_turn="It is your turn!",
    enter="Enter now",
    talking="Your conversation is on",
    hold="Put on hold",
    break_="Short break",
    to_room="Back to the room",
    break_papers="What you need, and how long the break may last",
    goes_on="It goes on!",
    conversation_over="The conversation is over",
    to_my_visit="Back to my visit",
    settled="Your matter is settled",
    erase="Erase my data now",
    erase_question="Do you want to erase your data now?",
    do_erase="Yes, erase my data",
    erased="Your data are erased",
    unknown="We do not find this visit",
    open_desk="Open my desk",
    call_next="Call the next visitor",
    to_the_room="Enter the room",
    resume="Go on with the visit",
    finish="Finish the visit",
    show_message="Show the message",
    log_in="Log in",
)
