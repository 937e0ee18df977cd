/** The phase of training: probation, established, between contracts. */
import { machineSetup, needs } from '../setup.ts';
import { ending, internships, note, remind, signing } from '../transitions.ts';

const intermediate = { 'exam.intermediateTaken': { guard: needs('partOneOnce'), ...note } } as const;
const registered = {
  'exam.registered': { target: '#exam', guard: needs('sittingNotPast'), ...note },
} as const;

export const training = machineSetup.createStateConfig({
  meta: { label: { de: 'Begleitende Phase', en: 'Training' } },
  initial: 'probation',
  states: {
    probation: {
      id: 'probation',
      meta: { label: { de: 'Probezeit', en: 'Probation' }, deadlines: ['probationReview', 'probationEnd'] },
      on: {
        'contract.ended': ending,
        'probation.prolonged': { guard: needs('interruptedBefore', 'probationLater'), ...note },
        ...intermediate,
        'deadline.probationReview': remind,
        'deadline.probationEnd': { target: 'established', ...note },
      },
    },
    established: {
      meta: {
        label: { de: 'Ausbildung', en: 'Established' },
        deadlines: ['examRegistrationReminder', 'examRegistrationEscalation', 'contractEnd'],
      },
      on: {
        'contract.ended': ending,
        ...intermediate,
        ...registered,
        'deadline.examRegistrationReminder': remind,
        'deadline.examRegistrationEscalation': remind,
        'deadline.contractEnd': remind,
      },
    },
    betweenContracts: {
      id: 'betweenContracts',
      meta: {
        label: { de: 'Ohne Betrieb', en: 'Between contracts' },
        deadlines: ['betweenContractsReminder', 'betweenContractsEscalation'],
      },
      on: {
        'occupation.agreed': note,
        'placement.offered': note,
        'placement.offerDeclined': { guard: needs('offerMade'), ...note },
        'contract.signed': signing,
        // Somebody between contracts may still sit the exam.
        ...registered,
        ...internships,
        'deadline.betweenContractsReminder': remind,
        'deadline.betweenContractsEscalation': remind,
      },
    },
  },
});
