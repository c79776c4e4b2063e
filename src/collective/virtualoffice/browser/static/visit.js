/** One's own visit: what is asked of the server, and what is told to it. */

const JSON_ONLY = { Accept: "application/json", "Content-Type": "application/json" };

/**
 * @param {string} url the visit in the REST API
 * @returns {{ask: function(): Promise, tell: function(string, object=): Promise}} both answer
 *   JSON, or null where there is none; they fail when the line is down, and with
 *   `error.gone` when the visit is no longer known
 */
export function visitAt(url) {
  async function send(address, options) {
    const response = await fetch(address, {
      cache: "no-store",
      headers: JSON_ONLY,
      signal: AbortSignal.timeout(15_000),
      ...options,
    });
    if (response.status === 404) throw Object.assign(new Error("gone"), { gone: true });
    if (!response.ok) throw new Error(`refused: ${response.status}`);
    return response.status === 204 ? null : response.json();
  }

  return {
    ask: () => send(url, {}),
    tell: (deed, said = {}) =>
      send(`${url}/${deed}`, { method: "POST", body: JSON.stringify(said) }),
  };
}
