/** Region `reflection`: the cycle of reflection meetings. Each is named after the entry that opened its cycle. */
import { meeting, meetingReply, meetingWithdrawn, missedMeetings } from './requests/meetings.ts';
import { notice } from './requests/wish.ts';
import { effect, machineSetup, needs } from './setup.ts';
import { remind } from './transitions.ts';

const invite = effect(meeting);
const takeBack = effect(meetingWithdrawn);

/** The journey is no longer accompanied: an invitation still open is taken back. */
const ended = { guard: 'notAccompanied', target: 'off', actions: [takeBack, 'endCycle'] } as const;

/** A meeting may be held at any time; an invitation to a later one is then taken back. */
const held = {
  target: 'waiting',
  guard: needs('bothCame', 'nextAhead'),
  actions: [takeBack, 'note'],
} as const;

export const reflection = machineSetup.createStateConfig({
  meta: { label: { de: 'Reflexionsgespräche', en: 'Reflection meetings' } },
  initial: 'off',
  states: {
    off: {
      meta: { label: { de: 'Keine', en: 'None' }, atRest: true },
      always: { guard: 'accompanied', target: 'waiting' },
    },
    waiting: {
      meta: { label: { de: 'Bis zum nächsten', en: 'Until the next' }, deadlines: ['reflectionDue'] },
      always: { guard: 'notAccompanied', target: 'off' },
      on: {
        'meeting.held': held,
        'deadline.reflectionDue': { target: 'due', actions: ['note', invite] },
      },
    },
    due: {
      meta: { label: { de: 'Fällig', en: 'Due' } },
      always: ended,
      on: {
        'meeting.scheduled': {
          target: 'scheduled',
          guard: needs('answersThisMeeting', 'slotAhead'),
          actions: 'note',
        },
        'meeting.held': held,
      },
    },
    scheduled: {
      meta: {
        label: { de: 'Eingeladen', en: 'Scheduled' },
        deadlines: ['meetingRecord', 'meetingUnrecorded'],
      },
      always: ended,
      on: {
        'meeting.scheduled': { guard: needs('answersThisMeeting', 'slotAhead'), actions: 'note' },
        'meeting.replied': {
          guard: needs('repliesForThemselves', 'amongInvited'),
          actions: ['note', effect(meetingReply)],
        },
        'meeting.moved': { guard: needs('movedIntoFuture'), actions: ['note', invite] },
        'meeting.held': held,
        'meeting.missed': {
          target: 'due',
          guard: needs('meetingInPast'),
          actions: ['note', invite, effect(missedMeetings)],
        },
        'meeting.cancelled': { target: 'due', actions: [takeBack, 'note', invite] },
        'deadline.meetingRecord': remind,
        'deadline.meetingUnrecorded': { target: 'waiting', actions: ['note', effect(notice)] },
      },
    },
  },
});
