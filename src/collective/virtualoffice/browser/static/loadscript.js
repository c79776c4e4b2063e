/** Another server's script, only when it is asked for. */

export const PATIENCE = 10_000;

/** Resolves when the script has run; rejects when it is blocked, missing or too slow. */
export function loadScript(url, patience = PATIENCE) {
  return new Promise((resolve, reject) => {
    const script = document.createElement("script");
    const giveUp = () => {
      script.remove();
      reject(new Error("not loaded"));
    };
    const timer = setTimeout(giveUp, patience);
    script.addEventListener("load", () => {
      clearTimeout(timer);
      resolve();
    });
    script.addEventListener("error", () => {
      clearTimeout(timer);
      giveUp();
    });
    script.async = true;
    script.src = url;
    document.head.append(script);
  });
}
