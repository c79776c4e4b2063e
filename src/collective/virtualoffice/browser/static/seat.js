/** Tells the office that somebody is in the room, until they leave it. */

const EVERY = 30_000;
const JSON_ONLY = { Accept: "application/json", "Content-Type": "application/json" };

/**
 * @param {string} url where to tell it; empty where the page cannot know
 * @returns {{sit: function(), leave: function()}} one may sit down again after leaving
 */
export function seatAt(url) {
  if (!url) return { sit: () => {}, leave: () => {} };
  let timer = null;

  /** Said even while the page goes; a sign that is lost is made up for by the next. */
  function tell(here) {
    const body = JSON.stringify({ here });
    const wish = { method: "POST", headers: JSON_ONLY, body, keepalive: true };
    fetch(url, wish).catch(() => {});
  }

  const again = () => timer && !document.hidden && tell(true);

  function sit() {
    clearInterval(timer);
    timer = setInterval(() => tell(true), EVERY);
    tell(true);
  }

  function leave() {
    if (!timer) return;
    clearInterval(timer);
    timer = null;
    tell(false);
  }

  window.addEventListener("pagehide", () => timer && tell(false));
  window.addEventListener("pageshow", (event) => event.persisted && again());
  window.addEventListener("online", again);
  document.addEventListener("visibilitychange", again);
  return { sit, leave };
}
