/**
 * Tells the office again and again that somebody is here, in the rhythm it asks for,
 * until it asks for no more: the visit is over.
 */

const RETRY = 10;
const SOONEST = 5;
const STALE = 4_000;

/**
 * @param {{tell: function(string): Promise}} visit
 * @param {function(object)} onTold gets each answer
 * @param {function()} onGone the visit is no longer known
 * @returns {{stop: function(), isStopped: function(): boolean}}
 */
export function keepPresent(visit, onTold = () => {}, onGone = () => {}) {
  let timer = null;
  let told = 0;
  let telling = null;
  let stopped = false;

  /** What was told before the page slept is old news, be it answered or not: tell anew. */
  async function now() {
    if (stopped || (telling && Date.now() - telling.since < STALE)) return;
    const mine = (telling = { since: Date.now() });
    clearTimeout(timer);
    let after = RETRY;
    try {
      const answer = await visit.tell("presence");
      if (mine !== telling) return;
      told = mine.since;
      after = answer.presence_after;
      onTold(answer);
    } catch (error) {
      if (error.gone) return gone();
      if (mine !== telling) return;
    } finally {
      if (mine === telling) telling = null;
    }
    if (after === null) stop();
    if (!stopped) timer = setTimeout(now, Math.max(after, SOONEST) * 1000);
  }

  function gone() {
    stop();
    onGone();
  }

  /** A page that comes back from sleep says so at once. */
  const wake = () => {
    if (!document.hidden && Date.now() - told > SOONEST * 1000) now();
  };
  const watched = [
    [document, "visibilitychange"],
    [document, "resume"],
    [window, "online"],
    [window, "pageshow"],
  ];
  for (const [target, name] of watched) target.addEventListener(name, wake);

  function stop() {
    stopped = true;
    clearTimeout(timer);
    for (const [target, name] of watched) target.removeEventListener(name, wake);
  }

  now();
  return { stop, isStopped: () => stopped };
}
