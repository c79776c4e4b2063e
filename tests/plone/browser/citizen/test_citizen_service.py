"""A service's page: what is filled, in the order in which people ask, and no more."""

from collective.virtualoffice.domain.services.keys import read_key
from copy import deepcopy
from datetime import date
from datetime import time
from decimal import Decimal
from linkeddata import Facts
from plone import api
from plone.app.textfield.value import RichTextValue
from plone.dexterity.fti import DexterityFTI
from plone.namedfile.file import NamedBlobFile
from plone.uuid.interfaces import IUUID
import pytest
import re
import transaction


KEY = "99 115 005 104 000"


def rich(html):
    return RichTextValue(html, "text/html", "text/x-html-safe")


EVERYTHING = {
    "description": "Nach dem Umzug.",
    "text": "<p>Der ganze Text.</p>",
    "official_name": "Anmeldung einer Wohnung",
    "synonyms": ["Ummeldung"],
    "keywords": ["Umzug"],
    "prerequisites": "<p>Sie wohnen hier.</p>",
    "procedure": "<ol><li>Anmelden.</li></ol>",
    "deadlines": "<p>Zwei Wochen.</p>",
    "processing_time": "sofort",
    "hints": "<p>Denken Sie an die Post.</p>",
    "further_information": "<p>Mehr dazu.</p>",
    "legal_remedy": "<p>Widerspruch.</p>",
    "documents": [
        {
            "title": "Ausweis",
            "note": "Von allen",
            "for_video": True,
            "form": "https://example.org/vollmacht.pdf",
        },
        {"title": "Mietvertrag", "note": None, "for_video": False, "form": None},
    ],
    "forms": [
        {
            "title": "Meldeschein",
            "link": "https://example.org/schein.pdf",
            "accessible": "no",
        },
        {"title": "Beiblatt", "link": None, "accessible": "yes"},
    ],
    "fees": [
        {
            "title": "Anmeldung",
            "amount": Decimal("0"),
            "up_to": None,
            "note": None,
        },
        {
            "title": "Fahrzeugschein",
            "amount": Decimal("12.60"),
            "up_to": Decimal("20"),
            "note": "je Auto",
        },
        {
            "title": "Auskunft",
            "amount": None,
            "up_to": None,
            "note": "nach Aufwand",
        },
    ],
    "legal_bases": [{"title": "§ 17 BMG", "link": "https://example.org/bmg"}],
    "online_url": "https://example.org/wohnsitz",
    "trust_level": "high",
    "replaces_written_form": "yes",
    "safe_channels": [
        {
            "channel": "De-Mail",
            "address": "rathaus@musterstadt.example",
            "good_for": "Anträge, die eine Unterschrift brauchen",
        },
        {"channel": "beBPo", "address": "DE.Justiz.1", "good_for": None},
    ],
    "video": "complete",
    "video_can": "Wir füllen alles gemeinsam aus.",
    "video_note": "Den Aufkleber holen Sie ab.",
    "identity": "shown",
    "planned_minutes": 15,
    "competent_body": "Stadt Musterstadt",
    "contact_point": "Bürgertelefon 115",
    "service_keys": [read_key(KEY)],
    "author": "Redaktion",
    "released_by": "Amt 33",
    "released_on": date(2026, 3, 1),
}

SECTIONS = [
    "prerequisites",
    "documents",
    "procedure",
    "fees",
    "deadlines",
    "time",
    "online",
    "video",
    "forms",
    "channels",
    "hints",
    "contact",
    "remedy",
    "law",
    "more",
    "release",
]


def everything():
    """New values for one service; texts with tags are rich."""
    return {
        name: rich(value) if str(value).startswith("<") else deepcopy(value)
        for name, value in EVERYTHING.items()
    }


@pytest.fixture
def full(office, make_service):
    made = make_service(offices=[office], id="voll", title="Wohnsitz", **everything())
    transaction.commit()
    return made


@pytest.fixture
def empty(office, make_service):
    made = make_service(id="leer", title="Fischereischein")
    transaction.commit()
    return made


@pytest.fixture
def read(browse):
    """read(item, language) is what the page says, without the spaces between words."""

    def read(item, language="de"):
        page = browse(item.absolute_url(), language).contents
        body = page.split('id="content"')[1].split("</article>")[0]
        return " ".join(body.split())

    return read


def change(item, **values):
    for name, value in values.items():
        setattr(item, name, value)
    item.reindexObject()
    transaction.commit()


def text(html):
    """What is to be read, without tags, scripts and what is told to the script."""
    html = re.sub(r"<script.*?</script>", "", html)
    return " ".join(re.sub(r"<[^>]*>", " ", html).split())


def sections_of(page):
    return re.findall(r'<h2 class="h4" id="service-(\w+)"', page)


def card_of(page):
    return page.split('id="service-card"')[1].split("</section>")[0]


def part_of(page, name):
    return page.split(f'id="service-{name}"')[1].split("</section>")[0]


def test_all_that_is_filled_has_its_section_in_the_order_of_asking(full, read):
    assert sections_of(read(full)) == SECTIONS


def test_the_summary_comes_first_then_the_doors_then_the_sections(full, read):
    page = read(full)
    places = ['id="service-card"', 'id="doors"', "Der ganze Text.", "Sie wohnen hier."]
    assert sorted(places, key=page.index) == places


def test_the_summary_tells_cost_time_documents_and_ways(full, office, read):
    change(office, appointment_url="https://example.org/termin")
    card = card_of(read(full))
    told = text(card)
    assert "Kosten 0 € bis 20 €" in told
    assert "Dauer sofort" in told
    assert "Unterlagen Ausweis, Mietvertrag" in told
    assert 'href="https://example.org/wohnsitz"' in card
    assert 'href="#doors"' in card
    assert f'data-door-told="{office.absolute_url()}/@door"' in card
    assert 'href="https://example.org/termin"' in card
    assert 'href="tel:020001150"' in card
    assert f'<a href="{office.absolute_url()}">' in card


def test_choosing_another_way_is_counted_without_a_person(full, office, read):
    card = card_of(read(full))
    ways = set(re.findall(r'data-way="(\w+)"', card))
    assert ways == {"online", "phone"}
    assert set(re.findall(r'data-demand="([^"]+)"', card)) == {
        f"{office.absolute_url()}/@demand"
    }


def test_many_documents_are_counted_and_linked(full, read):
    rows = [{**EVERYTHING["documents"][1], "title": f"Papier {n}"} for n in range(5)]
    change(full, documents=rows)
    card = card_of(read(full))
    assert "5 Unterlagen" in text(card) and "Papier 1" not in card
    assert 'href="#service-documents"' in card


@pytest.mark.parametrize(
    ("fees", "language", "told"),
    [
        ([(0, None, None)], "de", "kostenlos"),
        ([("12.60", None, None)], "de", "12,60 €"),
        ([("12.60", None, None)], "en", "€12.60"),
        ([("5", None, None), ("10.50", "1234.50", None)], "de", "5 € bis 1234,50 €"),
        ([(None, None, "nach Aufwand")], "en", "nach Aufwand"),
        ([(None, None, "so"), (None, None, "oder so")], "de", "siehe unten"),
    ],
)
def test_the_summary_names_the_cost_in_one_line(empty, read, fees, language, told):
    rows = [
        {
            "title": "Gebühr",
            "amount": None if amount is None else Decimal(amount),
            "up_to": None if up_to is None else Decimal(up_to),
            "note": note,
        }
        for amount, up_to, note in fees
    ]
    change(empty, fees=rows)
    card = card_of(read(empty, language))
    assert text(card.split("<dd")[1].partition(">")[2]).startswith(told)


def test_documents_say_what_is_needed_for_video_and_lead_to_forms(full, read):
    part = part_of(read(full), "documents")
    ausweis, mietvertrag = part.split("<li")[1:]
    assert "Für Video nötig" in ausweis and "Von allen" in ausweis
    assert 'href="https://example.org/vollmacht.pdf"' in ausweis
    assert "Formular dafür: Ausweis" in text(ausweis)
    assert "Für Video nötig" not in mietvertrag and "href" not in mietvertrag


def test_without_video_no_document_is_marked_for_it(full, read):
    change(full, video="none")
    assert "Für Video nötig" not in read(full)


def test_who_waits_is_reminded_of_what_video_needs_only(full, clerk, knock, visit_page):
    page = visit_page(knock(service=IUUID(full))).contents
    ready = page.split('id="visit-documents-heading"')[1].split("</section>")[0]
    assert "Ausweis" in ready and "Mietvertrag" not in ready


def test_fees_stand_in_a_table_with_their_remarks(full, read):
    part = text(part_of(read(full), "fees"))
    assert "Anmeldung kostenlos" in part
    assert "Fahrzeugschein 12,60 € bis 20 € je Auto" in part
    assert "Auskunft nach Aufwand" in part


def test_forms_say_when_they_are_not_accessible_or_missing(full, read):
    schein, beiblatt = part_of(read(full), "forms").split("<li")[1:]
    assert 'href="https://example.org/schein.pdf"' in schein
    assert "nicht barrierefrei" in schein
    assert "Bitte fragen Sie uns nach diesem Formular." in beiblatt
    assert "nicht barrierefrei" not in beiblatt


def test_online_says_how_to_prove_who_one_is_and_whether_to_sign(full, read):
    part = text(part_of(read(full), "online"))
    assert "Hoch" in part
    assert "Sie müssen nichts auf Papier unterschreiben." in part
    change(full, replaces_written_form="no", trust_level=None)
    part = text(part_of(read(full), "online"))
    assert "zusätzlich auf Papier" in part and "wer Sie sind" not in part


def test_video_says_what_can_and_cannot_be_done_and_what_to_have_ready(full, read):
    part = text(part_of(read(full), "video"))
    assert "Wir füllen alles gemeinsam aus." in part
    assert "Den Aufkleber holen Sie ab." in part
    assert "Kamera" in part
    assert "Bitte bereithalten Ausweis Ein Gespräch" in part
    assert "etwa 15 Minuten" in part


@pytest.mark.parametrize(
    ("video", "said"),
    [
        (None, "Bitte fragen Sie uns, ob das per Video geht."),
        ("none", "Diese Dienstleistung geht nicht per Video."),
    ],
)
def test_nobody_knocks_where_it_is_not_said_that_it_works(full, read, video, said):
    change(full, video=video)
    page = read(full)
    assert said in page
    assert "data-door=" not in page and "data-door-told" not in page
    assert 'href="#doors"' not in page
    assert "@@knock" not in page
    assert "service-video" not in page


def test_safe_channels_answer_how_to_write_so_that_it_counts(full, read):
    part = part_of(read(full), "channels")
    assert "Wie schreibe ich Ihnen so, dass es gilt?" in part
    assert 'href="mailto:rathaus@musterstadt.example"' in part
    assert "Anträge, die eine Unterschrift brauchen" in part
    assert part.count("<a ") == 1 and "DE.Justiz.1" in part


def test_at_the_end_it_says_who_stands_for_it(full, read):
    part = text(part_of(read(full), "release"))
    assert "Amtliche Bezeichnung: Anmeldung einer Wohnung" in part
    assert "Amt 33" in part and "1. März 2026" in part and "Redaktion" in part
    assert KEY in part


def test_keywords_are_not_shown_to_people(full, read):
    assert "Umzug" not in text(read(full)).replace("Nach dem Umzug.", "")


@pytest.mark.parametrize("nothing", [None, rich(""), rich("<p>&nbsp;</p><p><br></p>")])
def test_a_text_that_was_opened_and_left_has_no_section(full, read, nothing):
    change(full, hints=nothing)
    assert "service-hints" not in read(full)


def test_a_table_without_text_is_a_text(full, read):
    change(full, hints=rich("<table><tbody><tr><td> </td></tr></tbody></table>"))
    assert "service-hints" in read(full)


def test_a_nearly_empty_page_says_what_one_can_do_next(empty, read):
    page = read(empty)
    assert sections_of(page) == ["next"]
    assert 'id="service-card"' not in page and 'id="doors"' not in page
    assert "Hier steht noch nicht, wie Sie das erledigen." in page
    assert "/plone/@@services" in page
    assert "contact-info" not in page
    api.portal.set_registry_record("plone.email_from_address", "rathaus@example.org")
    change(empty, contact_point="Bürgertelefon 115")
    page = read(empty)
    assert "/plone/contact-info" in page and 'href="#service-contact"' in page


def test_a_page_with_a_way_says_nothing_of_the_next_step(full, read):
    assert "service-next" not in read(full)


def test_links_lead_into_the_site_by_uid_and_by_path(full, empty, read):
    change(
        full,
        forms=[
            {"title": "A", "link": f"resolveuid/{IUUID(empty)}", "accessible": None},
            {"title": "B", "link": "/formulare/b.pdf", "accessible": None},
            {"title": "C", "link": "resolveuid/0123456789abcdef", "accessible": None},
        ],
    )
    part = part_of(read(full), "forms")
    root = api.portal.get().absolute_url()
    assert re.findall(r'href="([^"]+)"', part) == [
        empty.absolute_url(),
        f"{root}/formulare/b.pdf",
        f"{root}/resolveuid/0123456789abcdef",
    ]


@pytest.mark.parametrize(
    "link", ["javascript:alert(1)", "//evil.example", "/\\evil.example", "data:x"]
)
def test_what_is_no_link_is_shown_as_none_however_it_got_there(full, read, link):
    change(full, forms=[{"title": "A", "link": link, "accessible": None}])
    part = part_of(read(full), "forms")
    assert "href" not in part
    assert "Bitte fragen Sie uns" in part


def test_files_inside_are_listed(full, read):
    with api.env.adopt_roles(["Manager"]):
        data = NamedBlobFile(b"%PDF" * 600, "application/pdf", "plan.pdf")
        file = api.content.create(full, "File", "plan", title="Plan", file=data)
        if api.content.get_state(file, None) == "private":
            api.content.transition(file, "publish")
    transaction.commit()
    part = part_of(read(full), "files")
    assert f'href="{file.absolute_url()}/@@download/file"' in part
    assert "KB" in part
    assert "service-held" not in read(full)


def test_files_that_the_reader_may_not_see_are_not_listed(full, read):
    with api.env.adopt_roles(["Manager"]):
        workflow = api.portal.get_tool("portal_workflow")
        workflow.setChainForPortalTypes(["File"], ["simple_publication_workflow"])
        api.content.create(full, "File", "geheim", title="Geheim")
    transaction.commit()
    assert "Geheim" not in read(full)


@pytest.fixture
def form(empty):
    """An application form inside a service that says nothing else."""
    types = api.portal.get_tool("portal_types")
    if "EasyForm" not in types:
        types["EasyForm"] = DexterityFTI(
            "EasyForm", klass="plone.dexterity.content.Item"
        )
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(empty, "EasyForm", "antrag", title="Antrag stellen")
        if api.content.get_state(made, None) == "private":
            api.content.transition(made, "publish")
    transaction.commit()
    return made


def test_an_application_form_inside_is_a_way_to_get_it_done(empty, form, read):
    page = read(empty)
    link = f'<a href="{form.absolute_url()}">Antrag stellen</a>'
    assert link in card_of(page) and link in part_of(page, "online")
    assert "service-next" not in page


@pytest.fixture
def bare(functional_portal, office, relate):
    """A page of a city's own type: nothing but the behaviour."""
    types = api.portal.get_tool("portal_types")
    types["Leistung"] = DexterityFTI(
        "Leistung",
        klass="plone.dexterity.content.Item",
        behaviors="collective.virtualoffice.service",
        schema="zope.interface.Interface",
    )
    with api.env.adopt_roles(["Manager"]):
        made = api.content.create(functional_portal, "Leistung", "bar")
        api.content.transition(made, "publish")
        made.title = "Angelschein"
        made.setLayout("service-view")
    values = {name: everything()[name] for name in ("documents", "fees", "procedure")}
    change(made, offices=relate(office), video="complete", **values)
    return made


def test_a_bare_type_with_the_behaviour_has_the_same_page(bare, office, read):
    page = read(bare)
    assert sections_of(page) == ["documents", "procedure", "fees"]
    assert 'id="service-card"' in page
    assert f"{office.absolute_url()}/@@knock?service={IUUID(bare)}" in page


def test_a_bare_type_takes_no_words_from_the_folder_that_it_is_in(bare, read):
    change(api.portal.get(), text=rich("<p>Vom Ordner</p>"))
    change(bare.aq_parent, processing_time="Vom Ordner")
    assert "Vom Ordner" not in read(bare)


def test_a_view_of_the_city_s_own_has_summary_doors_and_facts_too(bare, browse):
    with api.env.adopt_roles(["Manager"]):
        bare.setLayout("view")
    transaction.commit()
    page = browse(f"{bare.absolute_url()}/view").contents
    assert 'id="service-card"' in page and 'id="doors"' in page
    assert len(Facts(page).found) == 1


def test_machines_read_who_offers_it_through_which_channels(full, office, browse):
    hours = [{"weekday": "MO", "opens": time(8), "closes": time(12)}]
    change(office, opening_hours=hours, appointment_url="https://example.org/termin")
    [facts] = Facts(browse(full.absolute_url(), "de").contents).found
    assert facts["@context"] == "https://schema.org"
    assert facts["@type"] == "GovernmentService"
    assert facts["name"] == "Wohnsitz"
    assert facts["alternateName"] == ["Anmeldung einer Wohnung", "Ummeldung"]
    assert facts["identifier"][0]["value"] == read_key(KEY)
    assert facts["serviceOperator"]["name"] == "Stadt Musterstadt"
    [provider] = facts["provider"]
    assert provider["@id"] == office.absolute_url()
    assert provider["openingHoursSpecification"][0]["opens"] == "08:00"
    channels = {each["name"]: each for each in facts["availableChannel"]}
    assert list(channels) == ["Online", "Video", "Appointment", "Phone", "In person"]
    assert channels["Online"]["serviceUrl"] == "https://example.org/wohnsitz"
    assert channels["Video"]["serviceUrl"] == f"{office.absolute_url()}/@@knock"
    assert channels["Phone"]["servicePhone"]["telephone"] == "02000 115-0"
    assert channels["In person"]["serviceLocation"]["@id"] == office.absolute_url()
    free, ranged = facts["offers"]
    assert (free["price"], free["priceCurrency"]) == ("0.00", "EUR")
    assert ranged["priceSpecification"]["maxPrice"] == "20.00"


def test_machines_are_told_nothing_that_is_empty(empty, browse):
    [facts] = Facts(browse(empty.absolute_url()).contents).found
    assert set(facts) - {"inLanguage"} == {"@context", "@type", "@id", "url", "name"}


def test_no_text_gets_out_of_the_facts(full, browse):
    evil = "</script><script>alert(1)</script><!--"
    change(full, title=evil, official_name=evil, synonyms=[evil], competent_body=evil)
    change(full, fees=[{**EVERYTHING["fees"][1], "title": evil}])
    page = browse(full.absolute_url()).contents
    assert "<script>alert" not in page
    [facts] = Facts(page).found
    assert facts["name"] == facts["alternateName"][0] == evil


def test_no_text_gets_out_of_the_page(full, browse):
    evil = '"><script>alert(1)</script>'
    rows = [{"title": evil, "link": None, "accessible": "no"}]
    channels = [{"channel": evil, "address": evil, "good_for": evil}]
    change(
        full,
        forms=rows,
        safe_channels=channels,
        competent_body=evil,
        processing_time=evil,
        hints=rich(f"<p>{evil}</p><a href='javascript:alert(1)'>x</a>"),
    )
    page = browse(full.absolute_url()).contents
    assert "<script>alert" not in page and "javascript:alert" not in page


def test_the_words_of_the_editors_say_their_language(full, read):
    change(full, language="de")
    page = read(full, "en").split("application/ld+json")[0]
    for words in ("sofort", "Stadt Musterstadt", "Mietvertrag", "De-Mail"):
        before = page.split(words)[-2]
        assert 'lang="de"' in before[-200:], words
    assert 'lang="de"' not in read(full, "de")


def test_everything_is_said_in_english_too(full, read):
    page = text(read(full, "en"))
    for words in (
        "At a glance",
        "How do I write to you so that it counts?",
        "Cost €0 to €20",
        "Professionally released on: March 1, 2026",
    ):
        assert words in page
