/** Says something to people who use a screen reader. */

export function announce(element, text) {
  element.textContent = "";
  setTimeout(() => {
    element.textContent = text;
  }, 100);
}
