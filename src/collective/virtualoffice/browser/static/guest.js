/** The page of a third person: shows by itself how it stands, and never enters. */

import { announce } from "./announce.js";
import { keepAwake } from "./awake.js";
import { poll } from "./poll.js";
import { Reach } from "./reach.js";
import { swap } from "./swap.js";

const EVERY = 5_000;
const HIDDEN = 10_000;
// Then nothing comes for which the screen has to stay on.
const CALM = new Set(["invited", "refused", "over"]);

const page = document.getElementById("guest");
const texts = JSON.parse(page.dataset.texts);
const part = (name) => document.getElementById(`guest-${name}`);
const live = () => part("live");
const say = (text) => announce(part("polite"), text);
const spoken = { say: (name) => texts[name] };
const { id, office } = page.dataset;
const reach = new Reach({ id, office, spoken, say });
let letSleep = null;

/** Whoever still types a name is not disturbed by what the visit does meanwhile. */
function standing({ state, visit }) {
  return state === "invited" && visit !== "over" ? state : `${state} ${visit}`;
}

async function take(answer) {
  if (standing(answer) !== standing(live().dataset)) await renew();
}

async function renew() {
  const before = live().dataset.phase;
  let fresh;
  try {
    fresh = await swap(page.dataset.page, live());
  } catch {
    return;
  }
  if (!fresh) return location.reload();
  settle();
  const { phase } = fresh.dataset;
  const heading = fresh.querySelector("h1").textContent.trim();
  announce(part(phase === "enter" ? "urgent" : "polite"), heading);
  if (phase === before) return;
  if (phase === "enter") reach.call(heading, { isEndless: false });
  else reach.rest();
}

/** An invitation that is gone stays gone: the page is asked for once, and says so. */
function refused({ status }) {
  if (status !== 404) return renew();
  questions.stop();
  location.reload();
}

function settle() {
  const { phase, title } = live().dataset;
  const [, ...site] = document.title.split(" — ");
  document.title = [title, ...site].join(" — ");
  reach.show(live());
  if (!CALM.has(phase)) letSleep ??= keepAwake(showAwake);
  else if (letSleep) rest();
}

function rest() {
  letSleep();
  letSleep = null;
  showAwake(false);
}

function showAwake(isAwake) {
  part("awake").hidden = !isAwake;
  part("awake").textContent = isAwake ? texts.awake : "";
}

function showLine(text) {
  part("line").textContent = text;
  part("line").hidden = !text;
  if (text) say(text);
}

const questions = poll({
  url: page.dataset.watch,
  every: EVERY,
  whenHidden: HIDDEN,
  onAnswer: take,
  onRefused: refused,
  onDown: () => showLine(texts.down),
  onUp: () => {
    showLine("");
    say(texts.up);
  },
});
document.documentElement.classList.add("vo-live");
settle();
