-- The supervisors saw the goods.
UPDATE spending_expense SET goods_on = $3 WHERE city = $1 AND id = $2
