-- Purpose: a basemap is removed. Index: primary key.
delete from vigie.basemap where id = ?
