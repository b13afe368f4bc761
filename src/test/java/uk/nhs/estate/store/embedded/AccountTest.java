package uk.nhs.estate.store.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uk.nhs.estate.store.embedded.EmbeddedPostgres.Durability.DURABLE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Says what root gets; for others there is nothing to choose.
class AccountTest {
  private static final int NOBODY = 65_534;

  @TempDir Path temporary;

  @BeforeEach
  void onlyAsRoot() throws IOException {
    assumeTrue(uid(Path.of("/proc/" + ProcessHandle.current().pid())) == 0);
  }

  @Test
  void rootsServerRunsInANamespaceWithoutRootAndItsFilesStayRoots() throws Exception {
    try (var _ = EmbeddedPostgresTest.start(temporary)) {
      var server = Path.of("/proc/" + EmbeddedPostgresTest.postmaster(temporary));
      assertThat(server.resolve("uid_map")).isEmptyFile();
      assertThat(uid(temporary.resolve("data/base"))).isZero();
    }
  }

  @Test
  void inAFolderOfSomebodyElseTheServerRunsAsThatUserAndTakesOverWhatRootMade() throws Exception {
    EmbeddedPostgresTest.start(temporary).close();
    Files.createDirectory(
        temporary.resolve("programs"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    Files.setAttribute(temporary, "unix:uid", NOBODY);
    for (var round = 0; round < 2; round++) {
      // Below `target`, where the programs are otherwise, that user may have no way.
      try (var server = EmbeddedPostgres.start(temporary, DURABLE)) {
        assertThat(EmbeddedPostgresTest.query(server.address(), "SELECT 1")).isEqualTo("1");
        assertThat(Path.of("/proc/" + EmbeddedPostgresTest.postmaster(temporary), "status"))
            .content()
            .contains(
                "Uid:\t65534\t65534\t65534\t65534\n", "Gid:\t65534\t", "CapEff:\t0000000000000000");
      }
      assertThat(uid(temporary.resolve("data/base"))).isEqualTo(NOBODY);
      // The second round makes the data as that user.
      Folders.delete(temporary.resolve("data"));
    }
  }

  private static int uid(Path path) throws IOException {
    return (int) Files.getAttribute(path, "unix:uid");
  }
}
