/** What of a page is lost to people who look at it in their own way; as lists of words. */

(() => {
  const FIELDS = "input:not([type=hidden]), select, textarea";
  const CONTROLS = `${FIELDS}, button, summary, a[href], iframe, [tabindex="0"]`;
  const UNSEEN = ".visually-hidden, .visually-hidden-focusable, .vo-trap, svg, video";
  const OURS = "[class*=virtualoffice], .portaltype-service, .template-staff";
  const ENOUGH = 3; // to one: WCAG 2.2, 1.4.11

  const within = (selector) =>
    [...(document.querySelector("dialog[open]") ?? document).querySelectorAll(selector)].filter(
      (each) => each.closest("main") && isShown(each),
    );
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.closest(UNSEEN);
  const named = (element) => element.outerHTML.replace(/\s+/g, " ").slice(0, 160);

  /** What leaves the screen or is cut off. */
  function lost() {
    const room = document.documentElement.clientWidth;
    const width = document.documentElement.scrollWidth;
    const found = within("*").flatMap((element) => {
      if (isOutside(element, room)) return [`outside: ${named(element)}`];
      return isCut(element) ? [`cut off: ${named(element)}`] : [];
    });
    return width > room ? [`scrolls sideways, ${width} px wide`, ...found] : found;
  }

  function isOutside(element, room) {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > room + 1 || left < -1) && !element.parentElement.closest(".table-responsive");
  }

  /** What is typed or chosen may be longer than its field. */
  function isCut(element) {
    if (element.matches(FIELDS) || !element.innerText?.trim()) return false;
    const { overflowX, overflowY } = getComputedStyle(element);
    const hides = (overflow) => /hidden|clip/.test(overflow);
    return (
      (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) ||
      (hides(overflowY) && element.scrollHeight > element.clientHeight + 1)
    );
  }

  /** Fields whose edge can hardly be told from what is around them. */
  function faint() {
    return within(FIELDS).flatMap((field) => {
      const around = backdrop(field.parentElement);
      const edge = colour(getComputedStyle(field).borderTopColor);
      const ratio = contrast(over(edge, around), around);
      return ratio < ENOUGH ? [`edge of ${ratio.toFixed(1)} to 1: ${named(field)}`] : [];
    });
  }

  /** Controls that only a background would show, and there is none. */
  function flat() {
    return within(`${FIELDS}, .btn, .badge`).flatMap((element) => {
      const { borderTopStyle, borderTopWidth, appearance } = getComputedStyle(element);
      const hasEdge = borderTopStyle !== "none" && parseFloat(borderTopWidth) > 0;
      const isNative = element.matches("[type=checkbox], [type=radio]") && appearance === "auto";
      return hasEdge || isNative ? [] : [`no edge: ${named(element)}`];
    });
  }

  /** Whatever moves, or would if it changed. */
  function moving() {
    const animated = document
      .getAnimations()
      .filter(({ effect }) => effect.target.closest("main"))
      .map(({ effect }) => `moves: ${named(effect.target)}`);
    const slow = within("*").filter(({ tagName }) => tagName !== "IFRAME").flatMap((element) => {
      const { transitionDuration, scrollBehavior } = getComputedStyle(element);
      const lasts = transitionDuration.split(", ").some((each) => parseFloat(each) > 0.001);
      return lasts || scrollBehavior === "smooth" ? [`would move: ${named(element)}`] : [];
    });
    return [...animated, ...slow];
  }

  /** Controls on which the focus could not be seen, or that lie under something. */
  function unfocused() {
    const before = document.activeElement;
    before.blur();
    const found = within(CONTROLS)
      .filter((control) => control.tabIndex >= 0 && !control.disabled)
      .flatMap((control) => {
        control.focus();
        const trouble = document.activeElement === control ? focusTrouble(control) : null;
        return trouble ? [`focus ${trouble}: ${named(control)}`] : [];
      });
    before.focus({ preventScroll: true });
    return found;
  }

  /** What is wrong with the stop at which the focus is; null outside our part of a page. */
  function stop() {
    const control = document.activeElement;
    const isOurs = document.body.matches(OURS) && control.closest("main");
    const trouble = isOurs ? focusTrouble(control) : null;
    return trouble ? `focus ${trouble}: ${named(control)}` : null;
  }

  function focusTrouble(control) {
    // A frame has the focus when something in it has; its edge is around it.
    const edged = control.tagName === "IFRAME" ? control.parentElement : control;
    const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(edged);
    if (outlineStyle === "none" || parseFloat(outlineWidth) < 2) return "not seen";
    const around = backdrop(edged.parentElement);
    if (contrast(over(colour(outlineColor), around), around) < ENOUGH) return "faint";
    return isObscured(control) ? "obscured" : null;
  }

  /** WCAG 2.2, 2.4.11: not entirely under something else, nor outside the window. */
  function isObscured(control) {
    const boxes = [...control.getClientRects()];
    const points = boxes.flatMap(({ left, right, top, bottom }) => [
      [(left + right) / 2, (top + bottom) / 2],
      [left + 3, top + 3],
      [right - 3, bottom - 3],
    ]);
    return !points.some(([x, y]) => {
      const met = document.elementFromPoint(x, y);
      return met && (control.contains(met) || met.contains(control) && !met.matches("main, body, html"));
    });
  }

  function colour(text) {
    const [red, green, blue, alpha = 1] = text.match(/[\d.]+/g).map(Number);
    return { rgb: [red, green, blue], alpha };
  }

  function over({ rgb, alpha }, below) {
    return rgb.map((part, index) => part * alpha + below[index] * (1 - alpha));
  }

  function backdrop(element) {
    if (!element) return [255, 255, 255];
    const own = colour(getComputedStyle(element).backgroundColor);
    return own.alpha === 0 ? backdrop(element.parentElement) : over(own, backdrop(element.parentElement));
  }

  function contrast(one, other) {
    const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  }

  /** WCAG 2.2, relative luminance. */
  function luminance(rgb) {
    const [red, green, blue] = rgb.map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  }

  window.sight = { lost, faint, flat, moving, stop, unfocused };
})();
