-- One sale written and posted in one round trip; totals in the order of their keys, so that clients never deadlock.
create function post_sale(_sale uuid, _date timestamp, _customer uuid, _warehouse uuid, _lines jsonb) returns text
language plpgsql set plan_cache_mode = force_generic_plan set enable_seqscan = off as $$
declare
  _month date := date_trunc('month', _date);
  _shard smallint := pg_backend_pid() % 8;
  _lacking bigint;
  _number text := 'S-' || lpad(nextval('sale_number')::text, 9, '0');
begin
  with given as materialized (
    select line::integer, item, quality, quantity, price, round(quantity * price, 2) as amount
    from rows from (jsonb_to_recordset(_lines) as (item uuid, quality text, quantity numeric, price numeric))
      with ordinality as l (item, quality, quantity, price, line)
  ), total as materialized (select sum(amount) as amount from given
  ), header as (
    insert into sale (id, version, number, date, posted, customer, warehouse, total, created_at)
    select _sale, 1, _number, _date, true, _customer, _warehouse, amount, now() from total
  ), lines as (
    insert into sale_line (sale, line, item, quality, quantity, price, amount)
    select _sale, line, item, quality, quantity, price, amount from given
  ), sales_rows as (
    insert into sales (period, sale, line, item, customer, quantity, amount)
    select _date, _sale, line, item, _customer, quantity, amount from given
  ), sales_totals as (
    insert into sales_month as t (month, shard, item, customer, quantity, amount)
    select _month, _shard, item, _customer, sum(quantity), sum(amount) from given group by item order by item
    on conflict (month, shard, item, customer)
    do update set quantity = t.quantity + excluded.quantity, amount = t.amount + excluded.amount
  ), settlement_rows as (
    insert into settlement (period, sale, line, movement, partner, amount)
    select _date, _sale, 1, 1, _customer, amount from total
  ), settlement_totals as (
    insert into settlement_month as t (month, shard, partner, amount, receipt)
    select _month, _shard, _customer, amount, amount from total
    on conflict (month, shard, partner)
    do update set amount = t.amount + excluded.amount, receipt = t.receipt + excluded.receipt
  ), stock_rows as (
    insert into stock (period, sale, line, movement, warehouse, item, quality, quantity)
    select _date, _sale, line, -1, _warehouse, item, quality, -quantity from given
  ), sold as materialized (
    select item, quality, -sum(quantity) as quantity from given group by item, quality order by item, quality
  ), stock_months as (
    insert into stock_month as t (month, warehouse, item, quality, quantity, receipt)
    select _month, _warehouse, item, quality, quantity, 0 from sold
    on conflict (month, warehouse, item, quality) do update set quantity = t.quantity + excluded.quantity
  ), left_over as (
    insert into stock_total as t (warehouse, item, quality, quantity)
    select _warehouse, item, quality, quantity from sold
    on conflict (warehouse, item, quality) do update set quantity = t.quantity + excluded.quantity
    returning quantity
  )
  select count(*) into _lacking from left_over where quantity < 0;
  if _lacking > 0 then raise exception 'Not enough stock'; end if;
  return _number;
end $$;
