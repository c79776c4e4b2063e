/** Third persons who ask to come along: the clerk lets them in, or not, in the room. */

import { focusOn } from "./focus.js";
import { visitAt } from "./visit.js";

/** @returns {function(object[])} shows the guests that a visit is said to have */
export function wireAsking({ part, texts, say }) {
  const section = part("asking");
  const list = section.querySelector("ul");
  const problem = part("asking-problem");
  let told = "";

  function show(guests) {
    const asking = guests.filter((guest) => guest.state === "asking");
    if (JSON.stringify(asking) === told) return;
    told = JSON.stringify(asking);
    problem.hidden = true;
    change(() => list.replaceChildren(...asking.map(entry)));
    if (asking.length) say(section.innerText);
  }

  /** Whoever is in the list with the keyboard stays near it. */
  function change(deed) {
    const hadFocus = section.contains(document.activeElement);
    deed();
    section.hidden = !list.children.length;
    if (hadFocus) focusOn(section.hidden ? part("inside") : section);
  }

  function disable(buttons, yes) {
    for (const each of buttons) each.disabled = yes;
  }

  function entry(guest) {
    const item = document.createElement("li");
    const name = document.createElement("bdi");
    name.textContent = guest.name;
    item.className = "vo-buttons align-items-center";
    item.append(name, button(guest, "admit", "success"), button(guest, "refuse", "danger"));
    return item;
  }

  function button(guest, deed, colour) {
    const made = document.createElement("button");
    made.type = "button";
    made.className = `btn btn-sm btn-${colour}`;
    made.textContent = texts[deed];
    made.setAttribute("aria-label", `${texts[deed]}: ${guest.name}`);
    made.addEventListener("click", () => decide(guest, deed, made.closest("li")));
    return made;
  }

  /** Nothing can be pressed twice. */
  async function decide({ id, name }, deed, item) {
    const buttons = item.querySelectorAll("button");
    change(() => disable(buttons, true));
    problem.hidden = true;
    try {
      await visitAt(section.dataset.decides).tell(`${id}/${deed}`);
      change(() => item.remove());
      say(`${name}: ${texts[`${deed}_done`]}`);
    } catch {
      disable(buttons, false);
      problem.hidden = false;
      say(problem.textContent);
    }
  }

  return show;
}
