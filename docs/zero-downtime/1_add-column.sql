-- Up Migration
-- Expand: the new column, which nobody uses yet. Without a default that has to be computed and without NOT NULL it is
-- a change of the catalog only, so the lock is held for a moment however long the table is.

alter table notifications add column kind varchar(50);

-- Down Migration
alter table notifications drop column kind;
