SELECT pagu_awal, pagu, rencana, kontrak, sp2d, cair, belanja, sah, kembali, batal, state FROM ledger_v_purse WHERE city = $1 AND id = $2
