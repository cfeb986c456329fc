package org.vigie.geodata.store.postgis;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.layer.LayerCatalog;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.BadInputException;
import org.vigie.geodata.model.Fault;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.model.Marking;
import org.vigie.geodata.model.Message;
import org.vigie.geodata.store.FeatureLink;
import org.vigie.geodata.store.FeatureStore.Work;
import org.vigie.geodata.store.Merge;
import org.vigie.geodata.store.StaleVersionException;
import org.vigie.geodata.store.Submission;
import org.vigie.geodata.store.Writing;

/** An open write transaction on one connection. */
final class WriteTransaction implements Writing {

  private final Connection connection;
  private final Access access;
  private final FeatureWrites features;
  private String reason = "";
  private long transaction;

  WriteTransaction(Connection connection, LayerCatalog catalog, Clock clock, Access access) {
    this.connection = connection;
    this.access = access;
    this.features = new FeatureWrites(connection, catalog, clock, access, this::transactionKey);
  }

  /** Runs the work and stamps its changes, if it made any, just before the commit. */
  static <T> T run(
      Database database, LayerCatalog catalog, Clock clock, Access access, Work<T> work)
      throws BadInputException, StaleVersionException {
    return database.<T, BadInputException, StaleVersionException>write(
        access,
        connection ->
            new WriteTransaction(connection, catalog, clock, access).run(access.author(), work));
  }

  /** The same, unless the submission was done before. */
  static Submission.Outcome once(
      Database database,
      LayerCatalog catalog,
      Clock clock,
      Access access,
      Submission submission,
      Work<Submission.Receipt> work)
      throws BadInputException, StaleVersionException {
    return database.<Submission.Outcome, BadInputException, StaleVersionException>write(
        access,
        connection -> {
          Submissions submissions = new Submissions(connection, access.author());
          Optional<Submission.Receipt> before = submissions.claim(submission);
          if (before.isPresent()) {
            return new Submission.Outcome(before.get(), true);
          }
          Work<Submission.Receipt> answered =
              writing -> {
                Submission.Receipt receipt = work.run(writing);
                try {
                  submissions.answer(submission.key(), receipt);
                } catch (SQLException e) {
                  throw SqlErrors.translate(e);
                }
                return receipt;
              };
          WriteTransaction writing = new WriteTransaction(connection, catalog, clock, access);
          return new Submission.Outcome(writing.run(access.author(), answered), false);
        });
  }

  private <T> T run(Author author, Work<T> work)
      throws SQLException, BadInputException, StaleVersionException {
    T result = work.run(this);
    if (transaction != 0) {
      Revisions.stamp(connection, Revisions.Stamp.of(transaction, author, reason));
    }
    return result;
  }

  @Override
  public Feature insert(Feature given) throws BadInputException {
    return features.insert(given);
  }

  @Override
  public Feature replace(Feature given, long expectedVersion)
      throws BadInputException, StaleVersionException {
    return features.replace(given, expectedVersion);
  }

  @Override
  public void delete(String layer, FeatureId id, long expectedVersion)
      throws StaleVersionException {
    features.delete(layer, id, expectedVersion);
  }

  @Override
  public UUID link(LinkType type, FeatureRef from, FeatureRef to) throws BadInputException {
    try {
      return new LinkWrites(connection).link(type, from, to, transactionKey());
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public void unlink(UUID link) throws BadInputException {
    try {
      if (!new LinkWrites(connection).end(link, transactionKey())) {
        throw new BadInputException(
            Fault.of(
                "id",
                Message.of("there is no link {link}", link),
                "Take the id from the feature's links"));
      }
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public UUID propose(FeatureRef feature, Marking from, Marking to, String why)
      throws BadInputException {
    try {
      return new MarkProposals(connection).insert(feature, from, to, why, access.author());
    } catch (SQLException e) {
      Optional<Fault> fault = SqlErrors.faultOf(e);
      if (fault.isPresent()) {
        throw new BadInputException(fault.get());
      }
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public boolean settle(UUID proposal, boolean granted) {
    try {
      return new MarkProposals(connection).settle(proposal, granted, access.author());
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public List<FeatureLink> holdLinks(FeatureRef of) {
    try {
      return new LinkWrites(connection).hold(of);
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public void note(Merge.Draft merge) throws BadInputException {
    try {
      new Merges(connection).insert(merge, transactionKey());
    } catch (SQLException e) {
      Optional<Fault> fault = SqlErrors.faultOf(e);
      if (fault.isPresent()) {
        throw new BadInputException(fault.get());
      }
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public boolean noteUndone(UUID merge) {
    try {
      return new Merges(connection).end(merge, transactionKey());
    } catch (SQLException e) {
      throw SqlErrors.translate(e);
    }
  }

  @Override
  public void because(String why) {
    reason = why;
  }

  private long transactionKey() {
    if (transaction == 0) {
      try {
        transaction = Revisions.newTransactionKey(connection);
      } catch (SQLException e) {
        throw SqlErrors.translate(e);
      }
    }
    return transaction;
  }
}
