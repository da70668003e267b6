/** Lists that a team keeps of people outside. */
export const AUTHOR_LISTS = ['press', 'customers', 'partners', 'critics'] as const;
export type AuthorList = (typeof AUTHOR_LISTS)[number];

/** What the clock posts. `spike` has no hour: it comes when something happens. */
export const SCHEDULE_KINDS = ['brief', 'sentiment_daily', 'sentiment_weekly', 'influencers', 'spike'] as const;
export type ScheduleKind = (typeof SCHEDULE_KINDS)[number];
