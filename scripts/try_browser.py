"""Ends with an error unless Playwright can drive the Chromium at this path."""

from playwright.sync_api import sync_playwright
import sys


def main(path: str) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path)
        browser.new_page()
        browser.close()


if __name__ == "__main__":
    main(sys.argv[1])
