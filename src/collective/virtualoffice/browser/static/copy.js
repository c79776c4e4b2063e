/** The buttons beside private links that copy them. */

export function wireCopy(part, { said, say }) {
  part.addEventListener("click", async ({ target }) => {
    const button = target.closest(".vo-copy");
    if (!button || !(await copied(button.previousElementSibling))) return;
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
