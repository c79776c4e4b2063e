/** What the results of the device test come to. */

const UNDECIDED = new Set([undefined, "asking", "listening"]);

/**
 * @param {object} results what each step found
 * @returns {string|null} "fine", "slow", "sound" (no picture), "failed"; null: still open
 */
export function verdictOf({ browser, line, camera, microphone, sound }) {
  if (browser !== "able" || line === "down" || sound === "unheard" || isLost(microphone)) return "failed";
  if ([line, camera, microphone, sound].some((each) => UNDECIDED.has(each))) return null;
  if (camera !== "on") return "sound";
  return line === "slow" ? "slow" : "fine";
}

/** Whether nothing is left to find out; somebody who is not heard yet may still be. */
export function isDone(results) {
  if (results.browser !== "able") return true;
  const steps = [results.line, results.camera, results.microphone, results.sound];
  return results.microphone !== "silent" && !steps.some((each) => UNDECIDED.has(each));
}

const isLost = (microphone) => !UNDECIDED.has(microphone) && microphone !== "heard";
