// The bar of Catat belanja: what the purse holds now and after this purchase.
import { formatRupiah, parse } from "./money.js";

function valueOf(text) {
    if ((text ?? "").trim() === "")
        return 0;
    const parsed = parse(text);
    return parsed.ok ? parsed.value : null;
}

/// What the purse still has after the bill: `shares` are [{own, amount}] of a bill that several lines bear, else the purse bears all but
/// the residents' part. Null while something is not a number or nothing was typed yet.
export function afterwards({ left, gross, residents, shares = [] }) {
    const bill = valueOf(gross);
    const borne = valueOf(residents);
    if (!bill || borne === null || borne > bill)
        return null;
    const parts = shares.map(share => ({ own: share.own, amount: valueOf(share.amount) })).filter(share => share.amount !== 0);
    if (parts.some(share => share.amount === null))
        return null;
    const mine = parts.length === 0 ? bill - borne : parts.reduce((sum, share) => sum + (share.own ? share.amount : 0), 0);
    return left - mine;
}

function read(form, bar) {
    const chosen = form.querySelector("input[name=line]:checked");
    const shares = [...form.querySelectorAll("[data-lines=shares] [data-line]")].map(row => ({
        own: row.querySelector("select")?.selectedOptions[0]?.dataset.own !== undefined,
        amount: row.querySelector("[data-amount]")?.value,
    }));
    const shared = shares.some(share => (share.amount ?? "").trim() !== "");
    const left = Number(!shared && chosen ? chosen.dataset.left : bar.dataset.left);
    return { left, gross: form.elements.gross?.value, residents: form.elements.residents_share?.value, shares };
}

function show(form, bar) {
    const typed = read(form, bar);
    const after = afterwards(typed);
    const row = bar.querySelector("[data-bill-after]");
    bar.querySelector("[data-bill-left]").textContent = formatRupiah(typed.left);
    row.hidden = after === null;
    row.lastElementChild.textContent = after === null ? "" : formatRupiah(after);
    row.lastElementChild.classList.toggle("late", after !== null && after < 0);
}

export function bills(root = document) {
    for (const bar of root.querySelectorAll("[data-bill]")) {
        const form = bar.closest("form");
        for (const event of ["input", "change", "restored"])
            form.addEventListener(event, () => show(form, bar));
        show(form, bar);
    }
}
