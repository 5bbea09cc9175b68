// Who signs out takes the phone's lists along: the next one on it sees nothing of them. What waits to be sent stays where it
// is and shows again when its person has signed in.
export function owner(root = document) {
    root.addEventListener("submit", event => {
        if (event.defaultPrevented) // asked first, and not answered yet
            return;
        if (new URL(event.target.action, location.href).pathname !== "/keluar")
            return;
        try {
            localStorage.removeItem("rtk.person");
        } catch {
            // Switched off: then nothing was kept.
        }
    });
}
