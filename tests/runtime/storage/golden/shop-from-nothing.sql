create table "shop.Item" (
  "id" uuid not null,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "changedAt" timestamptz not null default now(),
  "changedBy" uuid,
  "code" varchar(32),
  "description" varchar(150),
  "parent" uuid,
  "isGroup" boolean not null default false,
  "deletionMark" boolean not null default false,
  "predefined" varchar(40),
  "weight" numeric(18, 3),
  "note" text,
  constraint "shop.Item:id" primary key ("id")
);

create table "shop.Place" (
  "id" uuid not null,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "changedAt" timestamptz not null default now(),
  "changedBy" uuid,
  "code" varchar(32),
  "description" varchar(150),
  "deletionMark" boolean not null default false,
  "predefined" varchar(40),
  constraint "shop.Place:id" primary key ("id")
);

create table "shop.Sale" (
  "id" uuid not null,
  "version" integer not null default 1,
  "createdAt" timestamptz not null default now(),
  "changedAt" timestamptz not null default now(),
  "changedBy" uuid,
  "number" varchar(32),
  "date" timestamp(3),
  "posted" boolean not null default false,
  "deletionMark" boolean not null default false,
  "place" uuid,
  "total" numeric(18, 2),
  constraint "shop.Sale:id" primary key ("id")
);

create table "shop.Sale.lines" (
  "record" uuid not null,
  "line" integer not null,
  "item" uuid,
  "quality" text,
  "quantity" numeric(18, 3),
  "price" numeric(18, 4),
  "amount" numeric(18, 2),
  constraint "shop.Sale.lines:id" primary key ("record", "line")
);

create table "shop.Price" (
  "id" uuid not null,
  "version" integer not null default 1,
  "changedAt" timestamptz not null default now(),
  "changedBy" uuid,
  "period" date not null,
  "item" uuid,
  "price" numeric(18, 4),
  constraint "shop.Price:id" primary key ("id")
);

create table "shop.Stock" (
  "period" timestamp(3) not null,
  "recorder" uuid not null,
  "recorder:type" text not null,
  "line" integer not null,
  "rule" text,
  "movement" smallint not null,
  "place" uuid,
  "item" uuid,
  "quantity" numeric(18, 3) not null default 0,
  constraint "shop.Stock:id" primary key ("recorder", "line")
);

create table "shop.Stock:turnovers" (
  "month" date not null,
  "shard" smallint not null default 0,
  "place" uuid,
  "item" uuid,
  "quantity" numeric(18, 3) not null default 0,
  "quantity:receipt" numeric(18, 3) not null default 0
) with (fillfactor = 70);

create table "shop.Stock:totals" (
  "place" uuid,
  "item" uuid,
  "quantity" numeric(18, 3) not null default 0
) with (fillfactor = 70);

create table "shop.Stock:checkpoints" (
  "month" date not null,
  "place" uuid,
  "item" uuid,
  "quantity" numeric(18, 3) not null default 0
);

insert into "shop.Place" (id, "description", "predefined") values ('8df556f9-46d2-8353-b599-d0f27534d633', 'Main'::varchar(150), 'main'::varchar(40))
  on conflict (id) do update set predefined = excluded.predefined;

create index "shop.Item:order" on "shop.Item" using btree ("description" collate "und-x-icu", id);

create unique index "shop.Item.code:number" on "shop.Item" using btree ("code") nulls not distinct where "code" is not null;

create index "shop.Item.parent:list" on "shop.Item" using btree ("parent", "description" collate "und-x-icu");

create index "shop.Item:search" on "shop.Item" using gin ("code" public.gin_trgm_ops, "description" public.gin_trgm_ops);

create index "shop.Place:order" on "shop.Place" using btree ("description" collate "und-x-icu", id);

create unique index "shop.Place.code:number" on "shop.Place" using btree ("code") nulls not distinct where "code" is not null;

create index "shop.Place:search" on "shop.Place" using gin ("code" public.gin_trgm_ops, "description" public.gin_trgm_ops);

create index "shop.Sale:order" on "shop.Sale" using btree ("date", id);

create unique index "shop.Sale.number:number" on "shop.Sale" using btree ("number") nulls not distinct where "number" is not null;

create index "shop.Sale.place:list" on "shop.Sale" using btree ("place", "date");

create unique index "shop.Price:key" on "shop.Price" using btree ("item", "period") nulls not distinct;

create index "shop.Price:period" on "shop.Price" using btree (period, id);

create index "shop.Stock:period" on "shop.Stock" using btree (period);

create unique index "shop.Stock:turnovers:key" on "shop.Stock:turnovers" using btree (month, "place", "item", shard) nulls not distinct;

create unique index "shop.Stock:totals:key" on "shop.Stock:totals" using btree ("place", "item") nulls not distinct;

create unique index "shop.Stock:checkpoints:key" on "shop.Stock:checkpoints" using btree (month, "place", "item") nulls not distinct;

alter table "shop.Item" add constraint "shop.Item.parent:reference" foreign key ("parent") references "shop.Item";

alter table "shop.Sale" add constraint "shop.Sale.place:reference" foreign key ("place") references "shop.Place";

alter table "shop.Sale.lines" add constraint "shop.Sale.lines:record" foreign key ("record") references "shop.Sale" on delete cascade;

alter table "shop.Sale.lines" add constraint "shop.Sale.lines.item:reference" foreign key ("item") references "shop.Item";

alter table "shop.Price" add constraint "shop.Price.item:reference" foreign key ("item") references "shop.Item";
