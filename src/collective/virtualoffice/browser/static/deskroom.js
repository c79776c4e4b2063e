/** What only the clerk has on the room's page: troubles, the end. */

/** @param {object} room `part(name)`, `texts`, `say(text)`, and `end()` of the call */
export function wireDesk({ part, texts, say, end }) {
  const troubles = part("troubles");
  const list = troubles.querySelector("ul");

  function show(visit) {
    showLoggedOut(false);
    part("closing").hidden = visit.state !== "in_call";
    showTroubles(visit.troubles.map((kind) => texts[`trouble_${kind}`]));
  }

  function showTroubles(told) {
    const shown = [...list.children].map((item) => item.textContent);
    if (JSON.stringify(told) === JSON.stringify(shown)) return;
    list.replaceChildren(...told.map(entry));
    troubles.hidden = !told.length;
    if (told.length) say(`${troubles.querySelector("h2").textContent}: ${told.join(" ")}`);
  }

  function entry(text) {
    const item = document.createElement("li");
    item.textContent = text;
    return item;
  }

  function showLoggedOut(isOut) {
    if (part("logged-out").hidden === !isOut) return;
    part("logged-out").hidden = !isOut;
    if (isOut) say(part("logged-out").textContent.trim());
  }

  part("closing").addEventListener("submit", () => void end());
  return { show, showLoggedOut };
}
