const hourMs = 3_600_000;

/** How long a session lives. */
export const sessionLimits = Object.freeze({
  /** Unused for this long, it ends. */
  idleMs: 12 * hourMs,
  /** However busy, it ends after this. */
  absoluteMs: 7 * 24 * hourMs,
  /** Its use is noted no more often than this. */
  seenEveryMs: 60_000,
});
