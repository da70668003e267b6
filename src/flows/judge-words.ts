import type { Deps } from '../deps.ts';
import type { Judgement } from '../domain/judgement.ts';
import { judgeKind } from '../domain/kind.ts';

/** What Porchlight makes of these words: how they sound and what they are. */
export function judgeWords({ judge }: Pick<Deps, 'judge'>, said: { title: string | null; text: string }): Judgement {
  const words = [said.title, said.text].filter(Boolean).join('\n');
  const { tone, score, language } = judge.judge(words);
  return { tone, score, language, ...judgeKind(words, tone), judgedBy: judge.name };
}
