/** Notifications of the browser; only pages that are open show any. */

let isPossible = null;

/** Whether the browser can show them and was not asked yet. */
export function mayAsk() {
  if (!("Notification" in window) || Notification.permission !== "default") return false;
  return (isPossible ??= canShow());
}

export const isAllowed = () => "Notification" in window && Notification.permission === "granted";

export const isRefused = () => "Notification" in window && Notification.permission === "denied";

/** Ask the person, while a click is handled. */
export async function askToNotify() {
  await Notification.requestPermission();
}

/**
 * Show one notification in the place of an earlier one with the same `tag`.
 *
 * @returns {function()} takes it away
 */
export function notify(title, { body, tag, stays = false }) {
  if (!isAllowed()) return () => {};
  let shown;
  try {
    const lang = document.documentElement.lang;
    shown = new Notification(title, { body, tag, lang, requireInteraction: stays });
  } catch {
    return () => {};
  }
  shown.addEventListener("click", () => {
    window.focus();
    shown.close();
  });
  return () => shown.close();
}

/**
 * Some phones know notifications but show them for installed pages only. They refuse
 * to make one; others make one that does not appear as long as nobody allowed it.
 */
function canShow() {
  try {
    new Notification("");
    return true;
  } catch {
    return false;
  }
}
