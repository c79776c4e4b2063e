from collective.virtualoffice.controlpanel.schema import IVirtualOfficeSettings
from collective.virtualoffice.controlpanel.schema import NoNetwork
from collective.virtualoffice.controlpanel.videofields import is_server
from collective.virtualoffice.controlpanel.videofields import mistakes
from collective.virtualoffice.controlpanel.videofields import NoServer
from collective.virtualoffice.numbers import OutOfRange
from collective.virtualoffice.settings import PREFIX
from collective.virtualoffice.settings import read_settings
from collective.virtualoffice.settings import Settings
from plone import api
from zope.schema import getFieldNames
from zope.schema import ValidationError
from zope.schema.interfaces import ConstraintNotSatisfied
import pytest


def write(name: str, value: object) -> None:
    api.portal.set_registry_record(f"{PREFIX}.{name}", value)


def test_a_new_site_has_the_defaults(portal):
    assert read_settings() == Settings()


def test_every_setting_is_read(portal):
    assert set(getFieldNames(IVirtualOfficeSettings)) == set(
        Settings.__dataclass_fields__
    )


def test_settings_are_read_as_they_were_written(portal):
    write("answer_seconds", 60)
    write("trusted_proxies", ["10.0.0.0/8", "2001:db8::1"])
    write("jitsi_server", "meet.example.org")
    settings = read_settings()
    assert settings.answer_time.total_seconds() == 60
    assert settings.trusted_proxies == ("10.0.0.0/8", "2001:db8::1")
    assert settings.jitsi_server == "meet.example.org"


def test_a_site_that_lacks_a_record_has_its_default(portal):
    del portal.portal_registry.records[f"{PREFIX}.retention_hours"]
    assert read_settings().retention_hours == 24


@pytest.mark.parametrize(
    "name, low, high",
    [("answer_seconds", 30, 900), ("retention_hours", 1, 720)],
)
def test_numbers_have_limits(name, low, high):
    field = IVirtualOfficeSettings[name]
    field.validate(low)
    field.validate(high)
    with pytest.raises(OutOfRange):
        field.validate(low - 1)
    with pytest.raises(OutOfRange):
        field.validate(high + 1)


def test_an_address_may_always_knock_at_least_once():
    with pytest.raises(OutOfRange):
        IVirtualOfficeSettings["knocks_per_address"].validate(0)


@pytest.mark.parametrize(
    "value", ["192.0.2.1", "10.0.0.0/8", "10.1.2.3/8", "2001:db8::/32", "::1"]
)
def test_proxies_are_addresses_or_networks(value):
    IVirtualOfficeSettings["trusted_proxies"].validate([value])


@pytest.mark.parametrize("value", ["", "proxy.example.org", "10.0.0.0/33", "1.2.3"])
def test_other_words_are_no_proxies(value):
    with pytest.raises(NoNetwork):
        IVirtualOfficeSettings["trusted_proxies"].validate([value])


@pytest.mark.parametrize(
    "value, host",
    [
        ("meet.example.org", "meet.example.org"),
        ("https://Meet.example.org/", "meet.example.org"),
        ("meet.example.org:8443", "meet.example.org:8443"),
    ],
)
def test_the_jitsi_server_is_a_host_or_an_origin(value, host):
    assert is_server(value)
    assert Settings(jitsi_server=value).jitsi_host == host


@pytest.mark.parametrize(
    "value",
    [
        "http://meet.example.org",
        "https://meet.example.org/room",
        "meet.example.org; script-src *",
        "user@meet.example.org",
        "a b",
        "javascript:alert(1)",
    ],
)
def test_what_could_smuggle_something_into_a_policy_is_no_server(value):
    with pytest.raises(NoServer):
        is_server(value)
    assert Settings(jitsi_server=value).jitsi_host is None


def test_without_a_server_there_is_no_host():
    IVirtualOfficeSettings["jitsi_server"].validate("")
    assert Settings().jitsi_host is None


def test_the_video_systems_are_a_vocabulary(portal, get_vocabulary):
    terms = get_vocabulary("collective.virtualoffice.video_systems", portal)
    assert [term.value for term in terms] == ["demonstration", "jitsi"]


def test_a_video_system_that_does_not_exist_is_refused(portal):
    field = IVirtualOfficeSettings["video_system"].bind(portal)
    with pytest.raises(ConstraintNotSatisfied):
        field.validate("carrier pigeon")


@pytest.mark.parametrize(
    "name, value",
    [
        ("jitsi_tenant", "town/hall"),
        ("jitsi_tenant", "../x"),
        ("jitsi_app_id", "my app"),
        ("jitsi_app_id", "app/../x"),
        ("jitsi_key_id", "-----BEGIN PRIVATE KEY-----"),
        ("jitsi_audience", "*"),
        ("jitsi_issuer", "two words"),
    ],
)
def test_what_breaks_an_address_or_a_token_is_refused(name, value):
    field = IVirtualOfficeSettings[name]
    field.validate("")
    with pytest.raises(ValidationError):
        field.validate(value)


@pytest.mark.parametrize(
    "given, wrong",
    [
        ({"video_system": "demonstration"}, []),
        ({}, ["jitsi_server"]),
        ({"jitsi_server": "meet.example.org"}, []),
        ({"jitsi_server": "meet.example.org", "jitsi_app_id": "town"}, []),
        (
            {
                "jitsi_server": "meet.example.org",
                "jitsi_app_id": "town",
                "jitsi_algorithm": "RS256",
            },
            ["jitsi_key_id"],
        ),
        (
            {"jitsi_service": "jaas"},
            ["jitsi_app_id", "jitsi_key_id", "jitsi_algorithm"],
        ),
        (
            {
                "jitsi_service": "jaas",
                "jitsi_app_id": "vpaas-magic-cookie-1",
                "jitsi_key_id": "4f4910",
                "jitsi_algorithm": "RS256",
            },
            [],
        ),
    ],
)
def test_what_does_not_fit_together_is_told_by_field(given, wrong):
    assert list(mistakes(Settings(**given))) == wrong
