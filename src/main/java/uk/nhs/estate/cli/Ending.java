package uk.nhs.estate.cli;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Deque;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicBoolean;

/// Something that must end with the program, however the program ends: at the end of its command,
/// by Ctrl-C, or by a fault while it starts. The last that was opened ends first; each ends once.
final class Ending implements Closeable {
  private static final Deque<Ending> OPEN = new ConcurrentLinkedDeque<>();

  static {
    Runtime.getRuntime().addShutdownHook(new Thread(() -> OPEN.forEach(Ending::close), "stop"));
  }

  private final Closeable end;
  private final AtomicBoolean ended = new AtomicBoolean();

  private Ending(Closeable end) {
    this.end = end;
  }

  static Ending of(Closeable end) {
    var ending = new Ending(end);
    OPEN.push(ending);
    return ending;
  }

  @Override
  public void close() {
    if (ended.compareAndSet(false, true)) {
      OPEN.remove(this);
      try {
        end.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
