/** What only the clerk has on the room's page: who is here, troubles, the end. */

import { fill } from "./words.js";

/** @param {object} room `part(name)`, `texts`, `say(text)`, and `end()` of the call */
export function wireDesk({ part, texts, say, end }) {
  const troubles = part("troubles");
  const list = troubles.querySelector("ul");

  function show(visit) {
    const isHere = visit.state === "in_call";
    showLoggedOut(false);
    showCitizen(texts[isHere ? "here" : "awaited"]);
    part("closing").hidden = !isHere;
    showTroubles(visit.troubles.map((kind) => texts[`trouble_${kind}`]));
  }

  function showCitizen(text) {
    const element = part("citizen");
    if (element.textContent.trim() === text) return;
    element.textContent = text;
    say(fill("{name} {text}", { name: element.previousElementSibling.textContent, text }));
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
