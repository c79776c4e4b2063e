/** The test of camera and sound on a page for something else: loaded when it is unfolded. */

/**
 * @param {HTMLDetailsElement|null} fold has the test; it may outlive the news of the page
 * @param {function()} onFailed so no conversation by video is possible: there and then,
 *   and on every later call
 */
export function offerDevices(fold, onFailed) {
  if (fold?.dataset.failed) onFailed();
  if (!fold || fold.dataset.offered) return;
  fold.dataset.offered = "yes";
  const unfold = async () => {
    if (!fold.open) return;
    fold.removeEventListener("toggle", unfold);
    const { wireDevices } = await import("./devices.js");
    wireDevices(fold.querySelector("#devices"), (verdict) => {
      if (verdict !== "failed") return;
      fold.dataset.failed = "yes";
      onFailed();
    });
  };
  fold.addEventListener("toggle", unfold);
  unfold();
}
