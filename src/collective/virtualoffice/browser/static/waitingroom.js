/** Shows in the waiting room what the server told of the visit. */

const A_MINUTE = 60_000;

/**
 * @param {object} visit as the REST API answers it
 * @param {object} room `say`, `spoken`, whether it `isPaused`, what was `told` and when
 */
export function showVisit(visit, room) {
  showMessages(visit.messages, room);
  room.latest = visit;
  const element = document.getElementById("visit-place");
  if (!element || visit.ahead === null || room.isPaused) return;
  const text = placeInWords(visit, room.spoken);
  if (element.textContent.trim() !== text) element.textContent = text;
  showWait(visit.wait, room.spoken);
  tellPlace(text, room);
}

export function placeInWords({ ahead }, spoken) {
  if (ahead === 0) return spoken.say("next");
  return ahead === 1 ? spoken.say("one") : spoken.say("many", { count: ahead });
}

function showWait(wait, spoken) {
  const element = document.getElementById("visit-wait");
  element.parentElement.hidden = !wait;
  element.textContent = wait ? spoken.wait(wait) : "";
}

/** A new place is announced at most once a minute; the first one is on the page. */
function tellPlace(text, room) {
  const isFirst = room.told === null;
  if (text === room.told || (!isFirst && Date.now() - room.toldAt < A_MINUTE)) return;
  room.told = text;
  room.toldAt = Date.now();
  if (!isFirst) room.say(text);
}

function showMessages(messages, room) {
  const list = document.getElementById("visit-messages");
  if (!list) return;
  const shown = [...list.querySelectorAll(".vo-lines")].map((words) => words.textContent).reverse();
  const said = messages.map(({ text }) => text);
  if (JSON.stringify(said) === JSON.stringify(shown)) return;
  list.replaceChildren(...[...messages].reverse().map((message) => entry(message, room.spoken)));
  document.getElementById("visit-messages-box").hidden = !messages.length;
  const isNews = said.length >= shown.length && said.at(-1) !== shown.at(-1);
  if (isNews || said.length > shown.length) room.say(room.spoken.say("message", { text: said.at(-1) }));
}

function entry({ at, text }, spoken) {
  const item = document.createElement("li");
  const time = item.appendChild(document.createElement("span"));
  time.className = "text-body-secondary";
  time.textContent = spoken.clock(at);
  item.append(" ");
  const words = item.appendChild(document.createElement("span"));
  words.className = "vo-lines";
  words.dir = "auto";
  words.textContent = text;
  return item;
}
