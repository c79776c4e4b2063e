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

export const hasSound = () => "AudioContext" in window;

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
   * @returns {Promise<boolean>} whether it gives it; it may leave that open for ever
   */
  async start() {
    if (!hasSound()) return false;
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
