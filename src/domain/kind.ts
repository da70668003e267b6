import type { Kind, Tone } from './judgement.ts';

/** A guess of what a mention is, and the words in it that say so; no words where its tone alone says it. */
export type KindJudgement = { kind: Kind; because: string | null };

type Rule = { kind: Kind; says: RegExp; unless?: Tone };

/**
 * What a mention is by its own words: the first line that fits decides. A rule speaks of what people want from a company,
 * so it looks for the wish itself and not for its subject: "pricing for 200 seats" is a lead, "the price is too high" is not.
 */
const RULES: Rule[] = [
  {
    kind: 'press',
    says: /\b(?:i(?:’|')?m a (?:journalist|reporter)|(?:journalist|reporter|editor|correspondent) (?:at|for|with|from)|request for comment|press (?:inquiry|enquiry|kit|release|contact)|on the record|for (?:a|an|my) (?:article|story|piece) (?:about|on|in)|interview (?:with )?(?:you|your|the) (?:ceo|founders?|team))\b/iu,
  },
  {
    kind: 'partnership',
    says: /\b(?:partner(?:ship|ing)? (?:with|opportunit(?:y|ies)|program(?:me)?)|become (?:a|your) (?:partner|reseller|affiliate)|reseller program(?:me)?|affiliate program(?:me)?|co-?market(?:ing)?|sponsor (?:our|us|a|the)|sponsorship|collaborat(?:e|ion) with (?:you|us|them|your)|joint (?:webinar|venture|offer))\b/iu,
  },
  {
    kind: 'lead',
    says: /\b(?:(?:quote|pricing|price) for (?:\d+|a team|our|my|us)|book (?:a|the) demo|(?:request|get|schedule|want|would like|see) a (?:live )?demo|talk to (?:your )?sales|(?:looking|hoping|planning|ready|want|wanted|need) to (?:buy|purchase|switch to|migrate to|subscribe)|evaluating (?:[\w-]+ ){0,3}(?:for|against|versus|vs)|(?:thinking|considering) (?:of |about )?(?:buying|switching to|moving to|signing up)|free trial|volume discount|enterprise plan|how much (?:does|would|is) (?:it|this|the|a|an))\b/iu,
    unless: 'negative',
  },
  {
    kind: 'defect',
    says: /\b(?:bugs?|crash(?:es|ed|ing)?|stack ?trace|exception|segfault|regression|(?:times?|timed|timing) out|timeouts?|error (?:code|message|page|\d+)|(?:get|gets|getting|got|throws?|shows?) (?:an |this |the )?errors?|returns? (?:an? )?[45]\d\d|(?:is|are|was|were|seems?|still|it(?:’|')s|got) broken|(?:stopped|stops|isn(?:’|')t|not|doesn(?:’|')t|does not|don(?:’|')t|won(?:’|')t|never) (?:working|work|works|load|loading|loads|open|opens|start|starts|sync|syncs|syncing|respond|responding|save|saves)|can(?:’|')?(?:no)?t (?:log ?in|sign ?in|open|export|import|save|connect|upload|download)|(?:hangs|freezes|froze|frozen)|(?:is|are|was|been|went|goes) down(?! to)|outage|data loss|lost (?:all )?my data|memory leak)\b/iu,
  },
  {
    kind: 'idea',
    says: /\b(?:feature request|(?:would|it(?:’|')d) be (?:so |really |very )?(?:nice|great|cool|good|lovely|helpful|useful|awesome|amazing) (?:if|to (?:have|see|get|be able))|(?:please|pls) (?:add|support|implement|bring|consider|make)|(?:should|could|can) (?:you|they|we) (?:please )?(?:add|support|implement)|(?:i|we) (?:really |just )?(?:wish|hope) (?:it|you|they|there|that|the)|wish ?list|(?:i|we)(?:’|')d (?:love|like) (?:to see|to have|an option|a way|if)|(?:would|i(?:’|')d) love (?:a|an|to see|to have)|missing (?:a |an |the )?(?:feature|option|setting)|any plans? (?:to|for)|(?:needs|lacks) an? (?:option|way|setting|dark mode|api))\b/iu,
  },
  {
    kind: 'question',
    says: /(?:^|[.!?\n]\s*)(?:how|what|why|when|where|who|which|is|are|am|was|were|do|does|did|can|could|would|should|will|has|have|any(?:one|body)|does anyone)\b[^.!\n]{3,}\?|\b(?:how (?:do|does|can|would|should) (?:i|we|you|one)|does (?:any(?:one|body)) know|is there (?:a|an|any) way|can (?:any(?:one|body)|some(?:one|body)) (?:help|tell|explain)|any(?:one|body) (?:know|tried|using|else)|what is the (?:best|right) way|(?:i am|i(?:’|')m) (?:not sure|wondering|confused)|question (?:about|on|regarding))\b/iu,
  },
];

const MAX_READ_CHARS = 4_000;
const MAX_BECAUSE_CHARS = 60;

/** What a mention is, by its words first and by its tone where they say nothing. Rules read English; pure. */
export function judgeKind(text: string, tone: Tone): KindJudgement {
  const read = text.slice(0, MAX_READ_CHARS);
  for (const { kind, says, unless } of RULES) {
    if (unless === tone) continue;
    const found = says.exec(read);
    if (found) return { kind, because: quoteOf(found[0]) };
  }
  if (tone === 'negative') return { kind: 'complaint', because: null };
  if (tone === 'positive') return { kind: 'praise', because: null };
  return { kind: 'other', because: null };
}

function quoteOf(found: string): string {
  const words = found.replace(/^[\s.!?]+/u, '').replace(/\s+/gu, ' ');
  if (words.length <= MAX_BECAUSE_CHARS) return words;
  return `${words.slice(0, MAX_BECAUSE_CHARS).replace(/\s+\S*$/u, '')}…`;
}
