/**
 * Profiles: from a flight recording to stacks and a summary, and from several to what changed between them. Start at
 * {@link dev.winnow.reports.profile.Profile}. Uses flame, table and format.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.profile;
