-- A request.
INSERT INTO payout_tranche (city, id, pokmas, contract, year, number, supplement, amount, pack_version, gates, requested_on, spp, spm, sp2d, received, withheld, elsewhere_amount,
    made_at, made_by)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, '', '', '', 0, 0, 0, $12, $13)
