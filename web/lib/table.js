// A row that leads somewhere is pressable as a whole; its link stays for keyboard and screen reader.
export function tables(root = document) {
    root.addEventListener("click", event => {
        const row = event.target.closest("tr[data-href]");
        if (!row || event.target.closest("a, button, input, select, textarea, label, summary") || String(getSelection()))
            return;
        if (event.ctrlKey || event.metaKey)
            window.open(row.dataset.href, "_blank", "noopener");
        else
            location.assign(row.dataset.href);
    });
}
