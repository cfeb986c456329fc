package org.vigie.server.live;

import java.time.Duration;

/**
 * How much listeners may hold; docs/live.md explains each.
 *
 * @param streams of everybody together
 * @param streamsOfOne streams of one account: each open page has one
 * @param eventsWaiting events that wait for one slow reader; he is cut off when there is one more
 * @param featuresTold features that one event names; when there are more it names their layers
 * @param heartbeat between two signs of life on a stream on which nothing else is said
 * @param look between two looks whether those who listen still may
 */
public record LiveLimits(
    int streams,
    int streamsOfOne,
    int eventsWaiting,
    int featuresTold,
    Duration heartbeat,
    Duration look) {

  public static final LiveLimits USUAL =
      new LiveLimits(4_000, 40, 64, 500, Duration.ofSeconds(4), Duration.ofMillis(400));
}
