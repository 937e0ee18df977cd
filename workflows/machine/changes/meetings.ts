/** What events add to what is known of reflection meetings. */
import { germanDay } from '../../policy/calendar.ts';
import type { Changes, FactsChange } from './change.ts';

/** Opens the next cycle of reflection meetings, named after the entry that did. */
export const nextCycle = (entry: number): FactsChange => ({
  cycle: entry,
  meeting: undefined,
  meetingDueOn: undefined,
  movedTo: undefined,
});

export const meetingChanges = {
  'meeting.scheduled': (_, { meeting, startsAt, endsAt, entry }) => ({
    meeting: { key: meeting, startsAt, endsAt, entry },
  }),
  'meeting.replied': ({ meeting }, { by, reply }) =>
    meeting ? { meeting: { ...meeting, replies: { ...meeting.replies, [by]: reply } } } : {},
  'meeting.moved': ({ meeting: known }, { startsAt }) => {
    if (!known) return {};
    const { replies: _, ...meeting } = known;
    const length = Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt);
    return {
      movedTo: startsAt,
      meeting: { ...meeting, startsAt, endsAt: new Date(Date.parse(startsAt) + length).toISOString() },
    };
  },
  'meeting.held': (_, { day, entry, nextOn }) => ({
    ...nextCycle(entry),
    lastMeetingOn: day,
    nextMeetingOn: nextOn,
    missedInRow: 0,
  }),
  'meeting.missed': ({ missedInRow }, { day, entry }) => ({
    ...nextCycle(entry),
    meetingDueOn: day,
    missedInRow: missedInRow + 1,
  }),
  'meeting.cancelled': (_, { day, entry }) => ({ ...nextCycle(entry), meetingDueOn: day }),
  'deadline.reflectionDue': ({ nextMeetingOn }, { dueOn }) => ({
    meetingDueOn: nextMeetingOn ?? dueOn,
    nextMeetingOn: undefined,
  }),
  // A meeting nobody recorded is never counted as missed: the next one is reckoned from its slot.
  'deadline.meetingUnrecorded': ({ meeting }) =>
    meeting ? { ...nextCycle(meeting.entry), lastMeetingOn: germanDay(meeting.startsAt) } : {},
} as const satisfies Changes;
