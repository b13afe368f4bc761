package uk.nhs.estate.practice;

import java.util.List;

/// One line of the pretend register: an organisation, a domain of its, and the sites below it.
///
/// @param odsCode in the shape of the codes given since 2020, and given to nobody
/// @param type what kind of body it pretends to be, in the register's words
/// @param retired whether the register keeps it for its history only
/// @param shows what there is to see at the domain, for people
public record PracticeEntry(
    String odsCode,
    String organisation,
    String type,
    boolean retired,
    String domain,
    List<Host> hosts,
    String shows) {

  /// A site, and what there is to see at it.
  public record Host(String name, String shows) {}

  public PracticeEntry {
    hosts = List.copyOf(hosts);
  }
}
