/** Another server's script, only when it is asked for. */

export const PATIENCE = 10_000;

/**
 * Resolves when the script has run. Rejects when it does not come: with the message
 * "slow" after `patience`, else "failed", and browsers tell no page why.
 */
export function loadScript(url, patience = PATIENCE) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const giveUp = (reason) => {
      script.remove();
      reject(new Error(reason));
    };
    const timer = setTimeout(giveUp, patience, "slow");
    script.addEventListener("load", () => {
      clearTimeout(timer);
      resolve();
    });
    script.addEventListener("error", () => {
      clearTimeout(timer);
      giveUp("failed");
    });
    script.async = true;
    script.src = url;
    document.head.append(script);
  });
}
