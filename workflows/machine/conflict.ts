/** Region `conflict`: the ladder. Silence climbs to mediation; from there it alerts the team lead, again and again. */
import { and } from 'xstate';
import type { Rung } from '../effects/words.ts';
import { escalation, settlementProposed } from './requests.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

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

/** A journey that is reopened takes its conflict up again where it stood. */
const stands = (rung: Rung) => and(['accompanied', { type: 'rungIs', params: { rung } }]);

export const conflict = machineSetup.createStateConfig({
  meta: { label: { de: 'Konflikt', en: 'Conflict' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' }, atRest: true },
      always: [
        // Training is completed: nobody goes along with the conflict any more.
        { guard: and(['trainingCompleted', 'inConflict']), actions: 'endConflict' },
        { guard: stands('talk'), target: 'open.talk' },
        { guard: stands('mediation'), target: 'open.mediation' },
        { guard: stands('trainingAdviser'), target: 'open.trainingAdviser' },
        { guard: stands('conciliation'), target: 'open.conciliation' },
        { guard: stands('court'), target: 'open.court' },
        { guard: 'accompanied', target: 'calm' },
      ],
    },
    calm: {
      id: 'calm',
      meta: { label: { de: 'Ruhig', en: 'Calm' }, atRest: true },
      always: { guard: 'notAccompanied', target: 'off' },
      on: { 'conflict.raised': { target: 'open', ...escalate } },
    },
    open: {
      meta: { label: { de: 'Offen', en: 'Open' }, deadlines: ['settlementAction'] },
      initial: 'talk',
      always: { guard: 'notAccompanied', target: 'off' },
      on: {
        'deadline.settlementAction': remind,
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
          on: { ...court, ...alert },
          states: {
            pending: {
              meta: { label: { de: 'Verhandlung steht aus', en: 'Hearing pending' } },
              always: [
                { guard: and(['conciliationOver', 'settlementOpen']), target: 'proposed' },
                { guard: 'conciliationOver', target: 'failed' },
              ],
              on: {
                'conflict.settlementProposed': {
                  guard: needs('servedByNow'),
                  actions: ['note', effect(settlementProposed)],
                },
                'conflict.conciliationEnded': note,
              },
            },
            proposed: {
              meta: {
                label: { de: 'Spruch ergangen', en: 'Settlement proposed' },
                deadlines: ['settlementAcceptance'],
              },
              always: { guard: 'settlementFailed', target: 'failed' },
              on: {
                'conflict.settlementAnswered': [
                  { guard: 'settlementComplete', target: '#calm', actions: ['note', 'endConflict'] },
                  note,
                ],
                'deadline.settlementAcceptance': remind,
              },
            },
            failed: { meta: { label: { de: 'Schlichtung gescheitert', en: 'Conciliation failed' } } },
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
