-- New businesses.
INSERT INTO enterprise_business (city, id, owner, name, name_fold, brand, activity, kbli_edition, kbli_code, place_kind, region, kelurahan, address, started_month, legal_form, capital,
    sales_year, sales_amount, sales_method, class, class_basis, workers_male, workers_female, workers_family, channels, bookkeeping, credit_source, seasonal, closed_reason, standing,
    confirmed_by, confirmed_at, source, as_of, import, example, version, entered_by, entered_by_name, entered_at, changed_at, capital_by,
    sales_by) VALUES
-- @rows
($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, $25, $26, $27, $28, '', $29, $30, $31, $32, $33, $34, $35, 1, $36, $37, $38, $38, $39, $40)
