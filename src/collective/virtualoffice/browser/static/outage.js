/** The clerk's page of a room that nobody can enter: anew when something has changed. */

import { keepAttended } from "./attendance.js";
import { poll } from "./poll.js";

const EVERY = 5_000;
const HIDDEN = 15_000;
const VIDEO = "video_unavailable";

const page = document.getElementById("outage");
const { broken, id, phone, presence, state, watch } = page.dataset;

let wasBroken = Boolean(broken);

/** Whether the page still says how it is. */
function holds({ visits, warnings }) {
  const visit = visits.find((each) => each.id === id);
  const isBroken = warnings.some(({ type }) => type === VIDEO);
  const isMended = wasBroken && !isBroken;
  wasBroken = isBroken;
  return !isMended && visit?.state === state && visit.phone === phone;
}

poll({
  url: watch,
  every: EVERY,
  whenHidden: HIDDEN,
  onAnswer: (answer) => holds(answer) || location.reload(),
  onRefused: () => location.reload(),
});
keepAttended(presence, () => true);
