/** How long our own server takes to answer; of the video server that says nothing. */

const TIMES = 5;
const MOST_FAILURES = 2;
const PATIENCE = 5_000;
const SLOW = 400;

/** @returns {Promise<{line: string, milliseconds: number}>} "good", "slow" or "down" */
export async function measureLine(url) {
  const taken = [];
  for (let time = 0; time < TIMES; time += 1) taken.push(await roundTrip(url));
  const milliseconds = Math.round(taken.sort((one, other) => one - other)[Math.floor(TIMES / 2)]);
  if (taken.filter((each) => each === Infinity).length > MOST_FAILURES) return { line: "down", milliseconds };
  return { line: milliseconds > SLOW ? "slow" : "good", milliseconds };
}

async function roundTrip(url) {
  const start = performance.now();
  try {
    const headers = { Accept: "application/json" };
    await fetch(url, { cache: "no-store", headers, signal: AbortSignal.timeout(PATIENCE) });
    return performance.now() - start;
  } catch {
    return Infinity;
  }
}
