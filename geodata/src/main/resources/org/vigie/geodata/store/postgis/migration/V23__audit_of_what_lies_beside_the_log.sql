-- Imports, merges, their undoing and photographs enter the audit with the digest of their row (R__audit.sql), as
-- revisions do with the digest of their changes.
alter table vigie.audit
  drop constraint a_revision_has_content,
  add constraint a_revision_has_content check ((kind = 'revision') = (revision is not null)
    and (kind in ('revision', 'load', 'merge', 'merge-end', 'attachment')) = (content is not null));
