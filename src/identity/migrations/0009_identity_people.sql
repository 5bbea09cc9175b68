-- Persons, users, roles with territory and dates, sessions, slips with one-time codes, unmasking. Personal numbers are sealed; equality goes by keyed hashes.
CREATE TABLE identity_person (
    city @int NOT NULL,
    id @id NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    nip @code,
    region @code NOT NULL,
    phone_sealed @text,
    phone_lookup @code,
    nik_sealed @text,
    nik_lookup @code,
    example @bool NOT NULL,
    created_at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE UNIQUE INDEX identity_person_nik ON identity_person (city, nik_lookup) WHERE nik_lookup IS NOT NULL;
CREATE INDEX identity_person_phone ON identity_person (city, phone_lookup) WHERE phone_lookup IS NOT NULL;
CREATE INDEX identity_person_name ON identity_person (city, name_fold);

CREATE TABLE identity_user (
    city @int NOT NULL,
    id @id NOT NULL,
    person @id NOT NULL,
    login @text NOT NULL,
    login_fold @code NOT NULL,
    password_hash @text NOT NULL,
    disabled @bool NOT NULL,
    created_at @code NOT NULL,
    signed_in_at @code,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, person) REFERENCES identity_person (city, id)
) @strict;
CREATE UNIQUE INDEX identity_user_login ON identity_user (city, login_fold);
CREATE UNIQUE INDEX identity_user_person ON identity_user (city, person);

CREATE TABLE identity_grant (
    city @int NOT NULL,
    id @id NOT NULL,
    person @id NOT NULL,
    role @code NOT NULL,
    place @code NOT NULL,
    pokmas @code NOT NULL,
    decree @text NOT NULL,
    valid_from @date NOT NULL,
    valid_until @date,
    acting @bool NOT NULL,
    awaits_confirmation @bool NOT NULL,
    entered_by @id NOT NULL,
    created_at @code NOT NULL,
    decided_by @id,
    decided_at @code,
    refused @bool NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, person) REFERENCES identity_person (city, id),
    CHECK (valid_until IS NULL OR valid_until >= valid_from)
) @strict;
CREATE INDEX identity_grant_person ON identity_grant (city, person);
CREATE INDEX identity_grant_role ON identity_grant (city, role, place);

CREATE TABLE identity_session (
    city @int NOT NULL,
    token_hash @code NOT NULL,
    app_user @id NOT NULL,
    csrf @code NOT NULL,
    device @text NOT NULL,
    created_at @code NOT NULL,
    seen_at @code NOT NULL,
    PRIMARY KEY (city, token_hash),
    FOREIGN KEY (city, app_user) REFERENCES identity_user (city, id)
) @strict;
CREATE INDEX identity_session_user ON identity_session (city, app_user);

-- Tokens of scripts: `rtkeren user token`.
CREATE TABLE identity_bearer (
    city @int NOT NULL,
    token_hash @code NOT NULL,
    app_user @id NOT NULL,
    label @text NOT NULL,
    created_at @code NOT NULL,
    revoked_at @code,
    PRIMARY KEY (city, token_hash),
    FOREIGN KEY (city, app_user) REFERENCES identity_user (city, id)
) @strict;

CREATE INDEX identity_bearer_user ON identity_bearer (city, app_user);

-- A printed slip: the code is stored as a hash, good for seven days and once.
CREATE TABLE identity_slip (
    city @int NOT NULL,
    id @id NOT NULL,
    app_user @id NOT NULL,
    code_hash @code NOT NULL,
    made_by @id NOT NULL,
    made_at @code NOT NULL,
    expires_at @code NOT NULL,
    used_at @code,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, app_user) REFERENCES identity_user (city, id)
) @strict;
CREATE INDEX identity_slip_user ON identity_slip (city, app_user);
CREATE UNIQUE INDEX identity_slip_code ON identity_slip (city, code_hash);

-- Failed sign-ins by what was typed (folded, hashed), so that an unknown account is slowed like a known one.
CREATE TABLE identity_attempt (
    city @int NOT NULL,
    account_hash @code NOT NULL,
    failures @int NOT NULL,
    last_at @code NOT NULL,
    PRIMARY KEY (city, account_hash)
) @strict;

CREATE TABLE identity_unmasking (
    city @int NOT NULL,
    id @id NOT NULL,
    app_user @id NOT NULL,
    person @id NOT NULL,
    field @code NOT NULL,
    reason @text NOT NULL,
    at @code NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
CREATE INDEX identity_unmasking_person ON identity_unmasking (city, person);
