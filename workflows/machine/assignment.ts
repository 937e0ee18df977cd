/** Region `assignment`: exactly one case worker. A handover is approved by the team lead and answered by the receiver. */
import { and } from 'xstate';
import { meetingAnew } from './requests/meetings.ts';
import { handoverDeclined, handoverToAnswer, handoverToApprove } from './requests.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { note, remind } from './transitions.ts';

const proposal = needs('anotherCaseWorker', 'handoverByLead');
const asking = { target: '#handoverUnanswered', actions: ['note', effect(handoverToAnswer)] } as const;

export const assignment = machineSetup.createStateConfig({
  meta: { label: { de: 'Zuständigkeit', en: 'Assignment' } },
  initial: 'unassigned',
  states: {
    unassigned: {
      meta: { label: { de: 'Noch niemand', en: 'Nobody yet' } },
      always: [
        { guard: and(['notClosed', 'handoverUnapproved']), target: 'handover.unapproved' },
        { guard: and(['notClosed', 'handoverApproved']), target: 'handover.unanswered' },
        { guard: and(['notClosed', 'assigned']), target: 'assigned' },
      ],
    },
    assigned: {
      id: 'assigned',
      meta: { label: { de: 'Zugewiesen', en: 'Assigned' }, atRest: true },
      always: { guard: 'closed', target: 'ended' },
      on: {
        'handover.proposed': [
          { guard: and(['proposedByLead', proposal]), ...asking },
          { guard: proposal, target: 'handover.unapproved', actions: ['note', effect(handoverToApprove)] },
        ],
      },
    },
    handover: {
      meta: { label: { de: 'Übergabe', en: 'Handover' } },
      initial: 'unapproved',
      always: [
        { guard: 'closed', target: 'ended' },
        { guard: 'noHandover', target: 'assigned' },
      ],
      on: {
        'handover.withdrawn': { target: 'assigned', ...note },
        'deadline.handoverAnswer': remind,
      },
      states: {
        unapproved: {
          meta: {
            label: { de: 'Noch nicht genehmigt', en: 'Not approved yet' },
            deadlines: ['handoverAnswer'],
          },
          on: { 'handover.approved': asking },
        },
        unanswered: {
          id: 'handoverUnanswered',
          meta: {
            label: { de: 'Noch nicht beantwortet', en: 'Not answered yet' },
            deadlines: ['handoverAnswer'],
          },
          on: {
            'handover.accepted': {
              target: '#assigned',
              guard: needs('receiverAccepts'),
              actions: ['note', effect(meetingAnew)],
            },
            'handover.declined': {
              target: '#assigned',
              guard: needs('receiverDeclines'),
              actions: ['note', effect(handoverDeclined)],
            },
          },
        },
      },
    },
    ended: {
      meta: { label: { de: 'Beendet', en: 'Over' }, atRest: true },
      always: { guard: 'notClosed', target: 'unassigned' },
    },
  },
});
