/** Shows how far an import is, and loads the page anew when it is done. */

const EVERY = 1_500;
const AFTER_FAILURE = 5_000;

const part = () => document.getElementById("service-import");

async function ask() {
  const response = await fetch(location.href, { cache: "no-store", signal: AbortSignal.timeout(15_000) });
  if (!response.ok) throw new Error("no answer");
  const page = new DOMParser().parseFromString(await response.text(), "text/html");
  return page.getElementById("service-import");
}

async function follow() {
  try {
    const fresh = await ask();
    if (!fresh?.dataset.works) return location.reload();
    part().replaceChildren(...document.adoptNode(fresh).childNodes);
    setTimeout(follow, EVERY);
  } catch {
    setTimeout(follow, AFTER_FAILURE);
  }
}

if (part().dataset.works) setTimeout(follow, EVERY);
