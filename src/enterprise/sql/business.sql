-- A business, also one that was merged.
SELECT id, owner, name, brand, activity, kbli_edition, kbli_code, place_kind, region, kelurahan, address, started_month, legal_form, capital, sales_year, sales_amount, sales_method, class, class_basis,
    workers_male, workers_female, workers_family, channels, bookkeeping, credit_source, seasonal, closed_on, closed_reason, standing, survivor, source, as_of, import, example, version,
    entered_by_name, entered_at, capital_by, sales_by
FROM enterprise_business WHERE city = $1 AND id = $2
