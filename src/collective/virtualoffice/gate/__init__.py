"""A WSGI filter before Zope that refuses what Zope would stumble over.

Zope reads the address, the form and the log-in of a request before it knows any
site: what cannot be read there ends in a bare 500 that no view of an add-on can
mend. So the filter stands in the pipeline of the WSGI server, where the
administrator puts it (docs/install).
"""

from typing import Any


def main(app: Any, global_conf: dict[str, str], language: str = "de") -> Any:
    """The filter for paste; ``language`` is spoken to readers who wish none of ours.

    Paste imports this module before Zope has read its configuration, and Zope puts
    settings into the environment which other packages read when they are imported.
    By the time of this call Zope is there.
    """
    from .filter import Gate
    from .names import registered_names

    return Gate(app, registered_names, language)
