-- Movements of a batch of sales made anew from their lines, the difference carried into totals.
create function repost_sales(_ids uuid[]) returns void
language plpgsql set enable_seqscan = off as $$
declare
  _shard smallint := pg_backend_pid() % 8;
  _lacking bigint;
begin
  perform from sale where id = any(_ids) order by id for no key update;
  with before as (
    delete from sales where sale = any(_ids) returning period, item, customer, quantity, amount
  ), after as (
    select s.date as period, s.id as sale, l.line, l.item, s.customer, l.quantity, l.amount
    from sale s join sale_line l on l.sale = s.id where s.id = any(_ids)
  ), written as (
    insert into sales (period, sale, line, item, customer, quantity, amount)
    select * from after where (select count(*) from before) >= 0 returning period, item, customer, quantity, amount
  )
  insert into sales_month as t (month, shard, item, customer, quantity, amount)
  select date_trunc('month', period), _shard, item, customer, sum(quantity), sum(amount) from (
    select * from written union all select period, item, customer, -quantity, -amount from before) d
  group by 1, 3, 4 having sum(quantity) <> 0 or sum(amount) <> 0 order by 1, 3, 4
  on conflict (month, shard, item, customer)
  do update set quantity = t.quantity + excluded.quantity, amount = t.amount + excluded.amount;

  with before as (delete from settlement where sale = any(_ids) returning period, partner, amount
  ), written as (
    insert into settlement (period, sale, line, movement, partner, amount)
    select date, id, 1, 1, customer, total from sale where id = any(_ids) and (select count(*) from before) >= 0
    returning period, partner, amount
  )
  insert into settlement_month as t (month, shard, partner, amount, receipt)
  select date_trunc('month', period), _shard, partner, sum(amount), sum(amount) from (
    select * from written union all select period, partner, -amount from before) d
  group by 1, 3 having sum(amount) <> 0 order by 1, 3
  on conflict (month, shard, partner)
  do update set amount = t.amount + excluded.amount, receipt = t.receipt + excluded.receipt;

  with before as (delete from stock where sale = any(_ids) returning period, warehouse, item, quality, quantity
  ), written as (
    insert into stock (period, sale, line, movement, warehouse, item, quality, quantity)
    select s.date, s.id, l.line, -1, s.warehouse, l.item, l.quality, -l.quantity
    from sale s join sale_line l on l.sale = s.id where s.id = any(_ids) and (select count(*) from before) >= 0
    returning period, warehouse, item, quality, quantity
  ), changed as materialized (
    select date_trunc('month', period) as month, warehouse, item, quality, sum(quantity) as quantity from (
      select * from written union all select period, warehouse, item, quality, -quantity from before) d
    group by 1, 2, 3, 4 having sum(quantity) <> 0
  ), months as (
    insert into stock_month as t (month, warehouse, item, quality, quantity, receipt)
    select month, warehouse, item, quality, quantity, 0 from changed order by 1, 2, 3, 4
    on conflict (month, warehouse, item, quality) do update set quantity = t.quantity + excluded.quantity
  ), left_over as (
    insert into stock_total as t (warehouse, item, quality, quantity)
    select warehouse, item, quality, sum(quantity) from changed group by 1, 2, 3 order by 1, 2, 3
    on conflict (warehouse, item, quality) do update set quantity = t.quantity + excluded.quantity
    returning quantity
  )
  select count(*) into _lacking from left_over where quantity < 0;
  if _lacking > 0 then raise exception 'Not enough stock'; end if;
end $$;
