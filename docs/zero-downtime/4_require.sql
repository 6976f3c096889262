-- no transaction
-- Up Migration
-- Every row has the value now, so the program that reads the new column may start; and the column may be required. A
-- plain SET NOT NULL would read the whole table with everybody locked out; a constraint is checked while they go on,
-- and SET NOT NULL believes it. Statement by statement, or the first lock would be held until the last.

set lock_timeout = '3s';
alter table notifications drop constraint if exists notifications_kind_given;
alter table notifications add constraint notifications_kind_given check (kind is not null) not valid;
alter table notifications validate constraint notifications_kind_given;
alter table notifications alter column kind set not null;
alter table notifications drop constraint notifications_kind_given;

-- Down Migration
set lock_timeout = '3s';
alter table notifications drop constraint if exists notifications_kind_given;
alter table notifications alter column kind drop not null;
