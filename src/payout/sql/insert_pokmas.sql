-- A new group, without an account.
INSERT INTO payout_pokmas (city, id, name, name_fold, kelurahan, place, address, address_fold, minutes, decree, decree_on, decree_until, bank, account_masked, account_holder, made_at, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, '', '', '', $13, $14)
