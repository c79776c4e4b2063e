/** The page that explains a visit needs no script; only the chosen ways are counted. */

import { countWays } from "./ways.js";

countWays(document);
