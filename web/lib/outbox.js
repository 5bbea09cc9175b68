// Says on every page of whoever is signed in what waits on this phone, sends it when there is a signal, and asks before one signs out.
import { heldOf, onHeld } from "./held.js";

const filled = (words, n) => words.replace("#", String(n));

function show(note) {
    const { waiting, undecided } = heldOf(note.dataset.outbox);
    const words = [waiting > 0 ? filled(note.dataset.waiting, waiting) : "", undecided > 0 ? filled(note.dataset.undecided, undecided) : ""].filter(Boolean).join(". ");
    note.hidden = !words;
    note.replaceChildren(Object.assign(document.createElement("a"), { href: "/offline/presensi", textContent: words }));
    for (const button of document.querySelectorAll('form[action="/keluar"] button')) {
        if (waiting > 0)
            button.dataset.confirm = filled(note.dataset.leave, waiting);
        else
            delete button.dataset.confirm;
    }
    return Boolean(words);
}

export function outbox(root = document) {
    const note = root.querySelector("[data-outbox]");
    if (!note)
        return;
    // The offline shell, which is kept for everybody in both languages, follows the pages.
    try { localStorage.setItem("rtk.lang", document.documentElement.lang); } catch { /* switched off */ }
    onHeld(() => show(note));
    if (show(note) && navigator.onLine)
        import("/-/aset/presensi.js").catch(() => { /* no signal after all */ });
}
