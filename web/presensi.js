// Attendance: the facilitator's page keeps itself fresh and gets the phone ready for being without a signal; the offline shell. Any page calls for this while something waits.
import { fetchProvision, registerWorker, send } from "./offline/sending.js";
import { Shell } from "./offline/shell.js";

const shell = document.querySelector("[data-offline-app]");
const live = document.querySelector("[data-live]");

/// The QR changes and the list fills; who is about to press a button is left alone.
async function refreshLive() {
    if (document.hidden || document.activeElement?.closest("[data-live] form"))
        return;
    const response = await fetch(live.dataset.live, { cache: "no-store" }).catch(() => undefined);
    if (!response?.ok || response.redirected)
        return;
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html").querySelector("[data-live]");
    if (fresh)
        live.replaceChildren(...fresh.childNodes);
}

/// Ready for the moment without a signal, and rid of what waited from the last one.
async function prepare() {
    const { standing, body } = await fetchProvision("attendance", "/api/v1/offline/attendance");
    if (standing === "ok")
        await send(body.person, body.csrf);
}

registerWorker();
if (shell) {
    new Shell(shell).start();
} else {
    prepare().catch(() => { /* no IndexedDB here: the page works as it is */ });
    window.addEventListener("online", () => prepare().catch(() => {}));
    if (live)
        setInterval(refreshLive, 20_000);
}
