/** Tries the video system in the administrator's browser: room, camera, headers. */

import { loadScript, PATIENCE } from "./loadscript.js";
import { fill } from "./words.js";

const texts = JSON.parse(document.getElementById("check").dataset.texts);
const part = (name) => document.getElementById(`check-${name}`);
const forbidden = new Set();

function tell(name, text, values) {
  part(`${name}-result`).textContent = fill(texts[text], values);
}

/** Unfold what helps now, and nothing else. */
function help(topic) {
  for (const each of ["script", "room", "moderator"]) {
    part(`help-${each}`).open = each === topic;
  }
}

async function openRoom(button) {
  const { domain, options } = JSON.parse(button.dataset.embedding);
  button.disabled = true;
  tell("room", "loading");
  help(null);
  try {
    await loadApi(button.dataset.script);
  } catch ({ message }) {
    tell("room", message, { seconds: PATIENCE / 1000 });
    help("script");
    button.disabled = false;
    return;
  }
  follow(new window.JitsiMeetExternalAPI(domain, { ...options, parentNode: part("room") }));
}

/** Rejects with the name of the text that says what happened. */
async function loadApi(script) {
  try {
    await loadScript(script);
  } catch (error) {
    throw forbidden.has(script) ? new Error("forbidden") : error;
  }
  if (!window.JitsiMeetExternalAPI) throw new Error("foreign");
}

/** The role may come before or after the room is entered. */
function follow(room) {
  let own = null;
  const moderators = new Set();
  const showPlace = () => {
    if (!own) return;
    tell("room", moderators.has(own) ? "moderator" : "joined");
    help(moderators.has(own) ? null : "moderator");
  };
  tell("room", "opened");
  room.addListener("videoConferenceJoined", ({ id }) => {
    own = id;
    showPlace();
  });
  room.addListener("participantRoleChanged", ({ id, role }) => {
    if (role === "moderator") moderators.add(id);
    else moderators.delete(id);
    showPlace();
  });
  room.addListener("errorOccurred", ({ error }) => {
    tell("room", "reported", { error: error?.message || error?.name });
    help("room");
  });
  room.addListener("readyToClose", () => {
    room.dispose();
    tell("room", "left");
    part("open").disabled = false;
  });
}

async function tryCamera() {
  try {
    const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: true });
    const names = stream.getTracks().map((track) => track.label);
    for (const track of stream.getTracks()) track.stop();
    tell("camera", "camera_on", { names: names.join(", ") });
  } catch (error) {
    tell("camera", "camera_off", { error: error.message });
  }
}

async function checkHeaders() {
  try {
    const { headers } = await fetch(location.href, { cache: "no-store" });
    const rows = [...part("headers").querySelectorAll("[data-name]")];
    const good = rows.map((row) => showHeader(row, headers.get(row.dataset.name)));
    tell("headers", good.every(Boolean) ? "headers_fine" : "headers_bad");
  } catch {
    tell("headers", "headers_unknown");
  }
}

function showHeader(row, value) {
  const same = value === row.dataset.sent;
  const text = same ? "same" : value ? "changed" : "missing";
  row.querySelector("strong").textContent = fill(texts[text], { value });
  return same;
}

document.addEventListener("securitypolicyviolation", ({ blockedURI }) => forbidden.add(blockedURI));
part("open")?.addEventListener("click", (event) => openRoom(event.currentTarget));
part("camera").addEventListener("click", tryCamera);
checkHeaders();
document.documentElement.classList.add("vo-live");
