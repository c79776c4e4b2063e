"""What a page plays, shakes and notifies: recorded in place of the real thing.

The stand-in keeps the browsers' rule: without a click on this very page no sound.
"""

from dataclasses import dataclass
from playwright.sync_api import Page
from typing import Any


RECORD = """
window.senses = { tones: [], shakes: [], notices: [], contexts: [] };

window.AudioContext = class extends EventTarget {
  constructor() {
    super();
    this.state = "suspended";
    this.destination = {};
    window.senses.contexts.push(this);
  }
  get currentTime() {
    return performance.now() / 1000;
  }
  become(state) {
    this.state = state;
    this.dispatchEvent(new Event("statechange"));
  }
  resume() {
    if (!navigator.userActivation.hasBeenActive) return new Promise(() => {});
    if (this.state !== "running") this.become("running");
    return Promise.resolve();
  }
  close() {
    this.become("closed");
    return Promise.resolve();
  }
  createGain() {
    const gain = { setValueAtTime() {}, exponentialRampToValueAtTime() {} };
    return { gain, connect: (next) => next };
  }
  createOscillator() {
    const frequency = { value: 0 };
    const start = () => frequency.value === 880 && window.senses.tones.push(Date.now());
    return { frequency, start, stop() {}, connect: (next) => next };
  }
};

navigator.vibrate = (pattern) => pattern && window.senses.shakes.push(pattern);

window.Notification = class extends EventTarget {
  static permission = PERMISSION;
  static async requestPermission() {
    return (this.permission = ANSWER);
  }
  constructor(title, options = {}) {
    super();
    if (Notification.permission !== "granted") return;
    Object.assign(this, { title, ...options, isOpen: true });
    window.senses.notices.push(this);
  }
  close() {
    this.isOpen = false;
  }
};
"""
NOTICES = (
    "senses.notices.map("
    "({ title, body, tag, isOpen }) => ({ title, body, tag, isOpen }))"
)
PATIENCE = 300  # tenths of a second


@dataclass(frozen=True)
class Senses:
    """``permission`` is what the browser knows already, ``answer`` what is said."""

    page: Page

    @classmethod
    def of(
        cls, page: Page, permission: str = "default", answer: str = "granted"
    ) -> "Senses":
        """From the next page on, whose time can be made to pass."""
        page.clock.install()
        script = RECORD.replace("PERMISSION", f'"{permission}"')
        page.add_init_script(script.replace("ANSWER", f'"{answer}"'))
        return cls(page)

    @property
    def tones(self) -> int:
        return self.page.evaluate("senses.tones.length")

    @property
    def shakes(self) -> int:
        return self.page.evaluate("senses.shakes.length")

    @property
    def notices(self) -> list[dict[str, Any]]:
        return self.page.evaluate(NOTICES)

    def rings(self, tones: int) -> None:
        """Fails unless so many tones were played before long."""
        for _ in range(PATIENCE):
            if self.tones >= tones:
                return
            self.page.wait_for_timeout(100)
        raise AssertionError(f"{self.tones} tones instead of {tones}")

    def is_silent(self, seconds: int = 5) -> None:
        """Fails if a tone is played while so much time passes at once on the page."""
        before = self.tones
        self.page.clock.run_for(seconds * 1000)
        assert self.tones == before

    def interrupt(self) -> None:
        """The device takes the sound, as phones do when they are locked."""
        self.page.evaluate("senses.contexts.at(-1).become('interrupted')")
