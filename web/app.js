// On every page.
import { dialogs } from "./lib/dialogs.js";
import { forms } from "./lib/forms.js";
import { keep } from "./lib/keep.js";
import { growFor, lines } from "./lib/lines.js";
import { outbox } from "./lib/outbox.js";
import { owner } from "./lib/owner.js";
import { tables } from "./lib/table.js";
import { theme } from "./lib/theme.js";

theme();
dialogs();
lines();
keep(document, growFor);
forms();
outbox();
owner();
tables();
