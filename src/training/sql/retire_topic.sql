-- Planned no more, or again when the moment is absent.
UPDATE training_topic SET retired_at = $3, version = version + 1 WHERE city = $1 AND code = $2
