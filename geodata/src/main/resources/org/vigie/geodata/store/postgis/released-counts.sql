-- Purpose: what everybody may know of a layer's numbers; first the month of now (UTC), in which nothing is told.
-- Index: the partition of the layer in vigie.change, read whole; change_transaction for its first write.
select date_trunc('month', now() at time zone 'UTC')::date, l.released_below, c.area, c.month, c.at_least
  from vigie.layer l
  left join lateral vigie.released_counts(l.name) c on true
 where l.name = ? and l.released_by is not null
