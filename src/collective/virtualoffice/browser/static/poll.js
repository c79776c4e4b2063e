/**
 * Asks one address again and again: politely, and for as long as the page lives.
 *
 * It never asks twice at once, asks slower in a hidden tab and after failures, and at
 * once when somebody looks at the page again (a phone was unlocked, a computer slept,
 * the network came back, the page was gone back to).
 */

const FAILURES_UNTIL_DOWN = 2;
const SLOWEST = 30_000;
const PATIENCE = 15_000;
const STALE = 4_000;

/**
 * Start asking.
 *
 * @param {object} wish
 * @param {string} wish.url what to ask
 * @param {number|function(): number} wish.every milliseconds from one question to the next
 * @param {number|function(): number} [wish.whenHidden] the same in a hidden tab
 * @param {object} [wish.headers] more headers of the question
 * @param {function(object, Response)} wish.onAnswer gets each answer that is new (200)
 * @param {function(Response)} [wish.onRefused] gets a refusal (401, 404 …): the line is fine
 * @param {function()} [wish.onDown] the line is down: twice no answer, or offline
 * @param {function()} [wish.onUp] the line is there again
 * @returns {{stop: function(), now: function(): Promise}} `now` asks at once
 */
export function poll({
  url,
  every,
  whenHidden = every,
  headers = {},
  onAnswer,
  onRefused = () => {},
  onDown = () => {},
  onUp = () => {},
}) {
  let timer = null;
  let question = null;
  let etag = null;
  let failures = 0;
  let isDown = false;
  let stopped = false;

  const value = (wish) => (typeof wish === "function" ? wish() : wish);
  const pace = () => value(document.hidden ? whenHidden : every);

  function delay() {
    const wished = pace();
    const slower = Math.min(wished * 2 ** failures, Math.max(SLOWEST, wished));
    return slower * (0.9 + Math.random() * 0.2);
  }

  function plan() {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(ask, delay());
  }

  async function fetchOnce(signal) {
    const asked = { Accept: "application/json", ...headers };
    if (etag) asked["If-None-Match"] = etag;
    const response = await fetch(url, { headers: asked, cache: "no-store", signal });
    if (response.status >= 500 || response.status === 429) throw new Error("no answer");
    const answer = response.status === 200 ? await response.json() : null;
    return { response, answer };
  }

  async function ask() {
    clearTimeout(timer);
    if (stopped || question) return question?.done;
    const controller = new AbortController();
    const giveUp = setTimeout(() => controller.abort(), PATIENCE);
    const mine = { controller, since: Date.now() };
    question = mine;
    mine.done = fetchOnce(controller.signal)
      .then(
        (found) => () => succeeded(found),
        () => failed,
      )
      .then((tell) => {
        clearTimeout(giveUp);
        if (question !== mine || stopped) return;
        question = null;
        try {
          tell();
        } finally {
          plan();
        }
      });
    return mine.done;
  }

  function succeeded({ response, answer }) {
    failures = 0;
    if (isDown) {
      isDown = false;
      onUp();
    }
    if (answer !== null) {
      etag = response.headers.get("ETag");
      onAnswer(answer, response);
    } else if (response.status >= 400) {
      onRefused(response);
    }
  }

  function failed() {
    failures += 1;
    if (failures >= FAILURES_UNTIL_DOWN || !navigator.onLine) down();
  }

  function down() {
    if (isDown || stopped) return;
    isDown = true;
    onDown();
  }

  /** What was asked before the page slept never gets its answer: ask anew. */
  function now() {
    if (question && Date.now() - question.since > STALE) {
      question.controller.abort();
      question = null;
    }
    return ask();
  }

  const look = () => (document.hidden ? plan() : now());
  const watched = [
    [document, "visibilitychange", look],
    [document, "resume", now],
    [window, "online", now],
    [window, "pageshow", (event) => event.persisted && now()],
    [window, "offline", down],
  ];
  for (const [target, name, listener] of watched) target.addEventListener(name, listener);

  function stop() {
    stopped = true;
    clearTimeout(timer);
    question?.controller.abort();
    for (const [target, name, listener] of watched) target.removeEventListener(name, listener);
  }

  ask();
  return { stop, now };
}
