import { choose, chosen } from "./mode.js";

/// Shows and wires `<fieldset class="seg" data-theme hidden>` with radios "", "light", "dark".
export function theme(root = document) {
    for (const fieldset of root.querySelectorAll("[data-theme]")) {
        const current = fieldset.querySelector(`input[value="${chosen()}"]`);
        if (current)
            current.checked = true;
        fieldset.addEventListener("change", event => choose(event.target.value));
        fieldset.hidden = false;
    }
}
