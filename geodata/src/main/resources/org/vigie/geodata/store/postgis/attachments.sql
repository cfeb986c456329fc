-- What hangs on a feature, without the pictures; index on (feature, layer, sha256).
select id, layer, feature, name, media_type, width, height, sha256, length(content), author, recorded_at
  from vigie.attachment
 where feature = ? and layer = ?
 order by recorded_at, id
