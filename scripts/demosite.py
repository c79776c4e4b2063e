"""Makes the demo site in one transaction; runs inside Zope, which gives ``app``."""

from collective.virtualoffice.demo.site import make
import transaction


if app.acl_users.getUser("admin") is None:  # noqa: F821
    # Zope makes its first user for the first database of a build only.
    app.acl_users.userFolderAddUser("admin", "admin", ["Manager"], [])  # noqa: F821
make(app)  # noqa: F821
transaction.commit()
