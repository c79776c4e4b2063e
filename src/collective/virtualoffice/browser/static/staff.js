/** Keeps the staff view of an office up to date; everything works without it, too. */

import { Alerts } from "./alerts.js";
import { keepAttended } from "./attendance.js";
import { wireCopy } from "./copy.js";
import { morph } from "./morph.js";
import { poll } from "./poll.js";
import { forgetInTime } from "./told.js";
import { Updates } from "./updates.js";

const EVERY = 3_000;
const RENEW_EVERY = 60_000;
const MINUTE = 60_000;
const SENT_IN_VAIN = 15_000;
const PATIENCE = 10_000;

const page = document.getElementById("staff");
const line = document.getElementById("staff-line");
const arrivals = document.getElementById("staff-arrivals");
const texts = JSON.parse(page.dataset.texts);
const title = document.title;
const alerts = new Alerts(texts);
const updates = new Updates(page);
const forget = forgetInTime(() => updates.isPaused);
// What was done before this page; told once, and not again when it is loaded anew.
const doneBefore = location.search;

let isSending = false;
let isRenewing = false;
let isStale = false;
let isOver = false;
let serverAhead = 0;
let known = "";
let confirming = null;

const live = () => document.getElementById("staff-live");
const waiting = () => Number(live().dataset.waiting);

/** Bring the page up to date, unless that is to wait. */
function renew() {
  updates.show("live", fetchLive);
}

/** The same where nothing is known to be new. */
function lookAgain() {
  updates.show("live", fetchLive, false);
}

/**
 * While something is sent the answer will be up to date. What changed while the page was
 * being fetched, or could not be fetched, is fetched again.
 */
async function fetchLive() {
  isStale = true;
  if (isSending || isRenewing || isOver) return;
  isRenewing = true;
  isStale = false;
  try {
    const signal = AbortSignal.timeout(PATIENCE);
    const response = await fetch(`${page.dataset.url}/@@staff-live${doneBefore}`, { cache: "no-store", signal });
    if (response.ok) show(await response.text());
  } catch {
    setTimeout(lookAgain, EVERY);
  } finally {
    isRenewing = false;
  }
  if (isStale) renew();
}

/** The login form answers 200 as well, but has no live part. */
function show(text) {
  const fresh = new DOMParser().parseFromString(text, "text/html").getElementById("staff-live");
  if (!fresh) return loggedOut();
  if (isSending) return;
  const before = waiting();
  forget(fresh);
  morph(live(), document.adoptNode(fresh));
  settle();
  if (waiting() > before) arrivals.textContent = texts.arrived.replace("{count}", waiting());
}

/** Minutes that go by are counted here: the page need not be made anew for them. */
function isNews(answer) {
  const before = known;
  known = JSON.stringify(answer, (name, value) => (["now", "waited"].includes(name) ? null : value));
  return known !== before;
}

/** Who waits, and whether any desk serves here. */
function countsOf({ visits, desks }) {
  const queue = visits.filter(({ state }) => state === "waiting");
  const arrivedAt = queue.map(({ arrived_at }) => Date.parse(arrived_at));
  const isServed = desks.some(({ paused }) => !paused);
  return { waiting: queue.length, latest: Math.max(0, ...arrivedAt), isServed };
}

/**
 * The page is fetched after the answer, so what came and went between the two stays on
 * it, and no later answer differs: once nothing is new, it is fetched again.
 *
 * Whoever is asked whether they are still there has to see it: the desk would be paused.
 */
function take(answer) {
  alerts.saw(countsOf(answer));
  if (!isNews(answer)) return;
  clearTimeout(confirming);
  confirming = setTimeout(lookAgain, EVERY);
  if (answer.warnings.some(({ type }) => type === "still_there")) fetchLive();
  else renew();
}

function settle() {
  serverAhead = Date.parse(live().dataset.now) - Date.now();
  document.title = waiting() ? `(${waiting()}) ${title}` : title;
  tick();
}

function tick() {
  if (updates.isPaused) return;
  const now = Date.now() + serverAhead;
  for (const place of live().querySelectorAll("[data-since]")) {
    const minutes = Math.floor((now - Date.parse(place.dataset.since)) / MINUTE);
    const text = String(Math.max(0, minutes));
    if (place.textContent !== text) place.textContent = text;
  }
}

/** "The staff view is open", so that the desk does not count as left alone. */
function say(text, link) {
  line.replaceChildren(text, ...(link ? [" ", link] : []));
  line.hidden = !text;
}

function loggedOut() {
  if (isOver) return;
  isOver = true;
  questions.stop();
  const link = document.createElement("a");
  link.href = page.dataset.login;
  link.className = "alert-link";
  link.textContent = texts.logIn;
  say(texts.loggedOut, link);
}

function sending(event) {
  if (isSending) return event.preventDefault();
  if (event.defaultPrevented) return;
  isSending = true;
  // A button that is disabled at once would not be sent along.
  setTimeout(() => disable(event.target, true));
  setTimeout(awake, SENT_IN_VAIN);
}

function disable(form, yes) {
  for (const button of form.querySelectorAll("button[type=submit]")) {
    button.toggleAttribute("data-sending", yes);
    button.disabled = yes;
  }
}

/** The page is shown again after something was sent: by going back, or in vain. */
function awake() {
  isSending = false;
  for (const form of page.querySelectorAll("form:has([data-sending])")) disable(form, false);
  renew();
}

wireCopy(page, { said: texts.copied, say: (text) => (arrivals.textContent = text) });
document.documentElement.classList.add("vo-live");
history.replaceState(history.state, "", location.pathname + location.hash);
page.addEventListener("submit", sending);
window.addEventListener("pageshow", (event) => event.persisted && awake());
setInterval(tick, 10_000);
setInterval(lookAgain, RENEW_EVERY);
settle();

const questions = poll({
  url: `${page.dataset.url}/@waiting-room`,
  every: EVERY,
  onAnswer: take,
  onRefused: ({ status }) => (status === 401 ? loggedOut() : renew()),
  onDown: () => say(texts.down),
  onUp: () => (say(""), renew()),
});
const hasDesk = () => !isOver && live().dataset.desk === "open";
keepAttended(`${page.dataset.url}/@desk/presence`, hasDesk, ({ status }) => {
  if (status === 401) loggedOut();
  else if (status === 409) renew();
});
