/** The test of camera and sound in the waiting room: loaded only when it is unfolded. */

/** The fold outlives the news of the page; the form for a number does not. */
export function offerDevices(part) {
  const fold = part.querySelector("#visit-devices");
  if (fold?.dataset.failed) askForPhone();
  if (!fold || fold.dataset.offered) return;
  fold.dataset.offered = "yes";
  fold.addEventListener("toggle", unfold);
}

async function unfold({ currentTarget: fold }) {
  if (!fold.open) return;
  fold.removeEventListener("toggle", unfold);
  const { wireDevices } = await import("./devices.js");
  wireDevices(fold.querySelector("#devices"), (verdict) => {
    if (verdict !== "failed") return;
    fold.dataset.failed = "yes";
    askForPhone();
  });
}

function askForPhone() {
  const form = document.getElementById("visit-call-back");
  if (form) form.dataset.wanted = "yes";
}
