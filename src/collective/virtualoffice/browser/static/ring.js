/** Rings calmly: one tone every few seconds, and the phone vibrates along. */

const EVERY = 4_000;
const LONGEST = 120_000;
const SHAKE = [300, 150, 300];

export class Ring {
  #sound;
  #timer = null;
  #ends = Infinity;

  constructor(sound) {
    this.#sound = sound;
  }

  /** Ring until `stop`, or for two minutes where nothing else ends it. */
  start({ isEndless }) {
    this.stop();
    this.#ends = isEndless ? Infinity : Date.now() + LONGEST;
    this.#ring();
  }

  get isRinging() {
    return this.#timer !== null;
  }

  stop() {
    clearTimeout(this.#timer);
    this.#timer = null;
    vibrate(0);
  }

  async #ring() {
    if (Date.now() >= this.#ends) return this.stop();
    this.#timer = setTimeout(() => this.#ring(), EVERY);
    shake();
    const mine = this.#timer;
    if ((await this.#sound.start()) && mine === this.#timer) this.#sound.play();
  }
}

/** Once; most computers cannot. */
export function shake() {
  vibrate(SHAKE);
}

/** Browsers refuse it, with an error in the console, before somebody touched the page. */
function vibrate(pattern) {
  if (navigator.userActivation?.hasBeenActive !== false) navigator.vibrate?.(pattern);
}
