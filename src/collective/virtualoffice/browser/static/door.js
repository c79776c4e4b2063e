/** Brings the doors on a page alive, and counts who chose another way. */

import { focusOn } from "./focus.js";
import { poll } from "./poll.js";
import { forgetYesterday } from "./today.js";
import { Updates } from "./updates.js";
import { countWays } from "./ways.js";
import { words } from "./words.js";

const EVERY = 10_000;
const HIDDEN = 60_000;

function liven(region) {
  forgetYesterday(region.dataset.zone);
  const spoken = words(region);
  const icons = region.querySelector("[data-door-icons]").content;
  const elements = region.querySelectorAll("[data-door]");
  if (!elements.length) return;
  const updates = new Updates(region);
  for (const element of elements) watch(element, { spoken, icons, updates });
}

function watch(element, { spoken, icons, updates }) {
  const part = (name) => element.querySelector(`[data-door-${name}]`);
  const card = element.closest(".vo-door");
  let status = null;

  function show(door) {
    const headline = headlineOf(door, spoken);
    card.dataset.status = door.status;
    part("headline").textContent = headline;
    tellElsewhere(element.dataset.door, headline);
    part("icon").replaceChildren(
      ...icons.querySelector(`[data-status="${door.status}"]`).cloneNode(true).childNodes,
    );
    part("notice").textContent = door.notice ?? "";
    part("notice").hidden = !door.notice;
    part("details").replaceChildren(...detailsOf(door, spoken).map(item));
    part("state").hidden = false;
    offerKnock(door.can_knock);
    if (status !== null && status !== door.status) part("said").textContent = headline;
    status = door.status;
  }

  function offerKnock(mayKnock) {
    if (!mayKnock && document.activeElement === part("knock")) focusOn(part("state"));
    part("knock").parentElement.hidden = !mayKnock;
    part("knock-now").hidden = false;
    part("knock-else").hidden = true;
  }

  function down() {
    part("details").replaceChildren(item(spoken.say("down")));
    part("said").textContent = spoken.say("down");
  }

  let last = null;
  const { door: url } = element.dataset;
  const shown = (deed) => updates.show(url, deed);
  poll({
    url,
    every: EVERY,
    whenHidden: HIDDEN,
    onAnswer: (door) => {
      last = door;
      shown(() => show(door));
    },
    onDown: () => shown(down),
    onUp: () => last && shown(() => show(last)),
  });
}

/** Where the page names this door outside of its card. */
function tellElsewhere(url, headline) {
  for (const place of document.querySelectorAll("[data-door-told]")) {
    if (place.dataset.doorTold !== url) continue;
    place.querySelector("[data-door-word]").textContent = headline;
    place.hidden = false;
  }
}

function headlineOf({ status, waiting }, spoken) {
  if (status !== "occupied") return spoken.say(status);
  if (waiting < 2) return spoken.say(waiting ? "one" : "next");
  return spoken.say("many", { count: waiting });
}

function detailsOf(door, spoken) {
  const lines = [spoken.say(`${door.status}_advice`)];
  if (door.can_knock && door.wait) lines.push(spoken.say("expected", { wait: spoken.wait(door.wait) }));
  if (door.opens_at) lines.push(spoken.say("opens", { time: spoken.at(door.opens_at) }));
  if (door.closes_at) lines.push(spoken.say("closes", { time: spoken.at(door.closes_at) }));
  return lines.filter(Boolean);
}

function item(text) {
  const element = document.createElement("li");
  element.textContent = text;
  return element;
}

for (const region of document.querySelectorAll(".vo-doors")) liven(region);
countWays(document);
