/** The test of camera and sound in the waiting room: loaded only when it is unfolded. */

export function offerDevices(part) {
  part.querySelector("#visit-devices")?.addEventListener("toggle", unfold);
}

async function unfold({ currentTarget: fold }) {
  if (!fold.open) return;
  fold.removeEventListener("toggle", unfold);
  const { wireDevices } = await import("./devices.js");
  wireDevices(fold.querySelector("#devices"), (verdict) => {
    const form = document.getElementById("visit-call-back");
    if (form && verdict === "failed") form.dataset.wanted = "yes";
  });
}
