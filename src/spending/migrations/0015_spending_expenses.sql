-- Expenses with their shares, taxes, returns and openings; suppliers; purchases that no purse can bear yet.
-- The state of an expense is its workflow item (machine `expense`).

CREATE TABLE spending_supplier (
    city @int NOT NULL,
    id @id NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL CHECK (name_fold <> ''),
    npwp @code NOT NULL,
    pkp @bool NOT NULL,
    suket @text NOT NULL,
    suket_until @date,
    phone @text NOT NULL, -- sealed
    example @bool NOT NULL,
    created_at @code NOT NULL,
    created_by @id NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, name_fold, npwp)
) @strict;

-- `purse`, `place` and `envelope` are those of the first share. `live` is false once nothing of it counts (withdrawn, corrected).
-- gross: the bill, or this pokmas's part of a bill that several pokmas share (`bill_total`); charged: what its purses bear.
CREATE TABLE spending_expense (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    pokmas @id NOT NULL,
    purse @id NOT NULL,
    envelope @code NOT NULL,
    category @code NOT NULL,
    place @code NOT NULL,
    place_name @text NOT NULL,
    kelurahan @code NOT NULL,
    number @code NOT NULL,
    occurred_on @date NOT NULL,
    supplier @id NOT NULL,
    supplier_name @text NOT NULL,
    receipt @text NOT NULL,
    receipt_fold @code NOT NULL,
    description @text NOT NULL,
    spend_kind @code NOT NULL,
    gross @money NOT NULL CHECK (gross > 0),
    bill_total @money NOT NULL,
    residents_share @money NOT NULL CHECK (residents_share >= 0),
    charged @money NOT NULL CHECK (charged > 0),
    withheld @money NOT NULL CHECK (withheld >= 0),
    paid @money NOT NULL CHECK (paid >= 0),
    undone @money NOT NULL CHECK (undone >= 0),
    joint @text NOT NULL,
    liable @text NOT NULL,
    answers @text NOT NULL,
    marks @int NOT NULL,
    verdicts @text NOT NULL,
    papers_missing @text NOT NULL,
    pack_version @int NOT NULL,
    entry @id NOT NULL,
    entered_by @id NOT NULL,
    entered_person @id NOT NULL,
    entered_for @id,
    live @bool NOT NULL,
    goods_on @date,
    accepted_on @date,
    replaces @id,
    replaced_by @id,
    recorded_at @code NOT NULL,
    made_at @code,
    search @code NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, number),
    FOREIGN KEY (city, supplier) REFERENCES spending_supplier (city, id),
    CHECK (undone <= charged)
) @strict;
CREATE INDEX spending_expense_place ON spending_expense (city, year, place);
CREATE INDEX spending_expense_pokmas ON spending_expense (city, pokmas, year, occurred_on);
CREATE INDEX spending_expense_supplier ON spending_expense (city, supplier, receipt_fold);

-- What each plan line bears: amount = still in `belanja` + accepted + undone.
CREATE TABLE spending_share (
    city @int NOT NULL,
    expense @id NOT NULL,
    position @int NOT NULL,
    line @id NOT NULL,
    purse @id NOT NULL,
    category @code NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    accepted @money NOT NULL CHECK (accepted >= 0),
    undone @money NOT NULL CHECK (undone >= 0),
    PRIMARY KEY (city, expense, position),
    FOREIGN KEY (city, expense) REFERENCES spending_expense (city, id),
    CHECK (accepted + undone <= amount)
) @strict;
CREATE INDEX spending_share_line ON spending_share (city, line);
CREATE INDEX spending_share_purse ON spending_share (city, purse);

-- Owed = amount - undone - paid. `bearer`: withheld from the supplier, borne by the purse, or owed by the person who forgot it.
CREATE TABLE spending_tax (
    city @int NOT NULL,
    expense @id NOT NULL,
    key @code NOT NULL,
    pokmas @id NOT NULL,
    label @text NOT NULL,
    base @money NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    bearer @code NOT NULL CHECK (bearer IN ('withheld', 'purse', 'person')),
    city_tax @bool NOT NULL,
    due @date NOT NULL,
    undone @money NOT NULL CHECK (undone >= 0),
    paid @money NOT NULL CHECK (paid >= 0),
    PRIMARY KEY (city, expense, key),
    FOREIGN KEY (city, expense) REFERENCES spending_expense (city, id),
    CHECK (undone + paid <= amount)
) @strict;
CREATE INDEX spending_tax_pokmas ON spending_tax (city, pokmas, due);

-- What of an expense did not stay: refused, disallowed after acceptance, given back by the supplier, withdrawn.
CREATE TABLE spending_undoing (
    city @int NOT NULL,
    id @id NOT NULL,
    expense @id NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('not_accepted', 'disallowed', 'refunded', 'withdrawn')),
    stage @code NOT NULL CHECK (stage IN ('belanja', 'sah')),
    amount @money NOT NULL CHECK (amount > 0),
    tax @money NOT NULL CHECK (tax >= 0),
    debtor @text NOT NULL,
    debtor_name @text NOT NULL,
    account @code NOT NULL,
    reason @text NOT NULL,
    undone_on @date NOT NULL,
    entry @id NOT NULL,
    actor @id NOT NULL,
    actor_name @text NOT NULL,
    recorded_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, expense) REFERENCES spending_expense (city, id)
) @strict;
CREATE INDEX spending_undoing_expense ON spending_undoing (city, expense);

-- What the rules said at a later decision than the recording; only where they said something.
CREATE TABLE spending_verdict (
    city @int NOT NULL,
    expense @id NOT NULL,
    at @code NOT NULL,
    decision @code NOT NULL,
    pack_version @int NOT NULL,
    verdicts @text NOT NULL,
    actor @id NOT NULL,
    PRIMARY KEY (city, expense, at, decision),
    FOREIGN KEY (city, expense) REFERENCES spending_expense (city, id)
) @strict;

-- Who opened which expense before several were accepted at once.
CREATE TABLE spending_opening (
    city @int NOT NULL,
    expense @id NOT NULL,
    actor @id NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, expense, actor),
    FOREIGN KEY (city, expense) REFERENCES spending_expense (city, id)
) @strict;

-- Bought, but no purse can bear it: the money is an advance of who paid until it is charged, borne by residents or brought back.
CREATE TABLE spending_unplaced (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    place @code NOT NULL,
    year @int NOT NULL,
    party @text NOT NULL,
    party_name @text NOT NULL,
    supplier_name @text NOT NULL,
    receipt @text NOT NULL,
    description @text NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    reason @text NOT NULL,
    bought_on @date NOT NULL,
    entry @id NOT NULL,
    state @code NOT NULL CHECK (state IN ('open', 'charged', 'residents', 'returned')),
    expense @id,
    solved_on @date,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX spending_unplaced_pokmas ON spending_unplaced (city, pokmas, state);

-- For lists and figures of other rooms.
CREATE VIEW spending_v_expense AS
SELECT e.city, e.id, e.year, e.pokmas, e.purse, e.envelope, e.category, e.place, e.place_name, e.kelurahan, e.number, e.occurred_on, e.supplier, e.supplier_name, e.receipt,
    e.description, e.spend_kind, e.gross, e.residents_share, e.charged, e.withheld, e.paid, e.undone, e.joint, e.marks, e.papers_missing, e.accepted_on, e.recorded_at, e.entered_by,
    e.entered_person, e.entered_for, e.live, e.entry, e.search, w.state, w.version, w.due, w.since, w.waits_for
FROM spending_expense e
JOIN workflow_v_state w ON w.city = e.city AND w.machine = 'expense' AND w.subject = e.id;

-- What plan lines and purses bear, without what was undone.
CREATE VIEW spending_v_share AS
SELECT city, expense, line, purse, category, amount - undone AS spent, accepted FROM spending_share;

CREATE VIEW spending_v_tax AS
SELECT city, expense, key, pokmas, label, base, amount, bearer, city_tax, due, undone, paid, amount - undone - paid AS owed FROM spending_tax;
