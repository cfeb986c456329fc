-- Keeps a photograph, when the caller sees its feature; the same one again changes nothing.
-- Primary key of the feature.
insert into vigie.attachment
  (id, layer, feature, name, media_type, width, height, sha256, content, thumbnail, author)
select ?, f.layer, f.id, ?, ?, ?, ?, ?, ?, ?, ?
  from vigie.feature f
 where f.id = ? and f.layer = ?
on conflict (feature, layer, sha256) do nothing
