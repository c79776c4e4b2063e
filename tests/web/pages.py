"""Pages that are full, as the tests have them made."""

from typing import Any


def html(text: str) -> dict[str, str]:
    return {"data": text, "content-type": "text/html"}


# Where the addresses of a service lead; nobody goes there.
ELSEWHERE = "https://example.org"

FULL_SERVICE: dict[str, Any] = {
    "title": "Bewohnerparkausweis",
    "description": "Parken Sie ohne Parkschein, wo Sie wohnen.",
    "text": html("<p>Jede Person bekommt nur einen Ausweis.</p>"),
    "official_name": "Bewohnerparkausweis – Erteilung",
    "prerequisites": html("<p>Sie wohnen im Gebiet.</p>"),
    "procedure": html("<ol><li>Anklopfen</li><li>Papiere zeigen</li></ol>"),
    "deadlines": html("<p>Keine Frist.</p>"),
    "processing_time": "sofort",
    "hints": html(f'<p>Es gibt <a href="{ELSEWHERE}/karte">eine Karte</a>.</p>'),
    "further_information": html("<h3>Mehr</h3><p>Fragen Sie uns.</p>"),
    "legal_remedy": html("<p>Sie können klagen.</p>"),
    "documents": [
        {"title": "Personalausweis", "note": "Von allen", "for_video": True},
        {
            "title": "Vollmacht",
            "note": "",
            "for_video": False,
            "form": f"{ELSEWHERE}/vollmacht.pdf",
        },
    ],
    "fees": [
        {"title": "Für ein Jahr", "amount": "30.50", "note": "je Auto"},
        {"title": "Für zwei Jahre", "amount": "50", "up_to": "60"},
        {"title": "Ersatz", "note": "nach Aufwand"},
    ],
    "forms": [
        {
            "title": "Antrag",
            "link": f"{ELSEWHERE}/antrag.pdf",
            "accessible": "no",
        },
        {"title": "Beiblatt", "link": "", "accessible": "yes"},
    ],
    "legal_bases": [{"title": "§ 45 StVO", "link": f"{ELSEWHERE}/stvo"}],
    "online_url": f"{ELSEWHERE}/parken",
    "trust_level": "substantial",
    "replaces_written_form": "yes",
    "safe_channels": [
        {
            "channel": "De-Mail",
            "address": "rathaus@example.org",
            "good_for": "Anträge mit Unterschrift",
        },
        {"channel": "beBPo", "address": "DE.Musterstadt.1", "good_for": ""},
    ],
    "video_can": "Wir füllen den Antrag gemeinsam aus.",
    "identity": "shown",
    "planned_minutes": 15,
    "competent_body": "Stadt Musterstadt",
    "contact_point": "Bürgertelefon 115",
    "service_keys": ["99108008001000"],
    "author": "Redaktion",
    "released_by": "Amt 33",
    "released_on": "2026-03-01",
}


def opening(weekdays: str, opens: str, closes: str) -> list[dict[str, str]]:
    return [
        {"weekday": day, "opens": opens, "closes": closes} for day in weekdays.split()
    ]
