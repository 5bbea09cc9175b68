// How much waits on this phone, by person: counted beside the drawers, so that any page can say it without opening them.
const key = "rtk.outbox";
const changed = "rtk-outbox";

function all() {
    try { return JSON.parse(localStorage.getItem(key)) ?? {}; } catch { return {}; }
}

export function heldOf(person) {
    return { waiting: 0, undecided: 0, ...all()[person] };
}

export function setHeld(person, entries) {
    const waiting = entries.filter(entry => entry.state === "waiting").length;
    const { [person]: before, ...others } = all();
    const counts = entries.length > 0 ? { ...others, [person]: { waiting, undecided: entries.length - waiting } } : others;
    try { localStorage.setItem(key, JSON.stringify(counts)); } catch { /* switched off: then nothing is kept either */ }
    globalThis.dispatchEvent?.(new Event(changed));
}

/// Here, and where another page of this browser changed it.
export function onHeld(work) {
    addEventListener(changed, work);
    addEventListener("storage", event => { if (event.key === key) work(); });
}
