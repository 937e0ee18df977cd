/** Courses for tests of papers: a journal told when it happened, or with corrections. No server, no clock. */
import { type Course, courseOf } from '../../workflows/fold/papers/course.ts';
import { buildEntry, type Entry, type Statement } from '../../workflows/journal/entry.ts';
import type { Policy } from '../../workflows/policy/policy.ts';
import { instantOf, journalOf, type Row, rulebook } from './journal.ts';

/** The course of a journal told as it happened. */
export const course = (until: string, ...rows: readonly Row[]): Course =>
  courseOf('p-1', rulebook, journalOf(...rows), instantOf(until));

export const courseBy = (by: Policy, until: string, ...rows: readonly Row[]): Course =>
  courseOf('p-1', { ...rulebook, policy: by }, journalOf(...rows), instantOf(until));

/** A journal to which something was said later. */
export function afterwards(
  journal: readonly Entry[],
  ...said: readonly (readonly [recordedAt: string, statement: Statement])[]
): Entry[] {
  const known = [...journal];
  for (const [when, statement] of said) {
    const seq = known.length + 1;
    const stamp = { seq, requestId: `later-${seq}`, recordedAt: instantOf(when) };
    known.push(buildEntry(statement, stamp, instantOf(when)));
  }
  return known;
}

/** The course of a journal as it stands. */
export const courseIn = (journal: readonly Entry[], until: string): Course =>
  courseOf('p-1', rulebook, journal, instantOf(until));
