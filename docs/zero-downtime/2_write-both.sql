-- Up Migration
-- From here on every write reaches both columns, whichever of the two the program knows. Until the old program is gone
-- either may be the one that was written, so the trigger copies from the one that changed.

create function sync_notification_kind() returns trigger
  language plpgsql
  as $$
begin
  if tg_op = 'INSERT' then
    new.kind := coalesce(new.kind, new.notification_type);
    new.notification_type := new.kind;
  elsif new.kind is distinct from old.kind then
    new.notification_type := new.kind;
  else
    new.kind := new.notification_type;
  end if;
  return new;
end
$$;
create trigger notifications_sync_kind before insert or update on notifications
  for each row execute function sync_notification_kind();

-- For the next step: a transaction a batch, so that no row stays locked for longer than its batch takes. As the
-- service role, because row-level security is forced here and the owner of the table would see, and fill, no row.
create procedure backfill_notification_kind(batch integer)
  language plpgsql
  as $$
declare
  filled integer;
begin
  loop
    set local role tripwright_service;
    update notifications set kind = notification_type
    where id in (select id from notifications where kind is null order by id limit batch for update);
    get diagnostics filled = row_count;
    commit;
    exit when filled = 0;
  end loop;
end
$$;

-- Down Migration
drop procedure backfill_notification_kind(integer);
drop trigger notifications_sync_kind on notifications;
drop function sync_notification_kind();
