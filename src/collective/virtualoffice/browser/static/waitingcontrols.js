/** The buttons of the waiting room that only a script can serve. */

import { wireCopy } from "./copy.js";
import { offerDevices } from "./devicesfold.js";
import { placeInWords, showVisit } from "./waitingroom.js";

export function wireControls(part, room, { onResume, onExtend }) {
  const on = (id, listener) => part.querySelector(`#${id}`)?.addEventListener("click", listener);
  on("visit-read", () => {
    if (room.latest?.ahead != null) room.say(placeAndWait(room));
  });
  on("visit-pause", (event) => pause(event.currentTarget, room, onResume));
  wireCopy(part, { said: room.spoken.say("copied"), say: (text) => room.say(text) });
  on("visit-extend", (event) => {
    event.preventDefault();
    onExtend(event.currentTarget);
  });
  on("visit-leave", (event) => {
    event.preventDefault();
    part.querySelector("#visit-leave-dialog").showModal();
  });
  offerDevices(part.querySelector("#visit-devices"), askForPhone);
  const button = part.querySelector("#visit-pause");
  if (button) showPause(button, room);
}

/** Here a form of its own, which does not outlive the news of the page. */
function askForPhone() {
  const form = document.getElementById("visit-call-back");
  if (form) form.dataset.wanted = "yes";
}

function placeAndWait({ latest, spoken }) {
  const wait = latest.wait ? ` ${document.getElementById("visit-wait").parentElement.textContent.trim()}` : "";
  return placeInWords(latest, spoken) + wait;
}

function showPause(button, { isPaused, spoken }) {
  button.textContent = spoken.say(isPaused ? "resume" : "pause");
}

function pause(button, room, onResume) {
  room.isPaused = !room.isPaused;
  showPause(button, room);
  if (room.isPaused) return room.say(room.spoken.say("paused"));
  if (room.latest) showVisit(room.latest, room);
  onResume();
}
