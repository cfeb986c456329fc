package org.vigie.server.inventory;

import java.util.Optional;

/**
 * One library.
 *
 * @param ecosystem maven or npm
 * @param group empty where there is none
 * @param version empty when the library does not say and nobody else does
 * @param licence SPDX id where it is known here
 * @param sha256 of the jar as it lies on this machine
 * @param inside name and version of the archive that brings it along
 */
record Component(
    String ecosystem,
    String group,
    String name,
    String version,
    Optional<String> licence,
    Optional<String> sha256,
    Optional<String> inside) {

  static Component maven(String group, String name, String version) {
    return new Component(
        "maven", group, name, version, Optional.empty(), Optional.empty(), Optional.empty());
  }

  Component withSha256(Optional<String> digest) {
    return new Component(ecosystem, group, name, version, licence, digest, inside);
  }

  Component within(String archive) {
    return new Component(ecosystem, group, name, version, licence, sha256, Optional.of(archive));
  }

  /** Package URL, as vulnerability databases know it. */
  String purl() {
    // the scope of an npm package begins with what a package URL divides the version by
    String path = (group.isEmpty() ? name : group + "/" + name).replace("@", "%40");
    return "pkg:" + ecosystem + "/" + path + (version.isEmpty() ? "" : "@" + version);
  }
}
