-- Lines of the plan that pay for a course.
INSERT INTO training_line (city, plan_line, course) VALUES
-- @rows
($1, $2, $3)
