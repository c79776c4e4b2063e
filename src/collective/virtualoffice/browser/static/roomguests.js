/** Third persons on the room's page: who was let in, and who asks to be. */

/** @returns {function(object[])} shows the guests that a visit is said to have */
export function wireGuests({ part, texts, say }) {
  const list = part("guests");
  const asking = part("asking");
  const entries = () => [...list.querySelectorAll("bdi")].map((name) => name.textContent);

  function show(guests = []) {
    showAdmitted(names(guests, "admitted"));
    if (asking) showAsking(names(guests, "asking"));
  }

  function names(guests, state) {
    return guests.filter((each) => each.state === state).map((each) => each.name);
  }

  function showAdmitted(told) {
    if (JSON.stringify(told) === JSON.stringify(entries())) return;
    list.replaceChildren(...told.map(entry));
    list.hidden = !told.length;
  }

  function entry(name) {
    const item = document.createElement("li");
    item.append(document.createElement("bdi"), ` ${texts.admitted}`);
    item.firstChild.textContent = name;
    return item;
  }

  /** Said once for each who asks: the clerk looks at the picture, not at the list. */
  function showAsking(told) {
    const text = told.join(", ");
    const place = asking.querySelector("bdi");
    if (place.textContent === text) return;
    place.textContent = text;
    asking.hidden = !text;
    if (text) say(asking.querySelector("p").textContent.trim());
  }

  return show;
}
