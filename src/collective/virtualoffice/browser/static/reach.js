/**
 * How the call reaches somebody who looks elsewhere: a tone that they switch on, a
 * phone that vibrates, a notification that they allow. It never moves the focus.
 */

import { NoticeControl } from "./noticecontrol.js";
import { notify } from "./notify.js";
import { Ring, shake } from "./ring.js";
import { hasSound, isWished, Sound, wish } from "./sound.js";

const TAG = "virtualoffice-call";

export class Reach {
  #sound = new Sound(() => this.#changed());
  #ring = new Ring(this.#sound);
  #id;
  #office;
  #spoken;
  #say;
  #notice;
  #part = null;
  #isChecked = false;
  #wasReady = false;
  #isTested = false;
  #call = null;
  #isQuiet = false;
  #closeNotice = () => {};

  /** `id` is the visit's public id, `office` the title that a notification names. */
  constructor({ id, office, spoken, say }) {
    this.#id = id;
    this.#office = office;
    this.#spoken = spoken;
    this.#say = say;
    this.#notice = new NoticeControl({ spoken, say });
    this.#revive();
    document.addEventListener("visibilitychange", () => document.hidden || this.#revive());
    window.addEventListener("pageshow", (event) => event.persisted && this.#revive());
    window.addEventListener("pagehide", () => this.#closeNotice());
  }

  /** Make the controls of the part of the page that was just shown work. */
  show(part) {
    this.#part = part;
    this.#find("sound")?.addEventListener("click", () => this.#toggle());
    this.#find("again")?.addEventListener("click", () => this.#test());
    this.#find("quiet")?.addEventListener("click", () => this.quiet(!this.#isQuiet));
    this.#notice.show(part);
    this.#render();
  }

  /** Call until `rest`; `title` is what the page says. */
  call(title, { isEndless }) {
    this.rest();
    this.#call = { isEndless };
    const tag = `${TAG}-${this.#id}`;
    this.#closeNotice = notify(title, { body: this.#office, tag, stays: true });
    if (this.#isWished) this.#ring.start(this.#call);
    else shake();
    this.#render();
  }

  /** The call is answered or over. */
  rest() {
    this.#ring.stop();
    this.#closeNotice();
    this.#closeNotice = () => {};
    this.#call = null;
    this.#isQuiet = false;
  }

  /** Whoever asked for more time, or pressed the button, has heard this call. */
  quiet(yes) {
    if (!this.#call) return;
    this.#isQuiet = yes;
    if (yes) this.#ring.stop();
    else this.#ring.start(this.#call);
    this.#render();
  }

  get #isWished() {
    return isWished(this.#id);
  }

  get #isOn() {
    return this.#isWished && this.#sound.isReady;
  }

  #toggle() {
    if (this.#isOn) return this.#switchOff();
    wish(this.#id);
    this.#test();
  }

  /** Started while the click is handled: later it might stay silent. */
  async #test() {
    const started = this.#sound.start();
    this.#sound.play();
    this.#isTested = await started;
    this.#told();
  }

  #told() {
    this.#render();
    this.#say(this.#find("sound-note")?.textContent ?? "");
  }

  #switchOff() {
    wish(null);
    this.#sound.stop();
    this.#isTested = this.#wasReady = false;
    this.#told();
  }

  /** Some browsers give the sound back by themselves after a reload or a lock. */
  async #revive() {
    if (this.#isWished && !this.#sound.isReady) await this.#sound.start();
    this.#isChecked = true;
    this.#changed();
  }

  /** What the device did is said; what the person did was said already. */
  #changed() {
    const note = this.#find("sound-note");
    const before = note?.textContent;
    this.#render();
    const isLost = this.#isWished && !this.#sound.isReady;
    if (note && isLost && note.textContent !== before) this.#say(note.textContent);
  }

  #render() {
    if (!this.#part) return;
    this.#wasReady ||= this.#isOn;
    this.#renderSound();
    const quiet = this.#find("quiet");
    if (!quiet) return;
    quiet.hidden = !(this.#call && this.#isWished);
    this.#write(quiet, this.#isQuiet ? "sound_resume" : "sound_stop");
  }

  #renderSound() {
    const button = this.#find("sound");
    if (!button) return;
    const isLost = this.#isChecked && this.#isWished && !this.#isOn;
    const note = this.#find("sound-note");
    this.#find("sound-box").hidden = !hasSound();
    this.#find("again").hidden = !this.#isOn;
    this.#write(button, this.#isOn ? "sound_stop" : "sound_switch");
    note.toggleAttribute("data-on", this.#isOn);
    note.classList.toggle("alert", isLost);
    note.classList.toggle("alert-warning", isLost);
    this.#write(note, this.#soundNote(isLost));
  }

  /** What stands there already is not written again: readers would say it twice. */
  #write(element, name) {
    const text = this.#spoken.say(name);
    if (element.textContent !== text) element.textContent = text;
  }

  #soundNote(isLost) {
    if (isLost) return this.#wasReady ? "sound_taken" : "sound_reloaded";
    if (this.#isOn) return this.#isTested ? "sound_tested" : "sound_on";
    return "sound_off";
  }

  #find(name) {
    return this.#part?.querySelector(`#reach-${name}`);
  }
}
