-- Products of a business: what is made and sold, with photos, the papers that cover it, what was applied for, and the owner's consent to show it; claims of owners
-- who have no account yet.

-- Amounts of content are thousandths of the unit. `kind` is a row of the legality table, packaging and food the digits of a P-IRT. `code` leads the public page.
CREATE TABLE enterprise_product (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    code @code NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    brand @text NOT NULL,
    kind @code NOT NULL,
    kbli_edition @int,
    kbli_code @code,
    net_milli @int CHECK (net_milli > 0),
    unit @code CHECK (unit IN ('g', 'kg', 'ml', 'l', 'pcs')),
    packaging @code,
    food @code,
    price_retail @money CHECK (price_retail > 0),
    price_wholesale @money CHECK (price_wholesale > 0),
    cost @money CHECK (cost >= 0),
    capacity_month @int CHECK (capacity_month >= 0),
    batch_min @int CHECK (batch_min > 0),
    shelf_days @int CHECK (shelf_days > 0),
    process @text NOT NULL,
    ingredients @text NOT NULL,
    allergens @code NOT NULL,
    recipe_changed_on @date,
    gtin @code,
    label_text @text NOT NULL,
    label_status @code NOT NULL CHECK (label_status IN ('none', 'wrong', 'doubtful', 'complete')),
    state @code NOT NULL CHECK (state IN ('active', 'stopped')),
    stopped_on @date,
    stopped_reason @text NOT NULL,
    example @bool NOT NULL,
    version @int NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    changed_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, business) REFERENCES enterprise_business (city, id),
    CHECK ((kbli_edition IS NULL) = (kbli_code IS NULL)),
    CHECK ((net_milli IS NULL) = (unit IS NULL)),
    CHECK ((state = 'stopped') = (stopped_on IS NOT NULL))
) @strict;
CREATE UNIQUE INDEX enterprise_product_code ON enterprise_product (city, code);
CREATE INDEX enterprise_product_business ON enterprise_product (city, business);
CREATE INDEX enterprise_product_name ON enterprise_product (city, name_fold, id);
CREATE INDEX enterprise_product_gtin ON enterprise_product (city, gtin) WHERE gtin IS NOT NULL;

-- Pictures of a product, the first in front; the bytes are evidence of subject kind "product".
CREATE TABLE enterprise_photo (
    city @int NOT NULL,
    product @id NOT NULL,
    sha256 @code NOT NULL,
    place @int NOT NULL,
    added_by @id NOT NULL,
    added_at @code NOT NULL,
    PRIMARY KEY (city, product, sha256),
    FOREIGN KEY (city, product) REFERENCES enterprise_product (city, id)
) @strict;

-- Which products a paper was issued for. A paper without a row here counts for every product that its own digits fit.
CREATE TABLE enterprise_coverage (
    city @int NOT NULL,
    licence @id NOT NULL,
    product @id NOT NULL,
    entered_by @id NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, licence, product),
    FOREIGN KEY (city, licence) REFERENCES enterprise_licence (city, id),
    FOREIGN KEY (city, product) REFERENCES enterprise_product (city, id)
) @strict;
CREATE INDEX enterprise_coverage_product ON enterprise_coverage (city, product);

-- A paper that was asked for: from then on it is the desk's move. Ends when its number is recorded, or without one, with the reason.
CREATE TABLE enterprise_application (
    city @int NOT NULL,
    id @id NOT NULL,
    business @id NOT NULL,
    product @id,
    step @code NOT NULL,
    applied_on @date NOT NULL,
    number @text NOT NULL,
    file @code,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    ended_on @date,
    ended_as @code CHECK (ended_as IN ('issued', 'refused', 'withdrawn')),
    ended_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, business) REFERENCES enterprise_business (city, id),
    FOREIGN KEY (city, product) REFERENCES enterprise_product (city, id),
    CHECK ((ended_on IS NULL) = (ended_as IS NULL))
) @strict;
CREATE UNIQUE INDEX enterprise_application_open ON enterprise_application (city, business, step, coalesce(product, '')) WHERE ended_on IS NULL;
CREATE INDEX enterprise_application_product ON enterprise_application (city, product) WHERE product IS NOT NULL;

-- That the owner lets a product be shown to everybody: said by the owner, or on paper. Nothing of it is left on public pages when it is withdrawn.
CREATE TABLE enterprise_consent (
    city @int NOT NULL,
    id @id NOT NULL,
    product @id NOT NULL,
    given_on @date NOT NULL,
    given_by @code NOT NULL CHECK (given_by IN ('owner', 'paper')),
    paper @code,
    contact @text NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    withdrawn_on @date,
    withdrawn_by @id,
    withdrawn_by_name @text NOT NULL,
    withdrawn_at @code,
    withdrawn_reason @text NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, product) REFERENCES enterprise_product (city, id),
    CHECK ((given_by = 'paper') = (paper IS NOT NULL)),
    CHECK ((withdrawn_on IS NULL) = (withdrawn_at IS NULL))
) @strict;
CREATE UNIQUE INDEX enterprise_consent_open ON enterprise_consent (city, product) WHERE withdrawn_at IS NULL;
CREATE INDEX enterprise_consent_product ON enterprise_consent (city, product);

-- Somebody without an account says: this business is mine. Its state is in workflow_item (machine "claim").
CREATE TABLE enterprise_claim (
    city @int NOT NULL,
    id @id NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    phone_sealed @text NOT NULL,
    phone_lookup @code NOT NULL,
    business_name @text NOT NULL,
    activity @text NOT NULL,
    place_kind @code NOT NULL,
    region @code NOT NULL,
    kelurahan @code NOT NULL,
    recorded_before @bool NOT NULL,
    note @text NOT NULL,
    consent_on @date NOT NULL,
    claimed_at @code NOT NULL,
    person @id,
    business @id,
    decided_by_name @text NOT NULL,
    decided_at @code,
    decided_reason @text NOT NULL,
    example @bool NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, business) REFERENCES enterprise_business (city, id)
) @strict;
CREATE INDEX enterprise_claim_phone ON enterprise_claim (city, phone_lookup);
CREATE INDEX enterprise_claim_place ON enterprise_claim (city, kelurahan, claimed_at);

-- For rooms above. A product belongs to the business that stands for its own now. Costs are the owner's secret and are not in it.
CREATE VIEW enterprise_v_product AS
SELECT p.city AS city, p.id AS id, s.id AS business, s.owner AS owner, s.name AS business_name, s.region AS region, s.kelurahan AS kelurahan, p.code AS code, p.name AS name, p.name_fold AS name_fold,
    p.brand AS brand, p.kind AS kind, p.kbli_edition AS kbli_edition, p.kbli_code AS kbli_code, p.net_milli AS net_milli, p.unit AS unit, p.packaging AS packaging, p.food AS food,
    p.price_retail AS price_retail, p.price_wholesale AS price_wholesale, p.capacity_month AS capacity_month, p.batch_min AS batch_min, p.shelf_days AS shelf_days, p.gtin AS gtin,
    p.label_status AS label_status, p.state AS state, p.entered_at AS entered_at, p.example AS example,
    CASE WHEN EXISTS (SELECT 1 FROM enterprise_consent c WHERE c.city = p.city AND c.product = p.id AND c.withdrawn_at IS NULL) THEN 'yes' ELSE 'no' END AS is_public
FROM enterprise_product p
JOIN enterprise_business b ON b.city = p.city AND b.id = p.business
JOIN enterprise_business s ON s.city = b.city AND s.id = coalesce(b.survivor, b.id);

-- Papers that still count, at the business that stands for its own now. `proven`: somebody looked it up and it was there.
CREATE VIEW enterprise_v_licence AS
SELECT l.city AS city, l.id AS id, coalesce(b.survivor, b.id) AS business, l.kind AS kind, l.worst AS worst, l.result AS result, l.issued_on AS issued_on, l.valid_until AS valid_until,
    l.entered_at AS entered_at, l.checked_at AS checked_at, CASE WHEN l.result = 'issued' AND l.worst <> 'error' THEN 'yes' ELSE 'no' END AS proven
FROM enterprise_licence l JOIN enterprise_business b ON b.city = l.city AND b.id = l.business
WHERE l.retired_at IS NULL;

-- An owner opens the files of the own papers by their hash.
CREATE INDEX enterprise_licence_file ON enterprise_licence (city, file) WHERE file IS NOT NULL;
CREATE INDEX enterprise_licence_check_file ON enterprise_licence (city, check_file) WHERE check_file IS NOT NULL;
CREATE INDEX enterprise_application_file ON enterprise_application (city, file) WHERE file IS NOT NULL;
CREATE INDEX enterprise_consent_paper ON enterprise_consent (city, paper) WHERE paper IS NOT NULL;

-- What stands for a business now: itself, or what took it up. For rooms above that keep something by business.
CREATE VIEW enterprise_v_standing AS
SELECT city, id, survivor, coalesce(survivor, id) AS standing FROM enterprise_business;
