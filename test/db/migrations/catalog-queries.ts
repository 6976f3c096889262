/**
 * What makes up a schema, one query a kind of object. Each takes the schema's name and answers rows of
 * (object, line): the heading the line stands under, in the order in which they are printed. Objects that belong
 * to an extension are not ours.
 */
export interface CatalogRow {
  object: string;
  /** Null for a heading that may have no lines. */
  line: string | null;
}

/** The schema itself, and those that belong to it by name, such as a queue's. */
export const RELATED_SCHEMAS = `
  select nspname as name from pg_namespace
  where nspname = $1 or starts_with(nspname, $1 || '_')
  order by nspname collate "C"`;

const OURS = (classOid: string, oid: string): string => `not exists (
  select from pg_depend d where d.classid = '${classOid}'::regclass and d.objid = ${oid} and d.deptype = 'e')`;

/** A partition is its parent over again, so only its name, its rights and its bounds are told, and bounds of months not. */
const RELATION = `
  case c.relkind when 'r' then 'table' when 'p' then 'table' when 'v' then 'view' when 'm' then 'materialized view'
    when 'S' then 'sequence' when 'f' then 'foreign table' else 'relation ' || c.relkind::text end
  || ' ' || $1 || '.' || c.relname`;

const FROM_RELATIONS = "from pg_class c join pg_namespace n on n.oid = c.relnamespace";
const ARE_OURS = `where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'S', 'f') and c.relname <> 'schema_migrations'
  and c.relname <> 'schema_migrations_id_seq' and ${OURS("pg_class", "c.oid")}`;

/** Its owner's own rights are nobody's news, and MAINTAIN came with PostgreSQL 17. */
const grantsFrom = (acl: string, owner: string): string => `
  lateral (
    select 'grant ' || string_agg(distinct lower(a.privilege_type) || case when a.is_grantable then ' with grant option' else '' end,
        ', ' order by lower(a.privilege_type) || case when a.is_grantable then ' with grant option' else '' end)
      || ' to ' || coalesce(r.rolname, 'public') as line
    from aclexplode(${acl}) a left join pg_roles r on r.oid = a.grantee
    where a.grantee <> ${owner} and a.privilege_type <> 'MAINTAIN'
    group by r.rolname
  ) g`;

const SCHEMAS = `
  select 'schema ' || n.nspname as object, g.line
  from pg_namespace n left join ${grantsFrom("n.nspacl", "n.nspowner")} on true
  where n.nspname = $1 and $1 <> 'public' order by g.line collate "C"`;

const RELATION_HEADS = `
  select ${RELATION} as object, l.line
  ${FROM_RELATIONS}
  left join lateral (
      select 1 as place, 'partition of ' || i.inhparent::regclass::text || ' '
        || case when c.relname ~ '_[0-9]{4}_[0-9]{2}$' then 'for a month' else pg_get_expr(c.relpartbound, c.oid) end as line
        from pg_inherits i where i.inhrelid = c.oid
      union all select 2, 'partition by ' || pg_get_partkeydef(c.oid) where c.relkind = 'p'
      union all select 3, 'unlogged' where c.relpersistence = 'u'
      union all select 4, 'with ' || array_to_string(c.reloptions, ', ') where c.reloptions is not null
  ) l on true
  ${ARE_OURS}
  order by c.relname collate "C", l.place`;

const COLUMNS = `
  select ${RELATION} as object,
    a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
      || case when a.attcollation <> t.typcollation then ' collate ' || a.attcollation::regcollation::text else '' end
      || case when a.attnotnull then ' not null' else '' end
      || case when a.attidentity <> '' then ' generated as identity' else '' end
      || case when d.oid is null then '' when a.attgenerated = 's' then ' generated as ' || pg_get_expr(d.adbin, d.adrelid, true)
           else ' default ' || pg_get_expr(d.adbin, d.adrelid, true) end as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
  join pg_type t on t.oid = a.atttypid
  left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
  where n.nspname = $1 and c.relkind in ('r', 'p', 'v', 'm', 'f') and not c.relispartition
    and c.relname <> 'schema_migrations' and ${OURS("pg_class", "c.oid")}
  order by c.relname collate "C", a.attnum`;

const CONSTRAINTS = `
  select ${RELATION} as object, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid, true) as line
  from pg_constraint k join pg_class c on c.oid = k.conrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and k.contype in ('p', 'u', 'c', 'x', 'f') and not c.relispartition
    and c.relname <> 'schema_migrations' and ${OURS("pg_class", "c.oid")}
  order by c.relname collate "C", array_position(array['p', 'u', 'c', 'x', 'f'], k.contype::text), k.conname collate "C"`;

const INDEXES = `
  select ${RELATION} as object,
    'index ' || pg_get_indexdef(i.indexrelid, 0, true) || case when i.indisvalid then '' else ' (invalid)' end as line
  from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
  join pg_class x on x.oid = i.indexrelid
  where n.nspname = $1 and not c.relispartition and c.relname <> 'schema_migrations'
    and ${OURS("pg_class", "c.oid")}
    and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u', 'x'))
  order by c.relname collate "C", x.relname collate "C"`;

const TRIGGERS = `
  select ${RELATION} as object,
    'trigger ' || pg_get_triggerdef(g.oid, true) || case when g.tgenabled = 'O' then '' else ' (enabled: ' || g.tgenabled::text || ')' end as line
  from pg_trigger g join pg_class c on c.oid = g.tgrelid join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and not g.tgisinternal and not c.relispartition and ${OURS("pg_class", "c.oid")}
  order by c.relname collate "C", g.tgname collate "C"`;

const RULES = `
  select ${RELATION} as object, 'rule ' || pg_get_ruledef(w.oid, true) as line
  from pg_rewrite w join pg_class c on c.oid = w.ev_class join pg_namespace n on n.oid = c.relnamespace
  where n.nspname = $1 and w.rulename <> '_RETURN' and ${OURS("pg_class", "c.oid")}
  order by c.relname collate "C", w.rulename collate "C"`;

const VIEW_BODIES = `
  select ${RELATION} as object,
    'view' || replace(E'\\n' || trim(E' \\n' from pg_get_viewdef(c.oid, true)), E'\\n', E'\\n  | ') as line
  ${FROM_RELATIONS} ${ARE_OURS} and c.relkind in ('v', 'm')`;

const ROW_SECURITY = `
  select ${RELATION} as object, l.line
  ${FROM_RELATIONS}
  join lateral (
      select 1 as place, '' as name, 'row level security ' || case when c.relforcerowsecurity then 'forced' else 'enabled' end as line
        where c.relrowsecurity
      union all
      select 2, p.polname, 'policy ' || p.polname || case when p.polpermissive then '' else ' restrictive' end
        || ' for ' || case p.polcmd when 'r' then 'select' when 'a' then 'insert' when 'w' then 'update' when 'd' then 'delete' else 'all' end
        || ' to ' || coalesce((select string_agg(r.rolname, ', ' order by r.rolname collate "C") from pg_roles r where r.oid = any(p.polroles)), 'public')
        || coalesce(' using (' || regexp_replace(pg_get_expr(p.polqual, p.polrelid, true), '\\s+', ' ', 'g') || ')', '')
        || coalesce(' with check (' || regexp_replace(pg_get_expr(p.polwithcheck, p.polrelid, true), '\\s+', ' ', 'g') || ')', '')
        from pg_policy p where p.polrelid = c.oid
  ) l on true
  ${ARE_OURS}
  order by c.relname collate "C", l.place, l.name collate "C"`;

const GRANTS = `
  select ${RELATION} as object, g.line
  ${FROM_RELATIONS} join ${grantsFrom("c.relacl", "c.relowner")} on true
  ${ARE_OURS}
  order by c.relname collate "C", g.line collate "C"`;

const COLUMN_GRANTS = `
  select ${RELATION} as object, g.line || ' on column ' || a.attname as line
  from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid
  join ${grantsFrom("a.attacl", "c.relowner")} on true
  where n.nspname = $1 and ${OURS("pg_class", "c.oid")}
  order by c.relname collate "C", a.attnum, g.line collate "C"`;

const FUNCTION = `case p.prokind when 'p' then 'procedure' when 'a' then 'aggregate' else 'function' end
  || ' ' || $1 || '.' || p.proname || '(' || pg_get_function_arguments(p.oid) || ')'`;

const FUNCTIONS = `
  select ${FUNCTION} as object, l.line
  from pg_proc p join pg_namespace n on n.oid = p.pronamespace join pg_language g on g.oid = p.prolang
  join lateral (
    select 1 as place, coalesce('returns ' || pg_get_function_result(p.oid) || ' ', '') || 'language ' || g.lanname
      || case p.provolatile when 'i' then ' immutable' when 's' then ' stable' else '' end
      || case when p.proisstrict then ' strict' else '' end || case when p.prosecdef then ' security definer' else '' end
      || case when p.proleakproof then ' leakproof' else '' end
      || case p.proparallel when 's' then ' parallel safe' when 'r' then ' parallel restricted' else '' end as line
    union all select 2, 'set ' || s from unnest(p.proconfig) as s
    union all select 3, g.line from ${grantsFrom("coalesce(p.proacl, acldefault('f', p.proowner))", "p.proowner")}
    union all select 4, 'body' || replace(E'\\n' || trim(E' \\n' from coalesce(pg_get_function_sqlbody(p.oid), p.prosrc)), E'\\n', E'\\n  | ')
      where p.prokind <> 'a'
  ) l on true
  where n.nspname = $1 and ${OURS("pg_proc", "p.oid")}
  order by p.proname collate "C", pg_get_function_arguments(p.oid) collate "C", l.place, l.line collate "C"`;

const TYPES = `
  select case t.typtype when 'e' then 'enum ' when 'd' then 'domain ' else 'type ' end || $1 || '.' || t.typname as object, l.line
  from pg_type t join pg_namespace n on n.oid = t.typnamespace left join pg_class c on c.oid = t.typrelid
  left join lateral (
    select e.enumsortorder as place, 'value ' || e.enumlabel as line from pg_enum e where e.enumtypid = t.oid
    union all select 0, 'as ' || format_type(t.typbasetype, t.typtypmod) where t.typtype = 'd'
    union all select 1, 'constraint ' || k.conname || ' ' || pg_get_constraintdef(k.oid, true)
      from pg_constraint k where k.contypid = t.oid and k.contype = 'c'
  ) l on true
  where n.nspname = $1 and (t.typtype in ('e', 'd', 'r') or c.relkind = 'c') and ${OURS("pg_type", "t.oid")}
  order by t.typname collate "C", l.place, l.line collate "C"`;

const STATISTICS = `
  select 'statistics ' || $1 || '.' || s.stxname as object, pg_get_statisticsobjdef(s.oid) as line
  from pg_statistic_ext s join pg_namespace n on n.oid = s.stxnamespace
  where n.nspname = $1 order by s.stxname collate "C"`;

export const CATALOG_QUERIES: readonly string[] = [
  SCHEMAS,
  RELATION_HEADS,
  COLUMNS,
  CONSTRAINTS,
  INDEXES,
  TRIGGERS,
  RULES,
  VIEW_BODIES,
  ROW_SECURITY,
  GRANTS,
  COLUMN_GRANTS,
  TYPES,
  FUNCTIONS,
  STATISTICS,
];
