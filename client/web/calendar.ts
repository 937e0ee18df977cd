/** A case worker's meetings as a calendar that programs subscribe to. It names nobody: its address may be passed on. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { FeedMeeting } from '../../activities/store/feeds.ts';

/** The calendar file. Instants in UTC; the same meeting keeps its UID, and its SEQUENCE rises with each change. Pure. */
export function calendarFile(meetings: readonly FeedMeeting[], host: string, now: Date): string {
  const calendar = ical({
    name: 'Wegbegleiter',
    prodId: { company: 'Wegbegleiter', product: 'Kalender', language: 'DE' },
    method: ICalCalendarMethod.PUBLISH,
    ttl: 3600,
  });
  for (const { journey, key, rev, startsAt, endsAt, status } of meetings) {
    calendar.createEvent({
      id: `${journey}/${key}@${host}`,
      sequence: rev,
      stamp: now,
      start: new Date(startsAt),
      end: new Date(endsAt),
      summary: `Reflexionsgespräch ${journey}`,
      status: status === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    });
  }
  return calendar.toString();
}
