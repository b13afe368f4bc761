package uk.nhs.estate.practice;

import java.util.concurrent.atomic.AtomicInteger;

/// A [Misbehaviour] in force, and how often it has been met: some do not misbehave every time.
record Conduct(Misbehaviour how, AtomicInteger met) {

  Conduct(Misbehaviour how) {
    this(how, new AtomicInteger());
  }
}
