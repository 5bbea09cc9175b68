// Sends an outbox when there is a signal: at start, when the signal comes back, and every half minute while something waits.
import { Outbox } from "./outbox.js";
import { store } from "./store.js";

const personKey = "rtk.person";

/// Whose phone this is now: set by the server's answer to who is signed in, forgotten on signing out.
export function owner() {
    try { return localStorage.getItem(personKey) ?? ""; } catch { return ""; }
}
export function setOwner(person) {
    try { localStorage.setItem(personKey, person); } catch { /* switched off: then nothing is kept either */ }
}

/// Fetches what is needed without a signal, and with it who is signed in. Answers "ok", "signed_out" or "offline".
export async function fetchProvision(kind, address) {
    let response;
    try {
        response = await fetch(address, { headers: { Accept: "application/json" }, cache: "no-store" });
    } catch {
        return { standing: "offline" };
    }
    if (response.status === 401 || response.status === 403)
        return { standing: "signed_out" };
    if (!response.ok)
        return { standing: "offline" };
    const body = await response.json();
    setOwner(body.person);
    await store.keepProvision(body.person, kind, body);
    await outboxOf(body.person).forget(body.drafts);
    return { standing: "ok", body };
}

/// The city's time now, by what the server last said.
export function clockOf(provision) {
    const ahead = provision ? Date.parse(provision.body.as_of) - provision.at : 0;
    return () => Date.now() + ahead;
}

export function outboxOf(person, now = Date.now) {
    return new Outbox(store, person, now);
}

async function post(body, csrf) {
    const response = await fetch("/api/v1/sync", {
        method: "POST", cache: "no-store", headers: { "Content-Type": "application/json", Accept: "application/json", "X-CSRF-Token": csrf }, body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json().catch(() => ({})) };
}

/// One page sends at a time, so that the answers of one are not taken for those of another.
export async function send(person, csrf) {
    const work = () => outboxOf(person).send(body => post(body, csrf));
    return navigator.locks ? navigator.locks.request("rtk.outbox", work) : work();
}

export function registerWorker() {
    if ("serviceWorker" in navigator)
        return navigator.serviceWorker.register("/sw.js").catch(() => undefined); // private windows: works online all the same
}
