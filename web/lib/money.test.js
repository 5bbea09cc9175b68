import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { dotted, formatNumber, formatRupiah, parse, parseQuantity, times } from "./money.js";

const vectors = JSON.parse(readFileSync(new URL("../../tests/vectors/money.json", import.meta.url), "utf8"));

test("reads and refuses amounts as the server does", () => {
    for (const { text, negative, value, code } of vectors.parse)
        assert.deepEqual(parse(text, { negative }), code ? { ok: false, code } : { ok: true, value }, text);
});

test("writes amounts as the server does", () => {
    for (const { value, rupiah, number } of vectors.format) {
        assert.equal(formatRupiah(value), rupiah);
        assert.equal(formatNumber(value), number);
    }
});

test("reads back whatever it wrote", () => {
    for (let value = 1; value < 10 ** 15; value = value * 7 + 3)
        assert.deepEqual(parse(formatRupiah(value)), { ok: true, value });
});

test("puts dots while typing and leaves alone what is no number", () => {
    assert.equal(dotted("1350000"), "1.350.000");
    assert.equal(dotted("1.3500"), "13.500");
    assert.equal(dotted("0015"), "15");
    assert.equal(dotted("1,5"), "1,5");
    assert.equal(dotted("1.35o"), "1.35o");
    assert.equal(dotted(""), "");
    assert.equal(dotted("Rp5000"), "Rp5000");
});

test("multiplies exactly, half a rupiah up", () => {
    assert.equal(parseQuantity("2,5"), 2500);
    assert.equal(parseQuantity("1.250,75"), 1250750);
    assert.equal(parseQuantity("0,001"), 1);
    for (const wrong of ["", "2.5", "1,2345", "-1", "dua", "1.00"])
        assert.equal(parseQuantity(wrong), null, wrong);
    assert.equal(times(2500, 90001), 225003);
    assert.equal(times(333, 10), 3);
    assert.equal(times(1000, 999_999_999_999_999), 999_999_999_999_999);
    assert.equal(times(2000, 999_999_999_999_999), null);
});
