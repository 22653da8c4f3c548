drop table "shop.Stock:turnovers";

drop table "shop.Stock:totals";

drop table "shop.Stock:checkpoints";

alter table "shop.Item" drop column "weight";

alter table "shop.Item" alter column "note" type varchar(40) using "note";

alter table "shop.Stock" add column "quality" text;

create table "shop.Stock:turnovers" (
  "month" date not null,
  "shard" smallint not null default 0,
  "place" uuid,
  "item" uuid,
  "quality" text,
  "quantity" numeric(18, 3) not null default 0,
  "quantity:receipt" numeric(18, 3) not null default 0
) with (fillfactor = 70);

create table "shop.Stock:totals" (
  "place" uuid,
  "item" uuid,
  "quality" text,
  "quantity" numeric(18, 3) not null default 0
) with (fillfactor = 70);

create table "shop.Stock:checkpoints" (
  "month" date not null,
  "place" uuid,
  "item" uuid,
  "quality" text,
  "quantity" numeric(18, 3) not null default 0
);

create unique index "shop.Stock:turnovers:key" on "shop.Stock:turnovers" using btree (month, "place", "item", "quality", shard) nulls not distinct;

create unique index "shop.Stock:totals:key" on "shop.Stock:totals" using btree ("place", "item", "quality") nulls not distinct;

create unique index "shop.Stock:checkpoints:key" on "shop.Stock:checkpoints" using btree (month, "place", "item", "quality") nulls not distinct;

lock table "shop.Stock" in share row exclusive mode;

delete from "shop.Stock:totals";

insert into "shop.Stock:totals" ("place", "item", "quality", "quantity") select made.* from (select "place", "item", "quality", sum("quantity") as "quantity" from "shop.Stock" group by "place", "item", "quality" having sum("quantity") <> 0) as made;

delete from "shop.Stock:turnovers";

insert into "shop.Stock:turnovers" ("month", "place", "item", "quality", "quantity", "quantity:receipt", shard) select made.*, 0 from (select "month", "place", "item", "quality", sum("quantity") as "quantity", sum(case when movement > 0 then "quantity" else 0 end) as "quantity:receipt" from (select date_trunc('month', period)::date as month, m.* from "shop.Stock" m) as movements group by "month", "place", "item", "quality" having sum("quantity") <> 0 or sum(case when movement > 0 then "quantity" else 0 end) <> 0) as made;

delete from "shop.Stock:checkpoints";

delete from _checkpoints where register = 'ebfz9gzc';
