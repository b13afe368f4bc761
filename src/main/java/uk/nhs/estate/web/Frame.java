package uk.nhs.estate.web;

import java.util.List;

/// What stands around every page.
///
/// @param branded whether the NHS identity is shown, to which only NHS bodies are entitled
/// @param practice whether the organisations are pretend
/// @param local whether only this machine can reach the service
/// @param styles the addresses of the style sheets
/// @param icon the address of the icon
public record Frame(
    boolean branded, boolean practice, boolean local, List<String> styles, String icon) {

  /// A place in the menu.
  public record Place(String path, String title) {}

  /// The menu.
  public List<Place> menu() {
    return List.of(
        new Place("/", "The estate"),
        new Place("/domains", "Domains"),
        new Place("/sites", "Sites"),
        new Place("/organisations", "Organisations"),
        new Place("/findings", "Findings"),
        new Place("/checks", "Checks"));
  }
}
