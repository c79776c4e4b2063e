"""Requests that no browser sends: flaws, and how they are asked of the real server."""

from dataclasses import dataclass
from http.client import HTTPConnection
from urllib.parse import urlsplit


FORM = "application/x-www-form-urlencoded"
MULTIPART = "multipart/form-data"
PART = b"--x\r\nContent-Disposition: form-data; name=a\r\n%s\r\nb\r\n--x--\r\n"


@dataclass(frozen=True)
class Flaw:
    """What is wrong with a request; ``path`` comes behind the address."""

    name: str
    path: str = ""
    method: str = "GET"
    header: tuple[str, str] | None = None
    body: bytes = b""


def form(name: str, content_type: str, body: bytes) -> Flaw:
    return Flaw(name, method="POST", header=("Content-Type", content_type), body=body)


def log_in(name: str, credentials: str) -> Flaw:
    return Flaw(name, header=("Authorization", f"Basic {credentials}"))


# Zope by itself answers 500 or 503 to these, or 400 without a word of ours.
UNREADABLE = [
    Flaw("a path that is no text", path="/%FF"),
    Flaw("half a character in the path", path="/%ED%A0%80"),
    Flaw("a number that is none", path="?x:int=y"),
    Flaw("a date that is none", path="?x:date=y"),
    Flaw("a field in the wrong encoding", path="?x:utf-16=y"),
    Flaw("a list that is a record", path="?x:list=1&x.a:record=2"),
    Flaw("a field name that is no text", path="?%FF=1"),
    log_in("a log-in that is not Base64", "===="),
    log_in("a log-in that is no text", "//8="),
    log_in("a log-in without a password", "bm9jb2xvbg=="),
    form("an unknown encoding", f"{FORM}; charset=nonsense", b"a=b"),
    form("a form's number that is none", FORM, b"a:int=b"),
    form("a form without a boundary", MULTIPART, b"a"),
    form("an empty form without a boundary", MULTIPART, b""),
    form("a form cut off", f"{MULTIPART}; boundary=x", PART[:20]),
    form(
        "a part in an unknown encoding",
        f"{MULTIPART}; boundary=x",
        PART % b"Content-Type: text/plain; charset=nonsense\r\n",
    ),
    form("XML-RPC", "text/xml", b"<call/>"),
]

# These are read, and mean nothing.
MEANINGLESS = [
    Flaw("nothing in the path", path="/%00"),
    Flaw("lines in the path", path="/%0d%0aX-Mine:%20y"),
    Flaw("an inner name", path="/__class__"),
    Flaw("an unknown view", path="/@@x/@@y"),
    Flaw("a namespace", path="/++lang++xx"),
    Flaw("nothing in a field", path="?x=%00&leave=%00&language=%00&reload=%00"),
    Flaw("a value that is no text", path="?x=%FF&language=%FF"),
    Flaw("many fields", path="?" + "x=1&" * 2000),
    Flaw("half a log-in", header=("Authorization", "Basic")),
    Flaw("a broken token", header=("Authorization", "Bearer a.b.\xff")),
    Flaw("a broken cookie", header=("Cookie", '__ac="%FF\xff; ;;=')),
    Flaw("a broken range", header=("Range", "bytes=9-1,x")),
    Flaw("a broken language", header=("Accept-Language", "\xff;q=x,,;;q=-1")),
    Flaw("a broken tag", header=("If-None-Match", "\xff")),
    Flaw("a broken proxy", header=("X-Forwarded-For", "\xff,,1")),
    form("nothing in a form", FORM, b"name=%00&action=%00&privacy=%00"),
    form("a form that is no text", FORM, b"name=%FF&action=%FF"),
    form("fields twice", FORM, b"action=a&action=b&name=a&name=b&key=a&key=b"),
    form("fields that are lists", FORM, b"action:tokens=&name:list=a&privacy:list=1"),
    form("fields that are records", FORM, b"action.a:record=b&name.a:record=b"),
    form("JSON that is none", "application/json", b"\xff\xfe{"),
    form("no type at all", "\xff;;;==,", b"a=b"),
]

METHODS = [Flaw(each, method=each) for each in ("PUT", "PATCH", "PROPFIND", "BREW")]


@dataclass(frozen=True)
class Answer:
    status: int
    headers: dict[str, str]
    text: str


def ask(url: str, flaw: Flaw, accept: str, language: str = "de") -> Answer:
    """Send it as it is: `requests` would mend it first."""
    address = urlsplit(url)
    connection = HTTPConnection(address.hostname, address.port, timeout=60)
    headers = {"Accept": accept, "Accept-Language": language}
    if flaw.header is not None:
        headers |= [flaw.header]
    try:
        connection.request(
            flaw.method, address.path + flaw.path, flaw.body or None, headers
        )
        answer = connection.getresponse()
        text = answer.read().decode()
        return Answer(answer.status, dict(answer.getheaders()), text)
    finally:
        connection.close()
