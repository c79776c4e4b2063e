/** The room's page: own picture, who is here, and when the conversation is over. */

import { announce } from "./announce.js";
import { keepAwake } from "./awake.js";
import { wireCamera } from "./camera.js";
import { poll } from "./poll.js";
import { keepPresent } from "./presence.js";
import { visitAt } from "./visit.js";
import { fill } from "./words.js";

const EVERY = 5_000;
const HIDDEN = 15_000;

const page = document.getElementById("room");
const { id, side, watch, back } = page.dataset;
const texts = JSON.parse(page.dataset.texts);
const title = document.title;
const part = (name) => document.getElementById(`room-${name}`);
const say = (text) => announce(part("polite"), text);
const cry = (text) => announce(part("urgent"), text);

const readers = {
  citizen: (visit) => showState(visit.state),
  desk: ({ desks, visits }) => {
    const visit = visits.find((each) => each.id === id);
    const mine = desks.find((each) => each.mine)?.id;
    showState(visit?.desk && visit.desk !== mine ? "gone" : visit?.state);
  },
};

// Where somebody is put who is in line again: only the visit's page shows a call.
const IN_LINE = new Set(["waiting", "called", "missed"]);
const stopCamera = wireCamera({ part, texts });
let where = "inside";

let presence = null;

/** Signs of life end with the visit, and begin again when that is undone. */
function bePresent() {
  if (!presence || presence.isStopped()) presence = keepPresent(visitAt(watch));
}

function showState(state) {
  const now = whereIs(state);
  if (side === "citizen" && now !== "over") bePresent();
  if (now !== where) go(now);
  if (side === "desk" && now === "inside") {
    showCitizen(texts[state === "in_call" ? "here" : "awaited"]);
  }
}

function whereIs(state) {
  if (state === "in_call" || (side === "desk" && state === "called")) return "inside";
  if (side === "citizen" && IN_LINE.has(state)) return "line";
  return state === "on_hold" ? "break" : "over";
}

/** Outside the camera is off, however it goes on. */
function go(now) {
  if (now === "line") return location.assign(back);
  where = now;
  for (const name of ["inside", "break", "over"]) part(name).hidden = name !== now;
  if (now === "inside") return comeBack();
  stopCamera();
  const heading = part(now).querySelector("h2").textContent.trim();
  showTitle(heading);
  say(heading);
}

/** As prominent as a call: whoever fetches a paper looks elsewhere. */
function comeBack() {
  if (side === "desk") return showTitle("");
  part("resumed").hidden = false;
  showTitle(texts.resumed);
  cry(part("resumed").textContent);
}

function showTitle(text) {
  const [, ...site] = title.split(" — ");
  document.title = text ? [text, ...site].join(" — ") : title;
}

function showCitizen(text) {
  const element = part("citizen");
  if (element.textContent.trim() === text) return;
  element.textContent = text;
  say(fill("{name} {text}", { name: element.previousElementSibling.textContent, text }));
}

function showLine(text) {
  part("line").textContent = text;
  part("line").hidden = !text;
  if (text) say(text);
}

poll({
  url: watch,
  every: EVERY,
  whenHidden: HIDDEN,
  onAnswer: readers[side],
  onRefused: () => showState("gone"),
  onDown: () => showLine(texts.down),
  onUp: () => {
    showLine("");
    say(texts.up);
  },
});
keepAwake(() => {});
document.documentElement.classList.add("vo-live");
