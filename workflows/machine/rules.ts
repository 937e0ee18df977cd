/**
 * The rules: named, atomic conditions with one reason each, so that `explain` can say what is missing. A rule looks at the
 * facts and, where one is given, at the event; without one it answers whether any event could satisfy it.
 */
import { journeyRules } from './rules/journey.ts';
import { conflictRules, meetingRules } from './rules/meetings.ts';
import { peopleRules } from './rules/people.ts';
import type { Rule, RuleInput } from './rules/rule.ts';
import { supportRules } from './rules/support.ts';
import { trainingRules } from './rules/training.ts';

export type { RuleInput } from './rules/rule.ts';

export const rules = {
  ...journeyRules,
  ...trainingRules,
  ...meetingRules,
  ...conflictRules,
  ...supportRules,
  ...peopleRules,
} as const satisfies Record<string, Rule>;

export type RuleName = keyof typeof rules;

/** The rules of a list that do not hold. Pure. */
export function brokenRules(names: readonly RuleName[], input: RuleInput): RuleName[] {
  return names.filter((name) => !rules[name].holds(input));
}
