-- Numbers of SPP and SPM.
UPDATE payout_tranche SET spp = $3, spm = $4 WHERE city = $1 AND id = $2
