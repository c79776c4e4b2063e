/** Keeps the screen on while somebody waits, where the browser can. */

/** @param {function(boolean)} onChange is told whether the screen stays on */
export function keepAwake(onChange) {
  let lock = null;
  let wanted = true;
  let isAsking = false;

  /** Browsers let go of it in a hidden tab; it is asked for again in a visible one. */
  async function hold() {
    if (!wanted || lock || isAsking || document.hidden || !navigator.wakeLock) return;
    isAsking = true;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      return;
    } finally {
      isAsking = false;
    }
    if (!wanted) return lock.release();
    lock.addEventListener("release", () => {
      lock = null;
      onChange(false);
    });
    onChange(true);
  }

  document.addEventListener("visibilitychange", hold);
  hold();
  return () => {
    wanted = false;
    document.removeEventListener("visibilitychange", hold);
    lock?.release();
  };
}
