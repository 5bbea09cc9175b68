// The screen of attendance without a signal: meetings, then one list with two buttons a name. Everything it shows comes from
// the phone's own drawers, so that it opens at once and without a signal.
import { countOf, differs, isClockOdd, isOpen, seatsOf, unsentMark } from "./attendance.js";
import { clockOf, fetchProvision, outboxOf, owner, send } from "./sending.js";
import { store } from "./store.js";
import { make, say } from "./words.js";

const address = "/api/v1/offline/attendance";

/// The pages say which language is chosen; the worker keeps the shell in each.
function wrongLanguage() {
    let wanted = "";
    try { wanted = localStorage.getItem("rtk.lang") ?? ""; } catch { /* switched off: as it came */ }
    const search = wanted === "en" ? "?bahasa=en" : "";
    if (!wanted || wanted === document.documentElement.lang || location.search === search)
        return false;
    location.replace(location.pathname + search + location.hash);
    return true;
}

export class Shell {
    constructor(root) {
        this.root = root;
        this.standing = "";
        this.signedOut = false;
    }

    get clockOdd() { return this.provision !== undefined && isClockOdd(this.provision, this.now()); }

    get view() { return this.root.querySelector("[data-view]"); }

    async start() {
        if (wrongLanguage())
            return;
        window.addEventListener("hashchange", () => this.draw());
        window.addEventListener("online", () => this.refresh());
        window.addEventListener("offline", () => this.draw());
        setInterval(() => this.sendSoon(), 30_000);
        try {
            await this.load();
        } catch {
            this.root.querySelector("[data-standing]").textContent = say("storage");
            return;
        }
        await this.draw();
        await this.refresh();
    }

    async load() {
        this.person = owner();
        const kept = this.person ? await store.provision(this.person, "attendance") : undefined;
        this.provision = kept?.body;
        this.now = clockOf(kept);
        this.outbox = outboxOf(this.person, this.now);
        this.entries = this.person ? await this.outbox.all() : [];
    }

    /// New lists, then what waits; a session that ended loses neither.
    async refresh() {
        const { standing } = await fetchProvision("attendance", address);
        this.signedOut = standing === "signed_out";
        await this.load();
        if (standing === "ok")
            await this.sendNow();
        await this.draw();
    }

    async sendSoon() {
        if (navigator.onLine && this.person && await this.outbox.waiting() > 0)
            await this.refresh();
    }

    async sendNow() {
        if (!this.provision || await this.outbox.waiting() === 0)
            return;
        const result = await send(this.person, this.provision.csrf);
        this.signedOut = result.stopped === "signed_out";
        if (result.done > 0)
            await fetchProvision("attendance", address); // what was sent is the server's now
        await this.load();
    }

    async mark(session, seat, mark) {
        const title = say("titleOf", { name: seat.name, n: session.number, mark: say(mark === "present" ? "wasPresent" : "wasAbsent") });
        const unsent = unsentMark(this.entries, session.id, seat.id);
        if (unsent)
            await this.outbox.amend(unsent.id, { mark });
        else
            await this.outbox.add("training.mark", { session: session.id, seat: seat.id, mark, device: await store.device() }, title);
        await this.after();
    }

    async close(session) {
        await this.outbox.add("training.close_session", { session: session.id }, say("close"));
        await this.after();
    }

    /// On the screen first, then to the server.
    async after() {
        await this.load();
        await this.draw();
        if (!navigator.onLine)
            return;
        await this.sendNow();
        await this.draw();
    }

    async draw() {
        const waiting = this.entries.filter(entry => entry.state === "waiting").length;
        const line = this.root.querySelector("[data-standing]");
        const undecided = this.entries.length - waiting;
        line.textContent = [say(navigator.onLine ? "online" : "offline"), waiting > 0 ? say("waiting", { n: waiting }) : "", undecided > 0 ? say("undecided", { n: undecided }) : "",
            this.person && this.entries.length === 0 ? say("allSent") : ""].filter(Boolean).join(". ") + ".";
        line.dataset.waiting = String(waiting);
        const notes = this.root.querySelector("[data-notes]");
        notes.replaceChildren(...this.notes());
        const session = this.provision?.sessions.find(each => each.id === location.hash.slice(1));
        this.view.replaceChildren(...(session ? this.listOf(session) : this.meetings()));
    }

    notes() {
        const notes = [];
        if (this.signedOut)
            notes.push(make("div", { className: "note", tone: "warn" }, make("b", {}, say("signIn")), " ", make("a", { href: "/masuk?lanjut=/offline/presensi" }, say("signInLink"))));
        if (this.clockOdd)
            notes.push(make("div", { className: "note", tone: "warn" }, make("b", {}, say("clockOdd"))));
        for (const entry of this.entries.filter(each => each.state !== "waiting"))
            notes.push(this.problem(entry));
        return notes;
    }

    problem(entry) {
        const box = make("section", { className: "card stack", tone: differs(entry) ? "warn" : "no" }, make("h2", {}, say(differs(entry) ? "conflict" : "refused")), make("p", {}, entry.title));
        if (differs(entry))
            box.append(...this.versions(entry));
        else
            box.append(make("p", { className: "small" }, entry.error?.message ?? ""), make("div", { className: "row" },
                make("a", { className: "btn", kind: "second", href: "/draf" + (entry.kept ? "/" + entry.id : "") }, say("mend")),
                entry.kept ? make("button", { className: "btn", kind: "plain", onclick: async () => { await this.outbox.dismiss(entry.id); await this.after(); } }, "OK") : ""));
        return box;
    }

    /// Both versions, and the person chooses; to keep one's own asks why.
    versions(entry) {
        const { was, by, at } = entry.error?.arguments ?? {};
        const reason = make("input", { className: "input", id: "alasan-" + entry.id, maxLength: 300 });
        const wrong = make("small", { className: "late", role: "alert" });
        const keepMine = async () => {
            if (reason.value.trim().length < 3) {
                wrong.textContent = say("reasonShort");
                reason.focus();
                return;
            }
            await this.outbox.amend(entry.id, { reason: reason.value.trim() });
            await this.after();
        };
        const keepTheirs = async () => { await this.outbox.drop(entry.id, entry.title); await this.after(); };
        const theirs = [say(was === "present" ? "wasPresent" : "wasAbsent"), by, at ? new Date(at).toLocaleString(document.documentElement.lang) : ""].filter(Boolean).join(", ");
        return [
            make("dl", { className: "facts" }, make("div", {}, make("dt", {}, say("mine")), make("dd", {}, say(entry.input.mark === "present" ? "wasPresent" : "wasAbsent"))),
                make("div", {}, make("dt", {}, say("theirs")), make("dd", {}, theirs))),
            make("div", { className: "field" }, make("label", { htmlFor: reason.id }, say("why")), reason, wrong),
            make("div", { className: "row" }, make("button", { className: "btn", onclick: keepMine }, say("keepMine")), make("button", { className: "btn", kind: "second", onclick: keepTheirs }, say("keepTheirs"))),
        ];
    }

    meetings() {
        if (!this.provision)
            return [make("p", { className: "note", tone: "info" }, make("b", {}, say("nobody")))];
        const lines = this.provision.sessions.map(session => {
            const course = this.provision.courses.find(each => each.id === session.course);
            const counts = countOf(seatsOf(this.provision, this.entries, session.id));
            return make("li", {}, make("a", { href: "#" + session.id }, course.title + ", " + say("meeting", { n: session.number })), make("br"),
                make("span", { className: "small quiet" }, [session.when, session.cancelled ? say("cancelled") : session.closed ? say("closed") : "", say("counts", counts)].filter(Boolean).join(" · ")));
        });
        if (lines.length === 0)
            return [make("p", { className: "quiet" }, say("noSessions")), this.asOf()];
        return [make("ul", { className: "lines" }, ...lines), this.asOf()];
    }

    listOf(session) {
        const course = this.provision.courses.find(each => each.id === session.course);
        const seats = seatsOf(this.provision, this.entries, session.id);
        const closing = this.entries.some(entry => entry.operation === "training.close_session" && entry.input.session === session.id && entry.state === "waiting");
        const open = isOpen(session, this.now(), this.clockOdd) && !closing;
        const rows = seats.map(seat => this.row(session, seat, open));
        return [
            make("p", {}, make("a", { href: "#" }, say("back"))),
            make("h2", {}, course.title + ", " + say("meeting", { n: session.number })),
            make("p", { className: "quiet" }, [session.when, session.venue, session.cancelled ? say("cancelled") : session.closed ? say("closed") : ""].filter(Boolean).join(" · ")),
            make("p", { role: "status" }, make("b", {}, say("counts", countOf(seats)))),
            make("ul", { className: "lines" }, ...rows),
            closing ? make("p", { className: "quiet" }, say("closeWait"))
                : open && !session.closed && (this.clockOdd || this.now() >= Date.parse(session.begins)) ? make("p", {}, make("button", { className: "btn", kind: "second", onclick: () => this.close(session) }, say("close"))) : "",
            this.asOf(),
        ];
    }

    row(session, seat, open) {
        const word = seat.present === undefined ? say("unmarked") : say(seat.present ? "wasPresent" : "wasAbsent");
        const state = make("span", { className: "badge", tone: seat.problem ? "warn" : seat.present === undefined ? "" : seat.present ? "ok" : "no" }, word + (seat.waiting ? ", " + say("here") : ""));
        const press = (mark, label) => make("button", { className: "btn", kind: seat.present === (mark === "present") ? "" : "second", ariaPressed: String(seat.present === (mark === "present")), disabled: !open, onclick: () => this.mark(session, seat, mark) },
            label, make("span", { className: "vh" }, " " + seat.name));
        const line = make("li", { className: "pair" }, make("span", {}, seat.name, make("br"), state), make("span", { className: "row" }, press("present", say("present")), press("absent", say("absent"))));
        line.dataset.seat = seat.id;
        return line;
    }

    asOf() {
        return make("p", { className: "small quiet" }, this.provision?.shown ? say("asOf", { time: this.provision.shown }) + " " : "",
            make("button", { className: "btn", kind: "plain", onclick: () => this.refresh() }, say("refresh")));
    }
}
