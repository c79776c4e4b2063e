/**
 * Brings the waiting page alive.
 *
 * It reads the public board, asks for its own visit only when the board says that
 * something about it changed and after each sign of life, and fetches its own page
 * when the state changed. It never moves the focus and never enters by itself.
 */

import { announce } from "./announce.js";
import { keepAwake } from "./awake.js";
import { Countdown } from "./countdown.js";
import { poll } from "./poll.js";
import { keepPresent } from "./presence.js";
import { Reach } from "./reach.js";
import { swap } from "./swap.js";
import { visitAt } from "./visit.js";
import { countWays } from "./ways.js";
import { wireControls } from "./waitingcontrols.js";
import { showVisit } from "./waitingroom.js";
import { words } from "./words.js";

const PACES = [
  [3, 2_000],
  [10, 4_000],
  [30, 7_000],
];
const SLOWEST = 10_000;
const OWN_VISIT = 6_000;
const LONG_ABSENCE = 60_000;
const RETRY = 4_000;
const UNDO = 125_000;
const OUT_OF_ORDER = 10_000;

const page = document.getElementById("visit");
const spoken = words(page);
const visit = visitAt(page.dataset.visit);
const line = document.getElementById("visit-line");
const say = (text) => announce(document.getElementById("visit-polite"), text);
const cry = (text) => announce(document.getElementById("visit-urgent"), text);
const live = () => document.getElementById("visit-live");
const state = () => live().dataset.state;

const room = { say, spoken, isPaused: false, told: null, toldAt: 0 };
const countdown = new Countdown({ spoken, cry });
const reach = new Reach({ id: page.dataset.id, office: page.dataset.office, spoken, say });
let polling = null;
let presence = null;
let letSleep = null;
let isAwake = false;
let place = null;
let asking = null;
let hiddenSince = null;
let retrying = null;
let finished = null;
let extending = false;

/** Ask what is to be known of the visit, once at a time; again if asked meanwhile. */
function ask() {
  if (asking) {
    asking.again = true;
    return asking.done;
  }
  const mine = (asking = { again: false });
  mine.done = visit
    .ask()
    .then(take, lost)
    .finally(() => {
      asking = null;
      if (mine.again) ask();
    });
  return mine.done;
}

async function take(found) {
  if (found.state !== state()) return renew(true);
  if (live().dataset.absent === "True" && !found.absent) return renew(false);
  if (guestsOf(found) !== live().dataset.guests) return renewGuests();
  showVisit(found, room);
  if (found.state === "called") countdown.until(found.respond_by, found.now);
}

function guestsOf(found) {
  return found.guests.map((guest) => `${guest.id}:${guest.state}`).join(" ");
}

async function renewGuests() {
  await renew(false);
  const lines = [...live().querySelectorAll("#visit-guests-list p:first-child")];
  say(lines.map((line) => line.textContent.replace(/\s+/g, " ").trim()).join(". "));
}

function lost(error) {
  if (error.gone) return renew(false);
  retry();
}

function retry() {
  clearTimeout(retrying);
  retrying = setTimeout(ask, RETRY);
}

/** Show the page as it is now; say so if the state changed. */
async function renew(isNews) {
  const before = state();
  let fresh;
  try {
    fresh = await swap(page.dataset.page, live());
  } catch {
    return retry();
  }
  if (!fresh) return location.reload();
  document.getElementById("visit-message")?.remove();
  settle();
  const heading = fresh.querySelector("h1").textContent.trim();
  if (state() !== before) ringFor(before, heading);
  if (!isNews) return;
  if (isCall(before)) shout(fresh, heading);
  else say(heading);
}

/** Whoever sees a small part of the page at a time sees this one. */
function shout(fresh, heading) {
  cry(heading);
  (fresh.querySelector("#visit-enter") ?? fresh).scrollIntoView({ block: "nearest" });
}

/** The visit does not tell when the video is mended; its page does. */
async function lookForVideo() {
  const isBroken = () => live().querySelector("#visit-outage") !== null;
  if (!isBroken()) return;
  await renew(false);
  if (!isBroken()) say(live().querySelector("h1").textContent.trim());
}

/** Ring at a call, until the state is another one. */
function ringFor(before, heading) {
  if (isCall(before)) reach.call(heading, { isEndless: state() === "called" });
  else reach.rest();
}

/** More time, without leaving the page: the focus stays, and the new time is said. */
async function extend(button) {
  if (extending) return;
  extending = true;
  try {
    await visit.tell("extend");
    reach.quiet(true);
    await renew(false);
    say(document.getElementById("visit-respond-by").textContent.trim());
    await ask();
  } catch {
    button.form?.requestSubmit(button);
  } finally {
    extending = false;
  }
}

/** Whoever fetched a paper is called back as urgently as to the first call. */
function isCall(before) {
  return state() === "called" || (before === "on_hold" && state() === "in_call");
}

/** Make the part of the page that was just shown work. */
function settle() {
  const { title, asks } = live().dataset;
  const site = document.title.split(" — ").slice(1);
  document.title = [title, ...site].join(" — ");
  wireControls(live(), room, { onResume: ask, onExtend: extend });
  countWays(live());
  reach.show(live());
  countdown.stop();
  if (polling?.asks !== asks) startPolling(asks);
  if (asks === "none") return rest();
  bePresent();
  letSleep ??= keepAwake(showAwake);
  showAwake(isAwake);
  watchUndo();
  noteShown();
}

/**
 * A finished visit may go on for two minutes; after that there is nothing to ask.
 * A question that is being read stays.
 */
function watchUndo() {
  clearTimeout(finished);
  if (live().querySelector("#visit-erasing")) return;
  if (state() === "finished") finished = setTimeout(() => renew(false), UNDO);
}

/** A finished visit that goes on after all is attended again. */
function bePresent() {
  if (state() === "finished") return;
  if (presence?.isStopped()) presence = null;
  presence ??= keepPresent(visit, ask, () => renew(false));
}

function rest() {
  presence?.stop();
  letSleep?.();
  presence = letSleep = null;
}

function startPolling(asks) {
  polling?.stop();
  const common = {
    onDown: () => showLine(spoken.say("down")),
    onUp: () => {
      showLine("");
      say(spoken.say("up"));
      ask();
    },
  };
  const sources = {
    board: () => ({ url: page.dataset.board, every: pace, whenHidden: SLOWEST, onAnswer: read }),
    visit: () => ({
      url: page.dataset.visit,
      every: OWN_VISIT,
      whenHidden: SLOWEST,
      onAnswer: take,
      onRefused: () => renew(false),
    }),
  };
  const source = sources[asks]?.();
  polling = source ? { ...poll({ ...source, ...common }), asks } : null;
}

/** Quicker near the front. */
function pace() {
  if (typeof place !== "number") return place === "called" ? PACES[0][1] : SLOWEST;
  return PACES.find(([until]) => place < until)?.[1] ?? SLOWEST;
}

/** The board is the same for everybody: find what it says of this visit. */
function read(board) {
  const now = placeOn(board);
  if (now === place) return;
  place = now;
  ask();
}

function placeOn(board) {
  if (board.called.includes(page.dataset.id)) return "called";
  const found = board.waiting.indexOf(page.dataset.id);
  if (found >= 0) return found;
  return board.total > board.waiting.length ? "far" : "gone";
}

/**
 * The answer time runs from here, in a hidden tab too: its title calls. Else a tab
 * that somebody forgot would be called again and again for ever.
 */
function noteShown() {
  if (state() === "called") visit.tell("shown").then(ask, lost);
}

function showLine(text) {
  line.textContent = text;
  line.hidden = !text;
  if (text) say(text);
}

function showAwake(yes) {
  isAwake = yes;
  const note = document.getElementById("visit-awake");
  if (!note) return;
  note.hidden = !yes;
  note.textContent = spoken.say("awake");
}

/** Much may have happened while nobody looked, a call among it. */
function wake() {
  if (document.hidden) {
    hiddenSince = Date.now();
    return;
  }
  const wasLong = hiddenSince !== null && Date.now() - hiddenSince > LONG_ABSENCE;
  hiddenSince = null;
  if (wasLong && live().dataset.asks !== "none") renew(false);
}

document.addEventListener("visibilitychange", wake);
setInterval(lookForVideo, OUT_OF_ORDER);
document.documentElement.classList.add("vo-live");
settle();
if (state() === "called") ringFor(null, live().dataset.title);
