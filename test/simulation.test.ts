/** What a simulation promises: repeatable, by the real fold, and policy and caseload make the difference they must. */
import { describe, expect, test } from 'vitest';
import { langs } from '../client/chart/theme.ts';
import { playCaseWorker } from '../client/simulate/caseWorker.ts';
import { pageOf } from '../client/simulate/chart/page.ts';
import type { Employment } from '../client/simulate/desk.ts';
import type { Figures } from '../client/simulate/figures.ts';
import { draw } from '../client/simulate/random.ts';
import { kinds, type Scenario, scenarioNames, scenarios } from '../client/simulate/scenario.ts';
import type { Setting } from '../client/simulate/setting.ts';
import { daysOf, simulate } from '../client/simulate/simulate.ts';
import { settingText, summaryText } from '../client/simulate/summary.ts';
import { words } from '../client/simulate/words.ts';
import { fold } from '../workflows/fold/fold.ts';
import { newestVersions, type Rulebook, rulebookOf } from '../workflows/fold/rulebook.ts';
import type { PolicyVersion } from '../workflows/policy/policy.ts';
import { countOf, eventsOf } from './support/simulation.ts';

const rulebook = (policyVersion: PolicyVersion): Rulebook => rulebookOf({ ...newestVersions, policyVersion });
const quarterly = rulebook('2026-1');
const monthly = rulebook('2026-1-monthly');

const { typical } = scenarios;
const setting: Setting = { participants: 20, scenario: typical, seed: 1, start: '2024-01-01', years: 2 };
const played = (rules: Rulebook, caseload: number, changed: Partial<Setting> = {}): Figures =>
  simulate({ ...setting, ...changed }, { rulebook: rules, caseload });

/** One participant from a direct start on, to whom nothing ever happens, with a case worker who always has time. */
const calm: Scenario = {
  ...typical,
  life: {
    ...typical.life,
    declined: 0,
    directStart: 1,
    partTime: 0,
    highIntensity: 0,
    noShow: 0,
    absences: 0,
    conflicts: 0,
    endsInProbation: 0,
    endsLater: 0,
    leavesPreparation: 0,
    leavesTraining: 0,
  },
  office: { ...typical.office, entryDays: 1, hoursAWeek: 1000, awayWeeks: 0 },
};
const employment: Employment = {
  id: 'w-1',
  places: [0],
  position: 1,
  rulebook: quarterly,
  scenario: calm,
  seed: 1,
};

describe('chance', () => {
  test('is spread evenly, and hangs on the seed and on what it is drawn for', () => {
    const drawn = Array.from({ length: 20_000 }, (_, index) => draw(1, `${index}.1`, 'exam', 0));
    const tenths = Array.from(
      { length: 10 },
      (_, tenth) => drawn.filter((one) => Math.floor(one * 10) === tenth).length,
    );
    for (const tenth of tenths) expect(Math.abs(tenth - 2000)).toBeLessThan(200);
    expect(draw(1, 'p', 'exam')).toBe(draw(1, 'p', 'exam'));
    expect(new Set([draw(1, 'p', 'exam'), draw(2, 'p', 'exam'), draw(1, 'p', 'job')]).size).toBe(3);
  });
});

describe('a simulation', () => {
  test('gives the same figures for the same seed, and others for another', () => {
    const small = { participants: 10, years: 1 };
    const first = played(quarterly, 10, small);
    expect(played(quarterly, 10, small)).toEqual(first);
    expect(played(quarterly, 10, { ...small, seed: 2 })).not.toEqual(first);
  });

  test('tells legal journals: folded anew each gives what was kept, late records of meetings included', () => {
    const days = daysOf({ ...setting, years: 3 });
    const places = [0, 1, 2, 3, 4, 5];
    const scenario = scenarios.troubled;
    const { journeys } = playCaseWorker({ ...employment, places, position: 0.12, scenario }, days);
    expect(journeys.size).toBeGreaterThan(2);
    const isLate = ({ effectiveAt, recordedAt }: { effectiveAt?: string; recordedAt: string }): boolean =>
      effectiveAt !== undefined && effectiveAt.slice(0, 10) < recordedAt.slice(0, 10);
    expect([...journeys].flatMap(({ told }) => told).some(isLate)).toBe(true);
    for (const { kept, told } of journeys) {
      const anew = fold(kept.rulebook, told, kept.now);
      expect(anew.snapshot.context.facts).toEqual(kept.snapshot.context.facts);
      expect(anew).toMatchObject({ visits: kept.visits, open: kept.open, fired: kept.fired });
    }
  });

  test('goes by the cadence of the policy: a cycle is its length and the week of an invitation', () => {
    const days = daysOf({ ...setting, years: 3 });
    const cadence = { quarterly: 91, monthly: 30 };
    for (const [name, rules] of [
      ['quarterly', quarterly],
      ['monthly', monthly],
    ] as const) {
      const desk = playCaseWorker({ ...employment, rulebook: rules }, days);
      const held = eventsOf(desk, 'meeting.held').map(({ on }) => on);
      const since = held[4] ?? '';
      const last = held.at(-1) ?? '';
      const apart = (Date.parse(last) - Date.parse(since)) / 86_400_000 / (held.length - 5);
      expect(apart).toBeGreaterThanOrEqual(cadence[name] + 7);
      expect(apart).toBeLessThanOrEqual(cadence[name] + 11);
    }
  });

  test('keeps every deadline where a case worker has all the time there is', () => {
    const desk = playCaseWorker(employment, daysOf({ ...setting, years: 3 }));
    expect(countOf(desk, 'done/')).toBeGreaterThan(20);
    expect(countOf(desk, 'inTime/')).toBe(countOf(desk, 'done/'));
    expect(countOf(desk, 'overdue/')).toBe(0);
  });

  test('a higher caseload never has less overdue, and monthly meetings take more time', () => {
    const [few, many, tooMany] = [10, 20, 40].map((caseload) => played(quarterly, caseload));
    const overdue = [few, many, tooMany].map((figures) => figures?.overdue ?? -1);
    expect(overdue).toEqual(overdue.toSorted((a, b) => a - b));
    expect(overdue[2]).toBeGreaterThan(overdue[0] ?? 0);
    expect(tooMany?.inTime).toBeLessThan(few?.inTime ?? 0);
    const often = played(monthly, 20);
    expect(often.hours.meetings).toBeGreaterThan(1.1 * (many?.hours.meetings ?? 0));
    expect(often.overdue).toBeGreaterThanOrEqual(many?.overdue ?? 0);
  });

  test('more conflicts and more contracts lost in a troubled cohort', () => {
    const usual = played(quarterly, 20);
    const hard = played(quarterly, 20, { scenario: scenarios.troubled });
    expect(hard.outcomes.conflicts).toBeGreaterThan(usual.outcomes.conflicts);
    expect(hard.meetings.missed).toBeGreaterThan(usual.meetings.missed);
  });

  test.each(scenarioNames)('the figures of the scenario %s add up', (name) => {
    const figures = played(quarterly, 10, { participants: 15, scenario: scenarios[name] });
    const { journeys, caseWorkers, hours, capacity, outcomes } = figures;
    const sum = (values: readonly number[]): number => values.reduce((total, one) => total + one, 0);
    expect(caseWorkers).toBe(1.5);
    expect(sum(Object.values(outcomes.stands))).toBe(journeys);
    expect(sum(Object.values(outcomes.leftBecause))).toBe(outcomes.stands.leftEarly ?? 0);
    expect(hours.total).toBeCloseTo(sum(kinds.map((kind) => hours[kind])), 2);
    expect(hours.total).toBeLessThan(capacity * 1.1);
  });
});

describe.each(langs)('in the language %s', (lang) => {
  const variants = [played(quarterly, 10, { participants: 5 }), played(monthly, 20, { participants: 5 })];
  const said = settingText(setting, lang);

  test('the table names both variants and every outcome', () => {
    const text = summaryText(variants, lang);
    for (const label of [...Object.values(words[lang].kinds), ...Object.values(words[lang].stands)])
      expect(text).toContain(label);
    expect(text).toContain(words[lang].variant('2026-1-monthly', 20));
    expect(text.match(/NaN|undefined/)).toBeNull();
  });

  test('the page holds charts and table, needs nothing else and has no number that is none', () => {
    const page = pageOf(variants, said, lang);
    for (const title of ['workload', 'workloadByMonth', 'overdueByMonth', 'inTimeByKey', 'outcomes'] as const)
      expect(page.includes(words[lang][title]), title).toBe(true);
    expect(page.match(/NaN|undefined|Infinity/)).toBeNull();
    expect(page.replaceAll('http://www.w3.org/2000/svg', '').match(/https?:|src=|href=/)).toBeNull();
    expect(pageOf(variants.slice(0, 1), said, lang).includes(words[lang].difference)).toBe(false);
  });
});
