import type { SummaryFacts } from '../domain/summary.ts';
import { briefMessage } from './brief-message.ts';
import { influencerSummary } from './influencer-summary.ts';
import type { SlackMessage } from './message.ts';
import { sentimentMessage } from './sentiment-message.ts';
import { spikeMessage } from './spike-message.ts';

/** What a summary looks like. Pure. */
export function summaryMessage(facts: SummaryFacts): SlackMessage {
  if (facts.kind === 'brief') return briefMessage(facts);
  if (facts.kind === 'spike') return spikeMessage(facts);
  if (facts.kind === 'influencers') return influencerSummary(facts);
  return sentimentMessage(facts);
}
