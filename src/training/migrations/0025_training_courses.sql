-- Courses: what is taught, when, for whom, from which lines of which purse; who applied, who was chosen and why, what became of them.

-- What is taught. `category` is a code of the year's menu; `product_kind` one of the legality table, absent where nothing is made to be sold.
CREATE TABLE training_topic (
    city @int NOT NULL,
    code @code NOT NULL,
    name @text NOT NULL,
    name_fold @code NOT NULL,
    category @code NOT NULL,
    product_kind @code,
    curriculum @text NOT NULL,
    hours @int NOT NULL CHECK (hours > 0),
    seat_cost @money CHECK (seat_cost >= 0),
    cost_note @text NOT NULL,
    retired_at @code,
    example @bool NOT NULL,
    version @int NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, code)
) @strict;

-- A course of one purse. Its state is in workflow_item (machine "course"). `legality` is the path that was shown when it was planned.
CREATE TABLE training_course (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL,
    topic @code NOT NULL,
    title @text NOT NULL,
    title_fold @code NOT NULL,
    purse @id NOT NULL,
    pokmas @id NOT NULL,
    unit_code @code NOT NULL,
    kelurahan @code NOT NULL,
    venue @text NOT NULL,
    quota @int NOT NULL CHECK (quota > 0),
    call_from @date NOT NULL,
    call_until @date NOT NULL,
    starts_on @date NOT NULL,
    ends_on @date NOT NULL,
    facilitator @id,
    facilitator_name @text NOT NULL,
    target @text NOT NULL,
    legality @text NOT NULL,
    pack_version @int NOT NULL,
    example @bool NOT NULL,
    version @int NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, topic) REFERENCES training_topic (city, code),
    CHECK (call_from <= call_until),
    CHECK (starts_on <= ends_on)
) @strict;
CREATE INDEX training_course_year ON training_course (city, year, kelurahan);
CREATE INDEX training_course_purse ON training_course (city, purse);
CREATE INDEX training_course_facilitator ON training_course (city, facilitator) WHERE facilitator IS NOT NULL;

-- Lines of the plan that pay for it: a line pays for one course only, so what a seat cost is exact.
CREATE TABLE training_line (
    city @int NOT NULL,
    plan_line @id NOT NULL,
    course @id NOT NULL,
    PRIMARY KEY (city, plan_line),
    FOREIGN KEY (city, course) REFERENCES training_course (city, id)
) @strict;
CREATE INDEX training_line_course ON training_line (city, course);

CREATE TABLE training_trainer (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    person @id NOT NULL,
    expertise @text NOT NULL,
    civil_servant @bool NOT NULL,
    minutes @int NOT NULL CHECK (minutes > 0),
    honor @money NOT NULL CHECK (honor >= 0),
    cv_file @code,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, course) REFERENCES training_course (city, id)
) @strict;
CREATE INDEX training_trainer_course ON training_trainer (city, course);
CREATE INDEX training_trainer_person ON training_trainer (city, person);

-- One meeting. Minutes are of the day. Moving keeps the day it was announced for; a cancelled one counts for nobody.
CREATE TABLE training_session (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    number @int NOT NULL,
    on_date @date NOT NULL,
    begins @int NOT NULL CHECK (begins BETWEEN 0 AND 1439),
    ends @int NOT NULL CHECK (ends BETWEEN 1 AND 1440),
    venue @text NOT NULL,
    subject @text NOT NULL,
    announced_on @date NOT NULL,
    moved_reason @text NOT NULL,
    cancelled_at @code,
    cancelled_reason @text NOT NULL,
    version @int NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, course) REFERENCES training_course (city, id),
    CHECK (begins < ends)
) @strict;
CREATE UNIQUE INDEX training_session_number ON training_session (city, course, number);
CREATE INDEX training_session_day ON training_session (city, on_date);

-- A person on the list of a course. The counts say what was known when it was decided; `reasons` is why, as codes with numbers. `deviates`: somebody decided
-- otherwise than the points say, and why stands in `state_reason`. The number of the family card is sealed; `household` is its keyed hash.
CREATE TABLE training_seat (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    person @id NOT NULL,
    household @code,
    household_sealed @text NOT NULL,
    idea @text NOT NULL,
    poor @code NOT NULL CHECK (poor IN ('yes', 'no', 'unknown')),
    came_by @code NOT NULL CHECK (came_by IN ('call', 'office')),
    earlier_topic @int NOT NULL,
    earlier_year @int NOT NULL,
    earlier_household @int NOT NULL,
    points @int NOT NULL,
    reasons @text NOT NULL,
    state @code NOT NULL CHECK (state IN ('applied', 'selected', 'waiting', 'refused', 'withdrawn', 'dropped', 'finished')),
    state_reason @text NOT NULL,
    deviates @bool NOT NULL,
    decided_by @id,
    decided_by_name @text NOT NULL,
    decided_at @code,
    pre_score @int CHECK (pre_score BETWEEN 0 AND 100),
    post_score @int CHECK (post_score BETWEEN 0 AND 100),
    outcome @code CHECK (outcome IN ('business', 'group', 'will_not_continue')),
    outcome_reason @text NOT NULL,
    business @id,
    certificate_number @code,
    certificate_code @code,
    certificate_at @code,
    version @int NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, course) REFERENCES training_course (city, id),
    CHECK (outcome IS NULL OR outcome <> 'business' OR business IS NOT NULL),
    CHECK ((certificate_number IS NULL) = (certificate_code IS NULL))
) @strict;
CREATE UNIQUE INDEX training_seat_once ON training_seat (city, course, person);
CREATE INDEX training_seat_person ON training_seat (city, person);
CREATE INDEX training_seat_household ON training_seat (city, household) WHERE household IS NOT NULL;
CREATE INDEX training_seat_business ON training_seat (city, business) WHERE business IS NOT NULL;
CREATE UNIQUE INDEX training_seat_certificate ON training_seat (city, certificate_code) WHERE certificate_code IS NOT NULL;

-- Certificates that were taken back: who scans one still learns so. The seat may get another.
CREATE TABLE training_withdrawn_certificate (
    city @int NOT NULL,
    code @code NOT NULL,
    seat @id NOT NULL,
    number @code NOT NULL,
    issued_at @code NOT NULL,
    withdrawn_at @code NOT NULL,
    reason @text NOT NULL,
    withdrawn_by @id NOT NULL,
    PRIMARY KEY (city, code),
    FOREIGN KEY (city, seat) REFERENCES training_seat (city, id)
) @strict;
CREATE INDEX training_withdrawn_certificate_seat ON training_withdrawn_certificate (city, seat);

-- What a participant made: product, what it cost to make and what it would sell for.
CREATE TABLE training_result (
    city @int NOT NULL,
    id @id NOT NULL,
    seat @id NOT NULL,
    product @text NOT NULL,
    pieces @int NOT NULL CHECK (pieces > 0),
    cost @money NOT NULL CHECK (cost >= 0),
    price @money NOT NULL CHECK (price >= 0),
    cost_sheet @text NOT NULL,
    photo @code NOT NULL,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, seat) REFERENCES training_seat (city, id)
) @strict;
CREATE INDEX training_result_seat ON training_result (city, seat);

-- For the lists and figures of rooms above. Nothing in it names a person.
CREATE VIEW training_v_course AS
SELECT c.city, c.id, c.year, c.topic, t.name AS topic_name, t.category, t.product_kind, c.title, c.title_fold, c.purse, c.pokmas, c.unit_code, c.kelurahan, c.quota, c.starts_on, c.ends_on, c.example
FROM training_course c JOIN training_topic t ON t.city = c.city AND t.code = c.topic;
CREATE VIEW training_v_seat AS
SELECT city, id, course, person, state, outcome, business, pre_score, post_score, certificate_number FROM training_seat;
CREATE VIEW training_v_trainer AS
SELECT city, id, course, person, honor, minutes FROM training_trainer;
CREATE VIEW training_v_topic AS
SELECT city, code, name, name_fold, category, product_kind, seat_cost, cost_note, retired_at FROM training_topic;
-- Which line of a plan pays for which course.
CREATE VIEW training_v_line AS
SELECT city, plan_line, course FROM training_line;
