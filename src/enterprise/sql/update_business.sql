-- What a form says of a business now.
UPDATE enterprise_business SET name = $3, name_fold = $4, brand = $5, activity = $6, kbli_edition = $7, kbli_code = $8, place_kind = $9, region = $10, kelurahan = $11, address = $12,
    started_month = $13, legal_form = $14, capital = $15, sales_year = $16, sales_amount = $17, sales_method = $18, class = $19, class_basis = $20, workers_male = $21, workers_female = $22,
    workers_family = $23, channels = $24, bookkeeping = $25, credit_source = $26, seasonal = $27, source = $28, as_of = $29, capital_by = $30, sales_by = $31,
    version = version + 1, changed_at = $32
WHERE city = $1 AND id = $2
