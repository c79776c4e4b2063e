/**
 * Tells the office again and again that somebody is here, in the rhythm it asks for,
 * until it asks for no more: the visit is over.
 */

const RETRY = 10;
const SOONEST = 5;

/**
 * @param {{tell: function(string): Promise}} visit
 * @param {function(object)} onTold gets each answer
 * @param {function()} onGone the visit is no longer known
 * @returns {{stop: function(), isStopped: function(): boolean}}
 */
export function keepPresent(visit, onTold = () => {}, onGone = () => {}) {
  let timer = null;
  let told = 0;
  let telling = false;
  let stopped = false;

  async function now() {
    if (telling || stopped) return;
    telling = true;
    clearTimeout(timer);
    let after = RETRY;
    try {
      const answer = await visit.tell("presence");
      told = Date.now();
      after = answer.presence_after;
      onTold(answer);
    } catch (error) {
      if (error.gone) return gone();
    } finally {
      telling = false;
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
