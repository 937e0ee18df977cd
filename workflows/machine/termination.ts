/** Region `termination`: the clocks of a termination: two weeks from knowledge, three weeks to court, four weeks' notice. */
import { and } from 'xstate';
import { terminationPossible, terminationReceived, trainingGivenUp } from './requests.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

/** Three weeks to court are for who has been dismissed; a participant's own termination leaves nothing to sue for. */
const received = {
  'termination.received': [
    {
      guard: and(['byCompany', needs('contractSigned')]),
      target: '#terminationReceived',
      actions: ['note', effect(terminationReceived)],
    },
    {
      guard: needs('contractSigned'),
      target: '#noTermination',
      actions: ['note', effect(terminationReceived)],
    },
  ],
} as const;

const over = { guard: 'notAccompanied', target: 'off' } as const;
const contractOver = { guard: 'noContract', target: 'none', actions: 'endTermination' } as const;

export const termination = machineSetup.createStateConfig({
  meta: { label: { de: 'Kündigung', en: 'Termination' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' }, atRest: true },
      always: [
        { guard: and(['accompanied', 'dismissed']), target: 'received' },
        { guard: and(['accompanied', 'reasonKnown']), target: 'reasonKnown' },
        { guard: and(['accompanied', 'givingUp']), target: 'givingUp' },
        { guard: 'accompanied', target: 'none' },
      ],
    },
    none: {
      id: 'noTermination',
      meta: { label: { de: 'Keine', en: 'None' }, atRest: true },
      always: over,
      on: {
        'termination.reasonKnown': {
          target: 'reasonKnown',
          guard: needs('contractRuns', 'reasonKnownByNow'),
          actions: ['note', effect(terminationPossible)],
        },
        'termination.givingUp': {
          target: 'givingUp',
          guard: needs('inTraining', 'afterProbation'),
          actions: ['note', effect(trainingGivenUp)],
        },
        ...received,
      },
    },
    reasonKnown: {
      meta: {
        label: { de: 'Wichtiger Grund bekannt', en: 'Important reason known' },
        deadlines: ['terminationNotice'],
      },
      always: [over, contractOver, { guard: 'conciliationPending', target: 'suspended' }],
      on: {
        ...received,
        'termination.dropped': { target: 'none', ...note },
        'deadline.terminationNotice': { target: 'none', ...remind },
      },
    },
    suspended: {
      meta: { label: { de: 'Gehemmt durch Schlichtung', en: 'Suspended by conciliation' } },
      always: [
        over,
        contractOver,
        { guard: 'conciliationOver', target: 'reasonKnown', actions: effect(terminationPossible) },
      ],
      on: { ...received, 'termination.dropped': { target: 'none', ...note } },
    },
    received: {
      id: 'terminationReceived',
      meta: { label: { de: 'Zugegangen', en: 'Received' }, deadlines: ['terminationAction'] },
      // Settled, too late, or brought to court.
      always: [over, { guard: 'noDismissal', target: 'none' }],
      on: {
        'termination.received': {
          guard: needs('contractSigned'),
          actions: ['note', effect(terminationReceived)],
        },
        'termination.settled': { guard: needs('dismissalOpen'), ...note },
        'deadline.terminationAction': remind,
      },
    },
    givingUp: {
      meta: {
        label: { de: 'Kündigungsfrist läuft', en: 'Notice is running' },
        deadlines: ['givingUpNotice'],
      },
      always: [over, contractOver],
      on: {
        ...received,
        'termination.settled': { target: 'none', ...note },
        'deadline.givingUpNotice': { target: 'none', ...remind },
      },
    },
  },
});
