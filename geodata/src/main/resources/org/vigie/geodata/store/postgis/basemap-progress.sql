-- Purpose: how far a basemap is prepared. Index: primary key.
update vigie.basemap set progress = ? where id = ? and state = 'PREPARING'
