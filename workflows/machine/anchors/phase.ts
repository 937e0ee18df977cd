/** From which fact each deadline of the phases is reckoned. Pure. */
import { addDays, later } from '../../policy/calendar.ts';
import type { Contract } from '../facts/training.ts';
import type { Facts } from '../facts.ts';
import type { Anchors } from './anchor.ts';

/** The contract, unless it has ended early. */
const runningContract = ({ contract, contractEndedOn }: Facts): Contract | undefined =>
  contractEndedOn === undefined ? contract : undefined;

export const phaseAnchors = {
  intakeDecision: ({ intakeSince }) => ({ from: intakeSince }),
  intakeEscalation: (facts, _, dateOf) => ({ from: dateOf('intakeDecision', facts) }),
  preparationEnd: ({ enteredOn, preparationMonths, extensionMonths }) => ({
    from: enteredOn,
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
  firstDayConfirmation: ({ contract, enteredOn }) => ({
    from: contract && later(contract.start, enteredOn ?? contract.start),
  }),
  probationEnd: ({ contract }) => ({
    from: contract?.firstDay,
    ...(contract?.probationUntil
      ? { from: contract.probationUntil, period: { days: 1 } }
      : { period: contract && { months: contract.probationMonths } }),
  }),
  probationReview: (facts, _, dateOf) => ({
    from: dateOf('probationEnd', facts),
    unlessBefore: facts.enteredOn,
  }),
  leaveEnd: ({ leave }) => ({ from: leave?.until }),
  betweenContractsReminder: ({ contractEndedOn }) => ({ from: contractEndedOn }),
  betweenContractsEscalation: ({ contractEndedOn }) => ({ from: contractEndedOn }),
  examRegistrationReminder: ({ contract }) => ({ from: contract?.end }),
  examRegistrationEscalation: ({ contract }) => ({ from: contract?.end }),
  contractEnd: (facts) => ({ from: runningContract(facts)?.end }),
  extensionDemand: (facts) => ({
    from: facts.extensionOpen ? runningContract(facts)?.end : undefined,
  }),
  longestExtension: (facts) => ({
    from: facts.repeatOpen ? runningContract(facts)?.originalEnd : undefined,
  }),
  bridgingEnd: ({ bridgedUntil }) => ({ from: bridgedUntil }),
  followUpAfterJob: ({ jobSince }) => ({ from: jobSince }),
  followUpAfterTraining: ({ trainingEndedOn }) => ({ from: trainingEndedOn }),
} as const satisfies Anchors;
