// What a form gains from script; each works without it.
import { dotted } from "./money.js";
import { text } from "./text.js";
import { ulid } from "./ulid.js";

/// Dots while typing, with the caret kept before the same digit.
export function moneyInput(input) {
    const shown = dotted(input.value);
    if (shown === input.value)
        return;
    const behind = input.value.slice(input.selectionStart).replaceAll(".", "").length;
    input.value = shown;
    let caret = shown.length;
    for (let left = behind; left > 0 && caret > 0; --caret) {
        if (shown[caret - 1] !== ".")
            --left;
    }
    input.setSelectionRange(caret, caret);
}

/// What a button said before "Mengirim…".
const labels = new WeakMap();

/// A second press while the first is on its way does nothing; coming back with the Back button frees the form.
function guardSubmit(form, submitter) {
    form.dataset.sent = "";
    if (!submitter)
        return;
    // After the form's data were collected, or the pressed button's own value would be missing.
    setTimeout(() => {
        submitter.setAttribute("aria-busy", "true");
        labels.set(submitter, [...submitter.childNodes]);
        submitter.replaceChildren(text("sending"));
    });
}

function freeForm(form) {
    delete form.dataset.sent;
    for (const button of form.querySelectorAll("[aria-busy]")) {
        button.removeAttribute("aria-busy");
        button.replaceChildren(...labels.get(button) ?? []);
    }
}

/// Asks in the words of the button, then submits with that button.
function ask(form, submitter) {
    const dialog = document.createElement("dialog");
    dialog.className = "dialog";
    const question = document.createElement("p");
    question.id = "confirm-question";
    question.textContent = submitter.dataset.confirm || text("choose");
    dialog.setAttribute("aria-labelledby", question.id);
    const yes = Object.assign(document.createElement("button"), { className: "btn", textContent: text("yes"), type: "button" });
    if (submitter.dataset.kind === "danger")
        yes.dataset.kind = "danger";
    const no = Object.assign(document.createElement("button"), { className: "btn", textContent: text("no"), type: "button", autofocus: true });
    no.dataset.kind = "second";
    const actions = document.createElement("div");
    actions.className = "actions";
    actions.append(no, yes);
    dialog.append(question, actions);
    no.addEventListener("click", () => dialog.close());
    yes.addEventListener("click", () => {
        submitter.dataset.confirmed = "";
        dialog.close();
        form.requestSubmit(submitter);
        delete submitter.dataset.confirmed;
    });
    dialog.addEventListener("close", () => { dialog.remove(); submitter.focus(); });
    document.body.append(dialog);
    dialog.showModal();
}

function onSubmit(event) {
    const form = event.target;
    const submitter = event.submitter;
    if (form.method !== "post")
        return;
    if ("sent" in form.dataset) {
        event.preventDefault();
        return;
    }
    if (submitter?.dataset.confirm !== undefined && !("confirmed" in submitter.dataset)) {
        event.preventDefault();
        ask(form, submitter);
        return;
    }
    if (!event.defaultPrevented)
        guardSubmit(form, submitter);
}

export function forms(root = document) {
    document.addEventListener("submit", onSubmit);
    window.addEventListener("pageshow", event => {
        if (event.persisted)
            document.querySelectorAll("form[data-sent]").forEach(freeForm);
    });
    // On the way down: whoever adds up on "input" must find the dots in their places.
    root.addEventListener("input", event => {
        if (event.target.matches("[data-money]"))
            moneyInput(event.target);
    }, true);
    root.addEventListener("change", event => {
        const holder = event.target.closest("[data-submit-on-change]");
        if (holder)
            event.target.form.requestSubmit();
    });
    for (const input of root.querySelectorAll("input[data-ulid]")) {
        if (!input.value)
            input.value = ulid();
    }
    root.querySelector(".errors")?.focus();
}
