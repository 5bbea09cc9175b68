-- A planned round: frame and commitment are fixed now.
INSERT INTO followup_round (city, id, number, name, place, frame_kind, baseline_for, month, from_on, until_on, sample_size, frame_count, frame_hash, commitment, seed, drawn_by, drawn_by_name,
    drawn_at, tries, entered_by, entered_by_name, entered_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, NULL, NULL, '', NULL, $15, $16, $17, $18)
