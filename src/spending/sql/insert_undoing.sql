-- Why a part of an expense did not stay.
INSERT INTO spending_undoing (city, id, expense, kind, stage, amount, tax, debtor, debtor_name, account, reason, undone_on, entry, actor, actor_name, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)
