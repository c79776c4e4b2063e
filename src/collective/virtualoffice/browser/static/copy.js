/** The button beside a private link that copies it. */

export function wireCopy(part, { said, say }) {
  const button = part.querySelector("#visit-copy");
  const field = part.querySelector("#visit-link-url");
  button?.addEventListener("click", async () => {
    if (!(await copied(field))) return;
    button.textContent = said;
    say(said);
  });
}

/** Where the clipboard may not be written, the browser's old way may still work. */
async function copied(field) {
  field.select();
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy");
  }
}
