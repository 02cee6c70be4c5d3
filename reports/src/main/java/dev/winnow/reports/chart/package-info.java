/**
 * Pictures of plain data: each {@link dev.winnow.reports.chart.Chart} is a record of arrays and labels that draws itself
 * to a {@link dev.winnow.reports.chart.Picture} of SVG. Nothing here knows of run folders. Charts are laid out by
 * JFreeChart and written by Batik; the same input gives the same bytes on every machine, since no installed font is
 * measured. Labels may hold anything: they are escaped. Colours are CSS custom properties with light values as
 * fallback; {@link dev.winnow.reports.chart.Palette#css()} defines them for both themes.
 *
 * <p>Start at {@link dev.winnow.reports.chart.Chart}.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.chart;
