/**
 * Makes a part of the page like a newer one, and touches only what differs.
 *
 * Elements with the same id stay the same element wherever they go, so that focus,
 * opened details, what somebody types and where they scrolled to survive. Where the
 * control with the focus is gone, the focus is on what was around it.
 */

import { focusOn } from "./focus.js";

const OWN = new Map([
  ["DETAILS", new Set(["open"])],
  ["OPTION", new Set(["selected"])],
]);

/**
 * @param {Element} old what is on the page
 * @param {Element} fresh what it shall be like; is taken apart
 */
export function morph(old, fresh) {
  const focused = document.activeElement;
  const around = placesAround(focused, old);
  morphElement(old, fresh);
  if (!around.length) return;
  if (!old.contains(focused) || focused.disabled) focusOn(around.find((place) => old.contains(place)));
  else if (focused !== document.activeElement) focused.focus({ preventScroll: true });
}

/** What has an id around an element, from the nearest up to `whole`. */
function placesAround(element, whole) {
  const found = [];
  for (let each = element.parentElement; whole.contains(each); each = each.parentElement) {
    if (each.id) found.push(each);
  }
  return found;
}

function morphElement(old, fresh) {
  morphAttributes(old, fresh);
  const parts = new Map([...old.children].filter((child) => child.id).map((child) => [child.id, child]));
  const wantedIds = new Set([...fresh.children].map((child) => child.id));
  for (const [id, child] of parts) if (!wantedIds.has(id)) child.remove();
  let next = old.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const kept = match(next, wanted, parts);
    if (!kept) {
      old.insertBefore(wanted, next);
      continue;
    }
    if (kept === next) next = next.nextSibling;
    else old.insertBefore(kept, next);
    if (kept.nodeType === Node.ELEMENT_NODE) morphElement(kept, wanted);
    else if (kept.data !== wanted.data) kept.data = wanted.data;
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

/** The node that becomes `wanted`: the one of its id, else the next if it is alike. */
function match(next, wanted, parts) {
  if (wanted.id) return parts.get(wanted.id);
  const alike = next && next.nodeName === wanted.nodeName && !next.id;
  return alike ? next : null;
}

function morphAttributes(old, fresh) {
  const own = OWN.get(old.nodeName) ?? new Set();
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name) && !own.has(name) && name !== "tabindex") old.removeAttribute(name);
  }
  for (const { name, value } of fresh.attributes) {
    if (!own.has(name) && old.getAttribute(name) !== value) old.setAttribute(name, value);
  }
}
