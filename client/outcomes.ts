/** What became of journeys that were to move to other versions of the rules, or would: counted, and told one by one. Pure. */
import type { Versions } from '../workflows/fold/rulebook.ts';
import { type Reason, Refusal } from '../workflows/journal/refusal.ts';
import type { MigrateResult } from '../workflows/messages.ts';
import { differenceLines } from './texts.ts';

/** `moves`: to another version; `stays`: it is there already; `silent`: nobody knows, it does not answer. */
export type Outcome = { readonly journey: string } & (
  | ({ readonly outcome: 'moves' | 'stays' } & MigrateResult)
  | { readonly outcome: 'refused' | 'silent'; readonly reasons: readonly Reason[] }
);

/** One journey's own. That it fails must not keep the others from theirs. */
export async function outcomeOf(journey: string, run: () => Promise<MigrateResult>): Promise<Outcome> {
  try {
    const result = await run();
    return { journey, outcome: versionLines(result).length > 0 ? 'moves' : 'stays', ...result };
  } catch (error) {
    if (error instanceof Refusal) return { journey, outcome: 'refused', reasons: error.reasons };
    return { journey, outcome: 'silent', reasons: [noAnswer(error)] };
  }
}

/** The reason of a journey of which nobody knows what became. */
export function noAnswer(error: unknown): Reason {
  const text = error instanceof Error ? error.message : String(error);
  return {
    code: 'no-answer',
    de: `Die Begleitung antwortet nicht; läuft ein Worker? (${text})`,
    en: `The journey does not answer; is a worker running? (${text})`,
  };
}

export type Figures = ReturnType<typeof figuresOf>;

/** How many there are of what. */
export function figuresOf(outcomes: readonly Outcome[]) {
  const done = outcomes.flatMap((one) => ('reasons' in one ? [] : [one]));
  const those = (outcome: Outcome['outcome']): number =>
    outcomes.filter((one) => one.outcome === outcome).length;
  const count = (having: (one: (typeof done)[number]) => readonly unknown[]): number =>
    done.filter((one) => having(one).length > 0).length;
  return {
    journeys: outcomes.length,
    moving: those('moves'),
    alreadyThere: those('stays'),
    movingUnchanged: done.filter((one) => one.outcome === 'moves' && changeLines(one).length === 0).length,
    standingElsewhere: count(({ difference: { left, entered } }) => [...left, ...entered]),
    gainingDeadlines: count(({ difference }) => difference.gained),
    losingDeadlines: count(({ difference }) => difference.lost),
    movingDeadlines: count(({ difference }) => difference.moved),
    withEffects: count(({ changes }) => changes.filter(({ op }) => op !== 'skip')),
    refused: those('refused'),
    silent: those('silent'),
  };
}

/** 1 where a journey did not answer and somebody must ask again, 2 where one refused, else 0. */
export const exitCodeOf = ({ refused, silent }: Figures): number => (silent > 0 ? 1 : refused > 0 ? 2 : 0);

const figureLabels: Record<keyof Figures, string> = {
  journeys: 'journeys · Begleitungen',
  moving: 'change version · wechseln die Fassung',
  alreadyThere: 'are there already · stehen schon dort',
  movingUnchanged: 'change version and nothing else · wechseln die Fassung und sonst nichts',
  standingElsewhere: 'stand elsewhere · stehen anders',
  gainingDeadlines: 'gain deadlines · bekommen Fristen dazu',
  losingDeadlines: 'lose deadlines · verlieren Fristen',
  movingDeadlines: 'deadlines move · Fristen verschieben sich',
  withEffects: 'make, amend or withdraw something · lösen etwas aus',
  refused: 'refused · abgelehnt',
  silent: 'do not answer · antworten nicht',
};

/** Each journey that moves, refuses or is silent, and below them the figures. */
export function outcomesText(outcomes: readonly Outcome[], figures: Figures): string {
  const told = outcomes.flatMap((one) => {
    const lines = linesOf(one);
    return lines.length === 0 ? [] : [one.journey, ...lines.map((line) => `  ${line}`)];
  });
  const rows = Object.entries(figures).map(([key, value]) => [
    String(value).padStart(6),
    figureLabels[key as keyof Figures],
  ]);
  return [...told, '', ...rows.map((row) => row.join('  '))].join('\n').trimStart();
}

function linesOf(one: Outcome): string[] {
  if ('reasons' in one) {
    const sign = one.outcome === 'silent' ? '?' : '✗';
    return one.reasons.flatMap(({ de, en }) => [`${sign} en: ${en}`, `  de: ${de}`]);
  }
  return [...versionLines(one), ...changeLines(one)];
}

/** The versions that differ. */
function versionLines({ from, policyVersion, machineVersion }: Versions & { from: Versions }): string[] {
  const line = (name: string, before: string | number, after: string | number): string[] =>
    before === after ? [] : [`${name}: ${before} → ${after}`];
  return [
    ...line('policy · Regeln', from.policyVersion, policyVersion),
    ...line('machine · Automat', from.machineVersion, machineVersion),
  ];
}

const changeLines = ({ difference, changes }: MigrateResult): string[] => [
  ...differenceLines(difference),
  ...changes.map(({ op, key }) => `${op} ${key}`),
];
