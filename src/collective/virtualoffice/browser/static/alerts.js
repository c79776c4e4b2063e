/**
 * The clerks' switch for sound and notifications when somebody comes.
 *
 * Of several tabs the first that notices tells, and says so to the others.
 */

import { Arrivals } from "./arrivals.js";
import { keep, recall } from "./kept.js";
import { askToNotify, isAllowed, mayAsk, notify } from "./notify.js";
import { Sound } from "./sound.js";

const SWITCH = "virtualoffice-alerts";
const MEMORY = "virtualoffice-alerts-told";
const NEXT_PAGE = 15_000;
const OURS = 15_000;

export class Alerts {
  #texts;
  #button = document.getElementById("staff-alerts-switch");
  #note = document.getElementById("staff-alerts-note");
  #sound = new Sound(() => this.#render());
  #others = new BroadcastChannel(SWITCH);
  #arrivals;
  #close = () => {};

  constructor(texts) {
    this.#texts = texts;
    this.#arrivals = new Arrivals({ tell: (waiting) => this.#tell(waiting), ...remembered() });
    this.#others.addEventListener("message", ({ data }) => this.#arrivals.wasTold(data));
    this.#button.addEventListener("click", () => this.#toggle());
    for (const use of ["click", "keydown"]) document.addEventListener(use, () => this.#revive());
    document.addEventListener("visibilitychange", () => document.hidden || this.#seen());
    window.addEventListener("pagehide", () => this.#leave());
    document.getElementById("staff-alerts").hidden = false;
    this.#revive();
    this.#render();
  }

  /** How many wait, who came last, whether they are served. */
  saw(counts) {
    this.#arrivals.saw(counts);
    if (!counts.waiting) this.#close();
  }

  get #isOn() {
    return recall(SWITCH) !== null;
  }

  async #toggle() {
    keep(SWITCH, this.#isOn ? null : "on");
    this.#render();
    if (!this.#isOn) return this.#sound.stop();
    const started = this.#sound.start();
    this.#sound.play();
    if (mayAsk()) await askToNotify();
    await started;
    this.#render();
  }

  /** Some browsers give sound to the next page only when it was used. */
  async #revive() {
    if (!this.#isOn || this.#sound.isReady) return;
    await this.#sound.start();
    this.#render();
  }

  /** Whoever can neither sound nor show anything leaves it to another tab. */
  #tell(waiting) {
    const shows = document.hidden && isAllowed();
    if (!this.#isOn || !(this.#sound.isReady || shows)) return;
    alone(() => {
      this.#others.postMessage(this.#arrivals.memory.latest);
      this.#sound.play();
      if (shows) this.#show(waiting);
    });
  }

  #show(waiting) {
    const body = this.#texts.waiting.replace("{count}", waiting);
    this.#close = notify(this.#texts.somebody, { body, tag: SWITCH });
  }

  #seen() {
    this.#close();
    this.#revive();
  }

  #leave() {
    this.#close();
    keep(MEMORY, JSON.stringify({ ...this.#arrivals.memory, leftAt: Date.now() }));
  }

  #render() {
    this.#button.setAttribute("aria-pressed", String(this.#isOn));
    const text = this.#isOn ? this.#texts[this.#state()] : "";
    if (this.#note.textContent !== text) this.#note.textContent = text;
  }

  #state() {
    if (!this.#sound.isReady) return "alertsAsleep";
    return isAllowed() ? "alertsOn" : "alertsSoundOnly";
  }
}

/** Every form leads to a new page, which goes on where the one before was left. */
function remembered() {
  const { leftAt = 0, ...memory } = JSON.parse(recall(MEMORY) ?? "{}");
  return Date.now() - leftAt < NEXT_PAGE ? memory : {};
}

/** Do it unless another tab of this browser did it just now. */
function alone(deed) {
  if (!navigator.locks) return deed();
  navigator.locks.request(SWITCH, { ifAvailable: true }, (lock) => {
    if (!lock) return null;
    deed();
    return new Promise((done) => setTimeout(done, OURS));
  });
}
