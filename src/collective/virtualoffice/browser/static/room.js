/** The room's page: own picture, who is here, and when the conversation is over. */

import { announce } from "./announce.js";
import { keepAttended } from "./attendance.js";
import { keepAwake } from "./awake.js";
import { wireCall } from "./call.js";
import { wireCamera } from "./camera.js";
import { wireDesk } from "./deskroom.js";
import { focusOn } from "./focus.js";
import { poll } from "./poll.js";
import { keepPresent } from "./presence.js";
import { ringBack } from "./ringback.js";
import { wireAsking } from "./roomasking.js";
import { wirePeople } from "./roompeople.js";
import { seatAt } from "./seat.js";
import { visitAt } from "./visit.js";

const EVERY = 5_000;
const HIDDEN = 15_000;

const page = document.getElementById("room");
const { id, side, watch, back, seat, tells } = page.dataset;
const texts = JSON.parse(page.dataset.texts);
const title = document.title;
const part = (name) => document.getElementById(`room-${name}`);
const say = (text) => announce(part("polite"), text);
const cry = (text) => announce(part("urgent"), text);

const readers = {
  citizen: (visit) => {
    showPeople(visit.people);
    showState(visit.state);
  },
  guest: (guest) => {
    showPeople(guest.people);
    showState(guest.state === "admitted" ? guest.visit : "gone");
  },
  desk: ({ desks, visits }) => {
    const visit = visits.find((each) => each.id === id);
    const mine = desks.find((each) => each.mine)?.id;
    showState(visit?.desk && visit.desk !== mine ? "gone" : visit?.state);
    if (!visit) return;
    if (where === "inside") desk.show(visit);
    showPeople(visit.people);
    showAsking(visit.guests);
  },
};

// Where somebody is put who is in line again: only the visit's page shows a call.
const IN_LINE = new Set(["waiting", "called", "missed"]);
const stopCamera = wireCamera({ part, texts });
const place = seatAt(tells);
const call = wireCall({ part, texts, cry, report, place, leave: () => location.assign(back) });
const desk = side === "desk" ? wireDesk({ part, texts, say, end: stop }) : null;
const showPeople = wirePeople({ part, texts, say }, seat, Boolean(tells), Boolean(part("call")));
const showAsking = desk && wireAsking({ part, texts, say });
let where = "inside";
let stopRinging = () => {};

let presence = null;
let reported = Promise.resolve();

/** Signs of life end with the visit, and begin again when that is undone. */
function bePresent() {
  if (!presence || presence.isStopped()) presence = keepPresent(visitAt(watch));
}

/** The office learns why it sees or hears nobody, and what of it is over: in this order. */
function report(said) {
  if (side !== "citizen") return;
  reported = reported.then(() => visitAt(watch).tell("trouble", said)).catch(() => {});
}

/** An embedded room is entered by its buttons, the demonstration room by its page. */
function sitDown() {
  if (!part("call")) place.sit();
}

/** Camera off, and out of the room. */
function stop() {
  stopCamera();
  place.leave();
  return call.end();
}

function showState(state) {
  const now = whereIs(state);
  if (side === "citizen" && now !== "over") bePresent();
  if (now !== where) go(now);
}

function whereIs(state) {
  if (state === "in_call" || (side === "desk" && state === "called")) return "inside";
  if (side !== "desk" && IN_LINE.has(state)) return "line";
  return state === "on_hold" ? "break" : "over";
}

/** Outside the camera is off, however it goes on. */
function go(now) {
  const hadFocus = part(where).contains(document.activeElement);
  where = now;
  stopRinging();
  if (now === "line") return stop().then(() => location.assign(back));
  for (const name of ["inside", "break", "over"]) part(name).hidden = name !== now;
  if (hadFocus) focusOn(part(now));
  if (now === "inside") return comeBack();
  stop();
  const heading = part(now).querySelector("h2").textContent.trim();
  showTitle(heading);
  say(heading);
}

/** As prominent as a call: whoever fetches a paper looks elsewhere. */
function comeBack() {
  call.renew().catch(() => {});
  sitDown();
  if (side === "desk") return showTitle("");
  part("resumed").hidden = false;
  showTitle(texts.resumed);
  stopRinging = ringBack(id);
  cry(part("resumed").textContent);
}

function showTitle(text) {
  const [, ...site] = title.split(" — ");
  document.title = text ? [text, ...site].join(" — ") : title;
}

function showLine(text) {
  part("line").textContent = text;
  part("line").hidden = !text;
  if (text) say(text);
}

/** A conversation goes on when a clerk is logged out; the page only learns no more. */
function refused({ status }) {
  if (desk && status === 401) return desk.showLoggedOut(true);
  showState("gone");
}

poll({
  url: watch,
  every: EVERY,
  whenHidden: HIDDEN,
  onAnswer: readers[side],
  onRefused: refused,
  onDown: () => showLine(texts.down),
  onUp: () => {
    showLine("");
    say(texts.up);
  },
});
if (desk) keepAttended(page.dataset.presence, () => where === "inside");
sitDown();
keepAwake(() => {});
document.documentElement.classList.add("vo-live");
