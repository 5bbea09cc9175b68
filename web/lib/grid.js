// Keys of a spreadsheet in `<table data-grid>`: Enter and the arrows up and down move between rows.
import { addRow } from "./lines.js";

function step(field, by) {
    const row = field.closest("[data-line]");
    const fields = one => [...one.querySelectorAll("input:not([type=hidden]), select, textarea")];
    const column = fields(row).indexOf(field);
    let next = by > 0 ? row.nextElementSibling : row.previousElementSibling;
    const box = row.closest("[data-lines]");
    const filled = fields(row).some(one => one.matches("input") && one.value.trim() !== "");
    if (!next && by > 0 && box && filled)
        next = addRow(box);
    const target = next && fields(next)[column];
    target?.focus();
    target?.select?.();
    return Boolean(target);
}

export function grids(root = document) {
    root.addEventListener("keydown", event => {
        if (!event.target.matches("[data-grid] [data-line] input") || event.altKey || event.ctrlKey || event.metaKey)
            return;
        const by = { Enter: event.shiftKey ? -1 : 1, ArrowDown: 1, ArrowUp: -1 }[event.key];
        if (!by)
            return;
        // Enter inside the grid never sends the form by accident.
        if (step(event.target, by) || event.key === "Enter")
            event.preventDefault();
    });
}
