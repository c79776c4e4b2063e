/**
 * Going back to the knock form and sending it again is the same knock; who takes another
 * way instead is counted.
 *
 * The form comes with a new key each time. Browsers fill in again what was typed into a
 * form that is gone back to: so the key is made to look typed when the form is sent.
 */

import { countWays } from "./ways.js";

const key = document.querySelector("#knock [name=key]");

key?.form.addEventListener("submit", () => {
  const { value } = key;
  key.defaultValue = "";
  key.value = value;
});
countWays(document);
