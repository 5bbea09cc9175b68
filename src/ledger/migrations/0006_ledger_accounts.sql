-- Purses and their accounts, and what limits the books: allowed categories, DPA, holds, signed months.

-- One unit, one year, one envelope. first_account is `anggaran`; the other nine stages follow it.
CREATE TABLE ledger_purse (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL CHECK (year > 2000),
    unit @code NOT NULL,
    kelurahan @code NOT NULL,
    envelope @code NOT NULL CHECK (envelope <> '-'),
    pokmas @id,
    first_account @int NOT NULL,
    state @code NOT NULL CHECK (state IN ('open', 'closed', 'closed_with_debt')),
    opened_at @code NOT NULL,
    closed_on @date,
    closed_at @code,
    PRIMARY KEY (city, id),
    UNIQUE (city, unit, year, envelope)
) @strict;
CREATE INDEX ledger_purse_place ON ledger_purse (city, year, kelurahan, envelope);
CREATE INDEX ledger_purse_pokmas ON ledger_purse (city, pokmas);

-- Fixed when it is opened. Cash accounts carry year 0 and '-' for what only purses have.
CREATE TABLE ledger_account (
    city @int NOT NULL,
    id @int NOT NULL,
    book @code NOT NULL CHECK (book IN ('purse', 'cash')),
    slot @code NOT NULL,
    sign @int NOT NULL,
    purse @id,
    pokmas @id,
    party @text NOT NULL,
    year @int NOT NULL,
    unit @code NOT NULL,
    kelurahan @code NOT NULL,
    envelope @code NOT NULL,
    PRIMARY KEY (city, id),
    UNIQUE (city, id, year, envelope, slot),
    UNIQUE (city, id, sign),
    UNIQUE (city, purse, slot),
    UNIQUE (city, pokmas, slot, party),
    FOREIGN KEY (city, purse) REFERENCES ledger_purse (city, id),
    CHECK ((book = 'purse' AND purse IS NOT NULL AND pokmas IS NULL AND year > 0
            AND slot IN ('anggaran', 'pagu', 'rencana', 'kontrak', 'sp2d', 'cair', 'belanja', 'sah', 'kembali', 'batal'))
        OR (book = 'cash' AND purse IS NULL AND pokmas IS NOT NULL AND year = 0 AND unit = '-' AND kelurahan = '-' AND envelope = '-'
            AND slot IN ('bank', 'kas', 'panjar', 'piutang', 'jalan', 'pajak', 'bunga', 'swadaya', 'titipan', 'kasda', 'pemasok', 'hapus'))),
    CHECK ((sign = 0 AND slot IN ('anggaran', 'kasda', 'pemasok', 'hapus'))
        OR (sign = -1 AND slot IN ('pajak', 'bunga', 'swadaya', 'titipan'))
        OR (sign = 1 AND slot IN ('pagu', 'rencana', 'kontrak', 'sp2d', 'cair', 'belanja', 'sah', 'kembali', 'batal', 'bank', 'kas', 'panjar', 'piutang', 'jalan')))
) @strict;

-- Menu categories that an envelope of a year may pay for: written when a year's pack is released.
CREATE TABLE ledger_allowed (
    city @int NOT NULL,
    year @int NOT NULL CHECK (year > 2000),
    envelope @code NOT NULL,
    category @code NOT NULL CHECK (category <> ''),
    PRIMARY KEY (city, year, envelope, category)
) @strict;

-- The limit of a kelurahan's envelope is the sum of its changes.
CREATE TABLE ledger_dpa (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    kelurahan @code NOT NULL,
    envelope @code NOT NULL,
    amount @money NOT NULL CHECK (amount <> 0),
    number @text NOT NULL,
    dated @date NOT NULL,
    recorded_at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX ledger_dpa_place ON ledger_dpa (city, year, kelurahan, envelope);

-- kinds: names of hold kinds between spaces, " disbursement spending ".
CREATE TABLE ledger_hold (
    city @int NOT NULL,
    id @id NOT NULL,
    scope @code NOT NULL CHECK (scope IN ('city', 'kelurahan', 'pokmas', 'purse')),
    scope_id @code NOT NULL,
    kinds @code NOT NULL,
    from_on @date NOT NULL,
    until_on @date,
    letter @text NOT NULL,
    signatory @text NOT NULL,
    placed_at @code NOT NULL,
    placed_by @id NOT NULL,
    lifted_on @date,
    lift_letter @text,
    PRIMARY KEY (city, id)
) @strict;

-- Months of a pokmas's cash book that treasurer and chair signed.
CREATE TABLE ledger_month (
    city @int NOT NULL,
    pokmas @id NOT NULL,
    month @code NOT NULL,
    signed_at @code NOT NULL,
    treasurer @id NOT NULL,
    chair @id NOT NULL,
    PRIMARY KEY (city, pokmas, month)
) @strict;
