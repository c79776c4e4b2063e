/**
 * Going back to the knock form and sending it again is the same knock; who takes another
 * way instead is counted.
 *
 * The form comes with a new key each time. Browsers fill in again what was typed into a
 * form that is gone back to: so the key is made to look typed when the form is sent.
 *
 * The test of camera and sound stands in the form, so that nobody leaves what is typed.
 */

import { offerDevices } from "./devicesfold.js";
import { countWays } from "./ways.js";

const key = document.querySelector("#knock [name=key]");

key?.form.addEventListener("submit", () => {
  const { value } = key;
  key.defaultValue = "";
  key.value = value;
});

/**
 * A field that is not shown is disabled: browsers would fill it in by themselves. The
 * address asks for it from now on, so that it is there when the form is gone back to.
 */
function askForPhone() {
  document.getElementById("knock-else").dataset.wanted = "yes";
  const field = document.getElementById("knock-call-back");
  field.disabled = field.hidden = false;
  const address = new URL(location.href);
  address.searchParams.set("callback", "1");
  history.replaceState(history.state, "", address);
}

offerDevices(document.getElementById("knock-devices"), askForPhone);
countWays(document);
document.documentElement.classList.add("vo-live");
