/** Keeps people who use the keyboard where they were when that goes away. */

/** Put the focus on a place that takes none by itself; the next one is behind it. */
export function focusOn(place) {
  place.setAttribute("tabindex", "-1");
  place.focus({ preventScroll: true });
}

/**
 * Put the focus into a frame: keys go to what is inside.
 *
 * A page of another server takes the keys only when it is there; a focus that came
 * before stays at the frame's edge.
 */
export function focusInto(frame) {
  frame.focus({ preventScroll: true });
  frame.addEventListener("load", () => {
    if (document.activeElement !== frame) return;
    frame.blur();
    frame.focus({ preventScroll: true });
  });
}
