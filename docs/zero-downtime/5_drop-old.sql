-- Up Migration
-- Contract: when no program that knows the old column runs any more. All of it in one transaction, for the trigger
-- names the column.

drop trigger notifications_sync_kind on notifications;
drop function sync_notification_kind();
drop procedure backfill_notification_kind(integer);
alter table notifications drop column notification_type;

-- Down Migration
-- The one step without a way back: the old column's values are gone.
do $$ begin raise exception 'notifications.notification_type was dropped; only a backup has it'; end $$;
