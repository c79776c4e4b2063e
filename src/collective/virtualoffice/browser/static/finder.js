/**
 * Makes the finder quicker: what is typed, chosen and followed shows its results without
 * a new page. The addresses are the same as without a script, and so is going back.
 */

import { focusOn } from "./focus.js";
import { morph } from "./morph.js";

const PAUSE = 300;
const FEWEST = 2;
const PATIENCE = 15_000;

const finder = document.getElementById("finder");
const form = document.getElementById("finder-form");
const text = document.getElementById("finder-text");

let question = null;
let timer = null;
let wasTyped = false;
let wanted = bare(location.href);

/** An address without the place in the page that it may lead to. */
function bare(address) {
  return address.split("#")[0];
}

/** The address that the form asks for, without what is empty. */
function wished() {
  const url = new URL(form.action);
  const said = [...new FormData(form)].filter(([, value]) => value.trim());
  url.search = new URLSearchParams(said);
  return url;
}

/** The page as it is at an address; null when somebody asked for another one meanwhile. */
async function fetchPage(url) {
  question?.abort();
  const mine = new AbortController();
  question = mine;
  const giveUp = setTimeout(() => mine.abort(), PATIENCE);
  try {
    const response = await fetch(url, { signal: mine.signal });
    if (!response.ok) throw new Error("no answer");
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    if (!page.getElementById("finder")) throw new Error("another page");
    return question === mine ? page : null;
  } catch (error) {
    if (question !== mine) return null;
    throw error;
  } finally {
    clearTimeout(giveUp);
  }
}

/** What is being typed is left alone; anything else shows what the address says. */
function fillIn(fresh) {
  for (const field of form.elements) {
    const same = field.id && fresh.querySelector(`#${field.id}`);
    if (!same || field === document.activeElement) continue;
    if (field.type === "checkbox") field.checked = same.checked;
    else field.value = same.value;
  }
}

/**
 * Show the results of an address.
 *
 * @param {URL} url
 * @param {function()} note tells the browser's history
 * @returns {Promise<boolean>} whether they are shown
 */
async function show(url, note) {
  clearTimeout(timer);
  wanted = bare(url.href);
  let page;
  try {
    page = await fetchPage(url);
  } catch {
    location.assign(url);
    return false;
  }
  if (!page) return false;
  note();
  const fresh = document.adoptNode(page.getElementById("finder"));
  const values = fresh.querySelector("#finder-form").cloneNode(true);
  morph(finder, fresh);
  fillIn(values);
  const canonical = document.querySelector("link[rel=canonical]");
  if (canonical) canonical.href = page.querySelector("link[rel=canonical]").href;
  return true;
}

/**
 * Plone's patterns mark an entry of the history that they meet, and load the page anew
 * when somebody comes back to it.
 */
function keepUnmarked() {
  history.replaceState(null, "", location.href);
}

/** A word that is typed letter by letter is one step back. */
function go(url, { typed = false } = {}) {
  if (url.href === location.href) return Promise.resolve(false);
  const step = typed && wasTyped ? "replaceState" : "pushState";
  return show(url, () => {
    wasTyped = typed;
    keepUnmarked();
    history[step](null, "", url);
  });
}

function typing() {
  clearTimeout(timer);
  const length = text.value.trim().length;
  if (length && length < FEWEST) return;
  timer = setTimeout(() => go(wished(), { typed: true }), PAUSE);
}

/** Only plain clicks on links that lead to other results. */
function target(event) {
  const link = event.target.closest("a");
  const isPlain = !(event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !isPlain || event.defaultPrevented) return null;
  return link.href.split("?")[0] === form.action.split("?")[0] ? link : null;
}

async function follow(event) {
  const link = target(event);
  if (!link) return;
  event.preventDefault();
  const isPage = Boolean(link.rel);
  const isShown = await go(new URL(link.href));
  if (!isShown || !isPage) return;
  const results = document.getElementById("finder-found");
  focusOn(results);
  results.scrollIntoView();
}

form.addEventListener("input", (event) => event.target === text && typing());
form.addEventListener("change", (event) => event.target !== text && go(wished()));
form.addEventListener("submit", (event) => {
  event.preventDefault();
  go(wished());
});
finder.addEventListener("click", follow);
window.addEventListener("popstate", () => {
  const url = new URL(location.href);
  if (bare(url.href) === wanted) return;
  wasTyped = false;
  text.blur();
  setTimeout(keepUnmarked);
  show(url, () => {});
});
