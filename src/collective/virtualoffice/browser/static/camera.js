/** One's own picture in the demonstration room: only after a click, and only here. */

/** @returns {function()} switches the camera off */
export function wireCamera({ part, texts }) {
  const button = part("camera");
  if (!button) return () => {};
  const video = part("video");
  let stream = null;
  let asked = 0;

  async function start() {
    const mine = ++asked;
    part("camera-problem").hidden = true;
    let granted;
    try {
      granted = await navigator.mediaDevices.getUserMedia({ video: true });
    } catch (error) {
      return explain(error.name === "NotFoundError" ? texts.missing : texts.refused);
    }
    if (mine !== asked) return end(granted);
    video.srcObject = stream = granted;
    show(true);
  }

  /** A camera that is allowed only after this stays off too. */
  function stop() {
    asked += 1;
    if (stream) end(stream);
    stream = video.srcObject = null;
    show(false);
  }

  function end(ended) {
    for (const track of ended.getTracks()) track.stop();
  }

  function show(isOn) {
    video.hidden = !isOn;
    button.textContent = isOn ? texts.stop : texts.start;
  }

  function explain(text) {
    const problem = part("camera-problem");
    problem.setAttribute("role", "alert");
    problem.textContent = text;
    problem.hidden = false;
  }

  button.addEventListener("click", () => (stream ? stop() : start()));
  return stop;
}
