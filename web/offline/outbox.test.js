import assert from "node:assert/strict";
import { test } from "node:test";
import { batches, memoryStore, Outbox } from "./outbox.js";

const start = 1_700_000_000_000;
let clock = start;
const now = () => ++clock;

/// A server as the sync route is: once per id, with what it refuses by operation.
function server(refusals = {}) {
    const done = new Map();
    const seen = [];
    const post = async body => {
        seen.push(body);
        return { status: 200, body: { items: body.items.map(item => {
            if (done.has(item.id))
                return { id: item.id, answer: "already" };
            if (refusals[item.operation])
                return { id: item.id, kept: true, ...refusals[item.operation] };
            done.set(item.id, item);
            return { id: item.id, answer: "done" };
        }) } };
    };
    return { post, done, seen };
}

test("sends in the order of doing and forgets only what was answered", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    for (const seat of ["a", "b", "c"])
        await outbox.add("training.mark", { seat }, seat);
    const { post, done, seen } = server();
    assert.deepEqual(await outbox.send(post), { stopped: "", done: 3, conflicts: 0, refused: 0 });
    assert.deepEqual([...done.values()].map(item => item.input.seat), ["a", "b", "c"]);
    assert.equal(seen[0].person, "SITI");
    assert.equal(await outbox.waiting(), 0);
    assert.equal(seen[0].items[0].state, undefined, "what only the phone knows stays there");
});

test("keeps everything without a signal and when the server is busy or the session ended", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    await outbox.add("training.mark", {}, "");
    assert.equal((await outbox.send(async () => { throw new TypeError("Failed to fetch"); })).stopped, "offline");
    assert.equal((await outbox.send(async () => ({ status: 503, body: {} }))).stopped, "busy");
    assert.equal((await outbox.send(async () => ({ status: 401, body: {} }))).stopped, "signed_out");
    assert.equal((await outbox.send(async () => ({ status: 403, body: { error: { code: "sync.other_person" } } }))).stopped, "other_person");
    assert.equal((await outbox.send(async () => ({ status: 403, body: { error: { code: "csrf.invalid" } } }))).stopped, "signed_out");
    assert.equal(await outbox.waiting(), 1);
});

test("an answer that was lost on the way is asked for again and changes nothing", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    await outbox.add("training.mark", { seat: "a" }, "");
    const { post, done } = server();
    await outbox.send(async body => { await post(body); throw new TypeError("lost"); });
    assert.equal(await outbox.waiting(), 1);
    assert.equal((await outbox.send(post)).done, 1);
    assert.equal(done.size, 1);
    assert.equal(await outbox.waiting(), 0);
});

test("belongs to its person: another on the same phone neither sees nor sends it", async () => {
    const store = memoryStore();
    const siti = new Outbox(store, "SITI", now);
    const budi = new Outbox(store, "BUDI", now);
    await siti.add("training.mark", {}, "");
    assert.deepEqual(await budi.all(), []);
    const { post, seen } = server();
    await budi.send(post);
    assert.equal(seen.length, 0);
    await budi.add("training.mark", {}, "");
    await budi.send(post);
    assert.equal(await siti.waiting(), 1, "still there for who comes back");
});

test("goes out in pieces of two hundred, oldest first", () => {
    const entries = Array.from({ length: 450 }, (_, i) => ({ seq: 450 - i, state: i === 0 ? "conflict" : "waiting" }));
    const pieces = batches(entries);
    assert.deepEqual(pieces.map(piece => piece.length), [200, 200, 49]);
    assert.equal(pieces[0][0].seq, 1);
    assert.equal(pieces[2].at(-1).seq, 449, "what waits for a decision is not sent");
});

test("a conflict is kept with both versions until the person chooses, under the same id", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    const entry = await outbox.add("training.mark", { seat: "a", mark: "present" }, "");
    await outbox.send(server({ "training.mark": { answer: "conflict", error: { arguments: { was: "absent", by: "Budi" } } } }).post);
    const [kept] = await outbox.all();
    assert.equal(kept.state, "conflict");
    assert.equal(kept.error.arguments.by, "Budi");
    await outbox.amend(entry.id, { reason: "datang terlambat" });
    const { post, done } = server();
    await outbox.send(post);
    assert.deepEqual(done.get(entry.id).input, { seat: "a", mark: "present", reason: "datang terlambat" });
    assert.equal((await outbox.all()).length, 0);
});

test("giving up tells the server, and nothing is left when its draft is gone already", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    const entry = await outbox.add("training.mark", {}, "Siti hadir");
    await outbox.drop(entry.id, "Siti hadir");
    const [left] = await outbox.all();
    assert.equal(left.operation, "app.drop_draft");
    assert.equal(left.input.draft, entry.id);
    await outbox.send(server({ "app.drop_draft": { answer: "refused" } }).post);
    assert.equal((await outbox.all()).length, 0);
});

test("what was refused is put away only where the server keeps it", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    const kept = await outbox.add("a.kept", {}, "");
    const lost = await outbox.add("a.lost", {}, "");
    await outbox.send(server({ "a.kept": { answer: "refused" }, "a.lost": { answer: "refused", kept: false } }).post);
    await outbox.dismiss(kept.id);
    await outbox.dismiss(lost.id);
    assert.deepEqual((await outbox.all()).map(entry => entry.id), [lost.id]);
});

test("our own failure leaves the item with the phone", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    await outbox.add("training.mark", {}, "");
    await outbox.send(async body => ({ status: 200, body: { items: body.items.map(({ id }) => ({ id, answer: "later" })) } }));
    assert.equal(await outbox.waiting(), 1);
});

test("what was mended on the server's page waits no longer on the phone", async () => {
    const outbox = new Outbox(memoryStore(), "SITI", now);
    const mended = await outbox.add("training.mark", { seat: "a" }, "");
    const open = await outbox.add("training.mark", { seat: "b" }, "");
    await outbox.send(server({ "training.mark": { answer: "conflict", error: {} } }).post);
    const unsent = await outbox.add("training.close_session", {}, "");
    await outbox.forget([open.id]);
    assert.deepEqual((await outbox.all()).map(entry => entry.id), [open.id, unsent.id]);
    assert.ok(mended.id);
});
