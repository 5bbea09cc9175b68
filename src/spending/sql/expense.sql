-- An expense with its state.
SELECT id, year, pokmas, purse, envelope, category, place, place_name, kelurahan, number, occurred_on, supplier, supplier_name, receipt, description, spend_kind, gross, residents_share, charged,
    withheld, paid, undone, joint, marks, papers_missing, accepted_on, recorded_at, entered_by, entered_person, entered_for, live, entry, state, version, due, since, waits_for
FROM spending_v_expense WHERE city = $1 AND id = $2
