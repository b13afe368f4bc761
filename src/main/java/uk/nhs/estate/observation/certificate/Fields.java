package uk.nhs.estate.observation.certificate;

import java.util.List;

/// The parts of a sequence, some of them optional, one after the other.
final class Fields {
  private final List<Der> parts;
  private int at;

  Fields(List<Der> parts) {
    this.parts = parts;
  }

  boolean hasNext() {
    return at < parts.size();
  }

  boolean nextIs(int tag) {
    return hasNext() && parts.get(at).is(tag);
  }

  Der next() throws MalformedException {
    if (!hasNext()) {
      throw new MalformedException("it ends too soon");
    }
    return parts.get(at++);
  }
}
