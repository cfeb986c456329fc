-- Purpose: what people say about a basemap is changed. Index: primary key.
update vigie.basemap set title = ?, attribution = ?, place = ?, shown = ? where id = ?
