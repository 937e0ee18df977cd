/** From which fact each report (LuV) is reckoned. Pure. */
import { addDays, type Day, dayBefore, daysBetween, earlier, lastDayWith } from '../../policy/calendar.ts';
import { isSubmitted } from '../facts/reports.ts';
import { beforeTraining, movedByLeaves } from '../facts/training.ts';
import type { Facts } from '../facts.ts';
import type { AnchorOf, Anchors, DateOf } from './anchor.ts';

const earliest = (...days: readonly (Day | undefined)[]): Day | undefined =>
  days.reduce((first, day) => (first && day ? earlier(first, day) : (first ?? day)), undefined);

/** The last day of the preparation as far as it can be foreseen: as planned, or the day before training. */
const preparationEnds = (facts: Facts, dateOf: DateOf): Day | undefined =>
  earliest(dateOf('preparationEnd', facts), beforeTraining(facts));

/** The last day of the preparation: the foreseen one, or that of the journey. */
const preparationOver = (facts: Facts, dateOf: DateOf): Day | undefined =>
  earliest(preparationEnds(facts, dateOf), facts.endedOn);

/** Nobody reports on the preparation of somebody who had none. */
const prepared = ({ deceased, preparationSince }: Facts): Day | undefined =>
  deceased ? undefined : preparationSince;

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
  // Also when it has ended: what was due before stays due.
  const from = dateOf('probationEnd', { ...facts, stage: 'probation' });
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

/** The end of each training year but the last, which has the final report; parental leaves move those not over by then. */
const luvTrainingYear: AnchorOf = (facts) => {
  const from = firstDay(facts);
  const { contract, federalState } = facts;
  if (!from || !contract) return [];
  return [1, 2, 3, 4].flatMap((year) => {
    const plain = lastDayWith(from, { years: year }, federalState);
    const end = movedByLeaves(plain, contract, federalState);
    const isLast = addDays(end, 30) >= contract.end;
    if (isLast || isSubmitted('trainingYear', facts, year)) return [];
    return {
      from: end,
      item: year,
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
        ? preparationEnds(facts, dateOf)
        : undefined,
    unlessBefore: prepared(facts),
    unlessAfter: preparationOver(facts, dateOf),
  }),
  luvPreparationFinal: (facts, _, dateOf) => ({
    from:
      prepared(facts) && !isSubmitted('preparationFinal', facts) ? preparationOver(facts, dateOf) : undefined,
  }),
  luvTrainingStart: (facts, { limits }) => ({
    from: isSubmitted('trainingStart', facts) ? undefined : trained(facts),
    period: facts.preparationSince === undefined ? limits.luvTrainingStartDirect.value : undefined,
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
