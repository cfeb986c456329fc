package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.geodata.store.DatabaseAddress;

/** Statements that would change what is on record, made for every table and column of it. */
final class RecordAttacks {

  /** What the mission said and did, and may not say otherwise afterwards. */
  static final List<String> TABLES =
      List.of(
          "audit",
          "change_digest",
          "change",
          "revision",
          "load",
          "link",
          "link_end",
          "merge",
          "merge_end",
          "protected_value",
          "place_withheld",
          "raised",
          "account_log",
          "attachment",
          "submission",
          "writing");

  private final Map<String, List<String>> columns = new TreeMap<>();

  RecordAttacks(DatabaseAddress address) throws SQLException {
    for (String table : TABLES) {
      columns.put(
          table,
          Databases.texts(
              address,
              "select quote_ident(attname) from pg_attribute where attrelid = 'vigie."
                  + table
                  + "'::regclass and attnum > 0 and not attisdropped and attgenerated = ''"
                  + " order by attnum"));
    }
  }

  List<String> on(String table) {
    String name = "vigie." + table;
    List<String> of = columns.get(table);
    String all = String.join(", ", of);
    List<String> attacks = new ArrayList<>();
    for (String column : of) {
      if (!(table.equals("change") || table.equals("account_log"))
          || !List.of("sequence", "number").contains(column)) {
        attacks.add("update %s set %s = %s".formatted(name, column, column));
      }
      if (!table.equals("change") || !column.equals("layer")) {
        attacks.add("alter table %s drop column %s cascade".formatted(name, column));
      }
    }
    for (String form :
        List.of(
            "delete from %1$s",
            "with gone as (delete from %1$s returning 1) select count(*) from gone",
            "truncate %1$s cascade",
            "insert into %1$s (%2$s) overriding system value select %2$s from %1$s limit 1"
                + " on conflict do nothing",
            "insert into %1$s (%2$s) overriding system value select %2$s from %1$s limit 1"
                + " on conflict do nothing returning 1",
            "merge into %1$s using (values (1)) one on true when matched then delete",
            "do $$ begin delete from %1$s; end $$",
            "explain analyze delete from %1$s",
            "select from %1$s for update",
            "lock table %1$s in access exclusive mode",
            "copy %1$s from '/dev/null'",
            "copy %1$s from program 'true'",
            "alter table %1$s disable trigger user",
            "alter table %1$s disable row level security",
            "alter table %1$s no force row level security",
            "alter table %1$s owner to current_user",
            "alter table %1$s rename to gone",
            "alter table %1$s set schema public",
            "alter table %1$s add column mine int",
            "drop table %1$s cascade",
            "create policy mine on %1$s using (true)",
            "create rule mine as on update to %1$s do instead nothing",
            "create trigger mine before insert on %1$s for each statement"
                + " execute function vigie.refuse_rewriting()",
            "comment on table %1$s is 'mine'")) {
      attacks.add(form.formatted(name, all));
    }
    return attacks;
  }

  /** Around the tables: the log's partition, roles, settings, catalog, functions, other objects. */
  static List<String> elsewhere(String owner) {
    return List.of(
        "set role " + owner,
        "set session authorization " + owner,
        "grant " + owner + " to vigie_application",
        "alter default privileges for role " + owner + " grant all on tables to public",
        "drop owned by " + owner + " cascade",
        "update vigie.change_incident set version = version + 1",
        "delete from vigie.change_incident",
        "truncate vigie.change_incident",
        "alter table vigie.change detach partition vigie.change_incident",
        "drop trigger append_only on vigie.audit",
        "drop trigger audited on vigie.revision",
        "drop trigger numbered on vigie.revision",
        "drop trigger ended on vigie.writing",
        "alter table vigie.revision disable trigger audited",
        "alter policy of_this_write on vigie.change with check (true)",
        "drop policy of_this_write on vigie.change",
        "drop schema vigie cascade",
        "alter schema vigie rename to gone",
        "alter sequence vigie.transaction_key restart",
        "select setval('vigie.transaction_key', 1, false)",
        "select nextval('vigie.transaction_key')",
        "set session_replication_role = replica",
        "alter role vigie_application superuser",
        "alter role vigie_application bypassrls",
        "create role mine superuser",
        "update pg_catalog.pg_trigger set tgenabled = 'D'",
        "update pg_catalog.pg_class set relforcerowsecurity = false",
        "delete from pg_catalog.pg_policy",
        "create or replace function vigie.refuse_rewriting() returns trigger language plpgsql"
            + " as $$ begin return null; end $$",
        "alter function vigie.refuse_rewriting() owner to current_user",
        "drop function vigie.audit_revision() cascade",
        "create function vigie.mine() returns int language sql security definer as 'select 1'",
        "create event trigger mine on ddl_command_start execute function vigie.refuse_rewriting()",
        "create publication mine for all tables",
        "select pg_read_file('/etc/hostname')",
        "select vigie.digest_changes(transaction) from vigie.revision limit 1",
        "select vigie.chain_audit('export', 'chief', 'forged', null, null)",
        "select vigie.see_everything()");
  }

  /**
   * Forgeries with rights that the application needs, each a transaction; the last statement or the
   * commit must be refused.
   */
  static List<String> forgeries() {
    String change =
        "insert into vigie.change (transaction, operation, id, layer, classification,"
            + " source_system, properties, version, recorded_at) values (%s, 'INSERT',"
            + " gen_random_uuid(), 'incident', 'UNCLASSIFIED', 'vigie', '{}', 1, %s)";
    String old = "(select max(transaction) from vigie.revision)";
    String now = "clock_timestamp()";
    String key = "vigie.writes_as()";
    String begin = "select vigie.begin_write(); ";
    String revision = "insert into vigie.revision (transaction, author, title%s) values (%s)";
    return List.of(
        change.formatted(old, now),
        change.formatted("4711", now),
        begin + change.formatted(old, now),
        begin + change.formatted(key, "now() - interval '1 day'"),
        begin + change.formatted(key, "now() + interval '1 day'"),
        begin + change.formatted(key, now),
        begin + change.formatted(key, now) + "; select vigie.digest_write()",
        begin + "select vigie.digest_write(); " + change.formatted("vigie.signs_as()", now),
        begin + "set constraints all immediate; " + change.formatted(key, now),
        "select vigie.digest_write()",
        begin + "select vigie.digest_write(); select vigie.digest_write()",
        revision.formatted("", "4711, 'chief', ''"),
        begin + revision.formatted("", key + ", 'chief', ''"),
        begin
            + "select vigie.digest_write(); "
            + revision.formatted("", "vigie.signs_as(), 'somebody', ''"),
        begin
            + "select vigie.digest_write(); "
            + revision.formatted(", committed_at", "vigie.signs_as(), 'chief', '', now()"),
        begin
            + "select vigie.digest_write(); "
            + revision.formatted(", number", "vigie.signs_as(), 'chief', '', 1"),
        begin
            + "insert into vigie.link (id, type, from_layer, from_id, to_layer, to_id, transaction)"
            + " select gen_random_uuid(), 'follows', from_layer, from_id, to_layer, to_id,"
            + " transaction from vigie.link limit 1",
        begin + "insert into vigie.link_end select id, transaction from vigie.link limit 1",
        "insert into vigie.load (batch, transaction, author, layer, title, classification) select"
            + " gen_random_uuid(), transaction, 'chief', 'incident', 'forged', 'UNCLASSIFIED'"
            + " from vigie.revision limit 1",
        "insert into vigie.submission (submitter, key, digest, received_at)"
            + " values ('chief', gen_random_uuid(), sha256('x'), now() - interval '1 year')",
        "insert into vigie.submission (submitter, key, digest)"
            + " values ('somebody', gen_random_uuid(), sha256('x')),"
            + " ('chief', gen_random_uuid(), sha256('x')); update vigie.submission set status = 1",
        "select vigie.append_audit('revision', 'chief', 'forged')",
        "select vigie.append_audit('account', 'chief', 'forged')",
        "select vigie.append_audit('marks-approved', 'chief', 'forged')");
  }

  /** All rows of the record and all that guards it, as one digest. */
  static String fingerprint(DatabaseAddress address) throws SQLException {
    StringBuilder all = new StringBuilder();
    for (String table : TABLES) {
      all.append(
          Databases.texts(
              address,
              "select '%1$s ' || count(*) || ' ' || md5(coalesce(string_agg(md5(t::text), ''"
                      .formatted(table)
                  + " order by t::text), '')) from vigie."
                  + table
                  + " t"));
    }
    try (Connection connection = Databases.connect(address);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(Statements.file("dump-rules"))) {
      while (rows.next()) {
        all.append('\n').append(rows.getString(1));
      }
    }
    return all.toString();
  }
}
