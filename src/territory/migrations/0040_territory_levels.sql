-- Pages offer the kelurahan to choose from: twenty rows of a thousand.
CREATE INDEX territory_region_level ON territory_region (city, level, code);
