-- A topic is no clinic for a step.
DELETE FROM ladder_clinic WHERE city = $1 AND step = $2 AND topic = $3
