// Questions to begin with: they run on either kind of store.
export const examples = {
  months: `select known.name, cast(date_trunc('month', daily.day) as date) as month,
  cast(sum(daily.revenue) as double precision) / 1000000 as revenue
from feed_daily as daily
join feed_channel as known on known.channel = daily.channel
where daily.kind in ('order_completed', 'order_line')
group by 1, 2
order by 2 desc, 3 desc`,
  happens: `select kind, count(*) as events, count(distinct identity) as people
from feed_event
group by kind
order by events desc`,
  buyers: `select days.identity, count(distinct days.channel) as channels, sum(days.orders) as orders,
  cast(sum(days.revenue) as double precision) / 1000000 as revenue
from feed_identity_day as days
group by days.identity
order by revenue desc`,
} as const;
