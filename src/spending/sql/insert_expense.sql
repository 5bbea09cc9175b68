-- A recorded expense.
INSERT INTO spending_expense (city, id, year, pokmas, purse, envelope, category, place, place_name, kelurahan, number, occurred_on, supplier, supplier_name, receipt, receipt_fold,
    description, spend_kind, gross, bill_total, residents_share, charged, withheld, paid, undone, joint, liable, answers, marks, verdicts, papers_missing, pack_version, entry, entered_by,
    entered_person, entered_for, live, replaces, recorded_at, made_at, search)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24, 0, $25, $26, $27, $28, $29, $30, $31, $32, $33, $34, $35, TRUE, $36, $37,
    $38, $39)
