from collective.virtualoffice import clients
from collective.virtualoffice.clients import client_address
from collective.virtualoffice.clients import proxy_unconfigured
from hypothesis import given
from hypothesis import strategies as st
from ipaddress import ip_network
from types import SimpleNamespace
from untrusted import latin
import logging
import pytest


def request(peer: str = "203.0.113.9", **headers: str) -> SimpleNamespace:
    environ = {f"HTTP_{name}": value for name, value in headers.items()}
    return SimpleNamespace(environ={"REMOTE_ADDR": peer, **environ})


PROXY = ("10.0.0.1",)


def behind(header: str, trusted: tuple[str, ...] = PROXY) -> str | None:
    return client_address(request("10.0.0.1", X_FORWARDED_FOR=header), trusted)


def test_without_a_proxy_the_peer_counts():
    assert client_address(request(), ()) == "203.0.113.9"


def test_behind_a_trusted_proxy_the_address_it_tells_counts():
    assert behind("198.51.100.7") == "198.51.100.7"


def test_what_the_client_wrote_itself_does_not_count():
    assert behind("1.2.3.4, 198.51.100.7") == "198.51.100.7"
    assert behind("nonsense, 198.51.100.7") == "198.51.100.7"


def test_a_chain_of_trusted_proxies_is_walked_from_the_right():
    trusted = ("10.0.0.0/8",)
    assert behind("1.2.3.4, 198.51.100.7, 10.1.1.1", trusted) == "198.51.100.7"


def test_a_client_inside_the_trusted_network_is_the_farthest_one():
    assert behind("10.2.2.2, 10.1.1.1", ("10.0.0.0/8",)) == "10.2.2.2"


def test_a_header_from_somebody_who_is_no_proxy_is_forged_and_changes_nothing():
    forged = request("203.0.113.9", X_FORWARDED_FOR="1.2.3.4")
    assert client_address(forged, PROXY) == "203.0.113.9"


def test_the_proxys_own_request_without_a_header_counts_as_its_own():
    assert client_address(request("10.0.0.1"), PROXY) == "10.0.0.1"


@pytest.mark.parametrize("written", ["unknown", "_hidden", "300.1.1.1", ",", "x" * 999])
def test_a_proxy_that_tells_no_address_switches_the_limit_off(written):
    assert behind(written) is None


@pytest.mark.parametrize("name", ["X_FORWARDED_FOR", "FORWARDED", "X_REAL_IP"])
def test_a_proxy_nobody_configured_switches_the_limit_off(name):
    unknown = request("10.0.0.1", **{name: "198.51.100.7"})
    assert client_address(unknown, ()) is None
    assert proxy_unconfigured(unknown, ())
    assert not proxy_unconfigured(unknown, PROXY)
    assert not proxy_unconfigured(request(), ())


def test_an_unconfigured_proxy_is_warned_of_once_in_a_process(caplog):
    clients._warn_once.cache_clear()
    with caplog.at_level(logging.WARNING):
        for _ in range(3):
            client_address(request(X_FORWARDED_FOR="198.51.100.7"), ())
    assert len(caplog.records) == 1
    assert "198.51" not in caplog.text


@pytest.mark.parametrize(
    "header",
    [
        "for=198.51.100.7",
        'For="198.51.100.7:4711";proto=https;by=10.0.0.1',
        "proto=https; for=198.51.100.7",
        "for=1.2.3.4, for=198.51.100.7;host=for.example.org",
    ],
)
def test_the_standard_header_is_understood(header):
    assert client_address(request("10.0.0.1", FORWARDED=header), PROXY) == (
        "198.51.100.7"
    )


def test_an_element_of_the_standard_header_without_a_client_tells_nothing():
    without = request("10.0.0.1", FORWARDED="for=1.2.3.4, proto=https")
    assert client_address(without, PROXY) is None


def test_x_real_ip_is_understood():
    assert client_address(request("10.0.0.1", X_REAL_IP="198.51.100.7"), PROXY) == (
        "198.51.100.7"
    )


@pytest.mark.parametrize(
    "written, expected",
    [
        ("2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"),
        ("[2001:db8:1:2::1]:443", "2001:db8:1:2::/64"),
        ('"[2001:db8:1:2::9]"', "2001:db8:1:2::/64"),
        ("fe80::1%eth0", "fe80::/64"),
        ("::ffff:198.51.100.7", "198.51.100.7"),
        ("198.51.100.7:1234", "198.51.100.7"),
    ],
)
def test_ipv6_is_limited_by_network_and_ipv4_by_address(written, expected):
    assert behind(written) == expected
    assert client_address(request(written), ()) == expected


def test_an_ipv6_proxy_can_be_trusted_by_network():
    forwarded = request("2001:db8:ffff::1", X_FORWARDED_FOR="198.51.100.7")
    assert client_address(forwarded, ("2001:db8:ffff::/48",)) == "198.51.100.7"


@pytest.mark.parametrize("peer", ["", "localhost"])
def test_a_peer_without_an_address_is_not_limited(peer):
    assert client_address(request(peer), ()) is None


addresses = st.ip_addresses()
written = st.one_of(
    addresses.map(str),
    addresses.map("{}:443".format),
    addresses.map("[{}]:443".format),
    addresses.map('"[{}]"'.format),
    addresses.map("{}%eth0".format),
    addresses.map("for={};proto=https".format),
    addresses.map('For="[{}]:1"'.format),
    latin,
)
chains = st.lists(written, max_size=4).map(", ".join)
trusted_ones = st.sampled_from(
    [(), PROXY, ("10.0.0.0/8", "::/0"), ("0.0.0.0/0", " ::/0 ")]
)


@given(
    written,
    st.dictionaries(
        st.sampled_from(["X_FORWARDED_FOR", "FORWARDED", "X_REAL_IP"]), chains
    ),
    trusted_ones,
)
def test_whatever_proxies_write_is_an_address_or_nothing(peer, headers, trusted):
    found = client_address(request(peer, **headers), trusted)
    if found is not None:
        network = ip_network(found)
        assert str(network).removesuffix("/32") == found
        assert network.prefixlen == (32 if network.version == 4 else 64)


@given(addresses, chains)
def test_a_client_that_is_no_proxy_cannot_be_somebody_else(peer, header):
    forged = request(str(peer), X_FORWARDED_FOR=header)
    assert client_address(forged, ("192.0.2.77",)) == client_address(
        request(str(peer)), ("192.0.2.77",)
    )


@given(addresses, addresses, chains)
def test_only_what_the_trusted_proxy_wrote_counts(client, other, header):
    told = behind(f"{header}, {client}", PROXY)
    if str(client) not in PROXY:
        assert told == client_address(request(str(client)), ())
