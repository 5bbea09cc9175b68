// Attendance as the phone sees it: what the server had when there was a signal, and over it what was marked since.

/// The seats of a meeting with the mark that stands: {id, name, present, by, waiting, problem}.
export function seatsOf(provision, entries, sessionId) {
    const session = provision.sessions.find(each => each.id === sessionId);
    const course = provision.courses.find(each => each.id === session?.course);
    if (!session || !course)
        return [];
    return course.seats.map(seat => {
        const own = entries.filter(entry => entry.operation === "training.mark" && entry.input.session === sessionId && entry.input.seat === seat.id);
        const last = own.at(-1);
        const server = session.marks[seat.id];
        const shown = last && last.state !== "conflict" ? last.input.mark === "present" : server?.present;
        return { id: seat.id, name: seat.name, present: shown, by: last ? "" : server?.by ?? "", waiting: last?.state === "waiting", problem: last?.state === "conflict" || last?.state === "refused" };
    });
}

export function countOf(seats) {
    return {
        present: seats.filter(seat => seat.present === true).length,
        absent: seats.filter(seat => seat.present === false).length,
        unmarked: seats.filter(seat => seat.present === undefined).length,
    };
}

const aMonth = 30 * 24 * 3600 * 1000;

/// Earlier than when the server was last heard, or much later: a phone whose battery was empty starts in another year.
export function isClockOdd(provision, now) {
    const heard = Date.parse(provision.as_of);
    return now < heard - 60_000 || now > heard + aMonth;
}

/// Whether a list may be filled now, as the server will judge it: from an hour before until it is shut. A clock that is wrong shuts nothing.
export function isOpen(session, now, clockOdd = false) {
    return !session.cancelled && (clockOdd || (now >= Date.parse(session.opens) && now <= Date.parse(session.shut)));
}

/// A mark that somebody made otherwise: both versions are shown. Any other conflict is told in the server's words.
export function differs(entry) {
    return entry.state === "conflict" && entry.operation === "training.mark" && entry.error?.arguments?.was !== undefined;
}

/// One mark that was sent no more stands in the way of another: the last press counts.
export function unsentMark(entries, sessionId, seatId) {
    return entries.find(entry => entry.state === "waiting" && entry.operation === "training.mark" && entry.input.session === sessionId && entry.input.seat === seatId);
}
