// The chosen look: "" follows the system, "light" and "dark" were chosen by the person.
const key = "rtk.mode";

export function chosen() {
    try {
        const mode = localStorage.getItem(key);
        return mode === "light" || mode === "dark" ? mode : "";
    } catch {
        return ""; // storage is switched off: follow the system
    }
}

export function choose(mode) {
    try {
        localStorage.setItem(key, mode);
    } catch {
        // Without storage the choice lasts for this page.
    }
    apply(mode);
}

export function apply(mode) {
    if (mode)
        document.documentElement.dataset.mode = mode;
    else
        delete document.documentElement.dataset.mode;
}
