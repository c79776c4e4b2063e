/** The page that shows staff a new private link, this once. */

import { wireCopy } from "./copy.js";

const part = document.getElementById("new-link");
const status = part.querySelector("[role=status]");

wireCopy(part, { said: part.dataset.copied, say: (text) => (status.textContent = text) });
document.documentElement.classList.add("vo-live");
