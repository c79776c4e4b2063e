from plone import api


def test_the_add_on_is_installed(installer):
    assert installer.is_product_installed("collective.virtualoffice")
