/** Keeps the screen on while somebody waits, where the browser can. */

/** @param {function(boolean)} onChange is told whether the screen stays on */
export function keepAwake(onChange) {
  let lock = null;
  let wanted = true;

  async function hold() {
    if (!wanted || lock || document.hidden || !navigator.wakeLock) return;
    try {
      lock = await navigator.wakeLock.request("screen");
    } catch {
      return;
    }
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
