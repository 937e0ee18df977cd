/** Somebody entered on 1 March 2024 and in training from 2 September on, for tests of reports. */
import { admitted, informed, type Row, referred, signed } from './journal.ts';

/** Entered on 1 March, in training from 2 September 2024 on. */
export const prepared: Row[] = [
  ['2024-03-01', referred],
  ['2024-03-01', admitted()],
  ['2024-04-01', { type: 'occupation.agreed', occupation: 'joiner' }],
  ['2024-05-02', { type: 'placement.started' }],
  ['2024-06-01', informed()],
  ['2024-06-02', signed({ start: '2024-09-02', end: '2027-08-31' })],
  ['2024-09-02', { type: 'training.started' }],
];
