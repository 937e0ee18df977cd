/** From which fact each deadline of the phases is reckoned. Pure. */
import { addDays, later } from '../../policy/calendar.ts';
import { examBy, runningContract } from '../facts/training.ts';
import type { Facts } from '../facts.ts';
import type { Anchor, Anchors } from './anchor.ts';

/** Who bridges the time to the repeat exam needs no company for it. */
const betweenContracts = ({ contractEndedOn, bridgedUntil }: Facts): Anchor => ({
  from: bridgedUntil === undefined ? contractEndedOn : undefined,
});

export const phaseAnchors = {
  intakeDecision: ({ intakeSince }) => ({ from: intakeSince }),
  intakeEscalation: (facts, _, dateOf) => ({ from: dateOf('intakeDecision', facts) }),
  preparationEnd: ({ preparationSince, preparationMonths, extensionMonths }) => ({
    from: preparationSince,
    period: preparationMonths === undefined ? undefined : { months: preparationMonths },
    extension: extensionMonths === undefined ? undefined : { months: extensionMonths },
  }),
  preparationEndNear: (facts, _, dateOf) => ({ from: dateOf('preparationEnd', facts) }),
  entryQualificationEnd: ({ entryQualification }) => ({ from: entryQualification?.end }),
  companyInformed: ({ enteredOn }) => ({ from: enteredOn }),
  contractRegistration: ({ contract }) => ({ from: contract?.signedOn }),
  contractRegistrationEscalation: ({ contract }) => ({
    from: contract?.signedOn,
    notAfter: contract && addDays(contract.start, -1),
  }),
  firstDayConfirmation: (facts) => {
    const { start, firstDay } = runningContract(facts) ?? {};
    const { enteredOn = start } = facts;
    return { from: firstDay === undefined && start && enteredOn ? later(start, enteredOn) : undefined };
  },
  probationEnd: ({ contract, stage }) => ({
    // It ends once, in the exam as well as before.
    from: stage === 'probation' ? contract?.firstDay : undefined,
    ...(contract?.probationUntil && stage === 'probation'
      ? { from: contract.probationUntil, period: { days: 1 } }
      : { period: contract && { months: contract.probationMonths } }),
  }),
  probationReview: (facts, _, dateOf) => ({
    from: dateOf('probationEnd', facts),
    unlessBefore: facts.enteredOn,
  }),
  leaveEnd: ({ leave }) => ({ from: leave?.until }),
  betweenContractsReminder: betweenContracts,
  betweenContractsEscalation: betweenContracts,
  examRegistrationReminder: (facts) => ({ from: examBy(facts) }),
  examRegistrationEscalation: (facts) => ({ from: examBy(facts) }),
  contractEnd: (facts) => ({ from: runningContract(facts)?.end }),
  extensionDemand: (facts, _, dateOf) => {
    const end = facts.extensionOpen ? runningContract(facts)?.end : undefined;
    const longest = dateOf('longestExtension', facts);
    // Nobody is asked for what an earlier extension has used up.
    return { from: end !== undefined && longest !== undefined && longest > end ? end : undefined };
  },
  longestExtension: (facts) => ({
    from: facts.repeatOpen ? runningContract(facts)?.originalEnd : undefined,
  }),
  bridgingEnd: ({ bridgedUntil }) => ({ from: bridgedUntil }),
  followUpAfterJob: ({ jobSince }) => ({ from: jobSince }),
  followUpAfterTraining: ({ trainingEndedOn }) => ({ from: trainingEndedOn }),
} as const satisfies Anchors;
