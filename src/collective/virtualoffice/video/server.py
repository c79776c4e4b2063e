"""The Jitsi server as it is set; where something is not, with what is usual."""

from collective.virtualoffice.settings import Settings
from dataclasses import dataclass


JAAS = "jaas"
JAAS_HOST = "8x8.vc"
AUDIENCE = "jitsi"
CLAIMS = {
    "moderator": frozenset({"moderator"}),
    "affiliation": frozenset({"affiliation"}),
    "both": frozenset({"moderator", "affiliation"}),
}


@dataclass(frozen=True)
class Server:
    """What tokens and links of one Jitsi server consist of.

    ``tenant`` is the part of the address before the room; ``subject``, ``issuer``
    and ``audience`` are claims of a token (RFC 7519), ``claims`` says where in
    ``context.user`` a moderator is named. Without an ``app_id`` there are no tokens.
    """

    host: str
    tenant: str
    app_id: str
    key_id: str
    algorithm: str
    issuer: str
    audience: str
    subject: str
    claims: frozenset[str]
    is_jaas: bool = False

    @property
    def origin(self) -> str:
        return f"https://{self.host}"

    @property
    def script(self) -> str:
        """Where the script of the IFrame API is."""
        base = f"{self.origin}/{self.app_id}" if self.is_jaas else self.origin
        return f"{base}/external_api.js"

    @property
    def has_tokens(self) -> bool:
        return bool(self.app_id)

    @property
    def needs_key_id(self) -> bool:
        """Whoever checks a token of RS256 finds the public key by the key's id."""
        return self.has_tokens and self.algorithm == "RS256"

    def room_name(self, room: str) -> str:
        """The room as the address names it."""
        return f"{self.tenant}/{room}" if self.tenant else room


def jitsi_server(settings: Settings) -> Server | None:
    """None while no server is set."""
    if settings.jitsi_service == JAAS:
        return _jaas(settings) if settings.jitsi_app_id else None
    return _own(settings) if settings.jitsi_host else None


def _own(settings: Settings) -> Server:
    """`sub` is the tenant, else the server's domain (lib-jitsi-meet, doc/tokens.md)."""
    host, app_id = settings.jitsi_host or "", settings.jitsi_app_id
    tenant = settings.jitsi_tenant.lower()
    return Server(
        host=host,
        tenant=tenant,
        app_id=app_id,
        key_id=settings.jitsi_key_id,
        algorithm=settings.jitsi_algorithm,
        issuer=settings.jitsi_issuer or app_id,
        audience=settings.jitsi_audience or AUDIENCE,
        subject=tenant or host.partition(":")[0],
        claims=CLAIMS[settings.jitsi_moderator_claim],
    )


def _jaas(settings: Settings) -> Server:
    """What is the same for all customers (developer.8x8.com/jaas/docs/api-keys-jwt)."""
    app_id, key_id = settings.jitsi_app_id, settings.jitsi_key_id
    return Server(
        host=JAAS_HOST,
        tenant=app_id,
        app_id=app_id,
        key_id=key_id if "/" in key_id else f"{app_id}/{key_id}",
        algorithm="RS256",
        issuer="chat",
        audience=AUDIENCE,
        subject=app_id,
        claims=CLAIMS["moderator"],
        is_jaas=True,
    )
