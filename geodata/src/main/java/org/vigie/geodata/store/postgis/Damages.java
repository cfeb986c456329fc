package org.vigie.geodata.store.postgis;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.vigie.geodata.store.AuditReport;
import org.vigie.geodata.store.AuditReport.Damage;

/** What was found to be wrong, up to a number that can be read. */
final class Damages {

  private final List<Damage> found = new ArrayList<>();

  void add(Damage damage) {
    if (found.size() < AuditReport.MOST) {
      found.add(damage);
    }
  }

  void add(String table, long revision, String what) {
    add(Damage.of(table, revision, what));
  }

  private void add(Leaf leaf, long revision, String what) {
    add(new Damage(leaf.table(), Optional.of(leaf.id()), leaf.version(), revision, what));
  }

  /** Names the rows by which what is there differs from what was digested. */
  void addDifferences(long revision, byte[] written, byte[] there) {
    Map<Leaf, ByteBuffer> before = Leaf.unpack(written);
    Map<Leaf, ByteBuffer> now = Leaf.unpack(there);
    before.forEach(
        (leaf, digest) -> {
          ByteBuffer current = now.remove(leaf);
          if (current == null) {
            add(leaf, revision, "is gone");
          } else if (!current.equals(digest)) {
            add(leaf, revision, "is not as it was written");
          }
        });
    now.keySet().forEach(leaf -> add(leaf, revision, "was not there when it was written"));
  }

  List<Damage> list() {
    return List.copyOf(found);
  }
}
