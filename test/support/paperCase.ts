/** A journey in training that papers are made of. */
import { accepted, approved, offered, type Row, submitted, training } from './journal.ts';

export const rows: Row[] = [
  ...training({ chamber: 'chamber-1' }, { funder: 'agency-1' }),
  ['2024-09-02', approved('2024-09-01', '2025-08-31')],
  ['2024-09-03', offered('2024-09-01', '2025-08-31', 60)],
  ['2024-09-04', accepted],
  ['2024-09-10', { type: 'contact.recorded', with: 'trainer', how: 'phone', minutes: 25, reached: true }],
  ['2024-09-25', submitted('trainingStart')],
  ['2024-10-05', { type: 'hours.reported', month: '2024-09' }],
];
