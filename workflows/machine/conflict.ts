/** Region `conflict`: the ladder. Silence climbs to mediation; from there it alerts the team lead, again and again. */
import { and } from 'xstate';
import { escalation, settlementProposed } from './requests.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { remind } from './transitions.ts';

const escalate = { actions: ['note', effect(escalation)] } as const;
const alert = { 'deadline.conflictAlert': escalate } as const;

const adviser = { 'conflict.adviserCalled': { target: '#trainingAdviser', ...escalate } } as const;
const conciliation = {
  'conflict.conciliationRequested': {
    target: '#conciliation',
    guard: needs('committeeExists'),
    ...escalate,
  },
} as const;
const court = {
  'conflict.actionFiled': { target: '#court', guard: needs('conciliationFirst'), ...escalate },
} as const;

export const conflict = machineSetup.createStateConfig({
  meta: { label: { de: 'Konflikt', en: 'Conflict' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' }, atRest: true },
      always: { guard: 'accompanied', target: 'calm' },
    },
    calm: {
      id: 'calm',
      meta: { label: { de: 'Ruhig', en: 'Calm' }, atRest: true },
      always: { guard: 'notAccompanied', target: 'off', actions: 'endConflict' },
      on: { 'conflict.raised': { target: 'open', ...escalate } },
    },
    open: {
      meta: { label: { de: 'Offen', en: 'Open' } },
      initial: 'talk',
      always: { guard: 'notAccompanied', target: 'off', actions: 'endConflict' },
      on: {
        'conflict.resolved': { target: 'calm', actions: 'note' },
        'conflict.deescalated': [
          { guard: and(['deescalatesToTalk', needs('lowerRung')]), target: '.talk', actions: 'note' },
          { guard: needs('lowerRung'), target: '.mediation', actions: 'note' },
        ],
      },
      states: {
        talk: {
          meta: {
            label: { de: 'Gespräch der Beteiligten', en: 'Talk between the parties' },
            deadlines: ['conflictTalk'],
          },
          on: {
            'conflict.mediated': { target: 'mediation', ...escalate },
            ...adviser,
            ...conciliation,
            ...court,
            'deadline.conflictTalk': { target: 'mediation', ...escalate },
          },
        },
        mediation: {
          meta: {
            label: { de: 'Vermittlung', en: 'Mediation' },
            deadlines: ['conflictMediation', 'conflictAlert'],
          },
          on: {
            ...adviser,
            ...conciliation,
            ...court,
            'deadline.conflictMediation': escalate,
            ...alert,
          },
        },
        trainingAdviser: {
          id: 'trainingAdviser',
          meta: {
            label: { de: 'Ausbildungsberatung der Kammer', en: 'Training adviser' },
            deadlines: ['conflictAlert'],
          },
          on: {
            ...conciliation,
            ...court,
            ...alert,
          },
        },
        conciliation: {
          id: 'conciliation',
          meta: {
            label: { de: 'Schlichtungsausschuss', en: 'Conciliation committee' },
            deadlines: ['conflictAlert'],
          },
          initial: 'pending',
          on: { ...court, ...alert, 'deadline.settlementAction': remind },
          states: {
            pending: {
              meta: { label: { de: 'Verhandlung steht aus', en: 'Hearing pending' } },
              on: {
                'conflict.settlementProposed': {
                  target: 'proposed',
                  guard: needs('servedByNow'),
                  actions: ['note', effect(settlementProposed)],
                },
                'conflict.conciliationEnded': { target: 'failed', actions: 'note' },
              },
            },
            proposed: {
              meta: {
                label: { de: 'Spruch ergangen', en: 'Settlement proposed' },
                deadlines: ['settlementAcceptance', 'settlementAction'],
              },
              on: {
                'conflict.settlementAnswered': [
                  { guard: 'settlementRejected', target: 'failed', actions: 'note' },
                  { guard: 'settlementComplete', target: '#calm', actions: 'note' },
                  { actions: 'note' },
                ],
                'deadline.settlementAcceptance': { target: 'failed', ...remind },
              },
            },
            failed: {
              meta: {
                label: { de: 'Schlichtung gescheitert', en: 'Conciliation failed' },
                deadlines: ['settlementAction'],
              },
            },
          },
        },
        court: {
          id: 'court',
          meta: { label: { de: 'Arbeitsgericht', en: 'Court' }, deadlines: ['conflictAlert'] },
          on: alert,
        },
      },
    },
  },
});
