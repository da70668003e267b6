import { z } from 'zod';
import { goalProblems, MAX_GOAL_HOURS } from '../domain/goal.ts';
import * as values from '../domain/setting-values.ts';
import {
  DEFAULT_APPROVAL,
  EXTRA_WHENS,
  type ExtraVotes,
  FILE_SECTIONS,
  METRICS,
  PERIODS,
  ROUTE_KINDS,
  type TeamSettings,
} from '../domain/settings.ts';
import { type FileNetwork, sourceSchema } from './source-schema.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const MAX_VOTES = 20;

const voteCount = z.number().int().min(1).max(MAX_VOTES);

const team = z.strictObject({
  managers: z.array(values.manager).default([]),
  timezone: values.timezone.default('UTC'),
  office_hours: values.officeHours.optional(),
  holidays: z.array(values.holiday).default([]),
  forbidden_words: z.array(values.phrase).optional(),
});

const channels = z.strictObject({ approvals: values.channel.optional(), escalations: values.channel.optional() });

const extraVotes = z
  .strictObject({
    when: z.enum(EXTRA_WHENS),
    reach: z.number().int().min(0).optional(),
    votes: z.number().int().min(0).max(MAX_VOTES).optional(),
    group: values.group.optional(),
  })
  .superRefine(({ when, reach, votes, group }, ctx) => {
    const fault = (path: string, message: string) => ctx.addIssue({ code: 'custom', path: [path], message });
    if (when === 'reach_over' && reach === undefined) fault('reach', 'is missing: above which reach?');
    if (when !== 'reach_over' && reach !== undefined) fault('reach', 'belongs to reach_over only');
    if (votes === undefined && group === undefined) fault('votes', 'is missing, unless a group is demanded');
  });

const extra = z.array(extraVotes).superRefine((rules, ctx) => {
  for (const [index, rule] of rules.entries()) {
    const isTwice = rules.slice(0, index).some((one) => one.when === rule.when && one.reach === rule.reach);
    if (isTwice) ctx.addIssue({ code: 'custom', path: [index], message: 'is a rule that stands in the list already' });
  }
});

const approval = z
  .strictObject({
    votes: voteCount.default(DEFAULT_APPROVAL.votes),
    objections: voteCount.default(DEFAULT_APPROVAL.objections),
    window: values.duration(MINUTE, 30 * DAY).default(DEFAULT_APPROVAL.windowMs),
    approvers: z
      .union([z.literal('everyone'), z.array(values.approver).min(1)], {
        error: 'must be everyone, or a list of people (U…) and user groups (S…)',
      })
      .default(DEFAULT_APPROVAL.approvers),
    extra: extra.optional(),
  })
  .refine(({ votes, approvers }) => values.canPass(votes, approvers), {
    path: ['votes'],
    error: 'must not be more than there are approvers',
  })
  .refine(
    ({ votes, approvers, extra = [] }) => namesGroup(extra) || values.canPass(mostVotes(votes, extra), approvers),
    {
      path: ['extra'],
      error: 'must not add up to more votes than there are approvers',
      when: ({ issues }) => issues.length === 0,
    },
  )
  .transform(({ window, ...rest }) => ({ ...rest, windowMs: window }));

/** When everything comes together. */
function mostVotes(votes: number, extra: ExtraVotes[]): number {
  return extra.reduce((sum, rule) => sum + (rule.votes ?? 0), votes);
}

/** The members of a demanded group may vote too. */
function namesGroup(extra: ExtraVotes[]): boolean {
  return extra.some(({ group }) => group !== undefined);
}

const step = z
  .strictObject({ to: values.helper, after: values.duration(0, 30 * DAY) })
  .transform(({ to, after }) => ({ to, afterMs: after }));

const escalation = z.array(step).refine(values.goesUp, {
  error: 'must go up: no step comes earlier than the one before it',
});

function watchSchema(networks: readonly FileNetwork[]) {
  return z
    .strictObject({
      name: values.name,
      channel: values.channel,
      any: z.array(values.phrase).default([]),
      all: z.array(values.phrase).default([]),
      none: z.array(values.phrase).default([]),
      voices: z.array(values.person).default([]),
      sources: z.array(sourceSchema(networks)).default([]),
      approval: approval.prefault({}),
      escalation: escalation.default([]),
    })
    .refine(({ any, all }) => any.length + all.length > 0, {
      path: ['any'],
      error: 'must name a phrase, unless "all" does: a watch without one hears nothing',
    });
}

const department = z.strictObject({
  name: values.name,
  channel: values.channel,
  takes: z.array(z.enum(ROUTE_KINDS)).min(1),
});

const goal = z
  .strictObject({
    metric: z.enum(METRICS),
    target: z.number(),
    period: z.enum(PERIODS),
    owner: values.manager.optional(),
    watch: values.name.optional(),
    department: values.name.optional(),
    hours: z.number().int().min(1).max(MAX_GOAL_HOURS).optional(),
  })
  .superRefine((goal, ctx) => {
    for (const { at, problem } of goalProblems(goal)) ctx.addIssue({ code: 'custom', path: [at], message: problem });
  });

/** The whole file, read into the settings of a team. */
export function fileSchema(networks: readonly FileNetwork[]): z.ZodType<TeamSettings> {
  return z
    .strictObject({
      team: team.optional(),
      channels: channels.optional(),
      watches: z.array(watchSchema(networks)).default([]),
      departments: z.array(department).optional(),
      goals: z.array(goal).optional(),
    })
    .transform((file) => {
      const { managers, timezone, office_hours: officeHours, holidays, forbidden_words } = file.team ?? team.parse({});
      const has = { ...file, forbidden_words };
      return {
        sections: FILE_SECTIONS.filter((section) => has[section] !== undefined),
        managers,
        timezone,
        officeHours,
        holidays,
        forbiddenWords: [...new Set(forbidden_words)],
        approvalsChannel: file.channels?.approvals,
        escalationsChannel: file.channels?.escalations,
        watches: file.watches,
        departments: file.departments ?? [],
        goals: file.goals ?? [],
      };
    });
}
