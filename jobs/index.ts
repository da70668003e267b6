import { checkTallies } from './check-tallies.ts';
import { climbLadders } from './climb-ladders.ts';
import { countVotes } from './count-votes.ts';
import { drawHomePicture } from './draw-home-picture.ts';
import { drawPostings } from './draw-postings.ts';
import { endHolds } from './end-holds.ts';
import { forgetSubmissions } from './forget-submissions.ts';
import type { Job } from './job.ts';
import { lookForTeamAgain } from './look-for-team.ts';
import { pollDueSources } from './poll-due-sources.ts';
import { postSummaries } from './post-summaries.ts';
import { remindRoutes } from './remind-routes.ts';
import { reviewAnswers } from './review-answers.ts';
import { sendReminders } from './send-reminders.ts';

/** Everything the clock wakes. */
export const jobs: Job[] = [
  drawPostings,
  countVotes,
  pollDueSources,
  endHolds,
  climbLadders,
  sendReminders,
  remindRoutes,
  reviewAnswers,
  postSummaries,
  drawHomePicture,
  forgetSubmissions,
  checkTallies,
  lookForTeamAgain,
];
