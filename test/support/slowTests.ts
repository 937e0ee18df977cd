/** In which order test files run, where some take longer than all others together. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Sorts the files whose path matches to the front. Vitest wants a class here. */
export function slowFirst(slow: RegExp) {
  const rankOf = ({ moduleId }: TestSpecification): number => (slow.test(moduleId) ? 0 : 1);
  return class extends BaseSequencer {
    override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
      return files.toSorted((a, b) => rankOf(a) - rankOf(b));
    }
  };
}
