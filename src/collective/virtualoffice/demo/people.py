"""The log-ins of the demo. Their password is public: never use them elsewhere."""

from collective.virtualoffice.content.office import VirtualOffice
from dataclasses import dataclass
from plone import api


PASSWORD = "demo-musterstadt"


@dataclass(frozen=True)
class Person:
    """A log-in with roles of the site, or with one role in every office."""

    name: str
    full_name: str
    roles: tuple[str, ...] = ()
    office_role: str | None = None


PEOPLE = (
    Person("clerk1", "Erika Mustermann", office_role="Office Clerk"),
    Person("clerk2", "Max Mustermann", office_role="Office Clerk"),
    Person("head", "Maria Mustermann", office_role="Office Head"),
    # Plone lets an editor change pages, a contributor add and a reviewer publish them.
    Person("editor", "Moritz Mustermann", roles=("Editor", "Contributor", "Reviewer")),
)


def welcome(offices: list[VirtualOffice]) -> None:
    """Make the log-ins and give them their roles."""
    for person in PEOPLE:
        api.user.create(
            username=person.name,
            email=f"{person.name}@example.org",
            password=PASSWORD,
            properties={"fullname": person.full_name},
        )
        if person.roles:
            api.user.grant_roles(username=person.name, roles=list(person.roles))
        if person.office_role:
            appoint(person.name, person.office_role, offices)


def appoint(name: str, role: str, offices: list[VirtualOffice]) -> None:
    for office in offices:
        office.manage_setLocalRoles(name, [role])
        office.reindexObjectSecurity()
