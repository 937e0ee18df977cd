/** When the deadlines of meetings, conflicts and terminations fall due. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { Case } from './deadlineCases.ts';
import {
  conciliation,
  contractEnded,
  entered,
  held,
  proposed,
  type Row,
  raised,
  reasonKnown,
  scheduled,
  training,
} from './journal.ts';

const intensity = (level: 'low' | 'medium' | 'high'): JourneyEvent => ({
  type: 'intensity.set',
  participant: level,
});
const meeting: Row[] = [
  ...entered('2024-01-31'),
  ['2024-02-29', scheduled('reflection/after-2', '2024-03-29T09:00:00.000Z')],
];
export const conflict: Row[] = [...entered('2024-02-01'), ['2024-02-22', raised]];
/** Under a contract that is no longer on probation in 2024. */
export const established = training({ start: '2023-09-01', end: '2026-08-31' });
const conciliated: Row[] = [...established, ['2024-02-22', raised], ['2024-02-23', conciliation]];

export const conflictCases: readonly Case[] = [
  ['reflectionDue', 'preparation', entered('2024-01-31'), '2024-02-29', '2024-02-29'],
  [
    'reflectionDue',
    'preparation, low',
    [...entered('2024-01-31'), ['2024-01-31', intensity('low')]],
    '2024-02-29',
    '2024-02-29',
  ],
  [
    'reflectionDue',
    'preparation, high',
    [...entered('2024-02-15'), ['2024-02-15', intensity('high')]],
    '2024-02-29',
    '2024-02-29',
  ],
  ['reflectionDue', 'probation', training(), '2024-09-29', '2024-09-29'],
  [
    'reflectionDue',
    'probation, low',
    [...training(), ['2024-09-02', intensity('low')]],
    '2024-09-29',
    '2024-09-29',
  ],
  [
    'reflectionDue',
    'probation, high',
    [...training(), ['2024-09-02', intensity('high')]],
    '2024-09-15',
    '2024-09-15',
  ],
  ['reflectionDue', 'established', [...training(), ['2025-01-31', held]], '2025-04-30', '2025-04-30'],
  [
    'reflectionDue',
    'established, low',
    [...training(), ['2025-01-31', held], ['2025-02-01', intensity('low')]],
    '2025-04-30',
    '2025-04-30',
  ],
  [
    'reflectionDue',
    'established, high',
    [...training(), ['2025-02-16', held], ['2025-02-16', intensity('high')]],
    '2025-03-30',
    '2025-03-30',
  ],
  ['meetingRecord', 'clock change', meeting, '2024-03-31', '2024-03-31'],
  ['meetingUnrecorded', 'a week from the slot', meeting, '2024-04-05', '2024-04-06'],
  ['conflictTalk', 'leap day', conflict, '2024-02-29', '2024-03-01'],
  ['conflictMediation', 'from the last day of the talk', conflict, '2024-03-14', '2024-03-15'],
  ['conflictAlert', 'a week later', conflict, '2024-03-21', '2024-03-22'],
  [
    'settlementAcceptance',
    'Good Friday, moved past Easter',
    [...conciliated, ['2024-03-22', proposed('2024-03-22')]],
    '2024-04-02',
    '2024-04-03',
  ],
  [
    'settlementAcceptance',
    'a week',
    [...conciliated, ['2024-03-04', proposed('2024-03-04')]],
    '2024-03-11',
    '2024-03-12',
  ],
  [
    'settlementAction',
    'the first of May, moved',
    [...conciliated, ['2024-04-17', proposed('2024-04-17')]],
    '2024-05-02',
    '2024-05-03',
  ],
  [
    'settlementAction',
    'from the proposal, not its service',
    [...conciliated, ['2024-03-04', proposed('2024-03-01')]],
    '2024-03-18',
    '2024-03-19',
  ],
  [
    'settlementAction',
    'a year from the service without instruction on remedies',
    [...conciliated, ['2024-03-04', proposed('2024-02-29', { remediesInstructed: false })]],
    '2025-02-28',
    '2025-03-01',
  ],
  [
    'terminationNotice',
    'two weeks after 3 March',
    [...established, ['2025-03-03', reasonKnown()]],
    '2025-03-17',
    '2025-03-18',
  ],
  [
    'terminationNotice',
    'the first of May, moved',
    [...established, ['2024-04-17', reasonKnown()]],
    '2024-05-02',
    '2024-05-03',
  ],
  [
    'terminationNotice',
    'a Saturday, moved',
    [...established, ['2024-10-19', reasonKnown()]],
    '2024-11-04',
    '2024-11-05',
  ],
  [
    'terminationNotice',
    'from the day of knowledge',
    [...established, ['2025-03-10', reasonKnown({ knownOn: '2025-03-03' })]],
    '2025-03-17',
    '2025-03-18',
  ],
  [
    'terminationAction',
    'the first of May, moved',
    [...established, ['2024-04-10', { type: 'termination.received', by: 'company' }]],
    '2024-05-02',
    '2024-05-03',
    7,
  ],
  [
    'terminationAction',
    'three weeks, though there is a committee',
    [
      ...training({ start: '2023-09-01', end: '2026-08-31', conciliationCommittee: true }),
      ['2024-03-04', { type: 'termination.received', by: 'company' }],
    ],
    '2024-03-25',
    '2024-03-26',
    7,
  ],
  [
    'givingUpNotice',
    'the first of May, not moved',
    [...established, ['2024-04-03', { type: 'termination.givingUp' }]],
    '2024-05-01',
    '2024-05-02',
  ],
  [
    'damagesClaim',
    'missing day',
    [...established, ['2024-11-30', contractEnded()]],
    '2025-02-28',
    '2025-03-01',
    7,
  ],
  [
    'damagesClaim',
    'missing day, leap year',
    [...training({ start: '2022-09-01', end: '2025-08-31' }), ['2023-11-30', contractEnded()]],
    '2024-02-29',
    '2024-03-01',
    7,
  ],
];
