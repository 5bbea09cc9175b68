// What was done without a signal, in the order in which it was done, until the server has answered for each of them. An outbox
// belongs to a person: another one on the same phone neither sees nor sends it. Any screen may use it: an entry names an
// operation of the server and its input.
import { ulid } from "../lib/ulid.js";

export const batchMax = 200;

/// The pieces of `entries` that go out in one request each, oldest first.
export function batches(entries, max = batchMax) {
    const waiting = entries.filter(entry => entry.state === "waiting").sort((a, b) => a.seq - b.seq);
    const pieces = [];
    for (let from = 0; from < waiting.length; from += max)
        pieces.push(waiting.slice(from, from + max));
    return pieces;
}

/// As the server wants it: nothing of what only the phone knows.
export function envelope({ id, operation, title, made_at, device, seq, input }) {
    return { id, operation, title, made_at, device, seq, input };
}

export class Outbox {
    /// `store` keeps entries: all(person), put(entry), remove(person, id), next(), device(). `now` gives milliseconds of the city's clock as this phone
    /// last heard it: phones go wrong, and the example city lives on its own day.
    constructor(store, person, now = Date.now) {
        this.store = store;
        this.person = person;
        this.now = now;
    }

    async add(operation, input, title) {
        const entry = {
            person: this.person, id: ulid(), operation, title, input, made_at: new Date(this.now()).toISOString(),
            device: await this.store.device(), seq: await this.store.next(), state: "waiting",
        };
        await this.store.put(entry);
        return entry;
    }

    async all() {
        return (await this.store.all(this.person)).sort((a, b) => a.seq - b.seq);
    }

    async waiting() {
        return (await this.all()).filter(entry => entry.state === "waiting").length;
    }

    /// The same entry again with what was mended: its id stays, so it can only be done once.
    async amend(id, changes) {
        const entry = (await this.all()).find(each => each.id === id);
        if (!entry)
            return;
        const { error, ...rest } = entry;
        await this.store.put({ ...rest, input: { ...entry.input, ...changes }, state: "waiting" });
    }

    /// Given up; the server forgets its draft too.
    async drop(id, title) {
        await this.store.remove(this.person, id);
        await this.add("app.drop_draft", { draft: id }, title);
    }

    /// Sends what waits. `post(body)` answers {status, body} or throws where there is no signal. Answers why it stopped
    /// ("", "offline", "signed_out", "other_person", "busy") and how many were done; what was not answered stays.
    async send(post) {
        const result = { stopped: "", done: 0, conflicts: 0, refused: 0 };
        for (const piece of batches(await this.all())) {
            let answer;
            try {
                answer = await post({ person: this.person, items: piece.map(envelope) });
            } catch {
                return { ...result, stopped: "offline" };
            }
            if (answer.status !== 200)
                return { ...result, stopped: reasonOf(answer) };
            await this.settle(piece, answer.body.items, result);
        }
        return result;
    }

    async settle(piece, answers, result) {
        const byId = new Map(answers.map(each => [each.id, each]));
        for (const entry of piece) {
            const answer = byId.get(entry.id);
            if (!answer || answer.answer === "later")
                continue;
            if (answer.answer === "done" || answer.answer === "already") {
                result.done += 1;
                await this.store.remove(this.person, entry.id);
            } else if (answer.answer === "conflict") {
                result.conflicts += 1;
                await this.keep(entry, "conflict", answer);
            } else {
                result.refused += 1;
                await this.keep(entry, "refused", answer);
            }
        }
    }

    /// A draft that was given up on another phone is gone: nothing to keep. A phone that wrote while this one sent has the last word.
    async keep(entry, state, answer) {
        if (entry.operation === "app.drop_draft")
            return this.store.remove(this.person, entry.id);
        await this.store.put({ ...entry, state, error: answer.error, kept: answer.kept === true });
    }

    /// What the server kept and has no longer was mended or given up there: `drafts` are the ids that it still has.
    async forget(drafts) {
        for (const entry of await this.all())
            if (entry.state !== "waiting" && entry.kept && !drafts.includes(entry.id))
                await this.store.remove(this.person, entry.id);
    }

    /// The person has read it; the server keeps it as a draft. What the server could not keep stays here.
    async dismiss(id) {
        const entry = (await this.all()).find(each => each.id === id);
        if (entry?.kept)
            await this.store.remove(this.person, id);
    }
}

function reasonOf({ status, body }) {
    if (status === 401)
        return "signed_out";
    if (status === 403)
        return body?.error?.code === "sync.other_person" ? "other_person" : "signed_out";
    return "busy";
}

/// For tests, and where a browser has no IndexedDB that works: forgets with the page.
export function memoryStore(device = "A") {
    const entries = new Map();
    let count = 0;
    return {
        async all(person) { return [...entries.values()].filter(entry => entry.person === person).map(entry => structuredClone(entry)); },
        async put(entry) { entries.set(`${entry.person} ${entry.id}`, structuredClone(entry)); },
        async remove(person, id) { entries.delete(`${person} ${id}`); },
        async next() { return ++count; },
        async device() { return device; },
    };
}
