/** Keeps people who use the keyboard where they were when that goes away. */

/** Put the focus on a place that takes none by itself; the next one is behind it. */
export function focusOn(place) {
  place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}
