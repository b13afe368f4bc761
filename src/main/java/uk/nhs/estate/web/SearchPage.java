package uk.nhs.estate.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import uk.nhs.estate.store.OrganisationRow;

/// What a search found.
///
/// @param text what was looked for; none yet
/// @param moreTargets whether there are more than are shown
/// @param moreOrganisations whether there are more than are shown
public record SearchPage(
    @Nullable String text,
    List<TargetLine> targets,
    boolean moreTargets,
    List<OrganisationRow> organisations,
    boolean moreOrganisations) {}
