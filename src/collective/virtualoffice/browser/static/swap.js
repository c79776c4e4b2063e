/** Replaces a part of the page by the same part of the page as it is now. */

/**
 * The focus stays where it was: on the same control if it is still there, else on the
 * part itself. What was unfolded stays unfolded, what was typed stays typed, and what is
 * marked by `data-kept` stays the same element.
 *
 * @param {string} url the page
 * @param {HTMLElement} part has an id, under which the new part is found
 * @returns {Promise<HTMLElement|null>} the new part; null if the page has none any more
 */
export async function swap(url, part) {
  const response = await fetch(url, { cache: "no-store", signal: AbortSignal.timeout(15_000) });
  if (response.status >= 500) throw new Error("no answer");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  const fresh = page.getElementById(part.id);
  if (!fresh) return null;
  const focused = part.contains(document.activeElement) ? document.activeElement : null;
  const unfolded = [...part.querySelectorAll("details[open][id]")].map((fold) => fold.id);
  const adopted = document.adoptNode(fresh);
  for (const fold of adopted.querySelectorAll("[autofocus]")) fold.removeAttribute("autofocus");
  keepWhatIsUsed(part, adopted);
  part.replaceWith(adopted);
  for (const id of unfolded) document.getElementById(id)?.setAttribute("open", "");
  if (focused) keepFocus(adopted, focused);
  return adopted;
}

/** What a script changed there stays, and what was typed. */
function keepWhatIsUsed(old, fresh) {
  for (const used of old.querySelectorAll("[data-kept]")) {
    fresh.querySelector(`#${used.id}`)?.replaceWith(used);
  }
  for (const field of old.querySelectorAll("input[id]")) {
    const same = fresh.querySelector(`input#${CSS.escape(field.id)}`);
    if (same && field.value !== field.defaultValue) same.value = field.value;
  }
}

function keepFocus(part, focused) {
  const same = focused.id && document.getElementById(focused.id);
  (same || part).focus({ preventScroll: true });
}
