// Rupiah as people type and read it. The same vectors (tests/vectors/money.json) hold for the server.
export const LIMIT = 1_000_000_000_000_000;

const plain = /^\d+$/;
const grouped = /^[1-9]\d{0,2}(\.\d{3})+$/; // "0.500" is half of something, not five hundred
const space = "[\\s\\u00a0\\u200b\\u202f\\ufeff]*";
const form = new RegExp(`^${space}([-−]?)${space}(?:rp\\.?)?${space}([-−]?)${space}(.*?)(?:,00?|,-)?${space}$`, "is");

/// "Rp1.000.000,00", "1.500.000", "Rp 15.000", "15000" -> {ok: true, value}; else {ok: false, code} with the
/// server's codes: rupiah.format, rupiah.negative, rupiah.range.
export function parse(text, { negative = false } = {}) {
    const [, before, after, amount] = text.match(form);
    if ((before && after) || (!plain.test(amount) && !grouped.test(amount)))
        return { ok: false, code: "rupiah.format" };
    const digits = amount.replaceAll(".", "").replace(/^0+(?=\d)/, "");
    if (digits.length > 16 || Number(digits) > LIMIT)
        return { ok: false, code: "rupiah.range" };
    const value = Number(digits);
    if (!before && !after || value === 0)
        return { ok: true, value };
    return negative ? { ok: true, value: -value } : { ok: false, code: "rupiah.negative" };
}

/// "1.350.000", "-5.000".
export function formatNumber(value) {
    const digits = String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, ".");
    return value < 0 ? `-${digits}` : digits;
}

/// "Rp1.350.000", "-Rp5.000".
export function formatRupiah(value) {
    return value < 0 ? `-Rp${formatNumber(-value)}` : `Rp${formatNumber(value)}`;
}

/// What a money field shows while someone types: dots where they belong. Anything that is not plainly digits in the
/// making stays as typed, so that the refusal can show it.
export function dotted(text) {
    if (!/^[\d.]+$/.test(text))
        return text;
    const digits = text.replaceAll(".", "").replace(/^0+(?=\d)/, "");
    return digits.length <= 16 ? digits.replace(/\B(?=(\d{3})+$)/g, ".") : text;
}

/// "2", "2,5", "1.250,75" (at most three decimals) as thousandths; null when it is not a quantity.
export function parseQuantity(text) {
    const match = text.trim().match(/^(\d{1,9}|\d{1,3}(?:\.\d{3})+)(?:,(\d{1,3}))?$/);
    return match ? Number(match[1].replaceAll(".", "")) * 1000 + Number((match[2] ?? "").padEnd(3, "0")) : null;
}

/// thousandths × rupiah, half a rupiah up; null beyond the limit.
export function times(thousandths, price) {
    const product = (BigInt(thousandths) * BigInt(price) + 500n) / 1000n;
    return product <= BigInt(LIMIT) ? Number(product) : null;
}
