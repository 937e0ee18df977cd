/** When every deadline falls due: those of the phase here, the others by matter in files of their own. */
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { DeadlineKey } from '../../workflows/policy/policy.ts';
import { conflictCases } from './deadlineCasesOfConflict.ts';
import { supportCases } from './deadlineCasesOfSupport.ts';
import {
  admitted,
  contractEnded,
  entered,
  failed,
  informed,
  leftEarly,
  passed,
  type Row,
  referred,
  registeredFor,
  signed,
  training,
} from './journal.ts';

/** The journal up to its date, what the date is, the day it fires and, where several run at once, what it is about. */
export type Case = readonly [
  key: DeadlineKey,
  what: string,
  rows: readonly Row[],
  dueOn: string,
  firesOn: string,
  item?: number,
];

export const contracted = (day: string, start: string): Row[] => [
  ...entered(day),
  [day, informed()],
  [day, signed({ start })],
];
export const extended: JourneyEvent = { type: 'preparation.extended', months: 2 };
const leapEnd = { end: '2028-02-29' };

const phaseCases: readonly Case[] = [
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
  [
    'probationEnd',
    'one month with a day that is missing',
    training({ start: '2023-01-31', probationMonths: 1 }),
    '2023-02-28',
    '2023-03-01',
  ],
  ['probationReview', 'four weeks before 31 December', training(), '2024-12-03', '2024-12-03'],
  [
    'betweenContractsReminder',
    'into summer time',
    [...training(), ['2025-03-02', contractEnded()]],
    '2025-03-30',
    '2025-03-30',
  ],
  [
    'betweenContractsEscalation',
    'out of summer time',
    [...training(), ['2025-08-03', contractEnded()]],
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
  [
    'entryQualificationEnd',
    'a Saturday, not moved',
    [
      ...entered('2024-02-01'),
      [
        '2024-02-01',
        { type: 'entryQualification.signed', company: 'c-1', start: '2024-02-05', end: '2024-08-31' },
      ],
    ],
    '2024-08-31',
    '2024-09-01',
  ],
  [
    'leaveEnd',
    'the last day of February',
    [...training(), ['2025-01-31', { type: 'leave.started', until: '2025-02-28' }]],
    '2025-02-28',
    '2025-03-01',
  ],
  [
    'bridgingEnd',
    'as agreed, after the contract',
    [
      ...training(leapEnd),
      ['2027-09-01', registeredFor('2028-01-10')],
      ['2028-01-20', failed],
      ['2028-01-21', { type: 'exam.bridged', until: '2028-06-30' }],
    ],
    '2028-06-30',
    '2028-07-01',
  ],
  [
    'recordsErased',
    'from a leap day',
    [...entered('2024-02-01'), ['2024-02-29', leftEarly]],
    '2026-02-28',
    '2026-03-01',
  ],
];

/** All of them. */
export const cases: readonly Case[] = [...phaseCases, ...conflictCases, ...supportCases];
