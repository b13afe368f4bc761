package uk.nhs.estate.store.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.OptionalLong;
import java.util.Set;

/// Lets one JVM at a time run the database of a folder; the system drops the lock when it dies.
///
/// POSIX drops every lock that a process has on a file when it closes any descriptor of that file.
/// So a JVM never opens the file of a lock that it holds: `HELD` answers instead.
final class FolderLock implements AutoCloseable {
  /// Also marks a folder as ours.
  static final String NAME = "postgres.lock";

  /// Longer than another process peeks at the lock.
  private static final Duration PATIENCE = Duration.ofMillis(500);

  /// Far behind the pid at the start, because Windows keeps others from reading what is locked.
  private static final long LOCKED_BYTE = Long.MAX_VALUE - 1;

  private static final Set<Path> HELD = new HashSet<>();

  private final Path folder;
  private final FileChannel channel;

  private FolderLock(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static FolderLock take(Path folder) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(folder)) {
        throw new FolderInUse(folder, OptionalLong.of(ProcessHandle.current().pid()));
      }
      var channel = FileChannel.open(folder.resolve(NAME), CREATE, READ, WRITE);
      try {
        if (!Commands.until(PATIENCE, () -> channel.tryLock(LOCKED_BYTE, 1, false) != null)) {
          throw new FolderInUse(folder, holder(channel));
        }
        channel.truncate(0);
        channel.write(
            ByteBuffer.wrap(Long.toString(ProcessHandle.current().pid()).getBytes(UTF_8)), 0);
      } catch (IOException | RuntimeException e) {
        channel.close();
        throw e;
      }
      HELD.add(folder);
      return new FolderLock(folder, channel);
    }
  }

  /// Whether some live JVM, perhaps this one, holds the folder.
  static boolean held(Path folder) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(folder)) {
        return true;
      }
      if (!Files.exists(folder.resolve(NAME))) {
        return false;
      }
      try (var channel = FileChannel.open(folder.resolve(NAME), READ)) {
        return channel.tryLock(LOCKED_BYTE, 1, true) == null;
      }
    }
  }

  /// The JVM that holds the folder, if `held`; empty in the moment before it has said so.
  static OptionalLong holder(Path folder) throws IOException {
    synchronized (HELD) {
      if (HELD.contains(folder)) {
        return OptionalLong.of(ProcessHandle.current().pid());
      }
      try (var channel = FileChannel.open(folder.resolve(NAME), READ)) {
        return holder(channel);
      }
    }
  }

  private static OptionalLong holder(FileChannel channel) throws IOException {
    var buffer = ByteBuffer.allocate(20);
    channel.read(buffer, 0);
    var text = new String(buffer.array(), 0, buffer.position(), UTF_8);
    return text.matches("\\d{1,18}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
  }

  @Override
  public void close() throws IOException {
    synchronized (HELD) {
      channel.close();
      HELD.remove(folder);
    }
  }
}
