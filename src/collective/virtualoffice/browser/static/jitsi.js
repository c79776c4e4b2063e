/** One call in a frame of the Jitsi server, by its own script (the IFrame API). */

import { loadScript } from "./loadscript.js";

const ALLOWED = ["autoplay", "camera", "display-capture", "fullscreen", "microphone"];
const GOODBYE = 1_500;
let tries = 0;

/** Browsers do not ask again what they still wait for, but they ask another address. */
async function loadOnce(script) {
  if (window.JitsiMeetExternalAPI) return;
  const address = new URL(script);
  if (tries) address.searchParams.set("again", tries);
  tries += 1;
  await loadScript(address.href);
}

/**
 * Loads the script, if this page has not yet, and opens the room.
 *
 * @param {{script: string, domain: string, options: object, title: string}} wish
 *   `options` are those of JitsiMeetExternalAPI, `title` is the frame's
 * @param {object} on told, while the call is wanted: `opened(frame)`, `joined()`,
 *   `left()` after joining, and `trouble(kind)`: script, browser, camera, microphone
 *   or connection
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
    browserSupport: ({ supported }) => supported || on.trouble("browser"),
    errorOccurred: ({ error }) => error?.isFatal === false || on.trouble("connection"),
  };

  async function start() {
    await loadOnce(script);
    if (isOver) return;
    api = new window.JitsiMeetExternalAPI(domain, options);
    const frame = api.getIFrame();
    frame.title = title;
    frame.allow = [frame.allow, ...ALLOWED].filter(Boolean).join("; ");
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
    api.dispose();
    on.left();
  }

  /** The frame goes once it has said goodbye to the others. */
  async function end() {
    if (isOver) return;
    isOver = true;
    if (!api) return;
    const goodbye = new Promise((resolve) => {
      sayGoodbye = resolve;
      setTimeout(resolve, GOODBYE);
    });
    api.executeCommand("hangup");
    await goodbye;
    api.dispose();
  }

  start().catch(() => isOver || on.trouble("script"));
  return { end };
}
