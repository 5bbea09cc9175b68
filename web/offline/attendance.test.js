import assert from "node:assert/strict";
import { test } from "node:test";
import { countOf, differs, isClockOdd, isOpen, seatsOf, unsentMark } from "./attendance.js";

const provision = {
    courses: [{ id: "K", seats: [{ id: "a", name: "Siti A." }, { id: "b", name: "Budi S." }, { id: "c", name: "Tin" }] }],
    sessions: [{ id: "S", course: "K", marks: { a: { present: true, by: "Tono" }, b: { present: false, by: "Tono" } } }],
};
const mark = (seat, value, state = "waiting") => ({ operation: "training.mark", state, input: { session: "S", seat, mark: value } });

test("shows what the server had, and over it what was marked since", () => {
    const seats = seatsOf(provision, [mark("c", "present"), mark("c", "absent"), mark("b", "present")], "S");
    assert.deepEqual(seats.map(seat => [seat.present, seat.waiting ?? false]), [[true, false], [true, true], [false, true]]);
    assert.equal(seats[0].by, "Tono");
    assert.deepEqual(countOf(seats), { present: 2, absent: 1, unmarked: 0 });
});

test("a mark in conflict shows the server's until somebody chose", () => {
    const [, budi] = seatsOf(provision, [mark("b", "present", "conflict")], "S");
    assert.equal(budi.present, false);
    assert.ok(budi.problem);
});

test("marks of another meeting do not count here", () => {
    const other = { ...mark("c", "present"), input: { session: "T", seat: "c", mark: "present" } };
    assert.equal(seatsOf(provision, [other], "S")[2].present, undefined);
    assert.deepEqual(seatsOf(provision, [], "T"), []);
    assert.equal(unsentMark([other], "S", "c"), undefined);
    assert.equal(unsentMark([mark("c", "present", "conflict"), mark("c", "absent")], "S", "c").input.mark, "absent");
});

test("a list is open from an hour before until it is shut, and never when cancelled", () => {
    const session = { opens: "2026-01-05T00:00:00.000Z", shut: "2026-01-12T04:00:00.000Z", cancelled: false };
    const at = text => Date.parse(text);
    assert.ok(isOpen(session, at("2026-01-05T00:00:00.000Z")));
    assert.ok(!isOpen(session, at("2026-01-04T23:59:59.000Z")));
    assert.ok(!isOpen(session, at("2026-01-12T04:00:01.000Z")));
    assert.ok(!isOpen({ ...session, cancelled: true }, at("2026-01-06T00:00:00.000Z")));
});

test("a clock that is wrong shuts no list", () => {
    const heard = { as_of: "2026-01-05T00:00:00.000Z" };
    const at = text => Date.parse(text);
    assert.ok(!isClockOdd(heard, at("2026-01-05T06:00:00.000Z")));
    assert.ok(isClockOdd(heard, at("2015-01-01T00:00:00.000Z")));
    assert.ok(isClockOdd(heard, at("2031-01-01T00:00:00.000Z")));
    const session = { opens: "2026-01-05T00:00:00.000Z", shut: "2026-01-12T04:00:00.000Z", cancelled: false };
    assert.ok(isOpen(session, at("2015-01-01T00:00:00.000Z"), true));
    assert.ok(!isOpen({ ...session, cancelled: true }, at("2015-01-01T00:00:00.000Z"), true));
});

test("both versions are shown only where there are two", () => {
    const conflict = { ...mark("a", "present", "conflict"), error: { code: "training.mark_differs", arguments: { was: "absent", by: "Budi" } } };
    assert.ok(differs(conflict));
    assert.ok(!differs({ ...conflict, error: { code: "training.too_early", arguments: { on: "2026-01-09" } } }), "a meeting that was moved");
    assert.ok(!differs({ ...conflict, state: "waiting" }));
});
