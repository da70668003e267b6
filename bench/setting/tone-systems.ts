import Sentiment from 'sentiment';
import vader from 'vader-sentiment';
import { createReader } from '../../src/tone/index.ts';

/** Something that tells the tone: a class 0, 1 or 2, and a number that is the lower the more negative a text is. */
export type System = { name: string; answer: (text: string) => { label: number; score: number } };

/** Ours, which always answers here, and two libraries with the thresholds that suit them best on tweets. */
export function toneSystems(): [ours: System, vader: System, sentiment: System] {
  const read = createReader();
  const words = new Sentiment();
  const { SentimentIntensityAnalyzer: intensity } = vader;
  return [
    {
      name: 'Porchlight',
      answer: (text) => {
        const { answer, belief } = read(text);
        return { label: answer, score: belief[2] - belief[0] };
      },
    },
    cut('vader-sentiment', (text) => intensity.polarity_scores(text).compound, [-0.11, 0.348]),
    cut('sentiment', (text) => words.analyze(text).score, [-0.5, 1.5]),
  ];
}

function cut(name: string, scoreOf: (text: string) => number, [low, high]: [number, number]): System {
  return {
    name,
    answer: (text) => {
      const score = scoreOf(text);
      if (score < low) return { label: 0, score };
      return { label: score > high ? 2 : 1, score };
    },
  };
}
