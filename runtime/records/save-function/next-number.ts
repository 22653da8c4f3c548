/**
 * Functions that all numbered objects share. A gapless series is a row of `_numbers`, locked until its transaction ends;
 * any other is a sequence named after it, which nobody waits for and which skips a number only when a transaction fails.
 * Both answer null for a series that has not begun.
 */
export const numberFunctions: readonly string[] = [
  `create or replace function "_next_number"("series" text, "gapless" boolean) returns bigint language plpgsql as $function$
#variable_conflict use_variable
declare
  "sequence" regclass;
  "result" bigint;
begin
  if "gapless" then
    update "_numbers" as "n" set "last" = "n"."last" + 1 where "n"."series" = "_next_number"."series" returning "n"."last" into "result";
    return "result";
  end if;
  "sequence" := to_regclass(quote_ident('_numbers:' || "series"));
  return case when "sequence" is null then null else nextval("sequence") end;
end $function$`,
  `create or replace function "_begin_numbers"("series" text, "gapless" boolean, "last" bigint) returns void language plpgsql as $function$
#variable_conflict use_variable
begin
  perform pg_advisory_xact_lock(hashtextextended('numbers:' || current_schema() || ':' || "series", 0));
  if "gapless" then
    insert into "_numbers" ("series", "last") values ("series", "last") on conflict do nothing;
  else
    execute format('create sequence if not exists %I start %s', '_numbers:' || "series", "last" + 1);
  end if;
end $function$`,
];
