"""Files of services for tests."""

from collective.virtualoffice.domain.services.csvfile import write_csv


def table(*rows: dict[str, str]) -> bytes:
    """A file of these rows; cells left out are empty, without a column if nowhere."""
    head = list(dict.fromkeys(name for row in rows for name in row))
    return "".join(
        write_csv(head, [[row.get(name, "") for name in head] for row in rows])
    ).encode()


def service_row(external_id: str = "1", **cells: str) -> dict[str, str]:
    return {
        "source": "town",
        "external_id": external_id,
        "title": "Hund anmelden",
        **cells,
    }
