/**
 * The tone of a page, made by the browser itself: two soft notes.
 *
 * Browsers let a page sound only after somebody used it, and devices may take the
 * sound away again (a locked phone, another call), so whoever wants the tone asks
 * again whether it `isReady`.
 */

import { keep, recall } from "./kept.js";

const KEPT = "virtualoffice-sound";
const NOTES = [
  { pitch: 659.3, after: 0 },
  { pitch: 880, after: 0.28 },
];
const LENGTH = 0.9;
const LOUDNESS = 0.35;
const SILENCE = 0.0001;
const PATIENCE = 400;
const AT_ONCE = 50;

export const hasSound = () => "AudioContext" in window;

/** Whether somebody used this page; browsers that do not tell may be asked for sound. */
const wasUsed = () => navigator.userActivation?.hasBeenActive !== false;

/**
 * Whether the browser lets this page sound before somebody used it. Asked without an
 * AudioContext, which Chromium would complain of in its console: an empty player is
 * refused as a full one would be.
 */
async function maySound() {
  if (navigator.getAutoplayPolicy) {
    return navigator.getAutoplayPolicy("audiocontext") === "allowed";
  }
  const allowed = new Promise((done) => setTimeout(done, AT_ONCE, true));
  const refused = new Audio().play().catch(({ name }) => name !== "NotAllowedError");
  return Promise.race([refused, allowed]);
}

/** Whether the sound was switched on in this tab for a visit, by its public id. */
export const isWished = (id) => recall(KEPT) === id;

/** Remember for which visit it is switched on; null: for none. */
export const wish = (id) => keep(KEPT, id);

export class Sound {
  #context = null;
  #onChange;

  /** @param {function()} onChange the device gave or took the sound */
  constructor(onChange = () => {}) {
    this.#onChange = onChange;
  }

  get isReady() {
    return this.#context?.state === "running";
  }

  /**
   * Ask the browser for sound, best while a click is handled.
   *
   * @returns {Promise<boolean>} whether it gives it; not before the page may sound
   */
  async start() {
    if (!hasSound()) return false;
    if (!wasUsed() && !(await maySound())) return false;
    this.#context ??= this.#open();
    const resumed = this.#context.resume().catch(() => {});
    await Promise.race([resumed, new Promise((done) => setTimeout(done, PATIENCE))]);
    return this.isReady;
  }

  /** One tone, at once or as soon as the sound starts. */
  play() {
    if (!this.#context) return;
    for (const { pitch, after } of NOTES) this.#sing(pitch, this.#context.currentTime + after);
  }

  /** Silent at once, in the middle of a tone too. */
  stop() {
    this.#context?.close().catch(() => {});
    this.#context = null;
  }

  #open() {
    const context = new AudioContext();
    context.addEventListener("statechange", () => context === this.#context && this.#onChange());
    return context;
  }

  #sing(pitch, start) {
    const note = this.#context.createOscillator();
    const loudness = this.#context.createGain();
    note.frequency.value = pitch;
    loudness.gain.setValueAtTime(SILENCE, start);
    loudness.gain.exponentialRampToValueAtTime(LOUDNESS, start + 0.04);
    loudness.gain.exponentialRampToValueAtTime(SILENCE, start + LENGTH);
    note.connect(loudness).connect(this.#context.destination);
    note.start(start);
    note.stop(start + LENGTH);
  }
}
