package uk.nhs.estate.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

class BinariesTest {
  @TempDir Path temporary;

  @Test
  void unpacksFoldersFilesAndLinksToNeighbours() throws Exception {
    var into = temporary.resolve("into");
    Binaries.unpack(
        packed(
            tar -> {
              folder(tar, "share/");
              file(tar, "bin/postgres", "program");
              file(tar, "lib/libpq.so.5.17", "library");
              link(tar, TarConstants.LF_SYMLINK, "lib/libpq.so", "libpq.so.5.17");
            }),
        into);
    assertThat(into.resolve("share")).isDirectory();
    assertThat(into.resolve("bin/postgres")).hasContent("program").isExecutable();
    assertThat(into.resolve("lib/libpq.so")).isSymbolicLink().hasContent("library");
    assertThat(Files.getPosixFilePermissions(into.resolve("lib/libpq.so.5.17"))).hasSize(4);
  }

  @ParameterizedTest
  @ValueSource(strings = {"../outside", "bin/../../outside", "/tmp/outside-of-test", "a/./../../x"})
  void refusesANameThatLeadsOutside(String name) {
    var into = temporary.resolve("into");
    assertThatThrownBy(() -> Binaries.unpack(packed(tar -> file(tar, name, "bad")), into))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("leads outside");
    assertThat(into).isEmptyDirectory();
    assertThat(temporary).isDirectoryNotContaining("glob:**outside");
  }

  @ParameterizedTest
  @CsvSource({
    "2, ../outside",
    "2, /etc",
    "2, ..",
    "2, .",
    "2, bin/postgres",
    "1, bin/postgres",
    "6, ''"
  })
  void refusesFarLinksHardLinksAndPipes(byte kind, String target) {
    var into = temporary.resolve("into");
    assertThatThrownBy(
            () ->
                Binaries.unpack(packed(tar -> link(tar, (byte) ('0' + kind), "it", target)), into))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no file, folder or near link");
    assertThat(into).isEmptyDirectory();
  }

  @Test
  void refusesAnArchiveOfTooManyEntries() {
    assertThatThrownBy(
            () ->
                Binaries.unpack(
                    packed(
                        tar -> {
                          for (var i = 0; i <= 20_000; i++) {
                            folder(tar, "share/");
                          }
                        }),
                    temporary))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("too large");
  }

  @Test
  void refusesAnArchiveThatIsCutOff() throws Exception {
    var whole = packed(tar -> file(tar, "bin/postgres", "program".repeat(1000))).readAllBytes();
    var half = new ByteArrayInputStream(whole, 0, whole.length / 2);
    assertThatThrownBy(() -> Binaries.unpack(half, temporary)).isInstanceOf(IOException.class);
  }

  @Test
  void unpacksOnceWhenTwoProcessesWantItAtOnceAndClearsWhatAKilledOneLeft() throws Exception {
    Files.createDirectories(temporary.resolve("unpacking/bin"));
    Files.writeString(temporary.resolve("unpacking/bin/postgres"), "half");
    try (var one = OtherJvm.run("unpack", temporary.toString());
        var two = OtherJvm.run("unpack", temporary.toString())) {
      var home = one.says();
      assertThat(two.says()).isEqualTo(home).isNotEmpty();
      assertThat(Path.of(home, "bin", "initdb")).isExecutable();
      assertThat(Binaries.on(temporary).home()).isEqualTo(Path.of(home));
    }
    try (var all = Files.list(temporary)) {
      assertThat(all.filter(Files::isDirectory)).hasSize(1);
    }
  }

  private interface Filling {
    void into(TarArchiveOutputStream tar) throws IOException;
  }

  private static ByteArrayInputStream packed(Filling filling) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var tar =
        new TarArchiveOutputStream(new XZOutputStream(bytes, new LZMA2Options(0)), "UTF-8")) {
      filling.into(tar);
    }
    return new ByteArrayInputStream(bytes.toByteArray());
  }

  private static void folder(TarArchiveOutputStream tar, String name) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name, TarConstants.LF_DIR));
    tar.closeArchiveEntry();
  }

  private static void file(TarArchiveOutputStream tar, String name, String content)
      throws IOException {
    var bytes = content.getBytes(UTF_8);
    var entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  private static void link(TarArchiveOutputStream tar, byte kind, String name, String target)
      throws IOException {
    var entry = new TarArchiveEntry(name, kind);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }
}
