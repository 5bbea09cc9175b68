-- Saldo awal of a city that starts in mid-year: what one person uploaded and another confirms. The state is its workflow item (machine `opening`).
-- `listed` is the list as JSON, as it was uploaded; it is judged anew when it is confirmed.
CREATE TABLE payout_opening (
    city @int NOT NULL,
    id @id NOT NULL,
    year @int NOT NULL CHECK (year > 2000),
    cut_off @date NOT NULL,
    paper @text NOT NULL,
    listed @text NOT NULL,
    purse_count @int NOT NULL CHECK (purse_count >= 0),
    pokmas_count @int NOT NULL CHECK (pokmas_count >= 0),
    amount @money NOT NULL CHECK (amount >= 0),
    held @money NOT NULL CHECK (held >= 0),
    made_at @code NOT NULL,
    made_by @id NOT NULL,
    PRIMARY KEY (city, id)
) @strict;
