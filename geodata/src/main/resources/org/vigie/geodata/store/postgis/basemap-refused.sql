-- Purpose: a basemap could not be prepared, and why. Index: primary key.
update vigie.basemap set state = 'REFUSED', problem = ?, bytes = 0 where id = ? and state = 'PREPARING'
