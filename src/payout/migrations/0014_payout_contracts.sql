-- Pokmas with officers and one bank account, contracts by purse and category, tranches split over purses, their SP2D.
-- The state of a pokmas and of a tranche is its workflow item (machines `pokmas` and `tranche`).

-- The account number is sealed; equality goes by its keyed hash, `account_masked` is what pages show. `place` is the first RW served.
CREATE TABLE payout_pokmas (
    city @int NOT NULL,
    id @id NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    kelurahan @code NOT NULL,
    place @code NOT NULL,
    address @text NOT NULL,
    address_fold @code NOT NULL,
    minutes @text NOT NULL,
    decree @text NOT NULL,
    decree_on @date,
    decree_until @date,
    bank @text NOT NULL,
    account_sealed @text,
    account_lookup @code,
    account_masked @text NOT NULL,
    account_holder @text NOT NULL,
    account_verified_on @date,
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE UNIQUE INDEX payout_pokmas_account ON payout_pokmas (city, account_lookup) WHERE account_lookup IS NOT NULL;
CREATE INDEX payout_pokmas_place ON payout_pokmas (city, place);

-- Which group serves a place (an RW) and since when; one at a time.
CREATE TABLE payout_service (
    city @int NOT NULL,
    pokmas @id NOT NULL,
    rw @code NOT NULL,
    from_on @date NOT NULL,
    until_on @date,
    PRIMARY KEY (city, pokmas, rw),
    FOREIGN KEY (city, pokmas) REFERENCES payout_pokmas (city, id)
) @strict;
CREATE UNIQUE INDEX payout_service_rw ON payout_service (city, rw) WHERE until_on IS NULL;

CREATE TABLE payout_officer (
    city @int NOT NULL,
    pokmas @id NOT NULL,
    position @code NOT NULL CHECK (position IN ('ketua', 'sekretaris', 'bendahara', 'pengawas', 'pelaksana', 'persiapan')),
    person @id NOT NULL,
    from_on @date NOT NULL,
    until_on @date,
    PRIMARY KEY (city, pokmas, position, person),
    FOREIGN KEY (city, pokmas) REFERENCES payout_pokmas (city, id)
) @strict;
CREATE INDEX payout_officer_person ON payout_officer (city, person);

-- One contract a pokmas and year, as long as it is not ended.
CREATE TABLE payout_contract (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    year @int NOT NULL,
    number @text NOT NULL,
    signed_on @date NOT NULL,
    starts_on @date NOT NULL,
    ends_on @date NOT NULL,
    amount @money NOT NULL CHECK (amount >= 0),
    version @int NOT NULL CHECK (version > 0),
    ended_on @date,
    end_number @text NOT NULL,
    end_reason @text NOT NULL,
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, pokmas) REFERENCES payout_pokmas (city, id)
) @strict;
CREATE UNIQUE INDEX payout_contract_one ON payout_contract (city, pokmas, year) WHERE ended_on IS NULL;

-- What the contract covers today, addenda included; units as they were called when their purses were taken in.
CREATE TABLE payout_contract_line (
    city @int NOT NULL,
    contract @id NOT NULL,
    purse @id NOT NULL,
    category @code NOT NULL,
    envelope @code NOT NULL,
    unit_code @code NOT NULL,
    unit_name @text NOT NULL,
    amount @money NOT NULL CHECK (amount >= 0),
    PRIMARY KEY (city, contract, purse, category),
    FOREIGN KEY (city, contract) REFERENCES payout_contract (city, id)
) @strict;
CREATE INDEX payout_contract_line_purse ON payout_contract_line (city, purse);

CREATE TABLE payout_addendum (
    city @int NOT NULL,
    contract @id NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    id @id NOT NULL,
    paper @text NOT NULL,
    dated @date NOT NULL,
    change @money NOT NULL,
    reason @text NOT NULL,
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    PRIMARY KEY (city, contract, number),
    FOREIGN KEY (city, contract) REFERENCES payout_contract (city, id)
) @strict;

-- `supplement` counts the requests of one tranche number: a late RT asks in a further one. `gates` is JSON, a row a unit, as they were judged.
CREATE TABLE payout_tranche (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    contract @id NOT NULL,
    year @int NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    supplement @int NOT NULL CHECK (supplement >= 0),
    amount @money NOT NULL CHECK (amount >= 0),
    pack_version @int NOT NULL,
    gates @text NOT NULL,
    requested_on @date NOT NULL,
    spp @text NOT NULL,
    spm @text NOT NULL,
    sp2d @text NOT NULL,
    sp2d_on @date,
    confirmed_on @date,
    received @money NOT NULL CHECK (received >= 0),
    withheld @money NOT NULL CHECK (withheld >= 0),
    elsewhere @id,
    elsewhere_amount @money NOT NULL CHECK (elsewhere_amount >= 0),
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, contract, number, supplement),
    FOREIGN KEY (city, pokmas) REFERENCES payout_pokmas (city, id),
    FOREIGN KEY (city, contract) REFERENCES payout_contract (city, id)
) @strict;
CREATE INDEX payout_tranche_pokmas ON payout_tranche (city, pokmas, year, number);

-- `contract` is the one that covers the purse now: it changes when the purse passes to another pokmas.
CREATE TABLE payout_part (
    city @int NOT NULL,
    tranche @id NOT NULL,
    purse @id NOT NULL,
    category @code NOT NULL,
    contract @id NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    PRIMARY KEY (city, tranche, purse, category),
    FOREIGN KEY (city, tranche) REFERENCES payout_tranche (city, id)
) @strict;
CREATE INDEX payout_part_purse ON payout_part (city, purse);
CREATE INDEX payout_part_contract ON payout_part (city, contract);

-- Every order to pay, also those that bounced and were issued again.
CREATE TABLE payout_sp2d (
    city @int NOT NULL,
    tranche @id NOT NULL,
    attempt @int NOT NULL CHECK (attempt > 0),
    number @text NOT NULL,
    number_fold @code NOT NULL,
    issued_on @date NOT NULL,
    entry @id NOT NULL,
    outcome @code NOT NULL CHECK (outcome IN ('under_way', 'confirmed', 'bounced')),
    outcome_on @date,
    outcome_entry @id,
    reason @text NOT NULL,
    PRIMARY KEY (city, tranche, attempt),
    FOREIGN KEY (city, tranche) REFERENCES payout_tranche (city, id)
) @strict;
CREATE INDEX payout_sp2d_number ON payout_sp2d (city, number_fold);

-- What the rules said at a decision about a pokmas or a tranche: codes and numbers as JSON, worded when shown.
CREATE TABLE payout_decision (
    city @int NOT NULL,
    subject @id NOT NULL,
    id @id NOT NULL,
    decision @code NOT NULL,
    pack_version @int NOT NULL,
    verdicts @text NOT NULL,
    actor @id NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, subject, id)
) @strict;

-- For lists and figures of the rooms above.
CREATE VIEW payout_v_pokmas AS
SELECT p.city, p.id, p.name, p.kelurahan, p.place, p.decree, p.decree_until, p.bank, p.account_masked, p.account_holder, p.account_verified_on, w.state, w.since
FROM payout_pokmas p
JOIN workflow_v_state w ON w.city = p.city AND w.machine = 'pokmas' AND w.subject = p.id;

CREATE VIEW payout_v_contract AS
SELECT city, id, pokmas, year, number, signed_on, starts_on, ends_on, amount, ended_on, CASE WHEN ended_on IS NULL THEN 'in_force' ELSE 'ended' END AS state
FROM payout_contract;

CREATE VIEW payout_v_tranche AS
SELECT t.city, t.id, t.pokmas, t.contract, t.year, t.number, t.supplement, t.amount, t.requested_on, t.sp2d, t.sp2d_on, t.confirmed_on, t.received, t.withheld,
    w.state, w.due, w.since, w.waits_for
FROM payout_tranche t
JOIN workflow_v_state w ON w.city = t.city AND w.machine = 'tranche' AND w.subject = t.id;

-- What reached a purse, by tranche.
CREATE VIEW payout_v_disbursed AS
SELECT s.city, s.purse, t.pokmas, t.year, t.number AS tranche, s.category, s.amount, t.confirmed_on
FROM payout_part s
JOIN payout_tranche t ON t.city = s.city AND t.id = s.tranche
WHERE t.confirmed_on IS NOT NULL;
