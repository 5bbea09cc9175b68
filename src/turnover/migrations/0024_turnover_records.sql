-- What businesses sold. A record never changes: one that was wrong is replaced by another that names it, or withdrawn by one that counts nothing.
CREATE TABLE turnover_record (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    region @code NOT NULL,
    from_day @date NOT NULL,
    to_day @date NOT NULL,
    channel @code NOT NULL CHECK (channel IN ('rumah', 'bazar', 'daring', 'titip', 'ritel')),
    method @code NOT NULL CHECK (method IN ('qris_statement', 'cash_book', 'stall_tally', 'recall_week', 'recall_month', 'estimate_official')),
    amount @money NOT NULL CHECK (amount >= 0),
    units @int CHECK (units >= 0),
    selling_days @int CHECK (selling_days >= 0),
    note @text NOT NULL,
    file @code,
    source @text NOT NULL,
    flags @text NOT NULL,
    own_book @bool NOT NULL,
    corrects @id,
    withdrawn @bool NOT NULL,
    reason @text NOT NULL,
    recorded_by @id NOT NULL,
    recorded_by_name @text NOT NULL,
    recorded_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, corrects) REFERENCES turnover_record (city, id),
    CHECK (from_day <= to_day),
    CHECK (corrects IS NULL OR corrects <> id),
    CHECK (corrects IS NOT NULL OR NOT withdrawn)
) @strict;
CREATE INDEX turnover_record_business ON turnover_record (city, business, channel, method, from_day);
CREATE INDEX turnover_record_recorder ON turnover_record (city, recorded_by, recorded_at);
CREATE INDEX turnover_record_region ON turnover_record (city, region, amount);
CREATE UNIQUE INDEX turnover_record_replaced ON turnover_record (city, corrects) WHERE corrects IS NOT NULL;

-- @only sqlite
CREATE TRIGGER turnover_record_keep BEFORE UPDATE ON turnover_record BEGIN SELECT RAISE(ABORT, 'turnover.immutable'); END;
CREATE TRIGGER turnover_record_hold BEFORE DELETE ON turnover_record BEGIN SELECT RAISE(ABORT, 'turnover.immutable'); END;
-- @end
-- @only postgres
CREATE FUNCTION turnover_refuse() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'turnover.immutable' USING ERRCODE = 'check_violation';
END $$;
CREATE TRIGGER turnover_record_keep BEFORE UPDATE OR DELETE ON turnover_record FOR EACH ROW EXECUTE FUNCTION turnover_refuse();
-- @end

-- Records that count, by month: a record that spans months is spread over its days. Kept with each record, so that no page adds up records.
CREATE TABLE turnover_month (
    city @int NOT NULL,
    business @id NOT NULL,
    month @code NOT NULL,
    channel @code NOT NULL,
    method @code NOT NULL,
    amount @money NOT NULL CHECK (amount >= 0),
    days @int NOT NULL CHECK (days > 0),
    PRIMARY KEY (city, business, month, channel, method)
) @strict;

-- One figure a business and month, where one is needed: the best method of each channel, added over channels. `method` is the weakest of those.
CREATE TABLE turnover_figure (
    city @int NOT NULL,
    month @code NOT NULL,
    business @id NOT NULL,
    amount @money NOT NULL CHECK (amount >= 0),
    method @code NOT NULL,
    PRIMARY KEY (city, month, business)
) @strict;
CREATE INDEX turnover_figure_business ON turnover_figure (city, business, month);

-- The owner's own cash book: sales by channel, costs by kind. A day that was closed has become records, once.
CREATE TABLE turnover_entry (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    on_day @date NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('sale', 'cost')),
    channel @code,
    cost @code CHECK (cost IN ('bahan', 'kemasan', 'tenaga', 'ongkir', 'lapak', 'lain')),
    amount @money NOT NULL CHECK (amount > 0),
    note @text NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    voided_at @code,
    PRIMARY KEY (city, id),
    CHECK ((kind = 'sale') = (channel IS NOT NULL)),
    CHECK ((kind = 'cost') = (cost IS NOT NULL))
) @strict;
CREATE INDEX turnover_entry_day ON turnover_entry (city, business, on_day);

CREATE TABLE turnover_day (
    city @int NOT NULL,
    business @id NOT NULL,
    on_day @date NOT NULL,
    closed_by @id NOT NULL,
    closed_at @code NOT NULL,
    PRIMARY KEY (city, business, on_day)
) @strict;

-- Whom the owner lets see the figures of a business, until when.
CREATE TABLE turnover_consent (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    officer @id NOT NULL,
    officer_name @text NOT NULL,
    office @text NOT NULL,
    until_day @date NOT NULL,
    given_by @id NOT NULL,
    given_at @code NOT NULL,
    withdrawn_at @code,
    PRIMARY KEY (city, id),
    CHECK (officer <> given_by)
) @strict;
CREATE INDEX turnover_consent_business ON turnover_consent (city, business, officer);
CREATE INDEX turnover_consent_officer ON turnover_consent (city, officer);

-- Each look of such an officer: shown to the owner.
CREATE TABLE turnover_reading (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    reader @id NOT NULL,
    reader_name @text NOT NULL,
    page @code NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX turnover_reading_business ON turnover_reading (city, business, at);

-- For figures of groups and effects in rooms above, never shown one by one: a month of a business that stands for itself. Where it took up another that was
-- recorded for the same month, the larger figure stands: what was written down twice counts once.
CREATE VIEW turnover_v_figure AS
SELECT f.city AS city, f.month AS month, s.standing AS business, max(f.amount) AS amount
FROM turnover_figure f JOIN enterprise_v_standing s ON s.city = f.city AND s.id = f.business
GROUP BY f.city, f.month, s.standing;
