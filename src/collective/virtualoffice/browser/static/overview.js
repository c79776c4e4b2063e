/** Keeps the overview of one's offices up to date. */

import { Alerts } from "./alerts.js";
import { morph } from "./morph.js";
import { poll } from "./poll.js";
import { Updates } from "./updates.js";

const EVERY = 5_000;
const HIDDEN = 15_000;

const page = document.getElementById("staff");
const line = document.getElementById("staff-line");
const texts = JSON.parse(page.dataset.texts);
const title = document.title;
const alerts = new Alerts(texts);
const updates = new Updates(page);

function show({ html, waiting }) {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("staff-places");
  morph(document.getElementById("staff-places"), document.adoptNode(fresh));
  document.title = waiting ? `(${waiting}) ${title}` : title;
}

/** Who waits is heard of though the updates are paused. */
function take(answer) {
  const { waiting, latest, served } = answer;
  alerts.saw({ waiting, latest: Date.parse(latest ?? 0), isServed: served });
  updates.show("places", () => show(answer));
}

function say(text, link) {
  line.replaceChildren(text, ...(link ? [" ", link] : []));
  line.hidden = !text;
}

function loggedOut() {
  questions.stop();
  const link = document.createElement("a");
  link.href = page.dataset.login;
  link.className = "alert-link";
  link.textContent = texts.logIn;
  say(texts.loggedOut, link);
}

const questions = poll({
  url: page.dataset.places,
  every: EVERY,
  whenHidden: HIDDEN,
  onAnswer: take,
  onRefused: ({ status }) => status === 401 && loggedOut(),
  onDown: () => say(texts.down),
  onUp: () => say(""),
});
