"""One day of one office, and the voices of all who have to do with it."""

from dataclasses import dataclass
from dataclasses import field
from pathlib import Path
from town import Office
from town import Town
from voices import Answer
from voices import Voice


@dataclass
class Day:
    """One office and everybody who has to do with it.

    ``heard`` is everything they are told, ``links`` who may have which private link,
    ``broken`` the file that names what does not work.
    """

    town: Town
    office: Office
    elsewhere: Office
    broken: Path
    heard: list[Answer] = field(default_factory=list)
    voices: dict[str, Voice] = field(default_factory=dict)
    links: dict[str, set[str]] = field(default_factory=dict)
    max_was_erased_at: int = 0

    def voice(self, name: str, login: tuple[str, str] | None = None) -> Voice:
        """Somebody; the same one by the same name."""
        if name not in self.voices:
            address = f"203.0.113.{101 + len(self.voices)}"
            voice = Voice(name, self.office, self.heard, address, login)
            self.voices[name] = voice
        return self.voices[name]

    def staff(self, name: str) -> Voice:
        """Somebody with a role in the office; the stranger works elsewhere."""
        if name in self.voices:
            return self.voices[name]
        role = {"head": "Office Head", "editor": "Editor"}.get(name, "Office Clerk")
        office = self.elsewhere if name == "stranger" else self.office
        return self.voice(name, office.hire(role))

    def comes(self, who: str, **said: object) -> Voice:
        """A citizen knocks."""
        voice = self.voice(who)
        voice.knock(**said)
        self.links[voice.token] = {who}
        return voice

    def invites(self, inviter: Voice, guest: str, path: str) -> Voice:
        """A third person gets a link."""
        link = inviter.ask(201, "POST", path)["link"]
        voice = self.voice(guest)
        voice.token = link.rpartition("/")[2]
        voice.id = voice.token.partition(".")[0]
        self.links[voice.token] = {guest, inviter.name}
        return voice

    @property
    def keys(self) -> list[str]:
        return [key for voice in self.voices.values() for key in voice.keys]

    @property
    def addresses(self) -> list[str]:
        return [voice.address for voice in self.voices.values()]

    @property
    def logins(self) -> list[str]:
        hired = ("clerk", "colleague", "head", "stranger")
        return [self.voices[name].login[0] for name in hired]
