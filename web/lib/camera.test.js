import assert from "node:assert/strict";
import { test } from "node:test";
import { exif, takenAt } from "./camera.js";

/// A JPEG of nothing but its EXIF part: taken 9 October 2023 10:15, at 8°5'30" south, 112°9'36" east.
function photo() {
    const tiff = Buffer.alloc(320);
    const entry = (at, tag, type, count, value) => {
        tiff.writeUInt16LE(tag, at);
        tiff.writeUInt16LE(type, at + 2);
        tiff.writeUInt32LE(count, at + 4);
        typeof value === "string" ? tiff.write(value, at + 8) : tiff.writeUInt32LE(value, at + 8);
    };
    tiff.write("II*\0", 0, "latin1");
    tiff.writeUInt32LE(8, 4);
    tiff.writeUInt16LE(2, 8);
    entry(10, 0x8769, 4, 1, 50);
    entry(22, 0x8825, 4, 1, 100);
    tiff.writeUInt16LE(1, 50);
    entry(52, 0x9003, 2, 20, 200);
    tiff.write("2023:10:09 10:15:00\0", 200, "latin1");
    tiff.writeUInt16LE(4, 100);
    entry(102, 1, 2, 2, "S\0");
    entry(114, 2, 5, 3, 240);
    entry(126, 3, 2, 2, "E\0");
    entry(138, 4, 5, 3, 270);
    [8, 1, 5, 1, 30, 1].forEach((value, at) => tiff.writeUInt32LE(value, 240 + 4 * at));
    [112, 1, 9, 1, 36, 1].forEach((value, at) => tiff.writeUInt32LE(value, 270 + 4 * at));
    const part = Buffer.concat([Buffer.from("Exif\0\0", "latin1"), tiff]);
    const head = Buffer.from([0xff, 0xd8, 0xff, 0xe1, 0, 0]);
    head.writeUInt16BE(part.length + 2, 4);
    return new Uint8Array(Buffer.concat([head, part, Buffer.from([0xff, 0xd9]), Buffer.alloc(64)]));
}

test("reads time and place of a photo, and nothing from what has none", async () => {
    assert.deepEqual(await exif(photo()), { taken_at: "2023-10-09T10:15:00", lat: "-8.091667", lon: "112.160000" });
    assert.deepEqual(await exif(new Uint8Array(200)), { taken_at: "", lat: "", lon: "" });
});

test("keeps the camera's clock as it stood", () => {
    assert.equal(takenAt("2023:10:09 10:15:00"), "2023-10-09T10:15:00");
    assert.equal(takenAt("    :  :     :  :  "), "");
    assert.equal(takenAt(undefined), "");
});
