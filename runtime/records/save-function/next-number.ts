/**
 * Functions that all numbered objects share. A gapless series is a row of `_numbers`, locked until its transaction ends;
 * any other is a sequence named after it, which nobody waits for and which skips a number only when a transaction fails.
 * The next number of a series that has not begun is null.
 */
export const numberFunctions: readonly string[] = [
  `create or replace function "_next_number"("series" text) returns bigint language sql as $function$
  update "_numbers" as "n" set "last" = "n"."last" + 1 where "n"."series" = "_next_number"."series" returning "n"."last"
$function$`,
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
