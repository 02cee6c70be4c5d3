/**
 * A report as one HTML file that needs nothing else: no network, no font, no script from elsewhere. Texts from outside
 * are escaped by the template engine; styles and scripts are allowed by their hash alone. Start at
 * {@link dev.winnow.reports.html.HtmlReport}; uses summary, chart, table and engine.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.reports.html;
