// The phone's own drawers: the outbox, what was fetched for working without a signal, and which phone this is.
import { openDB } from "idb";
import { setHeld } from "../lib/held.js";
import { ulid } from "../lib/ulid.js";

let opened;
function database() {
    opened ??= openDB("rtkeren", 1, {
        upgrade(db) {
            db.createObjectStore("outbox", { keyPath: ["person", "id"] }).createIndex("person", "person");
            db.createObjectStore("provision", { keyPath: ["person", "kind"] });
            db.createObjectStore("phone");
        },
    });
    return opened;
}

async function entriesOf(person) {
    return (await database()).getAllFromIndex("outbox", "person", person);
}

export const store = {
    all: entriesOf,
    async put(entry) {
        await (await database()).put("outbox", entry);
        setHeld(entry.person, await entriesOf(entry.person));
    },
    async remove(person, id) {
        await (await database()).delete("outbox", [person, id]);
        setHeld(person, await entriesOf(person));
    },
    async next() {
        const phone = (await database()).transaction("phone", "readwrite");
        const seq = (await phone.store.get("seq") ?? 0) + 1;
        await phone.store.put(seq, "seq");
        await phone.done;
        return seq;
    },
    async device() {
        const phone = (await database()).transaction("phone", "readwrite");
        const device = await phone.store.get("device") ?? ulid();
        await phone.store.put(device, "device");
        await phone.done;
        return device;
    },
    async provision(person, kind) { return (await database()).get("provision", [person, kind]); },
    async keepProvision(person, kind, body) { await (await database()).put("provision", { person, kind, body, at: Date.now() }); },
};
