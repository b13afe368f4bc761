package uk.nhs.estate.practice;

import org.jspecify.annotations.Nullable;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import uk.nhs.estate.practice.Answers.Answer;
import uk.nhs.estate.practice.Answers.Role;

/// One server: the zones that it has, and what it does wrong.
final class Nameserver {

  private final Answers answers;
  private final Zones zones;
  private final Zones everything;
  private volatile @Nullable Conduct conduct;

  private Nameserver(Answers answers, Zones zones, Zones everything) {
    this.answers = answers;
    this.zones = zones;
    this.everything = everything;
  }

  static Nameserver authority(Answers answers, Zones everything) {
    return new Nameserver(answers, new Zones(), everything);
  }

  /// One that finds everything; when it is asked not to (RD is clear), it answers for all zones as
  /// their own server, which is what a system with a single loopback address has to make do with.
  static Nameserver resolver(Answers answers, Zones everything) {
    return new Nameserver(answers, everything, everything);
  }

  boolean isAuthority() {
    return zones != everything;
  }

  Zones zones() {
    return zones;
  }

  @Nullable Conduct conduct() {
    return conduct;
  }

  void misbehave(Misbehaviour how) {
    conduct = new Conduct(how);
  }

  void behave() {
    conduct = null;
  }

  Answer answer(Message query) {
    boolean asks = !isAuthority() && query.getHeader().getFlag(Flags.RD);
    return answers.answer(query, zones, asks ? Role.RESOLVER : Role.AUTHORITY);
  }

  /// What a resolver would say in its place.
  Message find(Message query) {
    return answers.answer(query, everything, Role.RESOLVER).message();
  }
}
