/**
 * When clerks are to be told that somebody waits: at an arrival, and every minute
 * while somebody waits and no desk serves; never twice within twenty seconds.
 */

const APART = 20_000;
const AGAIN = 60_000;

export class Arrivals {
  #tell;
  #latest;
  #toldAt;
  #waiting = 0;
  #isDue = false;
  #unservedSince = null;
  #timer = null;

  /**
   * `tell` gets how many wait; `latest` and `toldAt` (milliseconds) are what a page
   * before this one knew of the latest arrival and told last.
   */
  constructor({ tell, latest = null, toldAt = 0 }) {
    this.#tell = tell;
    this.#latest = latest;
    this.#toldAt = toldAt;
  }

  get memory() {
    return { latest: this.#latest, toldAt: this.#toldAt };
  }

  /** How it is now: `latest` is when the last of those who wait arrived. */
  saw({ waiting, latest, isServed }) {
    this.#isDue ||= this.#latest !== null && latest > this.#latest;
    this.#latest = Math.max(this.#latest ?? 0, latest);
    this.#waiting = waiting;
    this.#unservedSince = waiting && !isServed ? (this.#unservedSince ?? Date.now()) : null;
    this.#plan();
  }

  /** Another page has told of everybody who came until `latest`. */
  wasTold(latest) {
    this.#latest = Math.max(this.#latest ?? 0, latest);
    this.#told();
  }

  #plan() {
    clearTimeout(this.#timer);
    if (!this.#waiting) this.#isDue = false;
    const next = this.#next();
    if (next !== null) this.#timer = setTimeout(() => this.#now(), Math.max(0, next - Date.now()));
  }

  #next() {
    if (this.#isDue) return this.#toldAt + APART;
    if (this.#unservedSince === null) return null;
    return Math.max(this.#toldAt, this.#unservedSince) + AGAIN;
  }

  #now() {
    this.#told();
    this.#tell(this.#waiting);
  }

  #told() {
    this.#isDue = false;
    this.#toldAt = Date.now();
    this.#plan();
  }
}
