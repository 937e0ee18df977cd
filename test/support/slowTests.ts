/** In which order test files run, where some take longer than all others together. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Sorts the files whose path matches to the front. Vitest wants a class here. */
export const slowFirst = (slow: RegExp) => sorting((isSlow) => (isSlow ? 0 : 1), slow);

/** Sorts them to the end. */
export const slowLast = (slow: RegExp) => sorting((isSlow) => (isSlow ? 1 : 0), slow);

function sorting(rank: (isSlow: boolean) => number, slow: RegExp) {
  const rankOf = ({ moduleId }: TestSpecification): number => rank(slow.test(moduleId));
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return files.toSorted((a, b) => rankOf(a) - rankOf(b));
    }
  };
}
