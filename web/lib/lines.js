// Rows that repeat (`lines.N.amount`): the arithmetic is pure and tested; the rest touches the page.
import { formatRupiah, parse, parseQuantity, times } from "./money.js";

/// "lines.3.amount", 7 -> "lines.7.amount"; names of other rows stay.
export function renumber(name, group, index) {
    return name.startsWith(`${group}.`) ? name.replace(/^([^.]+)\.\d+(?=\.|$)/, `$1.${index}`) : name;
}

/// Spreadsheet cells as text: tabs between cells, lines between rows, quoted cells may hold both.
export function cells(text) {
    const rows = [[]];
    let cell = "";
    let quoted = false;
    const source = text.replace(/\r\n?/g, "\n").replace(/\n$/, "");
    for (let at = 0; at < source.length; ++at) {
        const sign = source[at];
        if (quoted && sign === '"' && source[at + 1] === '"') {
            cell += '"';
            ++at;
        } else if (quoted) {
            sign === '"' ? quoted = false : cell += sign;
        } else if (sign === '"' && cell === "") {
            quoted = true;
        } else if (sign === "\t" || sign === "\n") {
            rows.at(-1).push(cell.trim());
            cell = "";
            if (sign === "\n")
                rows.push([]);
        } else {
            cell += sign;
        }
    }
    rows.at(-1).push(cell.trim());
    return rows;
}

/// One row's rupiah: its amount, or quantity × price. Null when it is not (yet) a number; an empty row is 0.
export function amountOf({ amount, quantity, price }) {
    if (amount !== undefined)
        return amount.trim() === "" ? 0 : valueOf(amount);
    if (price === undefined || price.trim() === "")
        return 0;
    const each = valueOf(price);
    const count = quantity === undefined ? 1000 : parseQuantity(quantity);
    return each === null || count === null ? null : times(count, each);
}

function valueOf(text) {
    const parsed = parse(text);
    return parsed.ok ? parsed.value : null;
}

/// [{group, amount}] -> {all, groups: {umkm: 5}, unread}; rows that are not numbers count in `unread` only.
export function totals(rows) {
    const result = { all: 0, groups: {}, unread: 0 };
    for (const { group, amount } of rows) {
        if (amount === null) {
            ++result.unread;
            continue;
        }
        result.all += amount;
        if (group)
            result.groups[group] = (result.groups[group] ?? 0) + amount;
    }
    return result;
}

/// "27,3 %" of part in whole, cut, never rounded up to a limit that is not reached; "" of nothing.
export function share(part, whole) {
    if (whole <= 0)
        return "";
    const tenths = BigInt(part) * 1000n / BigInt(whole);
    return `${tenths / 10n},${tenths % 10n} %`;
}

function readRow(row) {
    const value = selector => row.querySelector(selector)?.value;
    const amount = amountOf({ amount: value("input[data-amount]"), quantity: value("[data-quantity]"), price: value("[data-price]") });
    const option = row.querySelector("[data-group-select]")?.selectedOptions[0];
    return { row, amount, group: option ? option.dataset.key : row.dataset.groupKey };
}

function show(box) {
    const scope = box.closest("form") ?? document;
    const rows = [...scope.querySelectorAll("[data-line]")].map(readRow);
    for (const { row, amount } of rows) {
        const output = row.querySelector("output[data-amount]");
        if (output)
            output.textContent = amount === null ? "?" : formatRupiah(amount);
    }
    const sum = totals(rows);
    for (const place of scope.querySelectorAll("[data-total]:not(tr)")) {
        const key = place.dataset.total;
        place.textContent = formatRupiah(key ? sum.groups[key] ?? 0 : sum.all);
    }
    for (const place of scope.querySelectorAll("[data-share]"))
        place.textContent = share(sum.groups[place.dataset.share] ?? 0, sum.all);
    scope.dispatchEvent(new CustomEvent("totals", { detail: sum }));
}

function number(box) {
    const group = box.dataset.lines;
    [...box.querySelectorAll("[data-line]")].forEach((row, index) => {
        for (const field of row.querySelectorAll("[name], [id], [for], [aria-describedby]")) {
            for (const attribute of ["name", "for", "id", "aria-describedby"]) {
                const old = field.getAttribute(attribute);
                if (old)
                    field.setAttribute(attribute, old.split(" ").map(part => renumberId(part, group, index)).join(" "));
            }
        }
    });
}

/// Ids carry "f-", "h-" or "e-" before the field's name.
function renumberId(text, group, index) {
    const mark = text.match(/^[fhe]-/)?.[0] ?? "";
    return mark + renumber(text.slice(mark.length), group, index);
}

function blank(row) {
    const copy = row.cloneNode(true);
    for (const field of copy.querySelectorAll("input, select, textarea")) {
        field.removeAttribute("aria-invalid");
        if (field.type === "checkbox" || field.type === "radio")
            field.checked = false;
        else if (!(field.matches("select") || "repeat" in field.dataset))
            field.value = "";
    }
    // A copied select forgets its choice; the same as in the row above is the likelier one.
    row.querySelectorAll("select").forEach((select, at) => { copy.querySelectorAll("select")[at].value = select.value; });
    copy.querySelectorAll(".late").forEach(error => error.remove());
    return copy;
}

export function addRow(box) {
    const rows = box.querySelectorAll("[data-line]");
    const row = blank(rows[rows.length - 1]);
    rows[rows.length - 1].after(row);
    number(box);
    return row;
}

function removeRow(box, row) {
    const rows = [...box.querySelectorAll("[data-line]")];
    if (rows.length === 1) {
        row.replaceWith(blank(row));
    } else {
        const near = rows[rows.indexOf(row) + 1] ?? rows[rows.indexOf(row) - 1];
        row.remove();
        near.querySelector("input, select")?.focus();
    }
    number(box);
}

/// Makes room for kept values before they are filled in.
export function growFor(form, stored) {
    for (const box of form.querySelectorAll("[data-lines]")) {
        const indices = Object.keys(stored).filter(name => name.startsWith(`${box.dataset.lines}.`)).map(name => Number(name.split(".")[1]));
        const wanted = Math.min(Math.max(0, ...indices) + 1, 500);
        while (box.querySelectorAll("[data-line]").length < wanted)
            addRow(box);
    }
}

function paste(box, event) {
    const field = event.target.closest("[data-line] input, [data-line] select, [data-line] textarea");
    const table = cells(event.clipboardData?.getData("text/plain") ?? "");
    if (!field || (table.length === 1 && table[0].length === 1))
        return;
    event.preventDefault();
    const editable = row => [...row.querySelectorAll("input:not([type=hidden]), select, textarea")];
    let row = field.closest("[data-line]");
    const column = editable(row).indexOf(field);
    for (const values of table) {
        row ??= addRow(box);
        editable(row).slice(column, column + values.length).forEach((target, at) => put(target, values[at]));
        row = row.nextElementSibling?.matches("[data-line]") ? row.nextElementSibling : null;
    }
    box.dispatchEvent(new Event("input", { bubbles: true }));
}

function put(target, value) {
    if (target.matches("select")) {
        const wanted = value.toLowerCase();
        const option = [...target.options].find(one => one.value.toLowerCase() === wanted || one.text.trim().toLowerCase() === wanted);
        if (option)
            target.value = option.value;
    } else {
        target.value = value;
    }
}

export function lines(root = document) {
    for (const box of root.querySelectorAll("[data-lines]")) {
        box.addEventListener("click", event => {
            if (event.target.closest("[data-add]"))
                addRow(box).querySelector("input, select")?.focus();
            else if (event.target.closest("[data-remove]"))
                removeRow(box, event.target.closest("[data-line]"));
            else
                return;
            box.dispatchEvent(new Event("input", { bubbles: true }));
        });
        box.addEventListener("input", () => show(box));
        box.addEventListener("paste", event => paste(box, event));
        box.closest("form")?.addEventListener("restored", () => show(box));
        show(box);
    }
}
