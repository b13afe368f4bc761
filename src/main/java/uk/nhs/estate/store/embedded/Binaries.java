package uk.nhs.estate.store.embedded;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// PostgreSQL's programs, unpacked from the class path once for every version.
record Binaries(Path home) {
  private static final Duration UNPACK_LIMIT = Duration.ofMinutes(2);
  private static final int MAX_ENTRIES = 20_000;
  private static final long MAX_BYTES = 1L << 30;
  private static final int MAX_MEMORY_KIB = 1 << 17;
  private static final Pattern VERSION =
      Pattern.compile("postgres \\(PostgreSQL\\) ([0-9.]{1,20})\\s*");

  /// Finds the programs on `shelf`, a folder that any number of processes may share, or puts them
  /// there. A folder is named after its version and its archive's checksum, and is whole: it gets
  /// that name last.
  static Binaries on(Path shelf) throws IOException {
    var archive = archive();
    var suffix = "-" + checksum(archive);
    var place = Files.createDirectories(shelf).toRealPath();
    var found = find(place, suffix);
    return new Binaries(found.isPresent() ? found.get() : unpackAlone(archive, place, suffix));
  }

  String program(String name) {
    return home.resolve("bin", name).toString();
  }

  private static Optional<Path> find(Path shelf, String suffix) throws IOException {
    try (var all = Files.list(shelf)) {
      return all.filter(path -> path.getFileName().toString().endsWith(suffix)).findAny();
    }
  }

  /// Whoever comes second waits and finds it done; what a killed process left is cleared.
  private static synchronized Path unpackAlone(String archive, Path shelf, String suffix)
      throws IOException {
    try (var lock = FileChannel.open(shelf.resolve("unpacking.lock"), CREATE, WRITE)) {
      if (!Commands.until(UNPACK_LIMIT, () -> lock.tryLock() != null)) {
        throw new IOException("Another process still unpacks PostgreSQL in " + shelf);
      }
      var found = find(shelf, suffix);
      if (found.isPresent()) {
        return found.get();
      }
      var fresh = shelf.resolve("unpacking");
      Folders.delete(fresh);
      try (var packed = open(archive)) {
        unpack(packed, fresh);
      }
      return Files.move(
          fresh,
          shelf.resolve("postgresql-" + version(fresh) + suffix),
          StandardCopyOption.ATOMIC_MOVE);
    }
  }

  /// Unpacks a `.tar.xz`, of which nothing may lead outside of `into`: a name that does, a link to
  /// anything but a neighbour, a device, or more than a sane size is refused.
  static void unpack(InputStream packed, Path into) throws IOException {
    Files.createDirectories(into);
    try (var tar = new TarArchiveInputStream(new XZInputStream(packed, MAX_MEMORY_KIB))) {
      var entries = 0;
      var bytes = 0L;
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        bytes += entry.getSize();
        if (++entries > MAX_ENTRIES || bytes > MAX_BYTES) {
          throw new IOException("The archive of PostgreSQL's programs is too large.");
        }
        unpack(entry, tar, into);
      }
    }
    openToAll(into);
  }

  private static void unpack(TarArchiveEntry entry, InputStream content, Path into)
      throws IOException {
    var path = into.resolve(entry.getName()).normalize();
    if (!path.startsWith(into)) {
      throw new IOException("An archive's entry leads outside: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Files.createDirectories(path.resolveSibling("."));
    if (entry.isSymbolicLink() && entry.getLinkName().matches("[\\w.+-]*\\w")) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
    } else if (entry.getLinkFlag() == TarArchiveEntry.LF_NORMAL
        || entry.getLinkFlag() == TarArchiveEntry.LF_OLDNORM) {
      Files.copy(content, path);
    } else {
      throw new IOException(
          "An archive's entry is no file, folder or near link: " + entry.getName());
    }
  }

  /// Whatever the umask, another account may have to run them.
  private static void openToAll(Path folder) throws IOException {
    try (var all = Files.walk(folder)) {
      for (var path : (Iterable<Path>) all.filter(path -> !Files.isSymbolicLink(path))::iterator) {
        var run = Files.isDirectory(path) || folder.relativize(path).startsWith("bin");
        for (var mode : Folders.permissions(folder, run ? "rwxr-xr-x" : "rw-r--r--")) {
          Files.setAttribute(path, mode.name(), mode.value());
        }
      }
    }
  }

  /// Asks the program itself, which also shows that this machine can run it.
  private static String version(Path home) throws IOException {
    var outcome =
        Commands.run(
            Duration.ofSeconds(20), List.of(new Binaries(home).program("postgres"), "--version"));
    var version = VERSION.matcher(outcome.said());
    if (!version.matches()) {
      throw new IOException("PostgreSQL's programs do not run on this machine: " + outcome.said());
    }
    return version.group(1);
  }

  private static String archive() {
    var os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var family = os.startsWith("mac") ? "darwin" : os.startsWith("windows") ? "windows" : os;
    var arm = System.getProperty("os.arch", "").equals("aarch64");
    return "/postgres-" + family + "-" + (arm ? "arm_64" : "x86_64") + ".txz";
  }

  /// CRC-32, since it tells builds apart and costs every start 20 ms where SHA-256 costs 150.
  private static String checksum(String archive) throws IOException {
    var checksum = new CRC32();
    try (var packed = new CheckedInputStream(open(archive), checksum)) {
      packed.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().toHexDigits((int) checksum.getValue());
  }

  private static InputStream open(String archive) throws IOException {
    var packed = Binaries.class.getResourceAsStream(archive);
    if (packed == null) {
      throw new IOException(
          "This build has no PostgreSQL for this machine (%s): set a database URL."
              .formatted(archive));
    }
    return packed;
  }
}
