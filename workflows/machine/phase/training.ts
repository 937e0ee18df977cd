/** The phase of training: probation, established, between contracts. */
import { machineSetup, needs } from '../setup.ts';
import { ending, note, onProbation, remind, seeking, signing } from '../transitions.ts';

const intermediate = { 'exam.intermediateTaken': { guard: needs('partOneOnce'), ...note } } as const;

export const training = machineSetup.createStateConfig({
  meta: {
    label: { de: 'Begleitende Phase', en: 'Training' },
    deadlines: ['examRegistrationReminder', 'examRegistrationEscalation'],
  },
  initial: 'probation',
  on: {
    // Whoever is in a new company's probation, or between contracts, may sit the exam too.
    'exam.registered': { target: '#exam', guard: needs('sittingNotPast'), ...note },
    'deadline.examRegistrationReminder': remind,
    'deadline.examRegistrationEscalation': remind,
  },
  states: {
    probation: {
      id: 'probation',
      meta: { label: { de: 'Probezeit', en: 'Probation' }, deadlines: ['probationReview', 'probationEnd'] },
      on: {
        'contract.ended': ending,
        ...onProbation,
        ...intermediate,
        'deadline.probationEnd': { target: 'established', ...note },
      },
    },
    established: {
      meta: { label: { de: 'Ausbildung', en: 'Established' }, deadlines: ['contractEnd'] },
      on: {
        'contract.ended': ending,
        ...intermediate,
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
        'contract.signed': signing,
        ...seeking,
      },
    },
  },
});
