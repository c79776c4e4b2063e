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
const { id, side, watch } = page.dataset;
const texts = JSON.parse(page.dataset.texts);
const say = (text) => announce(document.getElementById("room-polite"), text);
const part = (name) => document.getElementById(`room-${name}`);

const readers = {
  citizen: (visit) => showState(visit.state),
  desk: ({ visits }) => showState(visits.find((visit) => visit.id === id)?.state),
};

function showState(state) {
  const isOn = state === "in_call" || (side === "desk" && state === "called");
  if (!isOn && part("over").hidden) say(part("over").querySelector("p").textContent);
  part("over").hidden = isOn;
  if (side === "desk" && isOn) showCitizen(texts[state === "in_call" ? "here" : "awaited"]);
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
if (side === "citizen") keepPresent(visitAt(watch));
keepAwake(() => {});
document.documentElement.classList.add("vo-live");
wireCamera({ part, texts });
