/** Times, waits and counts in the words that the server gave in the page. */

/** Fill what stands in {braces}. */
export function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (brace, name) => values[name] ?? brace);
}

const LONG = 120;

/** Whole minutes, from ten on whole five minutes, from two hours on whole hours. */
function blurred(low, high) {
  if (high > LONG) return { low: Math.floor(low / 60), high: Math.ceil(high / 60), unit: "hours" };
  const down = low < 10 ? Math.floor(low) : Math.floor(low / 5) * 5;
  const up = high < 10 ? Math.ceil(high) : Math.ceil(high / 5) * 5;
  return { low: down, high: up, unit: "minutes" };
}

/** The words of a page: its texts, its language and the office's time zone. */
export function words(element) {
  const texts = JSON.parse(element.dataset.texts);
  const timeZone = element.dataset.zone;
  const language = document.documentElement.lang || "de";
  // The same styles as on the server, which puts a plain space before "PM".
  const format = (options) => new Intl.DateTimeFormat(language, { timeZone, ...options });
  const clockFormat = format({ timeStyle: "short" });
  const dayFormat = format({ dateStyle: "full" });

  const say = (name, values) => fill(texts[name] ?? "", values);
  const clock = (iso) => clockFormat.format(new Date(iso)).replace("\u202f", " ");

  function at(iso) {
    const day = dayFormat.format(new Date(iso));
    const isToday = day === dayFormat.format(new Date());
    return say(isToday ? "at_time" : "at_day", { day, time: clock(iso) });
  }

  function wait({ low, high, rough }) {
    if (high < 2) return say("wait_none");
    const range = blurred(low, high);
    const said = say(`wait_${range.low < 1 ? "up_to" : "range"}_${range.unit}`, range);
    return rough ? say("wait_rough", { wait: said }) : said;
  }

  return { say, clock, at, wait };
}
