-- What became of those who finished a course: when they are asked again, what they answered, who was not met; survey rounds of a drawn sample of businesses.

-- The days on which a course's participants are to be asked: planned with the course, moved and cancelled with it, `attached_at` once seats took them over.
CREATE TABLE followup_plan (
    city @int NOT NULL,
    course @id NOT NULL,
    after_days @int NOT NULL CHECK (after_days > 0),
    due_on @date NOT NULL,
    attached_at @code,
    cancelled_at @code,
    changed_at @code NOT NULL,
    PRIMARY KEY (city, course, after_days)
) @strict;

-- One question to one person after so many days. Its state is in workflow_item (machine "followup") from `opened_at` on; `answer` is the one that counts.
-- `replaced_at`: it ended by mistake and another one of the same seat and days stands for it.
CREATE TABLE followup_visit (
    city @int NOT NULL,
    id @id NOT NULL,
    course @id NOT NULL,
    seat @id NOT NULL,
    person @id NOT NULL,
    after_days @int NOT NULL CHECK (after_days > 0),
    opens_on @date NOT NULL,
    due_on @date NOT NULL,
    closes_on @date NOT NULL,
    region @code NOT NULL,
    kelurahan @code NOT NULL,
    opened_at @code,
    answer @id,
    phone_shown_at @code,
    phone_shown_to @id,
    replaced_at @code,
    PRIMARY KEY (city, id),
    CHECK (opens_on <= due_on AND due_on <= closes_on)
) @strict;
CREATE UNIQUE INDEX followup_visit_once ON followup_visit (city, seat, after_days) WHERE replaced_at IS NULL;
CREATE INDEX followup_visit_course ON followup_visit (city, course);
CREATE INDEX followup_visit_place ON followup_visit (city, region);
CREATE INDEX followup_visit_waiting ON followup_visit (city, opens_on) WHERE opened_at IS NULL;
CREATE INDEX followup_visit_open ON followup_visit (city, closes_on) WHERE opened_at IS NOT NULL AND answer IS NULL;

-- A planned round of questions to a random sample. The frame is fixed and the seed committed to (its hash) when it is planned; the seed itself is written
-- when the sample is drawn, once. `month` is the month that is asked about. State: workflow_item, machine "survey".
CREATE TABLE followup_round (
    city @int NOT NULL,
    id @id NOT NULL,
    number @int NOT NULL,
    name @text NOT NULL,
    place @code NOT NULL,
    frame_kind @code NOT NULL CHECK (frame_kind IN ('business', 'compared')),
    baseline_for @int,
    month @code NOT NULL,
    from_on @date NOT NULL,
    until_on @date NOT NULL,
    sample_size @int NOT NULL CHECK (sample_size > 0),
    frame_count @int NOT NULL CHECK (frame_count >= sample_size),
    frame_hash @code NOT NULL,
    commitment @code NOT NULL,
    seed @code,
    drawn_by @id,
    drawn_by_name @text NOT NULL,
    drawn_at @code,
    tries @int NOT NULL CHECK (tries > 0),
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    CHECK (from_on <= until_on),
    CHECK ((seed IS NULL) = (drawn_at IS NULL))
) @strict;
CREATE UNIQUE INDEX followup_round_number ON followup_round (city, number);

-- Every business that could be drawn, one a line: stratum and id, by id. Its SHA-256 is the round's `frame_hash`.
CREATE TABLE followup_frame (
    city @int NOT NULL,
    round @id NOT NULL,
    members @text NOT NULL,
    PRIMARY KEY (city, round),
    FOREIGN KEY (city, round) REFERENCES followup_round (city, id)
) @strict;

-- One drawn business. Nobody takes its place when it cannot be asked. `stratum`: a all, t finished a course, c comparison; never shown to an interviewer.
CREATE TABLE followup_interview (
    city @int NOT NULL,
    id @id NOT NULL,
    round @id NOT NULL,
    number @int NOT NULL,
    stratum @code NOT NULL CHECK (stratum IN ('a', 't', 'c')),
    business @id NOT NULL,
    owner @id NOT NULL,
    region @code NOT NULL,
    kelurahan @code NOT NULL,
    interviewer @id,
    interviewer_name @text NOT NULL,
    outcome @code NOT NULL CHECK (outcome IN ('open', 'answered', 'refused', 'not_reached')),
    tries @int NOT NULL,
    answer @id,
    phone_shown_at @code,
    phone_shown_to @id,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, round) REFERENCES followup_round (city, id),
    CHECK ((outcome = 'answered') = (answer IS NOT NULL))
) @strict;
CREATE UNIQUE INDEX followup_interview_number ON followup_interview (city, round, number);
CREATE UNIQUE INDEX followup_interview_once ON followup_interview (city, round, business);
CREATE INDEX followup_interview_who ON followup_interview (city, interviewer, outcome);

-- What was answered, to a visit or to an interview. A correction is a new row that names the one it replaces; nothing is changed but `replaced_by`.
CREATE TABLE followup_answer (
    city @int NOT NULL,
    id @id NOT NULL,
    visit @id,
    interview @id,
    business @id,
    way @code NOT NULL CHECK (way IN ('visit', 'phone')),
    on_date @date NOT NULL,
    producing @code NOT NULL CHECK (producing IN ('yes', 'paused', 'stopped', 'never')),
    method @code,
    sold_from @date,
    sold_to @date,
    workers @int CHECK (workers >= 0),
    obstacle_note @text NOT NULL,
    photo @code,
    next_step @text NOT NULL,
    next_on @date,
    note @text NOT NULL,
    corrects @id,
    reason @text NOT NULL,
    replaced_by @id,
    entered_by @id NOT NULL,
    entered_person @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, visit) REFERENCES followup_visit (city, id),
    FOREIGN KEY (city, interview) REFERENCES followup_interview (city, id),
    CHECK ((visit IS NULL) <> (interview IS NULL)),
    CHECK (method IS NULL OR business IS NOT NULL),
    CHECK ((method IS NULL) = (sold_from IS NULL) AND (sold_from IS NULL) = (sold_to IS NULL)),
    CHECK ((corrects IS NULL) = (reason = ''))
) @strict;
CREATE INDEX followup_answer_visit ON followup_answer (city, visit) WHERE visit IS NOT NULL;
CREATE INDEX followup_answer_interview ON followup_answer (city, interview) WHERE interview IS NOT NULL;

-- Where it is sold and, where it was told, for how much; `record` is the turnover record that came of it.
CREATE TABLE followup_sale (
    city @int NOT NULL,
    answer @id NOT NULL,
    channel @code NOT NULL CHECK (channel IN ('rumah', 'bazar', 'daring', 'titip', 'ritel')),
    amount @money CHECK (amount >= 0),
    record @id,
    PRIMARY KEY (city, answer, channel),
    FOREIGN KEY (city, answer) REFERENCES followup_answer (city, id),
    CHECK ((amount IS NULL) = (record IS NULL))
) @strict;

-- One obstacle of an answer: what is counted.
CREATE TABLE followup_obstacle (
    city @int NOT NULL,
    answer @id NOT NULL,
    code @code NOT NULL CHECK (code IN ('capital', 'raw_material', 'papers', 'packaging', 'market', 'time_family', 'health', 'tools', 'skill', 'other')),
    PRIMARY KEY (city, answer, code),
    FOREIGN KEY (city, answer) REFERENCES followup_answer (city, id)
) @strict;

-- Somebody tried and did not meet the person, or was sent away.
CREATE TABLE followup_try (
    city @int NOT NULL,
    id @id NOT NULL,
    visit @id,
    interview @id,
    number @int NOT NULL,
    on_date @date NOT NULL,
    way @code NOT NULL CHECK (way IN ('visit', 'phone')),
    result @code NOT NULL CHECK (result IN ('not_home', 'no_answer', 'wrong_number', 'moved', 'refused', 'other')),
    note @text NOT NULL,
    retry_on @date,
    entered_by @id NOT NULL,
    entered_by_name @text NOT NULL,
    entered_at @code NOT NULL,
    PRIMARY KEY (city, id),
    FOREIGN KEY (city, visit) REFERENCES followup_visit (city, id),
    FOREIGN KEY (city, interview) REFERENCES followup_interview (city, id),
    CHECK ((visit IS NULL) <> (interview IS NULL))
) @strict;
CREATE INDEX followup_try_visit ON followup_try (city, visit) WHERE visit IS NOT NULL;
CREATE INDEX followup_try_interview ON followup_try (city, interview) WHERE interview IS NOT NULL;

-- For lists and figures of rooms above: what became of seats, without names and without anybody's amounts.
CREATE VIEW followup_v_outcome AS
SELECT v.city, v.id, v.course, v.seat, v.after_days, v.due_on, v.region, v.kelurahan, a.producing, a.workers, a.on_date
FROM followup_visit v LEFT JOIN followup_answer a ON a.city = v.city AND a.id = v.answer
WHERE v.replaced_at IS NULL;
