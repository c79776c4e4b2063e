/**
 * Tests camera, microphone, sound and line, and says in words how they are.
 *
 * Nothing starts before the button, nothing leaves the browser, and camera and microphone
 * are off again when all is found out, when the page is hidden, left or changed.
 */

import { watchLevel } from "./devicelevel.js";
import { measureLine } from "./deviceline.js";
import { openMedia } from "./devicemedia.js";
import { isDone, verdictOf } from "./deviceverdict.js";
import { Sound } from "./sound.js";
import { fill } from "./words.js";

const LONGEST = 180_000;
const LOOK_EVERY = 250;
const SILENT_AFTER = 10_000;
const LOUD_ENOUGH = 3;
const GOOD = new Set(["able", "good", "on", "heard"]);
const STEPS = ["browser", "line", "camera", "microphone", "sound"];
const OPEN = new Set(["asking", "listening"]);

/** @param {function(string|null)} onVerdict hears what the test came to */
export function wireDevices(root, onVerdict = () => {}) {
  const test = new DeviceTest(root, onVerdict);
  const on = (name, listener) => root.querySelector(`#devices-${name}`).addEventListener("click", listener);
  on("start", () => test.start());
  root.querySelector("#devices-start").disabled = false;
  on("stop", () => test.stop());
  on("tone", () => test.playTone());
  on("heard", () => test.answer("heard"));
  on("unheard", () => test.answer("unheard"));
}

class DeviceTest {
  #root;
  #texts;
  #onVerdict;
  #results = {};
  #run = null;
  #sound = new Sound();

  constructor(root, onVerdict) {
    this.#root = root;
    this.#texts = JSON.parse(root.dataset.texts);
    this.#onVerdict = onVerdict;
  }

  async start() {
    this.#end();
    const run = (this.#run = new AbortController());
    this.#results = {};
    for (const step of STEPS) this.#show(step, "", undefined);
    this.#part("question").hidden = true;
    this.#part("steps").hidden = false;
    this.#part("start").hidden = true;
    this.#part("stop").hidden = false;
    this.#part("stop").focus();
    this.#watch(run);
    this.#found("browser", ability());
    if (this.#results.browser !== "able") return;
    await Promise.all([this.#tryLine(run), this.#tryMedia(run)]);
  }

  /** What was found stays; what was not is open again. */
  stop() {
    if (!this.#run) return;
    for (const [step, result] of Object.entries(this.#results)) {
      if (OPEN.has(result)) this.#show(step, "", undefined);
    }
    this.#end();
    const verdict = verdictOf(this.#results);
    this.#say(verdict ? [verdict, "off"] : ["stopped"]);
  }

  async playTone() {
    await this.#sound.start();
    this.#sound.play();
    this.#part("question").hidden = false;
  }

  answer(result) {
    this.#sound.stop();
    this.#part("question").hidden = true;
    this.#part("tone").focus();
    this.#found("sound", result);
  }

  async #tryLine(run) {
    this.#found("line", "asking");
    const { line, milliseconds } = await measureLine(this.#root.dataset.door);
    if (!run.signal.aborted) this.#found("line", line, { milliseconds });
  }

  async #tryMedia(run) {
    // Made while the click is handled: later it might stay silent.
    const context = new AudioContext();
    run.signal.addEventListener("abort", () => context.close());
    this.#found("camera", "asking");
    this.#found("microphone", "asking");
    const { camera, microphone } = await openMedia((stream) => this.#keep(stream, run, context));
    if (run.signal.aborted) return;
    this.#found("camera", camera);
    this.#found("microphone", microphone === "on" ? "listening" : microphone);
  }

  /** A device that is allowed only after the test ended is off at once. */
  #keep(stream, run, context) {
    const off = () => stream.getTracks().forEach((track) => track.stop());
    if (run.signal.aborted) return off();
    run.signal.addEventListener("abort", off);
    if (stream.getVideoTracks().length) this.#showPicture(stream);
    if (stream.getAudioTracks().length) this.#listen(stream, run, context);
  }

  #showPicture(stream) {
    this.#part("video").muted = true;
    this.#part("video").srcObject = new MediaStream(stream.getVideoTracks());
    this.#part("picture").hidden = false;
  }

  #listen(stream, run, context) {
    const meter = this.#part("level");
    const since = Date.now();
    let loud = 0;
    meter.hidden = false;
    const stop = watchLevel(context, stream, ({ level, isLoud }) => {
      meter.value = level;
      loud += isLoud ? 1 : 0;
      if (loud === LOUD_ENOUGH) this.#found("microphone", "heard");
      const isLate = Date.now() - since > SILENT_AFTER;
      if (isLate && this.#results.microphone === "listening") this.#found("microphone", "silent");
    });
    run.signal.addEventListener("abort", stop);
  }

  /** Off when nobody looks: hidden, left, folded, replaced by a call, forgotten. */
  #watch(run) {
    const { signal } = run;
    const ends = Date.now() + LONGEST;
    const stop = () => this.stop();
    const look = () => {
      if (!this.#root.isConnected || Date.now() > ends) return stop();
      const video = this.#part("video");
      if (video.srcObject && video.paused) video.play().catch(() => {});
    };
    const timer = setInterval(look, LOOK_EVERY);
    signal.addEventListener("abort", () => clearInterval(timer));
    document.addEventListener("visibilitychange", () => document.hidden && stop(), { signal });
    window.addEventListener("pagehide", stop, { signal });
    const fold = this.#root.closest("details");
    fold?.addEventListener("toggle", () => !fold.open && stop(), { signal });
  }

  #found(step, result, values) {
    this.#results[step] = result;
    this.#show(step, fill(this.#texts[`${step}_${result}`] ?? "", values), result);
    this.#judge();
  }

  #show(step, text, result) {
    const isOpen = result === undefined || OPEN.has(result);
    this.#part(step).querySelector("[data-result]").textContent = text;
    this.#part(step).dataset.state = isOpen ? "open" : GOOD.has(result) ? "good" : "bad";
  }

  #judge() {
    const verdict = verdictOf(this.#results);
    const isOver = isDone(this.#results);
    if (isOver) this.#end();
    this.#say([verdict, isOver && "off"].filter(Boolean));
    this.#onVerdict(verdict);
  }

  #say(names) {
    this.#part("verdict").textContent = names.map((name) => this.#texts[name]).join(" ");
  }

  /** Camera and microphone off; what was found stays to be read. */
  #end() {
    this.#run?.abort();
    this.#run = null;
    this.#part("video").srcObject = null;
    const hadFocus = document.activeElement === this.#part("stop");
    for (const name of ["picture", "level", "stop"]) this.#part(name).hidden = true;
    this.#part("start").hidden = false;
    if (hadFocus) this.#part("start").focus();
  }

  #part(name) {
    return this.#root.querySelector(`#devices-${name}`);
  }
}

function ability() {
  if (!window.isSecureContext) return "insecure";
  const isAble = window.RTCPeerConnection && window.AudioContext && navigator.mediaDevices?.getUserMedia;
  return isAble ? "able" : "old";
}
