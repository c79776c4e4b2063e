"""How Sphinx makes the documentation."""

project = "collective.virtualoffice"
author = "The contributors"
copyright = author
language = "en"
extensions = []
exclude_patterns = ["_build"]
html_theme = "alabaster"
html_theme_options = {
    "description": "A virtual citizens' office for Plone",
    "font_family": "system-ui, sans-serif",
    "head_font_family": "system-ui, sans-serif",
}
