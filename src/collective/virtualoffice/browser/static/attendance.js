/** Tells the office again and again that a clerk is there: the desk is not left alone. */

const EVERY = 30_000;

/**
 * @param {string} url where to tell it
 * @param {function(): boolean} isThere whether there is anything to tell
 * @param {function(Response): void} heard what is made of the answer
 */
export function keepAttended(url, isThere, heard = () => {}) {
  async function tell() {
    if (!isThere()) return;
    const headers = { Accept: "application/json", "Content-Type": "application/json" };
    try {
      heard(await fetch(url, { method: "POST", headers, body: "{}" }));
    } catch {
      // Without a line there is no sign of life; the next one comes by itself.
    }
  }

  document.addEventListener("visibilitychange", () => document.hidden || tell());
  setInterval(tell, EVERY);
  tell();
}
