/** The words that an event's fields may take, spelled a second time and on purpose: histories and senders hold these very codes. */
import { expect, test } from 'vitest';
import { describeEvents } from '../../workflows/journal/describe.ts';
import { parseEvent } from '../../workflows/journal/entry.ts';
import { refusalCodes } from '../../workflows/journal/refusal.ts';
import { refusedBy } from '../support/journal.ts';

const reports =
  'preparationStart preparationProgress preparationFinal trainingStart trainingProgress probation trainingYear trainingFinal';
const parties = 'participant company';
const levels = 'low medium high';
const others = 'company school chamber';
const roles =
  'participant guardian caseWorker learningSupporter teamLead trainer teacher funderAdviser trainingAdviser ops dataProtection system';

const codes = {
  'intake.referred.source': 'funder ownContact',
  'intake.referred.federalState': 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH',
  'intake.eligibilityAssessed.barriers':
    'schooling language learning social family health housing debt mobility other',
  'intake.referredElsewhere.to': 'abh eq bvb bae other',
  'intake.referredElsewhere.reason': 'needsLess needsMore needsOther ownWish noPlace other',
  'intake.declined.reason': 'noNeed notEligible noConsent ownWish other',
  'intensity.set.participant': levels,
  'intensity.set.company': levels,
  'preparation.partRecorded.part':
    'competenceAssessment careerOrientation applicationTraining everydaySupport childcare financialSecurity trainingPreparation',
  'preparation.partRecorded.status': 'needed waived done',
  'internship.brokenOff.reason': 'participant company illness other',
  'placement.offerDeclined.by': parties,
  'entryQualification.ended.result': 'completed brokenOff',
  'journey.leftEarly.reason': 'ownWish moved illness noPlacement lackOfParticipation otherScheme other',
  'journey.received.federalState': 'BW BY BE BB HB HH HE MV NI NW RP SL SN ST SH TH',
  'journey.reopened.reason': 'closedByMistake newChance appeal returned other',
  'contract.signed.withoutInternship': 'knownToCompany timeShort existingContract other',
  'contract.ended.by': 'participant company both',
  'contract.ended.reason': 'duringProbation importantReason givingUp agreement beforeStart insolvency other',
  'school.timesSet.weekdays': 'monday tuesday wednesday thursday friday',
  'training.interrupted.reason': 'illness maternityProtection care other',
  'exam.intermediateTaken.part': 'intermediate part1',
  'meeting.replied.by': roles,
  'meeting.replied.reply': 'coming notComing late callMe',
  'meeting.held.attended': roles,
  'meeting.missed.missing': roles,
  'conflict.raised.between': 'participantAndTrainer participantAndCompany participantAndSchool other',
  'conflict.adviserCalled.participantAgreed': 'true',
  'conflict.conciliationRequested.by': parties,
  'conflict.settlementAnswered.by': parties,
  'conflict.actionFiled.by': parties,
  'conflict.deescalated.to': 'talk mediation',
  'termination.reasonKnown.by': parties,
  'termination.received.by': parties,
  'termination.settled.how': 'accepted withdrawn contested',
  'goal.reviewed.result': 'reached continued dropped',
  'contact.recorded.with': roles,
  'contact.recorded.how': 'phone message mail visit office online',
  'absence.began.reason': 'illness excused unexcused other',
  'help.asked.topic': 'everyday school company conflict trainingManagement other',
  'help.asked.for': 'participant company school',
  'report.drafted.report': reports,
  'report.submitted.report': reports,
  'report.corrected.report': reports,
  'consent.given.to': others,
  'consent.withdrawn.to': others,
};

interface Schema {
  readonly enum?: readonly string[];
  readonly const?: unknown;
  readonly items?: Schema;
}

/** The words of a field; none where it takes ids, days, numbers or a yes and no. */
const wordsOf = ({ enum: words, const: only, items }: Schema): string | undefined =>
  words?.join(' ') ?? (only === undefined ? items && wordsOf(items) : String(only));

test('every field takes the codes that it always took, in their order', () => {
  const found = describeEvents().flatMap(({ type, fields }) => {
    const { properties = {} } = fields as { properties?: Record<string, Schema> };
    return Object.entries(properties).flatMap(([name, schema]) => {
      const words = wordsOf(schema);
      return words === undefined ? [] : [[`${type}.${name}`, words]];
    });
  });
  expect(found).toEqual(Object.entries(codes));
});

test('every refusal has one of these codes, on which HTTP and the command line build', () => {
  expect(refusalCodes.join(' ')).toBe(
    'invalid-entry unknown-event invalid-field effective-in-future role-not-allowed wrong-phase rule entry-not-found reason-missing later-entry-impossible request-differs machine-error deadline-loop not-first-event unknown-version journal-full journal-differs journey-exists journey-not-found bundle-invalid not-addressed not-transferred',
  );
});

const parsed = (raw: { type: string; [field: string]: unknown }) => parseEvent(raw);
const said = (meeting: string) => ({
  ...{ type: 'meeting.scheduled', meeting, rev: 1 },
  ...{ startsAt: '2024-03-11T09:00:00.000Z', endsAt: '2024-03-11T10:00:00.000Z' },
});

test.each([
  ...['reflection/after-', 'a reflection/after-1', 'reflection/after-1 b', 'reflection/after-x'].map(
    (meeting) => [said(meeting), 'meeting'] as const,
  ),
  ...['2024-13', '2024-00', '1924-03', '12024-03', '2024-031', '2024-3', 'march'].map(
    (month) => [{ type: 'hours.reported', month }, 'month'] as const,
  ),
])('%j is refused for its key', (raw, field) => {
  const [reason, ...more] = refusedBy(() => parseEvent(raw)).reasons;
  expect(more).toEqual([]);
  const [de, en] =
    field === 'month'
      ? ['muss ein Monat sein (JJJJ-MM)', 'must be a month (YYYY-MM)']
      : [
          'muss der Schlüssel eines Gesprächs sein (reflection/after-NUMMER)',
          'must be the key of a meeting (reflection/after-NUMBER)',
        ];
  expect([reason?.field, reason?.de, reason?.en]).toEqual([
    field,
    `Feld »${field}« ${de}.`,
    `Field "${field}" ${en}.`,
  ]);
});

test('what is written by the rules is taken', () => {
  for (const number of [1, 12]) expect(parseEvent(said(`reflection/after-${number}`))).toBeDefined();
  for (const month of ['2024-01', '2024-09', '2024-12']) {
    expect(parsed({ type: 'hours.reported', month })).toEqual({ type: 'hours.reported', month });
  }
  const missing = ['participant', 'trainer'];
  expect(parsed({ type: 'meeting.missed', missing })).toEqual({ type: 'meeting.missed', missing });
  expect(refusedBy(() => parsed({ type: 'meeting.missed', missing: [] })).code).toBe('invalid-field');
});
