import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import {
  admitted,
  held,
  informed,
  type Row,
  raised,
  referred,
  registeredFor,
  scheduled,
  signed,
  training,
} from './journal.ts';

type Case = readonly [key: DeadlineKey, what: string, rows: readonly Row[], dueOn: string, firesAt: string];

export const entered = (day: string): Row[] => [
  [day, referred],
  [day, admitted()],
];
export const contracted = (day: string, start: string): Row[] => [
  ...entered(day),
  [day, informed()],
  [day, signed({ start })],
];
export const extended: JourneyEvent = { type: 'preparation.extended', months: 2 };
const intensity = (level: 'low' | 'medium' | 'high'): JourneyEvent => ({
  type: 'intensity.set',
  intensity: level,
});
const contractEnded: JourneyEvent = { type: 'contract.ended', by: 'both', reason: 'agreement' };
const failed: JourneyEvent = { type: 'exam.failed' };
const passed: JourneyEvent = { type: 'exam.passed' };
const meeting: Row[] = [
  ...entered('2024-01-31'),
  ['2024-02-29', scheduled('reflection/after-2', '2024-03-29T09:00:00.000Z')],
];
export const conflict: Row[] = [...entered('2024-02-01'), ['2024-02-22', raised]];
const leapEnd = { end: '2028-02-29' };
export const morning = (day: string): string => `${day}T05:00:00.000Z`;

export const cases: readonly Case[] = [
  ['intakeDecision', 'leap day', [['2024-02-15', referred]], '2024-02-29', '2024-03-01'],
  ['intakeDecision', 'into summer time', [['2025-03-16', referred]], '2025-03-30', '2025-03-31'],
  ['intakeEscalation', '7 days more', [['2024-02-15', referred]], '2024-03-07', '2024-03-08'],
  ['preparationEnd', '31 August, leap year', entered('2023-08-31'), '2024-02-29', '2024-03-01'],
  ['preparationEnd', '31 August, common year', entered('2022-08-31'), '2023-02-28', '2023-03-01'],
  ['preparationEnd', '1 September', entered('2024-09-01'), '2025-02-28', '2025-03-01'],
  [
    'preparationEnd',
    'extended, §190',
    [...entered('2024-08-29'), ['2025-01-10', extended]],
    '2025-04-30',
    '2025-05-01',
  ],
  [
    'preparationEnd',
    'first day of the measure before the entry',
    [
      ['2024-02-10', referred],
      ['2024-02-10', admitted({ entryOn: '2024-02-01' })],
    ],
    '2024-07-31',
    '2024-08-01',
  ],
  ['preparationEndNear', '4 weeks before', entered('2023-08-31'), '2024-02-01', '2024-02-01'],
  [
    'preparationEndNear',
    'extended',
    [...entered('2024-08-29'), ['2025-01-10', extended]],
    '2025-04-02',
    '2025-04-02',
  ],
  [
    'companyInformed',
    'contract at entry',
    [
      ['2024-02-15', referred],
      ['2024-02-15', admitted({ directStart: true })],
    ],
    '2024-02-29',
    '2024-03-01',
  ],
  ['contractRegistration', 'leap day', contracted('2024-02-15', '2024-09-01'), '2024-02-29', '2024-02-29'],
  [
    'contractRegistrationEscalation',
    '28 days',
    contracted('2024-02-01', '2024-09-01'),
    '2024-02-29',
    '2024-03-01',
  ],
  [
    'contractRegistrationEscalation',
    'the day before training starts',
    contracted('2024-02-15', '2024-03-01'),
    '2024-02-29',
    '2024-03-01',
  ],
  [
    'firstDayConfirmation',
    'over the leap day',
    contracted('2024-02-15', '2024-02-27'),
    '2024-03-01',
    '2024-03-02',
  ],
  [
    'firstDayConfirmation',
    'out of summer time',
    contracted('2024-10-01', '2024-10-24'),
    '2024-10-27',
    '2024-10-28',
  ],
  ['probationEnd', 'four months from 1 September', training(), '2024-12-31', '2025-01-01'],
  ['probationEnd', 'missing day', training({ start: '2024-10-31' }), '2025-02-28', '2025-03-01'],
  [
    'probationEnd',
    'one month, leap year',
    training({ start: '2024-01-31', probationMonths: 1 }),
    '2024-02-29',
    '2024-03-01',
  ],
  ['probationReview', 'four weeks before 31 December', training(), '2024-12-03', '2024-12-03'],
  [
    'betweenContractsReminder',
    'into summer time',
    [...training(), ['2025-03-02', contractEnded]],
    '2025-03-30',
    '2025-03-30',
  ],
  [
    'betweenContractsEscalation',
    'out of summer time',
    [...training(), ['2025-08-03', contractEnded]],
    '2025-10-26',
    '2025-10-26',
  ],
  ['examRegistrationReminder', 'February', training(), '2027-02-28', '2027-02-28'],
  [
    'examRegistrationReminder',
    'February of a leap year',
    training({ end: '2028-08-31' }),
    '2028-02-29',
    '2028-02-29',
  ],
  ['examRegistrationEscalation', 'April', training(), '2027-04-30', '2027-04-30'],
  ['contractEnd', 'nobody registered', training(), '2027-08-31', '2027-09-01'],
  ['contractEnd', 'leap day', training(leapEnd), '2028-02-29', '2028-03-01'],
  [
    'contractEnd',
    'in the exam',
    [...training(), ['2027-03-01', registeredFor('2027-06-01')]],
    '2027-08-31',
    '2027-09-01',
  ],
  [
    'extensionDemand',
    'failed before the end',
    [...training(leapEnd), ['2027-09-01', registeredFor('2028-01-10')], ['2028-01-20', failed]],
    '2028-02-29',
    '2028-03-01',
  ],
  [
    'longestExtension',
    'from the original end',
    [
      ...training(leapEnd),
      ['2027-09-01', registeredFor('2028-01-10')],
      ['2028-01-20', failed],
      ['2028-01-21', { type: 'exam.extensionDemanded', newEnd: '2028-08-31' }],
    ],
    '2029-02-28',
    '2029-03-01',
  ],
  [
    'followUpAfterJob',
    'missing day',
    [
      ...training(),
      ['2027-03-01', registeredFor('2027-06-01')],
      ['2027-06-20', passed],
      ['2027-09-02', { type: 'job.started', firstDay: '2027-08-31' }],
    ],
    '2028-02-29',
    '2028-03-01',
  ],
  [
    'followUpAfterTraining',
    'from a leap day',
    [...training({ end: '2028-08-31' }), ['2028-01-03', registeredFor('2028-02-20')], ['2028-02-29', passed]],
    '2029-02-28',
    '2029-03-01',
  ],
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
];
