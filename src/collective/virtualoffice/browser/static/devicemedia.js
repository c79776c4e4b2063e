/** Camera and microphone: asked for together, and one by one where that fails. */

const PROBLEMS = {
  NotAllowedError: "refused",
  SecurityError: "refused",
  NotFoundError: "missing",
  OverconstrainedError: "missing",
  NotReadableError: "busy",
  AbortError: "busy",
};
const KINDS = { microphone: "audio", camera: "video" };

/**
 * @param {function(MediaStream)} keep gets each stream as soon as it is given
 * @returns {Promise<{camera: string, microphone: string}>} "on", or what is wrong:
 *   "refused", "missing", "busy", "failed"
 */
export async function openMedia(keep) {
  const together = await ask({ audio: true, video: true }, keep);
  if (together === "on") return { camera: "on", microphone: "on" };
  const microphone = await askAlone("microphone", together, keep);
  return { microphone, camera: await askAlone("camera", together, keep) };
}

async function ask(wish, keep) {
  try {
    keep(await navigator.mediaDevices.getUserMedia(wish));
    return "on";
  } catch (error) {
    return PROBLEMS[error.name] ?? "failed";
  }
}

/** Whoever said no to both is asked again only about what is allowed already. */
async function askAlone(name, together, keep) {
  if (together === "refused" && !(await isAllowed(name))) return "refused";
  return ask({ [KINDS[name]]: true }, keep);
}

/** Browsers that do not tell are asked for the device itself. */
async function isAllowed(name) {
  try {
    return (await navigator.permissions.query({ name })).state === "granted";
  } catch {
    return true;
  }
}
