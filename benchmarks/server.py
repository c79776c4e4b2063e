"""The instance that is measured: the demo's Zope with the trivial services added."""

from paste.deploy import loadapp
from pathlib import Path
from waitress import serve
from zope.configuration import xmlconfig
import sys


THREADS = 4


def main(wsgi_ini: str, port: str) -> None:
    app = loadapp(f"config:{wsgi_ini}")
    xmlconfig.file(str(Path(__file__).with_name("trivial.zcml")))
    serve(app, host="127.0.0.1", port=int(port), threads=THREADS)


if __name__ == "__main__":
    main(*sys.argv[1:])
