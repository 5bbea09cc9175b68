// Dialogs and menus: opened and closed by plain buttons, closed by Escape and by a press outside.
function closeMenus(except) {
    for (const menu of document.querySelectorAll("details.menu[open]")) {
        if (menu !== except)
            menu.open = false;
    }
}

export function dialogs() {
    document.addEventListener("click", event => {
        const opener = event.target.closest("[data-open]");
        if (opener)
            document.getElementById(opener.dataset.open)?.showModal();
        const closer = event.target.closest("[data-close]");
        if (closer)
            closer.closest("dialog")?.close();
        if (event.target.matches("dialog.dialog"))
            closeByBackdrop(event);
        closeMenus(event.target.closest("details.menu"));
    });
    document.addEventListener("keydown", event => {
        if (event.key !== "Escape")
            return;
        const open = document.querySelector("details.menu[open]");
        if (open) {
            open.open = false;
            open.querySelector("summary").focus();
        }
    });
    // A dialog that holds a refused form opens again with its errors.
    document.querySelector("dialog[data-show]")?.showModal();
}

function closeByBackdrop(event) {
    const box = event.target.getBoundingClientRect();
    const inside = event.clientX >= box.left && event.clientX <= box.right && event.clientY >= box.top && event.clientY <= box.bottom;
    // A form may hold typed words: only dialogs without one close by a stray press.
    if (!inside && !event.target.querySelector("input:not([type=hidden]), textarea, select"))
        event.target.close();
}
