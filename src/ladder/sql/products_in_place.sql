-- What products of a place have beside papers: bar code and label.
SELECT p.id, p.gtin, p.label_status FROM enterprise_v_product p WHERE p.city = $1 AND p.state = 'active' AND p.region >= $2 AND p.region < $3
