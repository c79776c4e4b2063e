/** The page that tests camera and sound before the knock. */

import { wireDevices } from "./devices.js";
import { countWays } from "./ways.js";

const elsewhere = document.getElementById("device-test-else");

wireDevices(document.getElementById("devices"), (verdict) => {
  if (verdict === "failed") elsewhere.dataset.wanted = "yes";
  else delete elsewhere.dataset.wanted;
});
countWays(document);
document.documentElement.classList.add("vo-live");
