package org.vigie.geodata.store.postgis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.vigie.geodata.access.Access;
import org.vigie.geodata.model.Author;
import org.vigie.geodata.model.Classification;
import org.vigie.geodata.model.Feature;
import org.vigie.geodata.model.FeatureId;
import org.vigie.geodata.model.FeatureRef;
import org.vigie.geodata.model.LinkType;
import org.vigie.geodata.store.DatabaseAddress;
import org.vigie.geodata.store.FeatureStore;
import org.vigie.geodata.testing.PostgisTest;
import org.vigie.geodata.testing.TestDatabases;

@PostgisTest
class LinkRightsTest {

  private PostgisStore root;
  private FeatureStore everything;
  private FeatureStore officer;
  private Feature open;
  private Feature secret;
  private UUID link;

  @BeforeEach
  void open(DatabaseAddress address) throws Exception {
    root = PostgisStore.open(address, Incidents.CATALOG);
    everything = root.as(Access.everything(new Author("ann")));
    officer = root.as(access(Set.of("incident")));
    open = everything.write(w -> w.insert(Incidents.at(1, 1)));
    secret = everything.write(w -> w.insert(marked(Incidents.at(2, 2))));
    link =
        everything.write(w -> w.link(LinkType.FOLLOWS, FeatureRef.of(open), FeatureRef.of(secret)));
  }

  @AfterEach
  void close() {
    root.close();
  }

  @Test
  void aLinkToSomethingHiddenIsNotThere() {
    assertThat(everything.links("incident", open.id())).hasSize(1);
    assertThat(officer.links("incident", open.id())).isEmpty();
    assertThat(officer.linkHistory("incident", open.id())).isEmpty();
    assertThat(officer.findLink(link)).isEmpty();
    assertThat(officer.links("incident", open.id(), everything.position().committedAt())).isEmpty();
  }

  @Test
  void aLinkToSomethingHiddenIsRefusedLikeOneToNothing() {
    FeatureRef nothing = new FeatureRef("incident", FeatureId.random());
    String hidden = refusal(FeatureRef.of(secret)).replace(secret.id().toString(), "X");
    assertThat(hidden).isEqualTo(refusal(nothing).replace(nothing.id().toString(), "X"));
    assertThatThrownBy(
            () ->
                officer.write(
                    w -> {
                      w.unlink(link);
                      return link;
                    }))
        .hasMessageContaining("there is no link");
  }

  @Test
  void raisingOneEndHidesTheLinkAndItsPast() throws Exception {
    Feature other = everything.write(w -> w.insert(Incidents.at(3, 3)));
    everything.write(w -> w.link(LinkType.SAME_AS, FeatureRef.of(open), FeatureRef.of(other)));
    assertThat(officer.links("incident", open.id())).hasSize(1);
    everything.write(w -> w.replace(marked(other), 1));
    assertThat(officer.links("incident", open.id())).isEmpty();
    assertThat(officer.linkHistory("incident", open.id())).isEmpty();
  }

  @Test
  void whoMayNotWriteTheLayerMakesNoLink() throws Exception {
    Feature other = everything.write(w -> w.insert(Incidents.at(4, 4)));
    FeatureStore reader = root.as(access(Set.of()));
    assertThatThrownBy(
            () ->
                reader.write(
                    w -> w.link(LinkType.SAME_AS, FeatureRef.of(open), FeatureRef.of(other))))
        .isInstanceOf(Exception.class);
    assertThat(everything.links("incident", other.id())).isEmpty();
    assertThat(
            officer.<UUID>write(
                w -> w.link(LinkType.SAME_AS, FeatureRef.of(open), FeatureRef.of(other))))
        .isNotNull();
  }

  /** The deliberate fault: with the policy off the same read shows the link. */
  @Test
  void withoutThePolicyTheHiddenLinkWouldShow(DatabaseAddress address) throws Exception {
    alter(address, "alter table vigie.link disable row level security");
    try {
      assertThat(officer.linkHistory("incident", open.id())).hasSize(1);
    } finally {
      alter(address, "alter table vigie.link enable row level security");
    }
    assertThat(officer.linkHistory("incident", open.id())).isEmpty();
  }

  private String refusal(FeatureRef to) {
    try {
      officer.write(w -> w.link(LinkType.CAUSED_BY, FeatureRef.of(open), to));
      return "not refused";
    } catch (Exception refused) {
      return String.valueOf(refused.getMessage());
    }
  }

  private static Access access(Set<String> writable) {
    return new Access(
        new Author("ben"),
        Classification.CONFIDENTIAL,
        Set.of(),
        Set.of("incident"),
        writable,
        Set.of(),
        Optional.empty());
  }

  private static Feature marked(Feature feature) {
    return feature.withMarks(Classification.STRICTLY_CONFIDENTIAL, Set.of());
  }

  private static void alter(DatabaseAddress address, String sql) throws Exception {
    DatabaseAddress owner = TestDatabases.administrator(address);
    try (Connection connection =
            DriverManager.getConnection(owner.jdbcUrl(), owner.user(), owner.password());
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
