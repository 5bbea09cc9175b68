-- Topics that courses may still be planned for.
SELECT code, name FROM training_v_topic WHERE city = $1 AND retired_at IS NULL ORDER BY name_fold, code
