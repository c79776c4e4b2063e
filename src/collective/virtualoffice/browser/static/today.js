/** The mark on today's hours, on a page that may have been kept since yesterday. */

/** Take away marks on a day that is over in the office's time zone. */
export function forgetYesterday(timeZone) {
  // Swedes write dates as ISO 8601 does.
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone }).format(new Date());
  for (const row of document.querySelectorAll("[data-today]")) {
    if (row.dataset.today === today) continue;
    row.removeAttribute("aria-current");
    row.querySelector(".vo-today").remove();
  }
}
