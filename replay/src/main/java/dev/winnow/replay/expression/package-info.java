/**
 * The strategy language: text to a shared graph of columns and bit planes, and that graph evaluated point by point.
 *
 * <p>Start reading at {@link dev.winnow.replay.expression.StrategyPlan}: a {@code Compiler} turns each text into
 * {@code Node}s of one {@code Graph}, in which equal sub-expressions are one node; {@link
 * dev.winnow.replay.expression.BoundStrategy} holds what is shared between points, and a {@link
 * dev.winnow.replay.expression.PlaneCursor} walks the points. Expressions of parameters or metrics alone are {@link
 * dev.winnow.replay.expression.ScalarExpression}. The grammar is Expression.g4; docs/guide/expressions.md is the
 * reference for users. May use market, indicator and signal; never the portfolio.
 */
@org.jspecify.annotations.NullMarked
package dev.winnow.replay.expression;
