SELECT purses, pagu_awal, pagu, rencana, kontrak, sp2d, cair, belanja FROM ledger_v_place WHERE city = $1 AND year = 2023 AND kelurahan = 'K1' AND envelope = 'umkm'
