package org.vigie.server.bench;

import com.zaxxer.hikari.HikariDataSource;
import io.javalin.Javalin;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CountDownLatch;

/**
 * The least that stands between HTTP and PostGIS, in a process of its own: what the database makes
 * of the statement for a question is sent as it is. So the time is that of the database.
 */
public final class PeerServer {

  private PeerServer() {}

  /**
   * @param arguments JDBC URL, user, password
   */
  public static void main(String[] arguments) throws Exception {
    HikariDataSource pool = new HikariDataSource();
    pool.setJdbcUrl(arguments[0]);
    pool.setUsername(arguments[1]);
    pool.setPassword(arguments[2]);
    pool.setMaximumPoolSize(8);
    Javalin server =
        Javalin.create(
            config -> {
              config.startup.showJavalinBanner = false;
              config.jetty.host = "127.0.0.1";
              config.jetty.port = 0;
              config.routes.get(
                  "/tile/<question>",
                  context -> answer(context, pool, FlatTable.tile(question(context))));
              config.routes.get(
                  "/page/<question>",
                  context ->
                      answer(
                          context,
                          pool,
                          FlatTable.page(
                              question(context),
                              Integer.parseInt(String.valueOf(context.queryParam("limit"))))));
            });
    server.start();
    System.out.println("Vigie is ready at http://127.0.0.1:" + server.port() + "/");
    new CountDownLatch(1).await();
  }

  private static Question question(Context context) {
    return Question.of(context.pathParam("question"));
  }

  private static void answer(Context context, HikariDataSource pool, String sql)
      throws SQLException {
    try (Connection connection = pool.getConnection();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(sql)) {
      rows.next();
      Object answer = rows.getObject(1);
      context.result(
          answer instanceof byte[] bytes
              ? bytes
              : String.valueOf(answer).getBytes(StandardCharsets.UTF_8));
    }
  }
}
