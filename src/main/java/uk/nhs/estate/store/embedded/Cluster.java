package uk.nhs.estate.store.embedded;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// What one server keeps in the folder: its data, the password made up with them, and its log.
record Cluster(Path folder, String name) {
  static final String USER = "estate";
  private static final Duration INITDB_LIMIT = Duration.ofMinutes(2);

  Path data() {
    return folder.resolve(name);
  }

  Path log() {
    return folder.resolve(name + ".log");
  }

  String password() throws IOException {
    return Files.readString(passwordFile());
  }

  DatabaseAddress address(int port, String database) throws IOException {
    return new DatabaseAddress(
        "jdbc:postgresql://127.0.0.1:" + port + "/" + database, USER, password());
  }

  /// Makes the data under another name first, so that half of them are never taken for whole.
  void create(Binaries binaries, Account account, boolean durable) throws IOException {
    var fresh = folder.resolve(name + ".new");
    Folders.delete(fresh);
    Files.createDirectory(fresh);
    writePassword();
    account.own(fresh);
    account.own(passwordFile());
    var initdb =
        List.of(
            binaries.program("initdb"),
            "--pgdata=" + fresh,
            "--username=" + USER,
            "--pwfile=" + passwordFile(),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--data-checksums",
            "--no-instructions",
            durable ? "--sync-method=fsync" : "--no-sync");
    var outcome = Commands.run(INITDB_LIMIT, account.as(initdb));
    if (outcome.status() != 0) {
      throw new IOException("PostgreSQL's initdb failed in " + folder + ": " + outcome.said());
    }
    Files.move(fresh, data(), ATOMIC_MOVE);
    Folders.sync(folder);
  }

  private void writePassword() throws IOException {
    var random = new byte[24];
    new SecureRandom().nextBytes(random);
    var onlyUs = Folders.permissions(folder, "rw-------").toArray(FileAttribute<?>[]::new);
    Files.deleteIfExists(passwordFile());
    try (var file = FileChannel.open(passwordFile(), Set.of(CREATE_NEW, WRITE), onlyUs)) {
      file.write(ByteBuffer.wrap(Base64.getUrlEncoder().encode(random)));
      file.force(true);
    }
  }

  private Path passwordFile() {
    return folder.resolve(name + ".password");
  }
}
