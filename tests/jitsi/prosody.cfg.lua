-- A Prosody with Jitsi's own modules, set as docs/jitsi says; what differs is in VO_*.
local set = function (name) return os.getenv("VO_" .. name) end

run_as_root = true
daemonize = false
data_path = set "PLACE"
pidfile = set "PLACE" .. "/prosody.pid"
log = { { levels = { min = "info" }, to = "file", filename = set "PLACE" .. "/prosody.log" } }
plugin_paths = { set "PLUGINS" }

modules_enabled = { "saslauth", "bosh", "posix" }
modules_disabled = { "s2s" }
http_ports = { tonumber(set "PORT") }
http_interfaces = { "127.0.0.1" }
https_ports = {}
c2s_ports = {}
component_ports = {}
c2s_require_encryption = false
allow_unencrypted_plain_auth = true
consider_bosh_secure = true
http_default_host = set "HOST"

muc_mapper_domain_base = set "HOST"
muc_mapper_domain_prefix = set "PREFIX"
admins = { "focus@auth." .. set "HOST" }
asap_accepted_issuers = { "buergerbuero" }
asap_accepted_audiences = { "jitsi" }

VirtualHost (set "HOST")
    authentication = "token"
    app_id = "buergerbuero"
    app_secret = set "SECRET"
    asap_key_server = set "KEYS"
    allow_empty_token = false
    enable_domain_verification = set "DOMAIN" == "1"

-- Here Jicofo logs in, which alone opens rooms.
VirtualHost ("auth." .. set "HOST")
    authentication = "internal_plain"
    disable_sasl_mechanisms = { "SCRAM-SHA-1", "SCRAM-SHA-256" }

Component (set "PREFIX" .. "." .. set "HOST") "muc"
    restrict_room_creation = true
    muc_room_locking = false
    storage = "memory"
    modules_enabled = { "muc_domain_mapper", "token_verification", "token_affiliation" }
