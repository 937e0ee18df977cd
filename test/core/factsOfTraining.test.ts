/** What the events of intake, preparation, training, support and reports add to what is known. */
import { describe, expect, test } from 'vitest';
import type { JourneyEvent } from '../../workflows/journal/events.ts';
import type { Internship } from '../../workflows/machine/facts/preparation.ts';
import { type Contract, type Pause, pausedDays } from '../../workflows/machine/facts/training.ts';
import { changedBy as by, changedWith, day } from '../support/facts.ts';
import { admitted, contractEnded, referral, reopened, signed } from '../support/journal.ts';

describe('intake and preparation', () => {
  test('know the person by ids, and the days by the calendar', () => {
    expect(
      by(referral({ funder: 'f-1', caseWorker: 'w-1', adultOn: '2026-01-01', federalState: 'BY' })),
    ).toEqual({
      ...{ site: 'site-1', federalState: 'BY', funder: 'f-1', caseWorker: 'w-1', adultOn: '2026-01-01' },
      ...{ referredOn: day, intakeSince: day },
    });
    const event: JourneyEvent = { type: 'intake.eligibilityAssessed', eligible: true, barriers: ['debt'] };
    expect(by(event)).toEqual({ eligible: true, barriers: ['debt'] });
    expect(by(admitted(), { partTime: true })).toEqual({
      ...{ caseWorker: 'w-1', partTime: false },
      ...{ enteredOn: day, preparationSince: day, cadenceSince: day, cycle: 9 },
    });
    const part = admitted({
      entryOn: '2024-09-02',
      partTime: true,
      weeklyHours: 20,
      preparationMonths: 5,
      directStart: true,
    });
    expect(by(part)).toEqual({
      ...{ caseWorker: 'w-1', partTime: true, weeklyHours: 20, preparationMonths: 5, directStart: true },
      ...{ enteredOn: '2024-09-02', cadenceSince: '2024-09-02', cycle: 9 },
    });
  });

  test('know each part by itself, and an internship by its entry', () => {
    const parts = { childcare: 'needed' } as const;
    const event: JourneyEvent = {
      type: 'preparation.partRecorded',
      part: 'careerOrientation',
      status: 'done',
    };
    expect(by(event, { parts })).toEqual({ parts: { childcare: 'needed', careerOrientation: 'done' } });
    const internship = (status: Internship['status']) => ({
      company: 'c-1',
      from: day,
      to: '2024-10-12',
      status,
    });
    const planned: JourneyEvent = { type: 'internship.planned', company: 'c-1', from: day, to: '2024-10-12' };
    const internships = { 4: internship('planned') };
    expect(by(planned, { internships })).toEqual({
      internships: { ...internships, 9: internship('planned') },
    });
    const changed = (status: Internship['status']) => ({ internships: { 4: internship(status) } });
    expect(by({ type: 'internship.started', internship: 4 }, { internships })).toEqual(changed('running'));
    for (const fit of [true, false]) {
      const reviewed: JourneyEvent = { type: 'internship.reviewed', internship: 4, fit };
      const known = { ...internship(fit ? 'fit' : 'noFit'), reviewedOn: day };
      expect(by(reviewed, { internships })).toEqual({ internships: { 4: known } });
      expect(by({ ...reviewed, internship: 5 }, { internships })).toEqual({});
    }
    const broken: JourneyEvent = { type: 'internship.brokenOff', internship: 4, reason: 'other' };
    expect(by(broken, { internships })).toEqual(changed('brokenOff'));
  });

  test('know an offer until it comes to nothing or becomes a contract', () => {
    expect(by({ type: 'placement.offered', company: 'c-2' })).toEqual({ offer: 'c-2' });
    expect(by({ type: 'placement.offerDeclined', by: 'company' }, { offer: 'c-2' })).toEqual({
      offer: undefined,
    });
    const entryQualification = { company: 'c-2', start: day, end: '2025-03-31' };
    expect(by({ type: 'entryQualification.signed', ...entryQualification }, { offer: 'c-2' })).toEqual({
      ...{ entryQualification, offer: undefined },
    });
    expect(by({ type: 'company.informed', company: 'c-2' }, { informed: { 'c-1': day } })).toEqual({
      informed: { 'c-1': day, 'c-2': day },
    });
  });

  test('are begun anew where a journey is reopened, and its end is to be reported again', () => {
    const status = { status: 'submitted', on: day } as const;
    const reports = { preparationFinal: status, trainingFinal: status, trainingStart: status };
    const closed = {
      endedOn: day,
      enteredOn: '2024-02-01',
      intakeSince: '2024-01-01',
      reports,
      closedMonths: ['2024-05'],
    };
    const { preparationFinal: _, ...left } = reports;
    expect(by(reopened, closed)).toMatchObject({ endedOn: undefined, reports: left });
    expect(by(reopened, { ...closed, endedOn: '2024-07-31' }).closedMonths).toEqual([
      ...['2024-05', '2024-08', '2024-09'],
    ]);
    expect(by(reopened, closed)).not.toHaveProperty('intakeSince');
    const { trainingFinal: __, ...trained } = reports;
    expect(by(reopened, { ...closed, trainingSince: day })).toMatchObject({
      reports: trained,
    });
    expect(by(reopened, { intakeSince: '2024-01-01', endedOn: day, deceased: true })).toMatchObject({
      ...{ intakeSince: day, deceased: false },
    });
  });
});

const contract: Contract = {
  ...{
    entry: 4,
    company: 'c-1',
    chamber: 'chamber-1',
    occupation: 'joiner',
    start: '2024-09-01',
    end: '2027-08-31',
  },
  ...{ originalEnd: '2027-08-31', probationMonths: 4, signedOn: '2024-06-03' },
};

describe('a contract', () => {
  const ended = { contractEndedOn: day, leave: { from: day, until: day }, offer: 'c-1' };
  const exam = { bridgedUntil: day, sittingOn: day, repeatOpen: true, extensionOpen: true };
  const anew = { contractEndedOn: undefined, leave: undefined, offer: undefined };
  const open = { bridgedUntil: undefined, repeatOpen: false, extensionOpen: false };

  test('is known by its terms, and leaves nothing of the one before', () => {
    expect(by(signed(), { ...ended, ...exam })).toEqual({
      ...{ ...anew, ...open, contract: { ...contract, entry: 9, signedOn: day, committee: undefined } },
    });
    const more = { signedOn: '2024-09-20', registeredOn: '2024-09-28', partTimePercent: 75 };
    expect(by(signed({ ...more, conciliationCommittee: true })).contract).toEqual({
      ...{ ...contract, ...more, entry: 9, committee: true },
    });
  });

  test('§37(1) BBiG: in another occupation begins another exam, in the same one goes on with it', () => {
    const taken = { examsFailed: 2, partOneTaken: true, intermediateOn: '2024-03-04', sittingOn: day };
    const facts = { ...taken, contract, contractEndedOn: day, disadvantageCompensation: true };
    expect(by(signed({ occupation: 'carpenter' }), facts)).toMatchObject({
      ...{ examsFailed: 0, partOneTaken: false, intermediateOn: undefined, sittingOn: undefined },
      disadvantageCompensation: undefined,
    });
    expect(Object.keys(by(signed(), facts)).sort()).toEqual(['contract', 'contractEndedOn']);
  });

  test('ends early, with damages to claim after the probation alone, and not where training is given up', () => {
    const stage = 'established';
    const earlyEnds = { 4: '2024-01-01' };
    expect(by(contractEnded(), { stage, contract, earlyEnds })).toMatchObject({
      stage: 'preparation',
      contractEndedOn: day,
      earlyEnds: { ...earlyEnds, 9: day },
    });
    expect(by(contractEnded({ reason: 'givingUp' }), { stage, contract })).not.toHaveProperty('earlyEnds');
    expect(by(contractEnded(), { stage: 'probation', contract, earlyEnds })).not.toHaveProperty('earlyEnds');
  });

  test('that ends on its last day, or is told of later, has not ended early', () => {
    const stage = 'established';
    for (const end of [day, '2024-09-30']) {
      const change = by(contractEnded(), { stage, contract: { ...contract, end } });
      expect(change).not.toHaveProperty('earlyEnds');
      expect(change.contractEndedOn).toBe(end);
    }
  });

  test('that fails before its start gives a direct start its preparation from that day', () => {
    expect(by(contractEnded(), { contract })).toMatchObject({ preparationSince: day });
    for (const known of [{ preparationSince: '2024-05-02' }, { trainingSince: '2024-09-01' }]) {
      expect(by(contractEnded(), { contract, ...known })).not.toHaveProperty('preparationSince');
    }
  });

  test('knows how long its training has rested', () => {
    const paused = (event: JourneyEvent, pauses: readonly Pause[] = []) =>
      by(event, { contract: { ...contract, pauses } }).contract?.pauses;
    const known = { from: '2024-09-10', leave: false };
    const interrupted: JourneyEvent = { type: 'training.interrupted', reason: 'illness' };
    expect(paused(interrupted)).toEqual([{ from: day, leave: false }]);
    expect(paused({ type: 'training.resumed' }, [known])).toEqual([{ ...known, until: '2024-09-30' }]);
    expect(paused({ type: 'leave.started', from: '2024-09-20', until: '2024-12-31' }, [known])).toEqual([
      { ...known, until: '2024-09-19' },
      { from: '2024-09-20', until: '2024-12-31', leave: true },
    ]);
    const rested = [
      { from: '2024-09-10', until: '2024-09-12', leave: false },
      { from: '2024-09-20', until: '2024-09-19', leave: false },
      { from: '2024-09-30', leave: false },
    ];
    expect(pausedDays({ ...contract, pauses: rested }, day)).toBe(5);
    expect(pausedDays(contract, day)).toBe(0);
  });

  test('begins with its first day, and the cadence of meetings with it, unless one was held or is due', () => {
    const begun = { stage: 'probation', employedSince: '2024-09-01', trainingSince: '2024-09-20' };
    const first = { contract: { ...contract, firstDay: '2024-09-01' } };
    const enteredOn = '2024-09-20';
    const started: JourneyEvent = { type: 'training.started' };
    expect(by(started, { contract, enteredOn })).toEqual({
      ...begun,
      ...first,
      cadenceSince: '2024-09-20',
      cycle: 9,
    });
    for (const met of [{ lastMeetingOn: day }, { meetingDueOn: day }]) {
      expect(by(started, { contract, enteredOn, ...met })).toEqual({ ...begun, ...first });
    }
    const again = { employedSince: '2023-09-01', trainingSince: '2023-09-01', lastMeetingOn: day };
    expect(by({ type: 'training.started', firstDay: day }, { contract, enteredOn, ...again })).toEqual({
      ...{ stage: 'probation', contract: { ...contract, firstDay: day } },
    });
    expect(by(started)).toEqual({});
  });

  test('moves its end with the chamber, and the original one only if it was the same', () => {
    const leave = { from: day, until: day, ends: { end: '2027-08-31', originalEnd: '2027-08-31' } };
    const moved: JourneyEvent = { type: 'contract.endChanged', newEnd: '2028-02-29' };
    const end = '2028-02-29';
    expect(by(moved, { contract, leave })).toEqual({
      ...{ contract: { ...contract, end, originalEnd: end }, leave: { from: day, until: day } },
    });
    const extended = { ...contract, end: '2027-12-31' };
    expect(by(moved, { contract: extended }).contract).toEqual({ ...extended, end });
    const demanded: JourneyEvent = { type: 'exam.extensionDemanded', newEnd: end };
    expect(by(demanded, { contract, leave, extensionOpen: true })).toEqual({
      ...{ contract: { ...contract, end }, leave: { from: day, until: day }, extensionOpen: false },
    });
    expect(by(moved)).toEqual({});
  });

  test('waits for a parental leave, day by day, and remembers how long', () => {
    const ends = { end: '2027-08-31', originalEnd: '2027-08-31' };
    const leave = { from: day, until: '2024-12-31', ends };
    const pause = { from: day, until: '2024-12-31', leave: true };
    const longer = { end: '2027-11-30', originalEnd: '2027-11-30', pauses: [pause] };
    const started: JourneyEvent = { type: 'leave.started', until: '2024-12-31' };
    expect(by(started, { contract })).toEqual({
      leave,
      contract: { ...contract, ...longer },
    });
    const changed: JourneyEvent = { type: 'leave.changed', until: '2024-10-31' };
    const shorter = {
      end: '2027-09-30',
      originalEnd: '2027-09-30',
      pauses: [{ ...pause, until: '2024-10-31' }],
    };
    expect(by(changed, { contract: { ...contract, ...longer }, leave })).toEqual({
      ...{ leave: { ...leave, until: '2024-10-31' }, contract: { ...contract, ...shorter } },
    });
    const fixed = { from: day, until: '2024-12-31' };
    expect(by(changed, { contract, leave: fixed })).toEqual({
      ...{ leave: { ...fixed, until: '2024-10-31' }, contract: { ...contract, pauses: shorter.pauses } },
    });
    expect(by(changed, { contract })).toEqual({});
    expect(by({ ...started, from: '2024-09-16' }, {})).toEqual({
      leave: { from: '2024-09-16', until: '2024-12-31' },
    });
    expect(changedWith('leaveEnd', { leave })).toEqual({ leave: undefined });
  });
});

describe('an exam', () => {
  test('that is passed ends training on the day, or on the contract’s last day before it', () => {
    const passed: JourneyEvent = { type: 'exam.passed' };
    expect(by(passed, { contract })).toEqual({ trainingEndedOn: day, contractEndedOn: day });
    const over = { contract: { ...contract, end: '2024-09-30' } };
    expect(by(passed, over)).toEqual({ trainingEndedOn: '2024-09-30', contractEndedOn: '2024-09-30' });
    expect(by(passed, { contractEndedOn: '2024-09-15' })).toEqual({ trainingEndedOn: day });
  });

  test('that is failed or missed is open to be repeated', () => {
    const open = { repeatOpen: true, extensionOpen: true };
    const sat = { examsFailed: 1, sittingOn: '2024-09-20' };
    expect(by({ type: 'exam.failed' }, sat)).toEqual({ ...open, sittingOn: undefined, examsFailed: 2 });
    expect(by({ type: 'exam.missedByIllness' }, sat)).toEqual({ ...open, sittingOn: undefined });
  });

  test('in two parts remembers that part 1 was taken', () => {
    const taken = (part: 'intermediate' | 'part1'): JourneyEvent => ({
      type: 'exam.intermediateTaken',
      part,
    });
    expect(by(taken('part1'))).toEqual({ intermediateOn: day, partOneTaken: true });
    expect(by(taken('intermediate'))).toEqual({ intermediateOn: day });
    expect(by(taken('intermediate'), { partOneTaken: true })).toEqual({ intermediateOn: day });
  });
});

test('the school times are the participant’s own, or those of the school that is named without any', () => {
  const own = { weekdays: ['monday'], blocks: [] } as const;
  const told = (more: object): JourneyEvent => ({ type: 'school.timesSet', weekdays: [], ...more });
  expect(by(told({ weekdays: ['monday'] }))).toEqual({ school: own });
  expect(by(told({}))).toEqual({ school: { weekdays: [], blocks: [] } });
  expect(by(told({ school: 'school-1' }), { school: own })).toEqual({
    school: undefined,
    attends: 'school-1',
  });
  expect(by(told({ weekdays: ['monday'] }), { attends: 'school-1' })).toEqual({ school: own });
  expect(by(told({}), { attends: 'school-1', school: own })).toEqual({ school: undefined });
});
