/** The share found of each class, 0 to 1; NaN for a class that does not occur. */
export function recallsOf(labels: number[], answers: number[]): number[] {
  return [0, 1, 2].map((one) => {
    const own = answers.filter((_, at) => labels[at] === one);
    return own.filter((answer) => answer === one).length / own.length;
  });
}

/** The mean over the classes that occur. */
export function averageRecall(recalls: number[]): number {
  const known = recalls.filter((recall) => !Number.isNaN(recall));
  return known.reduce((sum, recall) => sum + recall, 0) / Math.max(1, known.length);
}
