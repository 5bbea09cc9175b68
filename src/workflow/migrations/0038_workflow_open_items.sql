-- What waits is a small part of all items; pages count it by place and look for what is late.
CREATE INDEX workflow_item_open ON workflow_item (city, place, since, due) WHERE waits_for > '';
