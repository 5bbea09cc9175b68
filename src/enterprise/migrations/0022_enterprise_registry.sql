-- Owners, their businesses with licences, what finds doubles, and what was merged. A business is one activity of one owner at one place:
-- a household that bakes at home and sells at its own stall has two.

-- What identity does not know of a person who owns a business or takes part in a course.
CREATE TABLE enterprise_person (
    city @int NOT NULL,
    id @id NOT NULL,
    sex @code CHECK (sex IN ('male', 'female')),
    birth_date @date,
    address @text NOT NULL,
    no_nik @code CHECK (no_nik IN ('not_issued', 'lost', 'not_shown', 'refused', 'digits_lost', 'other')),
    no_nik_note @text NOT NULL,
    consent_on @date,
    version @int NOT NULL,
    entered_by @id NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;

-- A list that an office sent, taken in whole.
CREATE TABLE enterprise_import (
    city @int NOT NULL,
    id @id NOT NULL,
    source @text NOT NULL,
    as_of @date NOT NULL,
    place @code NOT NULL,
    lines @int NOT NULL,
    entered @int NOT NULL,
    known @int NOT NULL,
    twice @int NOT NULL,
    pairs @int NOT NULL,
    made_by @id NOT NULL,
    made_by_name @text NOT NULL,
    made_at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;

-- `survivor` is the business that this one was merged into, always the last of the way; the row itself stays as it was.
CREATE TABLE enterprise_business (
    city @int NOT NULL,
    id @id NOT NULL,
    owner @id NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    brand @text NOT NULL,
    activity @text NOT NULL,
    kbli_edition @int,
    kbli_code @code,
    place_kind @code NOT NULL CHECK (place_kind IN ('rumah', 'toko', 'pasar', 'keliling', 'daring')),
    region @code NOT NULL,
    kelurahan @code NOT NULL,
    address @text NOT NULL,
    started_month @code,
    legal_form @code NOT NULL CHECK (legal_form IN ('perorangan', 'pt_perorangan', 'cv', 'pt', 'koperasi', 'kelompok')),
    capital @money CHECK (capital >= 0),
    sales_year @int,
    sales_amount @money CHECK (sales_amount >= 0),
    sales_method @code,
    class @code CHECK (class IN ('mikro', 'kecil', 'menengah', 'besar')),
    class_basis @code CHECK (class_basis IN ('modal', 'penjualan')),
    workers_male @int,
    workers_female @int,
    workers_family @int,
    channels @code NOT NULL,
    bookkeeping @code,
    credit_source @code,
    seasonal @bool NOT NULL,
    closed_on @date,
    closed_reason @text NOT NULL,
    standing @code NOT NULL CHECK (standing IN ('entered', 'confirmed')),
    confirmed_by @id,
    confirmed_at @code,
    survivor @id,
    source @text NOT NULL,
    as_of @date NOT NULL,
    import @id,
    example @bool NOT NULL,
    version @int NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    changed_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, survivor) REFERENCES enterprise_business (city, id),
    CHECK ((kbli_edition IS NULL) = (kbli_code IS NULL)),
    CHECK ((class IS NULL) = (class_basis IS NULL)),
    CHECK ((sales_amount IS NULL) = (sales_year IS NULL)),
    CHECK (survivor IS NULL OR survivor <> id)
) @strict;
CREATE INDEX enterprise_business_name ON enterprise_business (city, name_fold, id);
CREATE INDEX enterprise_business_owner ON enterprise_business (city, owner);
CREATE INDEX enterprise_business_region ON enterprise_business (city, region);
CREATE INDEX enterprise_business_survivor ON enterprise_business (city, survivor) WHERE survivor IS NOT NULL;
CREATE INDEX enterprise_business_import ON enterprise_business (city, import) WHERE import IS NOT NULL;

-- A number of an authority and what a person found who looked it up. A tax number may be a NIK, so it is sealed.
CREATE TABLE enterprise_licence (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('nib', 'npwp', 'pirt', 'bpom', 'halal', 'merek', 'suket', 'pkp')),
    number @text NOT NULL,
    number_sealed @text,
    number_lookup @code NOT NULL,
    issued_on @date,
    valid_until @date,
    file @code,
    findings @text NOT NULL,
    worst @code NOT NULL CHECK (worst IN ('none', 'info', 'warn', 'error')),
    reason @text NOT NULL,
    entered_by @id NOT NULL,
    entered_person @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    result @code CHECK (result IN ('issued', 'other_holder', 'not_found', 'expired')),
    checked_by @id,
    checked_by_name @text NOT NULL,
    checked_at @code,
    checked_where @text NOT NULL,
    check_file @code,
    retired_at @code,
    retired_by @id,
    retired_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, business) REFERENCES enterprise_business (city, id),
    CHECK ((result IS NULL) = (checked_by IS NULL)),
    CHECK (result IS NULL OR result <> 'issued' OR (worst <> 'error' AND check_file IS NOT NULL)),
    CHECK (checked_by IS NULL OR checked_by <> entered_by)
) @strict;
CREATE INDEX enterprise_licence_business ON enterprise_licence (city, business);
CREATE INDEX enterprise_licence_number ON enterprise_licence (city, kind, number_lookup);

-- Beginnings of words, phone and NIK (as keyed hashes) and licence numbers that find a business ('b') or a person ('p').
CREATE TABLE enterprise_word (
    city @int NOT NULL,
    kind @code NOT NULL CHECK (kind IN ('b', 'p')),
    word @code NOT NULL,
    subject @id NOT NULL,
    PRIMARY KEY (city, kind, word, subject)
) @strict;
CREATE INDEX enterprise_word_subject ON enterprise_word (city, kind, subject);

-- What doubles have in common: businesses are compared only where they share a key. `batch` is the import that wrote it, else the business itself.
CREATE TABLE enterprise_key (
    city @int NOT NULL,
    key @code NOT NULL,
    business @id NOT NULL,
    batch @id NOT NULL,
    PRIMARY KEY (city, key, business)
) @strict;
CREATE INDEX enterprise_key_business ON enterprise_key (city, business);
CREATE INDEX enterprise_key_batch ON enterprise_key (city, batch);

-- Two that may be one. `a` is the older; who said that they are two is asked no more.
CREATE TABLE enterprise_pair (
    city @int NOT NULL,
    id @id NOT NULL,
    a @id NOT NULL,
    b @id NOT NULL,
    score @int NOT NULL,
    reasons @text NOT NULL,
    kelurahan @code NOT NULL,
    state @code NOT NULL CHECK (state IN ('open', 'merged', 'different')),
    found_at @code NOT NULL,
    decided_by @id,
    decided_by_name @text NOT NULL,
    decided_at @code,
    decided_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, a) REFERENCES enterprise_business (city, id),
    FOREIGN KEY (city, b) REFERENCES enterprise_business (city, id),
    CHECK (a <> b)
) @strict;
CREATE UNIQUE INDEX enterprise_pair_both ON enterprise_pair (city, a, b);
CREATE INDEX enterprise_pair_b ON enterprise_pair (city, b);
CREATE INDEX enterprise_pair_open ON enterprise_pair (city, state, score);

-- Which business was taken up by which, and that it was undone.
CREATE TABLE enterprise_merge (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    into_business @id NOT NULL,
    reason @text NOT NULL,
    made_by @id NOT NULL,
    made_by_name @text NOT NULL,
    made_at @code NOT NULL,
    undone_by @id,
    undone_by_name @text NOT NULL,
    undone_at @code,
    undone_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, business) REFERENCES enterprise_business (city, id),
    FOREIGN KEY (city, into_business) REFERENCES enterprise_business (city, id)
) @strict;
CREATE UNIQUE INDEX enterprise_merge_once ON enterprise_merge (city, business) WHERE undone_at IS NULL;
CREATE INDEX enterprise_merge_into ON enterprise_merge (city, into_business);

-- For the lists of rooms above: businesses that stand for themselves. Nothing about a person is in it.
CREATE VIEW enterprise_v_business AS
SELECT city, id, owner, name, name_fold, brand, activity, kbli_edition, kbli_code, place_kind, region, kelurahan, started_month, class, channels, seasonal, closed_on, standing, example
FROM enterprise_business WHERE survivor IS NULL;
