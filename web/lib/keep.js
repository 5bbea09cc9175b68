// A session may end while someone types: `<form data-keep>` keeps what was typed for this tab and gives it back when
// the same form is shown again. Passwords, files and hidden fields are never kept.
import { text } from "./text.js";

const prefix = "rtk.keep.";
const day = 24 * 60 * 60 * 1000;
const kept = "input:not([type=hidden], [type=password], [type=file], [type=submit]), select, textarea";

/// What a form holds: {name: [values]}; of radios and checkboxes only the chosen ones.
export function values(form) {
    const result = {};
    for (const field of form.querySelectorAll(kept)) {
        if (!field.name || field.autocomplete === "one-time-code")
            continue;
        result[field.name] ??= [];
        if (field.type === "radio" || field.type === "checkbox") {
            if (field.checked)
                result[field.name].push(field.value);
        } else {
            result[field.name].push(field.value);
        }
    }
    return result;
}

export function fill(form, stored) {
    const next = {};
    for (const field of form.querySelectorAll(kept)) {
        const typed = stored[field.name];
        if (!typed)
            continue;
        if (field.type === "radio" || field.type === "checkbox") {
            field.checked = typed.includes(field.value);
        } else {
            const at = next[field.name] ?? 0;
            next[field.name] = at + 1;
            if (at < typed.length)
                field.value = typed[at];
        }
    }
}

/// Without the request id: it names one showing of the form, not the form.
function keyOf(form) {
    const action = new URL(form.action || location.href, location.href);
    return prefix + action.pathname;
}

function read(key) {
    try {
        const entry = JSON.parse(sessionStorage.getItem(key) ?? "null");
        return entry && Date.now() - entry.at < day ? entry : null;
    } catch {
        return null;
    }
}

function write(key, entry) {
    try {
        sessionStorage.setItem(key, JSON.stringify(entry));
    } catch {
        // Full or switched off: typing goes on without a copy.
    }
}

function announce(form) {
    const note = document.createElement("p");
    note.className = "note";
    note.dataset.tone = "info";
    note.setAttribute("role", "status");
    const words = document.createElement("span");
    words.textContent = text("restored");
    note.append(words);
    form.prepend(note);
}

/// `prepare(stored)` may add rows first, so that every kept value finds its field.
export function keep(root = document, prepare = () => {}) {
    const here = new Set();
    if (document.querySelector("main > .note[data-tone=ok][role=status]"))
        settle(here); // done, and the same form is shown for the next one
    for (const form of root.querySelectorAll("form[data-keep]")) {
        const key = keyOf(form);
        here.add(key);
        const initial = JSON.stringify(values(form));
        const entry = read(key);
        // A page with errors already shows what was typed.
        if (entry && !form.querySelector(".errors") && JSON.stringify(entry.values) !== initial) {
            prepare(form, entry.values);
            fill(form, entry.values);
            announce(form);
            form.dispatchEvent(new Event("restored", { bubbles: true }));
        }
        let timer = 0;
        const save = () => write(key, { at: Date.now(), from: location.pathname, values: values(form) });
        form.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(save, 300); });
        form.addEventListener("submit", () => { clearTimeout(timer); save(); write(prefix + "sent", { at: Date.now(), key }); });
    }
    settle(here);
}

/// After a submit: the server answered with another page that is not the sign-in and does not say that it took nothing, so the form has arrived.
function settle(here) {
    const sent = read(prefix + "sent");
    if (!sent || here.has(sent.key) || document.querySelector(".signin, [data-unsent]"))
        return;
    sessionStorage.removeItem(sent.key);
    sessionStorage.removeItem(prefix + "sent");
}
