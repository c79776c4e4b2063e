/** What this tab remembers until it is closed; nothing where the browser forbids it. */

export function recall(name) {
  try {
    return sessionStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Without a value it is forgotten. */
export function keep(name, value) {
  try {
    if (value === null) sessionStorage.removeItem(name);
    else sessionStorage.setItem(name, value);
  } catch {
    // Then it has to be switched on again on the next page.
  }
}
