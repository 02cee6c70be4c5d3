package dev.winnow.engine.artifact;

/**
 * What a collection did to the file tier.
 *
 * @param kept values that stay
 * @param dropped values dropped: at the end of their life, or least recently used
 * @param droppedBytes their stored bytes
 * @param strays entries dropped that belonged to no value
 * @param spaceBefore bytes of the file before
 * @param spaceAfter bytes of the file after
 * @param rebuilt whether the file was written anew; it is not while another process uses it
 */
public record Collected(
        long kept, long dropped, long droppedBytes, long strays, long spaceBefore, long spaceAfter, boolean rebuilt) {}
