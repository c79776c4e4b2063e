/** Who belongs to the call, and who of them is in the room. */

/**
 * @param {object} room `part(name)`, `texts`, `say(text)`
 * @param {string} seat the reader's own
 * @param {boolean} isKnown whether anybody knows who is in the room
 * @param {boolean} isOwnKnown whether oneself may have the page and not be in the room
 * @returns {function(object[])} shows the people that a visit is said to have
 */
export function wirePeople({ part, texts, say }, seat, isKnown, isOwnKnown) {
  const list = part("list");
  const styles = JSON.parse(list.dataset.styles);
  const known = new Map();
  let shown = "";

  function show(people) {
    const told = JSON.stringify(people);
    if (told === shown) return;
    shown = told;
    list.replaceChildren(...people.map(entry));
    for (const each of people) notice(each);
  }

  function entry({ seat: id, role, name, where }) {
    const item = document.createElement("li");
    const isOwn = id === seat;
    const bdi = element("bdi", name);
    item.append(element("span", texts[`prefix_${isOwn ? "you" : role}`]), " ", bdi);
    const isShown = isOwn ? isOwnKnown : isKnown;
    if (isShown) item.append(" ", element("span", texts[`where_${where}`], styles[where]));
    return item;
  }

  /** Said when somebody comes or goes: one looks at the picture, not at the list. */
  function notice({ seat: id, name, where }) {
    const before = known.get(id);
    known.set(id, where);
    const isNews = before && before !== where;
    if (isKnown && isNews && id !== seat) say(`${name}: ${texts[`where_${where}`]}`);
  }

  return show;
}

function element(tag, text, style = "") {
  const made = document.createElement(tag);
  made.textContent = text;
  if (style) made.className = style;
  return made;
}
