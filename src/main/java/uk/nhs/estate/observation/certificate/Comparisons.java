package uk.nhs.estate.observation.certificate;

/// How many names were held against limits, so that it does not become too many.
final class Comparisons {

  /// As many as other validators make before they give up; honest chains need a hundred.
  private static final int MOST = 250_000;

  private int made;

  void add(int more) throws TooCostlyException {
    made += more;
    if (made > MOST) {
      throw new TooCostlyException("names and limits to them");
    }
  }
}
