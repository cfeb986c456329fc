-- Purpose: a basemap has been prepared. Index: primary key.
update vigie.basemap set state = 'READY', progress = 1, file = ?, ground = ?, bytes = ?, sha256 = ?
 where id = ? and state = 'PREPARING'
