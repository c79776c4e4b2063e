/** Times, waits and counts in the words that the server gave in the page. */

/** Fill what stands in {braces}. */
export function fill(text, values = {}) {
  return text.replace(/\{(\w+)\}/g, (brace, name) => values[name] ?? brace);
}

/** The words of a page: its texts, its language and the office's time zone. */
export function words(element) {
  const texts = JSON.parse(element.dataset.texts);
  const timeZone = element.dataset.zone;
  const language = document.documentElement.lang || "de";
  const format = (options) => new Intl.DateTimeFormat(language, { timeZone, ...options });
  const clockFormat = format({ hour: "2-digit", minute: "2-digit" });
  const dayFormat = format({ weekday: "long", day: "numeric", month: "long" });

  const say = (name, values) => fill(texts[name] ?? "", values);
  const clock = (iso) => clockFormat.format(new Date(iso));

  function at(iso) {
    const day = dayFormat.format(new Date(iso));
    const isToday = day === dayFormat.format(new Date());
    return say(isToday ? "at_time" : "at_day", { day, time: clock(iso) });
  }

  function wait({ low, high, rough }) {
    if (high < 2) return say("wait_none");
    const kind = low < 1 ? "wait_up_to" : "wait_range";
    return say(rough ? `${kind}_rough` : kind, { low: Math.floor(low), high: Math.ceil(high) });
  }

  return { say, clock, at, wait };
}
