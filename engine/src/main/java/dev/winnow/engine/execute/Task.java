package dev.winnow.engine.execute;

import dev.winnow.engine.plan.Cut;

/** A batch that is handed out, numbered in the order of its points. */
record Task(long number, Cut cut) {}
