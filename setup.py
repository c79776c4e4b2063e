"""Virtual citizens' office for Plone."""

from pathlib import Path
from setuptools import find_namespace_packages
from setuptools import setup


HERE = Path(__file__).parent

setup(
    name="collective.virtualoffice",
    version="1.0.0.dev0",
    description="A virtual citizens' office for municipalities that run Plone",
    long_description="\n\n".join(
        (HERE / name).read_text(encoding="utf-8")
        for name in ("README.rst", "CHANGES.rst")
    ),
    long_description_content_type="text/x-rst",
    classifiers=[
        "Development Status :: 4 - Beta",
        "Environment :: Web Environment",
        "Framework :: Plone",
        "Framework :: Plone :: 6.2",
        "Framework :: Plone :: Addon",
        "Intended Audience :: Other Audience",
        "License :: OSI Approved :: GNU General Public License v2 (GPLv2)",
        "Natural Language :: English",
        "Natural Language :: German",
        "Operating System :: POSIX :: Linux",
        "Programming Language :: Python :: 3 :: Only",
        "Programming Language :: Python :: 3.11",
        "Programming Language :: Python :: 3.12",
        "Programming Language :: Python :: 3.13",
        "Programming Language :: Python :: 3.14",
        "Topic :: Communications :: Conferencing",
    ],
    keywords="Plone municipality citizen service queue appointment video",
    license="GPL version 2",
    packages=find_namespace_packages("src", include=["collective.*"]),
    package_dir={"": "src"},
    include_package_data=True,
    zip_safe=False,
    python_requires=">=3.11,<3.15",
    install_requires=[
        "PyJWT[crypto]",
        "PyYAML",
        "Products.CMFPlone",
        "collective.z3cform.datagridfield",
        "holidays",
        "nh3",
        "openpyxl",
        "plone.api",
        "plone.app.event",
        "plone.restapi",
        "segno",
    ],
    extras_require={
        "easyform": ["collective.easyform"],
        "test": [
            "axe-playwright-python",
            "collective.easyform",
            "hypothesis",
            "playwright",
            "plone.app.multilingual",
            "plone.app.testing",
            "plone.restapi[test]",
            "pytest",
            "pytest-playwright",
            "pytest-plone",
            "requests",
            "schemathesis",
        ],
    },
    entry_points={
        "z3c.autoinclude.plugin": ["target = plone"],
        "paste.filter_app_factory": ["gate = collective.virtualoffice.gate:main"],
        "zopectl.command": [
            "services = collective.virtualoffice.catalogue.imports.command:main",
        ],
    },
)
