/** A cohort played under a variant of the rules: so many places, so many to a case worker, by a scenario, over some years. */
import { addDays, daysBetween, isWorkingDay, noon } from '../../workflows/policy/calendar.ts';
import { playCaseWorker } from './caseWorker.ts';
import type { Today } from './desk.ts';
import { type Figures, figuresOf } from './figures.ts';
import { lastDayOf, type Setting, type Variant } from './setting.ts';
import { count, type Tally } from './tally.ts';

/**
 * Plays every journey of the cohort by the real fold. Pure: the same setting and variant give the same figures. `progress` is
 * told after each case worker how many places have been played.
 */
export function simulate(
  setting: Setting,
  variant: Variant,
  progress: (played: number) => void = () => undefined,
): Figures {
  const { participants, seed, scenario } = setting;
  const { caseload, rulebook } = variant;
  const days = daysOf(setting);
  const all: Tally = new Map();
  for (let first = 0; first < participants; first += caseload) {
    const size = Math.min(caseload, participants - first);
    const places = Array.from({ length: size }, (_, index) => first + index);
    const employment = { id: `w-${first / caseload + 1}`, places, position: size / caseload };
    const { tally } = playCaseWorker({ ...employment, rulebook, scenario, seed }, days);
    for (const [name, value] of tally) count(all, name, value);
    progress(first + size);
  }
  return figuresOf(all, setting, variant, days);
}

/** The days of the simulation. */
export function daysOf(setting: Setting): Today[] {
  const { start } = setting;
  return Array.from({ length: daysBetween(start, lastDayOf(setting)) + 1 }, (_, index) => {
    const day = addDays(start, index);
    return {
      day,
      noon: noon(day),
      month: day.slice(0, 7),
      week: Math.floor(index / 7),
      isWorking: isWorkingDay(day, 'BW'),
      endsMonth: addDays(day, 1).endsWith('-01'),
    };
  });
}
