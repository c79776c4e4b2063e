/**
 * What came of a deed is said for half a minute that somebody looks at; then it goes,
 * unless they want nothing to change by itself.
 */

const WHILE = 30;
const SAID = "#global_statusmessage .portalMessage, #staff-done .portalMessage";

/**
 * Starts counting how long each message has been on the page.
 *
 * @param {function(): boolean} isPaused whether time stands still
 * @returns {function(Element): void} takes from a newer part of the page what was said
 *   for long enough; something else is said anew
 */
export function forgetInTime(isPaused) {
  const seconds = new Map();
  const age = (message) => seconds.get(message.textContent) ?? 0;

  function forget(part) {
    for (const message of part.querySelectorAll(SAID)) {
      if (age(message) < WHILE) continue;
      const place = message.closest("#staff-done");
      if (place) place.className = "visually-hidden";
      message.remove();
    }
  }

  function tick() {
    if (document.hidden || isPaused()) return;
    for (const message of document.querySelectorAll(SAID)) {
      seconds.set(message.textContent, age(message) + 1);
    }
    forget(document);
  }

  setInterval(tick, 1_000);
  return forget;
}
