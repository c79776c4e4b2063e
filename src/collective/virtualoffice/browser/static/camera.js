/** One's own picture in the demonstration room: only after a click, and only here. */

export function wireCamera({ part, texts }) {
  const button = part("camera");
  if (!button) return;
  const video = part("video");
  let stream = null;

  async function start() {
    part("camera-problem").hidden = true;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ video: true });
    } catch (error) {
      return explain(error.name === "NotFoundError" ? texts.missing : texts.refused);
    }
    video.srcObject = stream;
    show(true);
  }

  function stop() {
    for (const track of stream.getTracks()) track.stop();
    stream = video.srcObject = null;
    show(false);
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
}
