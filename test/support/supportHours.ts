/** Ten hours agreed with the funder and what was used of them, for tests of month sheets and messages. */
import type { EventOf, JourneyEvent } from '../../workflows/journal/events.ts';
import { accepted, approved, offered, type Row, training } from './journal.ts';

/** A visit to the participant, unless told otherwise. */
export const contact = (minutes: number, more: Partial<EventOf<'contact.recorded'>> = {}): JourneyEvent => ({
  ...{ type: 'contact.recorded', with: 'participant', how: 'visit', minutes, reached: true },
  ...more,
});

/** Ten hours for September 2024 to February 2025. */
export const withHours: Row[] = [
  ...training({}, { funder: 'agency-1' }),
  ['2024-09-02', approved('2024-09-01', '2025-08-31')],
  ['2024-09-03', offered('2024-09-01', '2025-02-28', 10)],
  ['2024-09-04', accepted],
  ['2024-09-30', contact(60)],
  ['2024-10-01', contact(45)],
  [
    '2024-10-15',
    contact(20, { with: 'trainer', how: 'phone', reached: false }),
    { role: 'learningSupporter' },
  ],
  ['2024-10-31', contact(15)],
  ['2024-11-01', contact(120)],
];
