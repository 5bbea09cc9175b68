-- Entries and lines, which nobody changes, and the balances that follow from them.
CREATE TABLE ledger_entry (
    city @int NOT NULL,
    number @int NOT NULL CHECK (number > 0),
    id @id NOT NULL,
    kind @code NOT NULL,
    occurred_on @date NOT NULL,
    recorded_at @code NOT NULL,
    made_at @code,
    actor @id NOT NULL,
    person @id,
    year @int NOT NULL,
    subject_kind @code NOT NULL,
    subject @code NOT NULL,
    text @text NOT NULL,
    reverses @id,
    PRIMARY KEY (city, number),
    UNIQUE (city, id),
    UNIQUE (city, reverses),
    FOREIGN KEY (city, reverses) REFERENCES ledger_entry (city, id),
    CHECK ((kind = 'reversal') = (reverses IS NOT NULL))
) @strict
-- @only sqlite
, WITHOUT ROWID
-- @end
;
CREATE INDEX ledger_entry_day ON ledger_entry (city, occurred_on);
CREATE INDEX ledger_entry_subject ON ledger_entry (city, subject_kind, subject);

-- The earmark: a line that reserves or spends names its category (CHECK, for a NULL would slip past the key), the category must be allowed for the
-- line's year and envelope, and these are its account's.
CREATE TABLE ledger_line (
    city @int NOT NULL,
    entry @int NOT NULL,
    number @int NOT NULL,
    account @int NOT NULL,
    amount @money NOT NULL CHECK (amount <> 0 AND amount BETWEEN -1000000000000000 AND 1000000000000000),
    year @int NOT NULL,
    envelope @code NOT NULL,
    slot @code NOT NULL,
    category @code,
    PRIMARY KEY (city, entry, number),
    FOREIGN KEY (city, entry) REFERENCES ledger_entry (city, number),
    FOREIGN KEY (city, account, year, envelope, slot) REFERENCES ledger_account (city, id, year, envelope, slot),
    FOREIGN KEY (city, year, envelope, category) REFERENCES ledger_allowed (city, year, envelope, category),
    CHECK (category IS NOT NULL OR slot NOT IN ('rencana', 'kontrak', 'sp2d', 'cair', 'belanja', 'sah'))
) @strict
-- @only sqlite
, WITHOUT ROWID
-- @end
;
CREATE INDEX ledger_line_account ON ledger_line (city, account, entry, amount);

-- Kept, written by `post` alone in the entry's transaction. The limit of each account holds here too.
CREATE TABLE ledger_balance (
    city @int NOT NULL,
    account @int NOT NULL,
    sign @int NOT NULL,
    amount @money NOT NULL,
    PRIMARY KEY (city, account),
    FOREIGN KEY (city, account, sign) REFERENCES ledger_account (city, id, sign),
    CONSTRAINT ledger_balance_limit CHECK (sign = 0 OR (sign = 1 AND amount >= 0) OR (sign = -1 AND amount <= 0))
) @strict
-- @only sqlite
, WITHOUT ROWID
-- @end
;

CREATE TABLE ledger_place (
    city @int NOT NULL,
    year @int NOT NULL,
    kelurahan @code NOT NULL,
    envelope @code NOT NULL,
    stage @code NOT NULL,
    amount @money NOT NULL,
    PRIMARY KEY (city, year, kelurahan, envelope, stage)
) @strict
-- @only sqlite
, WITHOUT ROWID
-- @end
;

-- Purses that went to another pokmas in an entry.
CREATE TABLE ledger_passing (
    city @int NOT NULL,
    entry @int NOT NULL,
    purse @id NOT NULL,
    from_pokmas @id NOT NULL,
    to_pokmas @id NOT NULL,
    PRIMARY KEY (city, entry, purse),
    FOREIGN KEY (city, entry) REFERENCES ledger_entry (city, number),
    FOREIGN KEY (city, purse) REFERENCES ledger_purse (city, id)
) @strict;

-- @only sqlite
CREATE TRIGGER ledger_entry_keep BEFORE UPDATE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_entry_hold BEFORE DELETE ON ledger_entry BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_line_keep BEFORE UPDATE ON ledger_line BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_line_hold BEFORE DELETE ON ledger_line BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_account_keep BEFORE UPDATE ON ledger_account BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_account_hold BEFORE DELETE ON ledger_account BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_passing_keep BEFORE UPDATE ON ledger_passing BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
CREATE TRIGGER ledger_passing_hold BEFORE DELETE ON ledger_passing BEGIN SELECT RAISE(ABORT, 'ledger.immutable'); END;
-- @end
-- @only postgres
CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'ledger.immutable' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER ledger_entry_keep BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_entry_hold BEFORE TRUNCATE ON ledger_entry FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_line_keep BEFORE UPDATE OR DELETE ON ledger_line FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_line_hold BEFORE TRUNCATE ON ledger_line FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_account_keep BEFORE UPDATE OR DELETE ON ledger_account FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_account_hold BEFORE TRUNCATE ON ledger_account FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_passing_keep BEFORE UPDATE OR DELETE ON ledger_passing FOR EACH ROW EXECUTE FUNCTION ledger_refuse();
CREATE TRIGGER ledger_passing_hold BEFORE TRUNCATE ON ledger_passing FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse();
-- @end
