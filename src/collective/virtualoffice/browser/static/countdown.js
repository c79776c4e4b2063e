/** Says how much time is left to answer: written every ten seconds, spoken once. */

const STEP = 10;
// WCAG 2.2, 2.2.1: at least 20 seconds to ask for more time, and 5 to hear that.
const HURRY = 25;

export class Countdown {
  #timer = null;
  #ends = null;
  #hurried = null;

  constructor({ spoken, cry }) {
    this.spoken = spoken;
    this.cry = cry;
  }

  /** Count to `respondBy`; the server says what `now` is, clocks of phones are wrong. */
  until(respondBy, now) {
    this.stop();
    if (!respondBy) return;
    this.#ends = performance.now() + (new Date(respondBy) - new Date(now));
    this.deadline = respondBy;
    this.#tick();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  #tick() {
    const left = Math.max(0, Math.round((this.#ends - performance.now()) / 1000));
    this.#show(left);
    if (left <= HURRY && left > 0 && this.#hurried !== this.deadline) {
      this.#hurried = this.deadline;
      this.cry(this.spoken.say("hurry"));
    }
    if (left > 0) this.#timer = setTimeout(() => this.#tick(), untilNext(left) * 1000);
  }

  #show(left) {
    const element = document.getElementById("visit-left");
    if (!element) return;
    const minutes = Math.round(left / 60);
    element.textContent =
      left > 120
        ? this.spoken.say("minutes", { count: minutes })
        : this.spoken.say("seconds", { seconds: Math.ceil(left / STEP) * STEP });
  }
}

/** To whole tens, and to the moment at which it is said. */
function untilNext(left) {
  const rest = left % STEP || STEP;
  return left > HURRY ? Math.min(rest, left - HURRY) : rest;
}
