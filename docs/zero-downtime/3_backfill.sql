-- no transaction
-- Up Migration
-- The rows from before the trigger. Outside a transaction, for it commits batch by batch; run again, it goes on where
-- it stopped.

call backfill_notification_kind(500);

-- Down Migration
-- Nothing: what was copied goes with the column.
