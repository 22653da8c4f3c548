-- The same data as the shop's, in tables a careful programmer would write by hand for this one application.
create table item (id uuid primary key, code text not null unique, description text not null);
create table partner (id uuid primary key, code text not null unique, description text not null);
create table warehouse (id uuid primary key, code text not null unique, description text not null);

create table sale (
  id uuid primary key,
  version integer not null,
  number text not null unique,
  date timestamp(3) not null,
  posted boolean not null,
  customer uuid not null references partner,
  warehouse uuid not null references warehouse,
  total numeric(18, 2) not null,
  created_at timestamptz not null,
  changed_by uuid
);
create index on sale (date);
create table sale_line (
  sale uuid not null references sale on delete cascade,
  line integer not null,
  item uuid not null references item,
  quality text not null,
  quantity numeric(18, 3) not null check (quantity > 0),
  price numeric(18, 4) not null check (price >= 0),
  amount numeric(18, 2) not null,
  primary key (sale, line)
);
create index on sale_line (item);
create sequence sale_number;

create table stock (
  period timestamp(3) not null, sale uuid not null, line integer not null, movement smallint not null,
  warehouse uuid not null, item uuid not null, quality text not null, quantity numeric(18, 3) not null,
  primary key (sale, line)
);
create index on stock (period);
create table stock_total (
  warehouse uuid, item uuid, quality text, quantity numeric(18, 3) not null,
  primary key (warehouse, item, quality)
) with (fillfactor = 70);
create table stock_month (
  month date, warehouse uuid, item uuid, quality text, quantity numeric not null, receipt numeric not null,
  primary key (month, warehouse, item, quality)
) with (fillfactor = 70);

create table settlement (
  period timestamp(3) not null, sale uuid not null, line integer not null, movement smallint not null,
  partner uuid not null, amount numeric(18, 2) not null,
  primary key (sale, line)
);
create index on settlement (period);
create table settlement_month (
  month date, shard smallint, partner uuid, amount numeric not null, receipt numeric not null,
  primary key (month, shard, partner)
) with (fillfactor = 70);

create table sales (
  period timestamp(3) not null, sale uuid not null, line integer not null,
  item uuid not null, customer uuid not null, quantity numeric(18, 3) not null, amount numeric(18, 2) not null,
  primary key (sale, line)
);
create index on sales (period);
create table sales_month (
  month date, shard smallint, item uuid, customer uuid, quantity numeric not null, amount numeric not null,
  primary key (month, shard, item, customer)
) with (fillfactor = 70);
