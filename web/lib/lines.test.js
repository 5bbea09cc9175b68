import assert from "node:assert/strict";
import { test } from "node:test";
import { amountOf, cells, renumber, share, totals } from "./lines.js";

test("renumbers the rows of its own group only", () => {
    assert.equal(renumber("lines.3.amount", "lines", 7), "lines.7.amount");
    assert.equal(renumber("lines.12", "lines", 0), "lines.0");
    assert.equal(renumber("photos.3.lat", "lines", 7), "photos.3.lat");
    assert.equal(renumber("lines.1.parts.2.price", "lines", 4), "lines.4.parts.2.price");
});

test("reads what a spreadsheet puts on the clipboard", () => {
    assert.deepEqual(cells("Paving\t15\t90.000\r\nPasir\t2,5\t250.000\r\n"), [["Paving", "15", "90.000"], ["Pasir", "2,5", "250.000"]]);
    assert.deepEqual(cells('"dua\nbaris"\t"kata ""ini"""'), [["dua\nbaris", 'kata "ini"']]);
    assert.deepEqual(cells('6" pipa\t1'), [['6" pipa', "1"]]);
    assert.deepEqual(cells("satu"), [["satu"]]);
    assert.deepEqual(cells("a\t\tb"), [["a", "", "b"]]);
});

test("counts an amount, or quantity times price, and says when it cannot", () => {
    assert.equal(amountOf({ amount: "Rp1.350.000" }), 1350000);
    assert.equal(amountOf({ amount: " " }), 0);
    assert.equal(amountOf({ amount: "1.35o.000" }), null);
    assert.equal(amountOf({ quantity: "15", price: "90.000" }), 1350000);
    assert.equal(amountOf({ quantity: "2,5", price: "250.001" }), 625003);
    assert.equal(amountOf({ price: "5000" }), 5000);
    assert.equal(amountOf({ quantity: "dua", price: "5000" }), null);
    assert.equal(amountOf({ quantity: "2", price: "" }), 0);
    assert.equal(amountOf({}), 0);
});

test("adds up per group and leaves unread rows out", () => {
    const rows = [{ group: "fisik", amount: 35000000 }, { group: "umkm", amount: 13650000 }, { group: "umkm", amount: 1350000 }, { group: "umkm", amount: null }, { amount: 10 }];
    assert.deepEqual(totals(rows), { all: 50000010, groups: { fisik: 35000000, umkm: 15000000 }, unread: 1 });
});

test("never rounds a share up to a limit that is not reached", () => {
    assert.equal(share(13650000, 50000000), "27,3 %");
    assert.equal(share(14999999, 50000000), "29,9 %");
    assert.equal(share(15000000, 50000000), "30,0 %");
    assert.equal(share(1, 0), "");
});
