// Runs before the first paint; the switch itself is in lib/theme.js.
import { apply, chosen } from "./lib/mode.js";

if (chosen())
    apply(chosen());
