-- The cash half: who holds advances, tax payments with their numbers, deposit slips, cash counts, residents' gifts, months signed off, hand-overs.
-- Amounts stand in the ledger; these rows keep the papers around them. `taken_back` is the reversing entry.

-- People who hold an advance or owe something, known by name at one pokmas; `id` is the ledger's party ("person:<id>") and a person of identity where there is one.
CREATE TABLE spending_holder (
    city @int NOT NULL,
    pokmas @id NOT NULL,
    id @id NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    PRIMARY KEY (city, pokmas, id)
) @strict;
CREATE INDEX spending_holder_name ON spending_holder (city, pokmas, name_fold);

-- One number (NTPN of the state, NTPD of the city) pays for one or more kinds of tax.
CREATE TABLE spending_tax_payment (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    entry @id NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('ntpn', 'ntpd')),
    number @code NOT NULL,
    paid_on @date NOT NULL,
    paid_from @code NOT NULL CHECK (paid_from IN ('bank', 'kas', 'panjar')),
    amount @money NOT NULL CHECK (amount > 0),
    proof @code,
    taken_back @id,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE UNIQUE INDEX spending_tax_payment_number ON spending_tax_payment (city, number) WHERE taken_back IS NULL;
CREATE INDEX spending_tax_payment_pokmas ON spending_tax_payment (city, pokmas, paid_on);
CREATE INDEX spending_tax_payment_entry ON spending_tax_payment (city, entry);

-- `expense` says whose tax it was; none for taxes that came with an opening balance.
CREATE TABLE spending_tax_payment_part (
    city @int NOT NULL,
    payment @id NOT NULL,
    position @int NOT NULL,
    tax @code NOT NULL,
    expense @id,
    amount @money NOT NULL CHECK (amount > 0),
    PRIMARY KEY (city, payment, position),
    FOREIGN KEY (city, payment) REFERENCES spending_tax_payment (city, id)
) @strict;
CREATE INDEX spending_tax_payment_part_expense ON spending_tax_payment_part (city, expense);

-- Money that went to the treasury, by its deposit slip (STS).
CREATE TABLE spending_deposit (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    entry @id NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('leftover', 'interest', 'repayment')),
    slip @text NOT NULL,
    slip_fold @code NOT NULL,
    deposited_on @date NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    taken_back @id,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE UNIQUE INDEX spending_deposit_slip ON spending_deposit (city, slip_fold) WHERE taken_back IS NULL;
CREATE INDEX spending_deposit_pokmas ON spending_deposit (city, pokmas, deposited_on);
CREATE INDEX spending_deposit_entry ON spending_deposit (city, entry);

-- The shares of purses in a slip.
CREATE TABLE spending_deposit_part (
    city @int NOT NULL,
    deposit @id NOT NULL,
    purse @id NOT NULL,
    amount @money NOT NULL CHECK (amount > 0),
    PRIMARY KEY (city, deposit, purse),
    FOREIGN KEY (city, deposit) REFERENCES spending_deposit (city, id)
) @strict;
CREATE INDEX spending_deposit_part_purse ON spending_deposit_part (city, purse);

-- `pieces` is JSON: how many notes and coins of each value, where they were listed.
CREATE TABLE spending_count (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    counted_on @date NOT NULL,
    book @money NOT NULL,
    counted @money NOT NULL CHECK (counted >= 0),
    pieces @text NOT NULL,
    entry @id,
    note @text NOT NULL,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX spending_count_pokmas ON spending_count (city, pokmas, counted_on);

-- Work and goods that residents gave: a recorded value, no money.
CREATE TABLE spending_gift (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    purse @id,
    kind @code NOT NULL CHECK (kind IN ('work', 'goods')),
    given_on @date NOT NULL,
    value @money NOT NULL CHECK (value > 0),
    what @text NOT NULL,
    giver @text NOT NULL,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX spending_gift_pokmas ON spending_gift (city, pokmas, given_on);

-- What the treasurer signed; the state is the workflow item (machine `cash_month`), the lock is the ledger's once the chair signed too.
CREATE TABLE spending_month (
    city @int NOT NULL,
    id @id NOT NULL,
    pokmas @id NOT NULL,
    month @code NOT NULL,
    bank @money NOT NULL,
    kas @money NOT NULL,
    panjar @money NOT NULL,
    book_rows @int NOT NULL,
    treasurer @id NOT NULL,
    treasurer_name @text NOT NULL,
    treasurer_at @code NOT NULL,
    chair @id,
    chair_name @text NOT NULL,
    chair_at @code,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX spending_month_pokmas ON spending_month (city, pokmas, month);

CREATE TABLE spending_handover (
    city @int NOT NULL,
    id @id NOT NULL,
    from_pokmas @id NOT NULL,
    to_pokmas @id NOT NULL,
    minutes @text NOT NULL,
    handed_on @date NOT NULL,
    counted @money,
    entry @id NOT NULL,
    recorded_at @code NOT NULL,
    recorded_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX spending_handover_from ON spending_handover (city, from_pokmas);
CREATE INDEX spending_handover_to ON spending_handover (city, to_pokmas);

CREATE TABLE spending_handover_purse (
    city @int NOT NULL,
    handover @id NOT NULL,
    purse @id NOT NULL,
    PRIMARY KEY (city, handover, purse),
    FOREIGN KEY (city, handover) REFERENCES spending_handover (city, id)
) @strict;

-- For reports: what went back to the treasury, by purse; before or after 31 December says the day.
CREATE VIEW spending_v_deposit AS
SELECT d.city, d.id, d.pokmas, d.kind, d.slip, d.deposited_on, p.purse, p.amount
FROM spending_deposit d
JOIN spending_deposit_part p ON p.city = d.city AND p.deposit = d.id
WHERE d.taken_back IS NULL;

CREATE VIEW spending_v_tax_payment AS
SELECT t.city, t.id, t.pokmas, t.kind, t.number, t.paid_on, t.paid_from, p.tax, p.expense, p.amount, t.proof
FROM spending_tax_payment t
JOIN spending_tax_payment_part p ON p.city = t.city AND p.payment = t.id
WHERE t.taken_back IS NULL;
