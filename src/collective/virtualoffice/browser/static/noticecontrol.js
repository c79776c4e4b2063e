/** The button that lets the browser show the call as a notification. */

import { askToNotify, isAllowed, isRefused, mayAsk } from "./notify.js";

export class NoticeControl {
  #spoken;
  #say;
  #wasAsked = false;
  #box = null;

  constructor({ spoken, say }) {
    this.#spoken = spoken;
    this.#say = say;
  }

  /** Make it work in the part of the page that was just shown. */
  show(part) {
    this.#box = part.querySelector("#reach-notice-box");
    if (!this.#box) return;
    this.#button.addEventListener("click", () => this.#ask());
    this.#button.addEventListener("blur", () => setTimeout(() => this.#render()));
    this.#render();
  }

  get #button() {
    return this.#box.querySelector("button");
  }

  get #note() {
    return this.#box.querySelector("#reach-notice-note");
  }

  async #ask() {
    if (!mayAsk()) return;
    this.#wasAsked = true;
    await askToNotify();
    this.#render();
    if (this.#box) this.#say(this.#note.textContent);
  }

  /** The button stays for as long as it has the focus, which is taken from nobody. */
  #render() {
    if (!this.#box) return;
    const wasRefused = this.#wasAsked && isRefused();
    this.#button.hidden = !mayAsk() && this.#button !== document.activeElement;
    this.#box.hidden = this.#button.hidden && !isAllowed() && !wasRefused;
    const hint = wasRefused ? "notice_refused" : "notice_hint";
    this.#note.textContent = this.#spoken.say(isAllowed() ? "notice_allowed" : hint);
  }
}
