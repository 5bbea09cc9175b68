-- That an officer looked at the figures of a business.
INSERT INTO turnover_reading (city, id, business, reader, reader_name, page, at) VALUES ($1, $2, $3, $4, $5, $6, $7)
