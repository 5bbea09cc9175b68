-- The purses of a unit with what may be planned: the ceiling less what was cancelled or returned
SELECT id, envelope, pagu_awal - batal - kembali, pagu, rencana, kelurahan, pokmas, state FROM ledger_v_purse WHERE city = $1 AND unit = $2 AND year = $3 ORDER BY envelope
