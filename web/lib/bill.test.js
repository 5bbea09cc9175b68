import assert from "node:assert/strict";
import { test } from "node:test";
import { afterwards } from "./bill.js";

test("the purse bears the bill but for what residents bear", () => {
    assert.equal(afterwards({ left: 4_200_000, gross: "1.350.000", residents: "" }), 2_850_000);
    assert.equal(afterwards({ left: 4_200_000, gross: "1.350.000", residents: "350.000" }), 3_200_000);
    assert.equal(afterwards({ left: 1_000, gross: "1.350.000" }), -1_349_000);
});

test("of a shared bill only the purse's own lines count", () => {
    const shares = [{ own: true, amount: "600.000" }, { own: false, amount: "400.000" }, { own: false, amount: "" }];
    assert.equal(afterwards({ left: 1_000_000, gross: "1.000.000", shares }), 400_000);
});

test("what is not an amount shows nothing", () => {
    for (const gross of ["", "1,000,000", "Rp 15.000,50", "-5", "0"])
        assert.equal(afterwards({ left: 1_000_000, gross }), null, gross);
    assert.equal(afterwards({ left: 1_000_000, gross: "5.000", residents: "6.000" }), null);
    assert.equal(afterwards({ left: 1_000_000, gross: "5.000", shares: [{ own: true, amount: "1,5" }] }), null);
});
