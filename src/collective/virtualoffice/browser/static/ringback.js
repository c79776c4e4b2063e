/** Rings somebody back who left the room page open and looks elsewhere. */

import { Ring, shake } from "./ring.js";
import { isWished, Sound } from "./sound.js";

/**
 * Rings until the page is used, or for two minutes; where the sound was not switched on
 * for this visit, a phone shakes once.
 *
 * @param {string} id the visit's public id
 * @returns {function()} stops it
 */
export function ringBack(id) {
  if (!isWished(id)) {
    shake();
    return () => {};
  }
  const ring = new Ring(new Sound());
  const stop = () => ring.stop();
  for (const use of ["pointerdown", "keydown"]) document.addEventListener(use, stop, { once: true });
  ring.start({ isEndless: false });
  return stop;
}
