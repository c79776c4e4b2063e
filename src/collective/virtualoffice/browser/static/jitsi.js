/** One call in a frame of the Jitsi server, by its own script (the IFrame API). */

import { loadScript } from "./loadscript.js";

const ALLOWED = ["autoplay", "camera", "display-capture", "fullscreen", "microphone"];
const GOODBYE = 1_500;
// What Jitsi asks about, waits for or mends itself; all else ends the way into the room.
const ITS_OWN = [
  "conference.connectionError.membersOnly",
  "conference.destroyed",
  "conference.display_name_required",
  "conference.passwordRequired",
  "conference.restarted",
];
let tries = 0;

/** Browsers do not ask again what they still wait for, but they ask another address. */
async function loadOnce(script) {
  if (window.JitsiMeetExternalAPI) return;
  const address = new URL(script);
  if (tries) address.searchParams.set("again", tries);
  tries += 1;
  await loadScript(address.href);
}

/** Version 13 of Jitsi Meet has another name for sound only, and none turns the camera off. */
function named({ configOverwrite, ...options }) {
  const { startAudioOnly } = configOverwrite;
  const muted = { startLowBandwidthMode: startAudioOnly, startWithVideoMuted: startAudioOnly };
  return { ...options, configOverwrite: { ...configOverwrite, ...muted } };
}

/** Where a browser keeps nothing for frames (Safari), Jitsi keeps name and devices with us. */
function forget() {
  try {
    localStorage.removeItem("jitsiLocalStorage");
  } catch {
    // Blocked: nothing was kept.
  }
}

/**
 * Loads the script, if this page has not yet, and opens the room.
 *
 * @param {{script: string, domain: string, options: object, title: string}} wish
 *   `options` are those of JitsiMeetExternalAPI, `title` is the frame's
 * @param {object} on told, while the call is wanted: `opened(frame)`, `joined()`,
 *   `left()` after joining, `trouble(kind)`: script, browser, camera, microphone or
 *   connection, and `works(kind)`: camera or microphone
 * @returns {{end: function(): Promise}} `end` hangs up and takes the frame away
 */
export function openCall({ script, domain, options, title }, on) {
  let api = null;
  let isOver = false;
  let hasJoined = false;
  let sayGoodbye = () => {};

  const events = {
    videoConferenceJoined: joined,
    videoConferenceLeft: () => hasJoined && left(),
    readyToClose: left,
    cameraError: () => on.trouble("camera"),
    micError: () => on.trouble("microphone"),
    videoMuteStatusChanged: ({ muted }) => muted || on.works("camera"),
    audioMuteStatusChanged: ({ muted }) => muted || on.works("microphone"),
    browserSupport: ({ supported }) => supported || on.trouble("browser"),
    errorOccurred: ({ error }) => ITS_OWN.includes(error?.name) || on.trouble("connection"),
  };

  async function start() {
    await loadOnce(script);
    if (isOver) return;
    api = new window.JitsiMeetExternalAPI(domain, named(options));
    const frame = api.getIFrame();
    frame.title = title;
    frame.allow = [...new Set([...frame.allow.split(/;\s*/), ...ALLOWED])].join("; ");
    for (const [name, tell] of Object.entries(events)) {
      api.addListener(name, (event) => isOver || tell(event ?? {}));
    }
    api.addListener("readyToClose", () => sayGoodbye());
    on.opened(frame);
  }

  function joined() {
    hasJoined = true;
    on.joined();
  }

  function left() {
    isOver = true;
    close();
    on.left();
  }

  function close() {
    api.dispose();
    forget();
  }

  /** The frame goes once it has said goodbye to the others, and asks for no opinion. */
  async function end() {
    if (isOver) return;
    isOver = true;
    if (!api) return;
    const goodbye = new Promise((resolve) => {
      sayGoodbye = resolve;
      setTimeout(resolve, GOODBYE);
    });
    api.executeCommand("hangup", false);
    await goodbye;
    close();
  }

  start().catch(() => isOver || on.trouble("script"));
  return { end };
}
