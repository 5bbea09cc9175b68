// Runs before the first paint; the switch itself is in lib/theme.js.
import { apply } from "./lib/mode.js";

apply();
