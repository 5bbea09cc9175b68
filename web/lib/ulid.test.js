import assert from "node:assert/strict";
import { test } from "node:test";
import { isUlid, ulid } from "./ulid.js";

test("has time first, then the random bits", () => {
    assert.equal(ulid(0, new Uint8Array(10)), "00000000000000000000000000");
    assert.equal(ulid(1469918176385, new Uint8Array(10)).slice(0, 10), "01ARYZ6S41");
    assert.equal(ulid(2 ** 48 - 1, new Uint8Array(10).fill(255)), "7ZZZZZZZZZZZZZZZZZZZZZZZZZ");
});

test("sorts by time and does not repeat", () => {
    const early = ulid(1_000_000);
    assert.ok(early < ulid(1_000_001));
    assert.equal(new Set(Array.from({ length: 1000 }, () => ulid())).size, 1000);
});

test("knows its own form", () => {
    assert.ok(isUlid(ulid()));
    for (const wrong of ["", "8ZZZZZZZZZZZZZZZZZZZZZZZZZ", "0000000000000000000000000I", "00000000000000000000000000".slice(1), ulid().toLowerCase()])
        assert.ok(!isUlid(wrong), wrong);
});
