/**
 * The button that pauses what a page renews by itself, and goes on with it (WCAG 2.2,
 * 2.2.2). Only the page remembers it. Questions go on, so nobody loses a place by it;
 * the newest of what came meanwhile is shown when the updates go on.
 */

export class Updates {
  #button;
  #note;
  #pauseWords;
  #held = new Map();
  #isPaused = false;

  /** @param {Element} part where the button is; hidden where no script can pause */
  constructor(part) {
    const box = part.querySelector(".vo-updates");
    this.#button = box.querySelector("button");
    this.#note = box.querySelector("[role=status]");
    this.#pauseWords = this.#button.textContent;
    this.#button.addEventListener("click", () => (this.#isPaused ? this.#resume() : this.#pause()));
    box.hidden = false;
  }

  get isPaused() {
    return this.#isPaused;
  }

  /**
   * Show something now, or when the updates go on.
   *
   * @param {string} what of the same thing only the newest is shown
   * @param {function()} show
   * @param {boolean} isNews whether anybody would miss it
   */
  show(what, show, isNews = true) {
    if (!this.#isPaused) return show();
    this.#held.set(what, show);
    if (isNews) this.#say(this.#note.dataset.news);
  }

  #pause() {
    this.#isPaused = true;
    this.#button.textContent = this.#button.dataset.resume;
    this.#say(this.#note.dataset.paused);
  }

  #resume() {
    this.#isPaused = false;
    this.#button.textContent = this.#pauseWords;
    this.#say("");
    const held = [...this.#held.values()];
    this.#held.clear();
    for (const show of held) show();
  }

  #say(text) {
    if (this.#note.textContent !== text) this.#note.textContent = text;
  }
}
