package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.store.Submission;
import org.vigie.geodata.store.SubmissionConflictException;

/**
 * Keys of one author, taken and answered in the transaction that does the work: either both are
 * there afterwards or neither.
 */
final class Submissions {

  private final Connection connection;
  private final Author submitter;

  Submissions(Connection connection, Author submitter) {
    this.connection = connection;
    this.submitter = submitter;
  }

  /**
   * The answer of the first time; empty when this is the first time, and the key is now taken.
   *
   * @throws SubmissionConflictException when the key was taken for something else
   */
  Optional<Submission.Receipt> claim(Submission submission) throws SQLException {
    byte[] digest = HexFormat.of().parseHex(submission.digest());
    try (PreparedStatement statement =
            prepare("claim-submission", submitter.name(), submission.key(), digest);
        ResultSet rows = statement.executeQuery()) {
      if (rows.next()) {
        call("forget-submissions");
        return Optional.empty();
      }
    }
    return Optional.of(first(submission));
  }

  void answer(UUID key, Submission.Receipt receipt) throws SQLException {
    call("answer-submission", key, receipt.status(), receipt.location(), receipt.tag());
  }

  private Submission.Receipt first(Submission submission) throws SQLException {
    try (PreparedStatement statement =
            prepare("find-submission", submitter.name(), submission.key());
        ResultSet rows = statement.executeQuery()) {
      if (!rows.next()) {
        throw new IllegalStateException("a key is taken and not there: " + submission.key());
      }
      String digest = rows.getString(1);
      if (!digest.equals(submission.digest())) {
        throw new SubmissionConflictException(digest, submission.digest());
      }
      return new Submission.Receipt(rows.getInt(2), rows.getString(3), rows.getString(4));
    }
  }

  private void call(String file, Object... values) throws SQLException {
    try (PreparedStatement statement = prepare(file, values)) {
      statement.execute();
    }
  }

  private PreparedStatement prepare(String file, Object... values) throws SQLException {
    return Statements.prepare(connection, Sql.of(Statements.file(file), values));
  }
}
