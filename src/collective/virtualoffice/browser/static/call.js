/** The way into the embedded room: two buttons, and words for all that goes wrong. */

import { focusInto } from "./focus.js";
import { openCall } from "./jitsi.js";

const FRESH = 300_000;
const LATE = 60_000;
// A browser that cannot run the video is to the office like one that does not load it.
const REPORTED = { browser: "script", late: "connection" };
const TROUBLES = ["script", "connection", "camera", "microphone"];

/**
 * @param {object} room `part(name)`, `texts`, `cry(text)`, `report(said)` tells the
 *   office of trouble, `place` is one's own in the room, and `leave()` goes back to where
 *   one came from
 * @returns {{end: function(): Promise, renew: function(): Promise}} `end` hangs up,
 *   `renew` fetches a way in that is good for longer
 */
export function wireCall({ part, texts, cry, report, place, leave }) {
  const frame = part("call");
  if (!frame) return { end: async () => {}, renew: async () => {} };
  const problem = part("problem");
  const stages = ["before", "loading", "frame"];
  let call = null;
  let late = null;
  let isSoundOnly = false;
  let madeAt = Date.now();
  let turn = 0;
  // What the office may know of; so it is not told whenever somebody mutes the microphone.
  const told = new Set(TROUBLES);

  function show(stage) {
    for (const name of stages) part(name).hidden = name !== stage;
  }

  async function enter(soundOnly) {
    const mine = ++turn;
    isSoundOnly = soundOnly;
    problem.hidden = true;
    show("loading");
    part("loading").focus();
    await hangUp();
    try {
      if (Date.now() - madeAt > FRESH) await renew();
    } catch {
      return mine === turn && explain("connection");
    }
    if (mine !== turn) return;
    call = openCall(wish(), { opened, joined, left: leave, trouble: explain, works: overcome });
  }

  function wish() {
    const { domain, options } = JSON.parse(frame.dataset.embedding);
    const configOverwrite = { ...options.configOverwrite, startAudioOnly: isSoundOnly };
    return {
      script: frame.dataset.script,
      domain,
      options: { ...options, configOverwrite, parentNode: part("frame") },
      title: texts.frame,
    };
  }

  /** Of what went wrong before, this is over. */
  function overcome(...kinds) {
    const over = kinds.filter((kind) => told.delete(kind));
    if (over.length) report({ over });
  }

  function opened(element) {
    show("frame");
    overcome("script");
    focusInto(element);
    part("frame").scrollIntoView();
    late = setTimeout(() => problem.hidden && explain("late"), LATE);
  }

  function joined() {
    clearTimeout(late);
    problem.hidden = true;
    place.sit();
    overcome("script", "connection");
  }

  /** Whatever is wrong, the next try begins with a new way in. */
  function explain(kind) {
    madeAt = 0;
    const [text, help] = [texts[kind], texts[`${kind}_help`]];
    part("problem-text").textContent = text;
    part("problem-help").textContent = help;
    part("retry-sound").hidden = kind !== "camera";
    problem.hidden = false;
    problem.scrollIntoView({ block: "nearest" });
    if (kind === "connection") place.leave();
    cry(`${text} ${help}`);
    const trouble = REPORTED[kind] ?? kind;
    told.add(trouble);
    report({ kind: trouble });
    if (part("frame").hidden) {
      show(null);
      part("problem-text").focus();
    }
  }

  async function hangUp() {
    clearTimeout(late);
    const ended = call;
    call = null;
    place.leave();
    await ended?.end();
  }

  /** Out of the room, which can be entered again as long as the page offers it. */
  async function end() {
    turn += 1;
    await hangUp();
    problem.hidden = true;
    show("before");
  }

  /** The page of another server may load nothing but its script. Never comes back. */
  function loadAnew() {
    location.reload();
    return new Promise(() => {});
  }

  async function renew() {
    const wish = { cache: "no-store", signal: AbortSignal.timeout(15_000) };
    const response = await fetch(location.href, wish);
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    const fresh = page.getElementById(frame.id);
    if (fresh?.dataset.script !== frame.dataset.script) return loadAnew();
    frame.dataset.embedding = fresh.dataset.embedding;
    const { href } = page.querySelector("[data-plain]");
    for (const link of frame.querySelectorAll("[data-plain]")) link.href = href;
    madeAt = Date.now();
  }

  part("enter").addEventListener("click", () => enter(false));
  part("enter-sound").addEventListener("click", () => enter(true));
  part("retry").addEventListener("click", () => enter(isSoundOnly));
  part("retry-sound").addEventListener("click", () => enter(true));
  part("plain").addEventListener("click", () => {
    place.sit();
    report({ kind: null });
  });
  return { end, renew };
}
