package org.vigie.geodata.store.postgis;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** A connection that keeps the text of every statement that goes through it. */
final class SentStatements {

  /**
   * @param text as the driver was given it
   * @param values how many were bound
   */
  record Sent(String text, int values) {}

  private final Connection connection;
  private final List<Sent> sent = new ArrayList<>();

  SentStatements(Connection connection) {
    this.connection = connection;
  }

  Connection connection() {
    return proxy(
        Connection.class,
        (proxy, method, arguments) -> {
          if (method.getName().equals("createStatement")) {
            throw new AssertionError("a statement whose text is not seen");
          }
          Object result = invoke(connection, method, arguments);
          return result instanceof PreparedStatement statement
              ? watched(statement, (String) arguments[0])
              : result;
        });
  }

  private PreparedStatement watched(PreparedStatement statement, String text) {
    int[] values = {0};
    return proxy(
        PreparedStatement.class,
        (proxy, method, arguments) -> {
          if (method.getName().startsWith("set") && arguments.length == 2) {
            values[0]++;
          } else if (method.getName().startsWith("execute")) {
            sent.add(new Sent(text, values[0]));
          }
          return invoke(statement, method, arguments);
        });
  }

  private static Object invoke(Object target, java.lang.reflect.Method method, Object[] arguments)
      throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException failure) {
      throw failure.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, java.lang.reflect.InvocationHandler handler) {
    return type.cast(
        Proxy.newProxyInstance(Statement.class.getClassLoader(), new Class<?>[] {type}, handler));
  }

  /** What was sent since this was last asked. */
  List<Sent> take() {
    List<Sent> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }
}
