"""What the control panel says about the video system, before anybody asks."""

from collective.virtualoffice.video import secret
from collective.virtualoffice.video.reasons import REASONS
from collective.virtualoffice.video.reasons import REMEDIES
from collective.virtualoffice.video.status import video_status
import pytest


PANEL = "@@virtualoffice-controlpanel"


@pytest.fixture
def status(look):
    """The box on top of the control panel."""
    return lambda: (
        look(PANEL).split('id="virtualoffice-video"')[1].split("</section>")[0]
    )


def test_a_new_site_has_no_server(status):
    assert "the settings name no server" in status()
    assert video_status().level == "danger"


def test_the_demonstration_room_connects_nobody(configure, status):
    configure(video_system="demonstration")
    assert "nobody sees or hears anybody else" in status()
    assert video_status().level == "warning"


def test_without_tokens_the_panel_says_what_that_means(configure, status):
    configure(jitsi_server="meet.example.org")
    assert "meet.example.org, without tokens" in status()
    assert "whoever learns it can come in" in status()
    assert video_status().level == "warning"


def test_with_tokens_all_is_well(jitsi, status):
    assert "Tokens are signed with HS256" in status()
    assert video_status().level == "success"


@pytest.mark.parametrize("server", ["meet.jit.si", "https://Meet.jit.si/"])
def test_the_public_server_is_not_fit_for_an_office(configure, status, server):
    configure(jitsi_server=server)
    assert "after five minutes" in status()
    assert video_status().level == "warning"


def test_a_shared_secret_is_no_key_for_jaas(jitsi, configure, status):
    configure(jitsi_service="jaas", jitsi_algorithm="RS256")
    assert "not of the kind that is set" in status()
    assert "RS256 a private RSA key" in status()


def test_a_private_key_that_is_cut_off_is_named_as_damaged(
    jitsi, configure, monkeypatch, status
):
    configure(jitsi_algorithm="RS256")
    monkeypatch.setenv(secret.KEY, "-----BEGIN PRIVATE KEY-----\\nMIIEvQIBADAN")
    assert "is damaged" in status()
    assert "whether the key is complete" in status()


def test_jaas_without_an_app_id_is_not_asked_for_a_server(configure, status):
    configure(jitsi_service="jaas")
    assert video_status().level == "danger"
    assert "choose JaaS, but name no AppID" in status()
    assert "name no server" not in status()


@pytest.mark.parametrize("service", ["own", "jaas"])
def test_rs256_without_a_key_id_is_told(jitsi, configure, status, service):
    configure(jitsi_service=service, jitsi_algorithm="RS256", jitsi_key_id="")
    assert "name no key id" in status()
    assert "Enter its id" in status()


@pytest.mark.parametrize(
    "key, words",
    [("", "is missing"), ("short", "too short")],
)
def test_a_key_that_will_not_do(jitsi, monkeypatch, status, key, words):
    monkeypatch.setenv(secret.KEY, key)
    assert words in status()
    assert video_status().level == "danger"


def test_a_file_that_is_not_there(jitsi, monkeypatch, status):
    monkeypatch.delenv(secret.KEY)
    monkeypatch.setenv(secret.KEY_FILE, "/nowhere/at/all")
    assert "cannot be read" in status()
    assert "/nowhere" not in status()


def test_a_system_whose_add_on_is_gone(configure, status):
    configure(jitsi_server="meet.example.org")
    from collective.virtualoffice.settings import Settings
    from collective.virtualoffice.video import access

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(access, "read_settings", lambda: Settings(video_system="gone"))
        assert access.video_trouble() == "system_missing"


def test_every_reason_has_a_remedy():
    assert set(REASONS) == set(REMEDIES)


def test_the_panel_leads_to_the_test(jitsi, look):
    assert "/@@virtualoffice-check" in look(PANEL)
