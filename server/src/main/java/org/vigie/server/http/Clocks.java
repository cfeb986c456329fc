package org.vigie.server.http;

import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.query.LocalTimes;

/** By whose clock hours and days of the week are told. */
public final class Clocks {

  public static final Parameter<LocalTimes> ZONE =
      Parameter.query(
              "zone",
              "By whose clock hours are told: an offset such as +01:00, or a place of the IANA time"
                  + " zone database; UTC without it.",
              Schema.string(),
              text -> read("zone", text))
          .orElse(LocalTimes.UTC);

  private Clocks() {}

  public static LocalTimes read(String field, String text) throws BadInputException {
    return LocalTimes.find(text)
        .orElseThrow(
            () ->
                new BadInputException(
                    Fault.of(
                        field,
                        Message.of("'{text}' is no offset from UTC and no time zone", text),
                        "Give an offset such as +01:00, 14 hours at most, or a place such as"
                            + " Asia/Beirut")));
  }
}
