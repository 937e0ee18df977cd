/** From which fact each report (LuV) is reckoned. Pure. */
import { addDays, type Day, dayBefore, daysBetween, earlier, lastDayWith } from '../../policy/calendar.ts';
import { isSubmitted } from '../facts/reports.ts';
import { beforeTraining, type Contract } from '../facts/training.ts';
import type { Facts } from '../facts.ts';
import type { AnchorOf, Anchors, DateOf } from './anchor.ts';

/** The last day of the preparation: as planned, or the day before training, or of the journey's end. */
function preparationOver(facts: Facts, dateOf: DateOf): Day | undefined {
  const planned = dateOf('preparationEnd', facts);
  const ends = [planned, beforeTraining(facts), facts.endedOn].filter((day) => day !== undefined);
  return ends.length === 0 ? undefined : ends.reduce(earlier);
}

/** Nobody reports on the preparation of somebody who had none. */
const prepared = ({ directStart, deceased, enteredOn }: Facts): Day | undefined =>
  directStart || deceased ? undefined : enteredOn;

const trained = ({ deceased, trainingSince }: Facts): Day | undefined =>
  deceased ? undefined : trainingSince;

const trainingOver = ({ trainingEndedOn, endedOn }: Facts): Day | undefined => trainingEndedOn ?? endedOn;

/** The last contract's first day of training. */
const firstDay = ({ contract, deceased }: Facts): Day | undefined =>
  deceased ? undefined : contract?.firstDay;

/** What was due before the contract ended stays due; nothing comes after. */
const contractOver = (facts: Facts): Day | undefined => facts.contractEndedOn ?? trainingOver(facts);

/** 4 weeks before the probation ends, unless the progress report lies so near that it serves for both. */
const luvProbation: AnchorOf = (facts, { deadlines, limits }, dateOf) => {
  const from = dateOf('probationEnd', facts);
  if (!firstDay(facts) || !from || isSubmitted('probation', facts)) return { from: undefined };
  const { value } = deadlines.luvProbation;
  const own = value ? dayBefore(from, value) : from;
  const progress = dateOf('luvTrainingProgress', { ...facts, reports: {} });
  const apart = progress === undefined ? undefined : Math.abs(daysBetween(progress, own));
  const overlaps = apart !== undefined && apart <= limits.luvOverlap.value.days;
  return {
    from: overlaps ? undefined : from,
    unlessBefore: facts.enteredOn,
    unlessAfter: contractOver(facts),
  };
};

/** Days by which parental leaves begun by a day have moved the training. */
const pausedBy = (day: Day, { pauses = {} }: Contract): number =>
  Object.entries(pauses).reduce((sum, [from, days]) => (from <= day ? sum + days : sum), 0);

/** The end of each training year but the last, which has the final report; a parental leave moves those after it. */
const luvTrainingYear: AnchorOf = (facts) => {
  const from = firstDay(facts);
  const { contract, federalState } = facts;
  if (!from || !contract) return [];
  return [1, 2, 3, 4].flatMap((year) => {
    const plain = lastDayWith(from, { years: year }, federalState);
    const days = pausedBy(plain, contract);
    const isLast = addDays(plain, days + 30) >= contract.end;
    if (isLast || isSubmitted('trainingYear', facts, year)) return [];
    return {
      from,
      item: year,
      period: { years: year },
      extension: { days },
      unlessBefore: facts.enteredOn,
      unlessAfter: contractOver(facts),
    };
  });
};

const luvTrainingFinal: AnchorOf = (facts) => {
  const { contract, contractEndedOn } = facts;
  const planned = contractEndedOn === undefined ? contract?.end : undefined;
  const open = trained(facts) !== undefined && !isSubmitted('trainingFinal', facts);
  return { from: open ? (trainingOver(facts) ?? planned) : undefined };
};

export const reportAnchors = {
  luvPreparationStart: (facts, _, dateOf) => ({
    from: isSubmitted('preparationStart', facts) ? undefined : prepared(facts),
    unlessAfter: preparationOver(facts, dateOf),
  }),
  luvPreparationProgress: (facts, _, dateOf) => ({
    from:
      prepared(facts) && !isSubmitted('preparationProgress', facts)
        ? dateOf('preparationEnd', facts)
        : undefined,
    unlessAfter: preparationOver(facts, dateOf),
  }),
  luvPreparationFinal: (facts, _, dateOf) => ({
    from:
      prepared(facts) && !isSubmitted('preparationFinal', facts) ? preparationOver(facts, dateOf) : undefined,
  }),
  luvTrainingStart: (facts, { limits }) => ({
    from: isSubmitted('trainingStart', facts) ? undefined : trained(facts),
    period: facts.directStart ? limits.luvTrainingStartDirect.value : undefined,
    unlessAfter: trainingOver(facts),
  }),
  luvTrainingProgress: (facts) => ({
    from: isSubmitted('trainingProgress', facts) ? undefined : trained(facts),
    unlessAfter: trainingOver(facts),
  }),
  luvProbation,
  luvTrainingYear,
  luvTrainingFinal,
} as const satisfies Anchors;
