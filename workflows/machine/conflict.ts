/** Region `conflict`: the ladder. Silence climbs to mediation; from there it alerts the team lead, again and again. */
import { escalation } from './requests.ts';
import { effect, machineSetup, needs } from './setup.ts';

const escalate = { actions: ['note', effect(escalation)] } as const;

const adviser = { target: '#trainingAdviser', ...escalate } as const;
const conciliation = { target: '#conciliation', ...escalate } as const;
const court = { target: '#court', ...escalate } as const;

export const conflict = machineSetup.createStateConfig({
  meta: { label: { de: 'Konflikt', en: 'Conflict' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Nicht in Begleitung', en: 'Not accompanied' } },
      always: { guard: 'accompanied', target: 'calm' },
    },
    calm: {
      meta: { label: { de: 'Ruhig', en: 'Calm' } },
      always: { guard: 'notAccompanied', target: 'off' },
      on: { 'conflict.raised': { target: 'open', ...escalate } },
    },
    open: {
      meta: { label: { de: 'Offen', en: 'Open' } },
      initial: 'talk',
      always: { guard: 'notAccompanied', target: 'off' },
      on: {
        'conflict.resolved': { target: 'calm', actions: 'note' },
        'conflict.deescalated': [
          { guard: 'deescalatesToTalk', target: '.talk', actions: 'note' },
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
            'conflict.adviserCalled': adviser,
            'conflict.conciliationRequested': conciliation,
            'conflict.actionFiled': court,
            'deadline.conflictTalk': { target: 'mediation', ...escalate },
          },
        },
        mediation: {
          meta: {
            label: { de: 'Vermittlung', en: 'Mediation' },
            deadlines: ['conflictMediation', 'conflictAlert'],
          },
          on: {
            'conflict.adviserCalled': adviser,
            'conflict.conciliationRequested': conciliation,
            'conflict.actionFiled': court,
            'deadline.conflictMediation': escalate,
            'deadline.conflictAlert': escalate,
          },
        },
        trainingAdviser: {
          id: 'trainingAdviser',
          meta: {
            label: { de: 'Ausbildungsberatung der Kammer', en: 'Training adviser' },
            deadlines: ['conflictAlert'],
          },
          on: {
            'conflict.conciliationRequested': conciliation,
            'conflict.actionFiled': court,
            'deadline.conflictAlert': escalate,
          },
        },
        conciliation: {
          id: 'conciliation',
          meta: {
            label: { de: 'Schlichtungsausschuss', en: 'Conciliation committee' },
            deadlines: ['conflictAlert'],
          },
          on: { 'conflict.actionFiled': court, 'deadline.conflictAlert': escalate },
        },
        court: {
          id: 'court',
          meta: { label: { de: 'Arbeitsgericht', en: 'Court' }, deadlines: ['conflictAlert'] },
          on: { 'deadline.conflictAlert': escalate },
        },
      },
    },
  },
});
