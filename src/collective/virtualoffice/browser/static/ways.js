/** Counts, without a person, who chose another way than the door. */

export function countWays(root) {
  for (const element of root.querySelectorAll("[data-way]")) {
    const isFold = element.tagName === "DETAILS";
    element.addEventListener(isFold ? "toggle" : "click", () => {
      if (!isFold || element.open) count(element);
    });
  }
}

function count(element) {
  if (element.dataset.counted) return;
  element.dataset.counted = "yes";
  const url = element.dataset.demand ?? element.closest("[data-demand]").dataset.demand;
  fetch(url, {
    method: "POST",
    keepalive: true,
    headers: { Accept: "application/json", "Content-Type": "application/json" },
    body: JSON.stringify({ way: element.dataset.way }),
  }).catch(() => {});
}
