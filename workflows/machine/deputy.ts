/** Region `deputy`: somebody covers an absence of the case worker, with an end. */
import { and } from 'xstate';
import { meetingAnew } from './requests/meetings.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { remind } from './transitions.ts';

/** Whoever is there comes to the meeting that is under way. */
const replan = { actions: ['note', effect(meetingAnew)] } as const;

const over = [
  { guard: 'closed', target: 'none' },
  { guard: 'noDeputy', target: 'none' },
] as const;

export const deputy = machineSetup.createStateConfig({
  meta: { label: { de: 'Vertretung', en: 'Deputy' } },
  initial: 'none',
  states: {
    none: {
      meta: { label: { de: 'Niemand zu vertreten', en: 'Nobody to stand in for' }, atRest: true },
      always: [
        { guard: and(['notClosed', 'deputyCovers']), target: 'covering' },
        { guard: and(['notClosed', 'hasDeputy']), target: 'planned' },
        { guard: and(['notClosed', 'assigned']), target: 'possible' },
      ],
    },
    possible: {
      meta: { label: { de: 'Keine', en: 'None' }, atRest: true },
      always: { guard: 'closed', target: 'none' },
      on: {
        'deputy.appointed': {
          target: 'planned',
          guard: needs('anotherDeputy', 'deputyInOrder', 'deputyNotOver'),
          ...replan,
        },
      },
    },
    planned: {
      meta: { label: { de: 'Geplant', en: 'Planned' }, deadlines: ['deputyBegins'] },
      always: over,
      on: {
        'deputy.ended': { target: 'none', ...replan },
        'deadline.deputyBegins': { target: 'covering', ...remind },
      },
    },
    covering: {
      meta: { label: { de: 'Vertretung', en: 'Covering' }, deadlines: ['deputyEnds'] },
      always: over,
      on: {
        'deputy.ended': { target: 'none', ...replan },
        'deadline.deputyEnds': { target: 'none', ...remind },
      },
    },
  },
});
