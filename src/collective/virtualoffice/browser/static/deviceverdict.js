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

/**
 * Whether camera and microphone are needed no more. Somebody who is not heard yet may
 * still be; without a microphone one has to start again, whatever the tone.
 */
export function isDone({ browser, line, camera, microphone, sound }) {
  if (browser !== "able") return true;
  if (microphone === "silent" || [line, camera, microphone].some((each) => UNDECIDED.has(each))) return false;
  return isLost(microphone) || !UNDECIDED.has(sound);
}

const isLost = (microphone) => !UNDECIDED.has(microphone) && microphone !== "heard";
