package uk.nhs.estate.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import uk.nhs.estate.GeneratedFile;

/// Keeps `docs/schema.sql`: what the migrations make of an empty database, to be read.
class SchemaTest {
  private static Connection database;

  @BeforeAll
  static void migrate() throws SQLException {
    var url = TestDatabase.fresh();
    Flyway.configure()
        .dataSource(url, null, null)
        .locations("classpath:db/migration")
        .load()
        .migrate();
    database = DriverManager.getConnection(url);
    rows("set search_path = public");
  }

  @AfterAll
  static void close() throws SQLException {
    database.close();
  }

  @Test
  void theFileShowsWhatTheMigrationsMake() throws SQLException {
    var text =
        new StringBuilder(
            "-- What the migrations make of an empty database. Generated: do not edit.\n");
    for (var part : List.of(EXTENSIONS, FUNCTIONS, TABLES, VIEWS)) {
      rows(part).forEach(row -> text.append('\n').append(row.strip()).append('\n'));
    }
    GeneratedFile.at("docs/schema.sql").matches(text.toString());
  }

  @Test
  void everyTableAndViewSaysWhatItIsFor() throws SQLException {
    assertThat(
            rows(
                "select c.oid::regclass::text from pg_class c where "
                    + OURS
                    + " and c.relkind in ('r', 'v') and obj_description(c.oid, 'pg_class') is"
                    + " null"))
        .isEmpty();
  }

  private static final String OURS =
      "c.relnamespace = 'public'::regnamespace and c.relname <> 'flyway_schema_history'";

  private static final String EXTENSIONS =
      """
      select format('create extension %I;', extname) from pg_extension
      where extname <> 'plpgsql' order by extname
      """;

  private static final String FUNCTIONS =
      """
      select pg_get_functiondef(p.oid) || ';' from pg_proc p
      where p.pronamespace = 'public'::regnamespace and not exists (
        select from pg_depend d where d.objid = p.oid and d.deptype = 'e')
      order by p.proname, pg_get_function_identity_arguments(p.oid)
      """;

  private static final String TABLES =
      """
      select concat_ws(E'\\n',
        format(E'create table %%I (\\n%%s\\n);', c.relname, concat_ws(E',\\n', (
          select string_agg(concat_ws(' ', '  ' || quote_ident(a.attname),
            format_type(a.atttypid, a.atttypmod),
            (select 'collate ' || quote_ident(l.collname) from pg_collation l
              where l.oid = a.attcollation and l.collname <> 'default'),
            case when a.attidentity = 'a' then 'generated always as identity'
              when a.attgenerated = 's' then
                'generated always as (' || pg_get_expr(v.adbin, v.adrelid) || ') stored'
              else 'default ' || pg_get_expr(v.adbin, v.adrelid) end,
            case when a.attnotnull then 'not null' end), E',\\n' order by a.attnum)
          from pg_attribute a
            left join pg_attrdef v on v.adrelid = a.attrelid and v.adnum = a.attnum
          where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped), (
          select string_agg(format('  constraint %%I %%s', k.conname, pg_get_constraintdef(k.oid)),
            E',\\n' order by strpos('pufc', k.contype::text), k.conname)
          from pg_constraint k where k.conrelid = c.oid and k.contype in ('p', 'u', 'f', 'c')))),
        (select string_agg(pg_get_indexdef(i.indexrelid) || ';',
            E'\\n' order by i.indexrelid::regclass::text)
          from pg_index i where i.indrelid = c.oid and not exists (
            select from pg_constraint k where k.conindid = i.indexrelid)),
        (select string_agg(pg_get_triggerdef(g.oid) || ';', E'\\n' order by g.tgname)
          from pg_trigger g where g.tgrelid = c.oid and not g.tgisinternal),
        format('comment on table %%I is %%L;', c.relname, obj_description(c.oid, 'pg_class')),
        (select string_agg(format('comment on column %%I.%%I is %%L;', c.relname, a.attname,
            col_description(c.oid, a.attnum)), E'\\n' order by a.attnum)
          from pg_attribute a where a.attrelid = c.oid and a.attnum > 0
            and col_description(c.oid, a.attnum) is not null))
      from pg_class c where %s and c.relkind = 'r' order by c.relname
      """
          .formatted(OURS);

  private static final String VIEWS =
      """
      select format(E'create view %%I as\\n%%s\\ncomment on view %%I is %%L;', c.relname,
        pg_get_viewdef(c.oid), c.relname, obj_description(c.oid, 'pg_class'))
      from pg_class c where %s and c.relkind = 'v' order by c.relname
      """
          .formatted(OURS);

  private static List<String> rows(String sql) throws SQLException {
    try (var statement = database.createStatement()) {
      var found = new ArrayList<String>();
      if (statement.execute(sql)) {
        var rows = statement.getResultSet();
        while (rows.next()) {
          found.add(rows.getString(1));
        }
      }
      return found;
    }
  }
}
