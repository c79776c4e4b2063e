"""What a workbook file is from outside, before anything in it is unpacked."""

from collective.virtualoffice.domain.services.reading import BadFile
from io import BytesIO
from zipfile import ZipFile


ZIP = b"PK"
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# A workbook with a password is a package of the old kind that holds this stream.
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
MOST_UNPACKED = 40_000_000
MOST_PARTS = 1_000
# Some hundred bytes of memory each, however small the file is.
MOST_TAGS = 1_000_000
CHUNK = 1_000_000
PASSWORD = 0x1
CONTENT_TYPES = "[Content_Types].xml"


def is_workbook(data: bytes) -> bool:
    """Is this a workbook of whatever kind, and no text?"""
    return data.startswith((ZIP, OLE))


def check_package(data: bytes) -> None:
    """Raises BadFile for everything that is no harmless XLSX."""
    if data.startswith(OLE):
        raise BadFile("encrypted" if ENCRYPTED in data else "old_workbook")
    try:
        with ZipFile(BytesIO(data)) as package:
            _check_parts(package)
    except BadFile:
        raise
    except Exception as broken:
        # A package can be broken in as many ways as the library has lines.
        raise BadFile("broken_workbook") from broken


def _check_parts(package: ZipFile) -> None:
    parts = package.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS:
        raise BadFile("unpacks_too_big")
    if sum(part.file_size for part in parts) > MOST_UNPACKED:
        raise BadFile("unpacks_too_big")
    if any(part.flag_bits & PASSWORD for part in parts):
        raise BadFile("encrypted")
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise BadFile("macros")
    if sum(_tags(package, name) for name in names) > MOST_TAGS:
        raise BadFile("too_many_cells")
    if CONTENT_TYPES not in names:
        raise BadFile("no_workbook")
    if b"macroEnabled" in package.read(CONTENT_TYPES):
        raise BadFile("macros")


def _tags(package: ZipFile, name: str) -> int:
    """How many elements a part has at most."""
    with package.open(name) as part:
        return sum(chunk.count(b"<") for chunk in iter(lambda: part.read(CHUNK), b""))
