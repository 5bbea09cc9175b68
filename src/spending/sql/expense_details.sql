-- What only its page needs.
SELECT bill_total, liable, answers, verdicts, pack_version, goods_on, replaces, replaced_by, made_at FROM spending_expense WHERE city = $1 AND id = $2
