/** A journey changes its case worker or its company: all else stays, whatever was under way. */
import { afterAll, describe, expect, test } from 'vitest';
import { cohort } from '../../client/stories.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { placesOf } from '../../workflows/fold/view.ts';
import type { Statement } from '../../workflows/journal/entry.ts';
import { Refusal } from '../../workflows/journal/refusal.ts';
import { commit, type Ledger, propose, tick } from '../../workflows/journey/ledger.ts';
import { addDays, germanDay, type Instant } from '../../workflows/policy/calendar.ts';
import { contractEnded, factsOf, informed, journalOf, saying, signed } from '../support/journal.ts';
import { busy, dates, later, ledgerOf, notOwn, on, others, pointsOf } from '../support/moves.ts';

/** The facts of a journey but for these, which a change must touch. */
function without(facts: ReturnType<typeof factsOf>, touched: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(facts).filter(([name]) => !touched.includes(name)));
}

/** Tells one after another; gives nothing where the journey refuses. */
function saidTo(ledger: Ledger, now: Instant, ...statements: Statement[]): Ledger | undefined {
  try {
    return statements.reduce((books, statement, index) => {
      return commit(books, propose(books, [statement], `s-${index}`, now)).ledger;
    }, tick(ledger, now).ledger);
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

interface Change {
  readonly stayed: Folded;
  /** Absent where the journey refuses the change. */
  readonly changed: Folded | undefined;
}

const handover: Statement[] = [
  { ...saying({ type: 'handover.proposed', to: 'w-2' }), actor: { role: 'teamLead' } },
  { ...saying({ type: 'handover.accepted' }), actor: { role: 'caseWorker', id: 'w-2' } },
];

const caseWorkerChange = (here: Ledger, now: Instant): Change => ({
  stayed: tick(here, now).ledger.folded,
  changed: saidTo(here, now, ...handover)?.folded,
});

function companyChange(here: Ledger, now: Instant): Change {
  const today = germanDay(now);
  const statements = [
    saying(contractEnded()),
    saying(informed('c-2')),
    saying(signed({ company: 'c-2', start: today, end: addDays(today, 900) })),
    saying({ type: 'contract.registered' }),
    saying({ type: 'training.started' }),
  ];
  return { stayed: tick(here, now).ledger.folded, changed: saidTo(here, now, ...statements)?.folded };
}

function expectAllElse({ stayed, changed }: Change, touched: readonly string[]): void {
  if (!changed) throw new Error('The change was refused.');
  expect(without(factsOf(changed), touched)).toEqual(without(factsOf(stayed), touched));
  expect(Object.keys(changed.effects)).toEqual(expect.arrayContaining(Object.keys(stayed.effects)));
  const goneBefore = new Set(
    Object.values(stayed.effects).flatMap((one) => (one.withdrawnAt ? [one.key] : [])),
  );
  const meetings = Object.values(changed.effects).filter(({ kind }) => kind === 'reflectionMeeting');
  expect(meetings.filter((one) => one.withdrawnAt && !goneBefore.has(one.key))).toEqual([]);
}

/** Facts of the case worker. */
const ofCaseWorker = ['caseWorker', 'handover', 'deputy'];
/** Facts of the contract: the new one begins with its probation, and a leave was agreed under the old one. */
const ofContract = ['contract', 'informed', 'earlyEnds', 'stage', 'leave', 'interrupted'];

function expectNewCaseWorker(change: Change): void {
  expectAllElse(change, ofCaseWorker);
  const { stayed, changed = stayed } = change;
  const { caseWorker, handover: open, deputy } = factsOf(changed);
  expect([caseWorker, open, deputy]).toEqual(['w-2', undefined, undefined]);
  expect(others(placesOf(changed))).toEqual(others(placesOf(stayed)));
  expect(notOwn(dates(changed))).toEqual(notOwn(dates(stayed)));
  expect(changed.fired).toEqual(stayed.fired);
}

function expectNewCompany(change: Change): void {
  expectAllElse(change, ofContract);
  const { stayed, changed = stayed } = change;
  expect(factsOf(changed).contract?.company).toBe('c-2');
  const lasting = ({ open }: Folded) =>
    open.flatMap(({ key, item }) => (/goal|hours|funding|task|help/i.test(key) ? [[key, item]] : []));
  expect(lasting(changed).toSorted()).toEqual(lasting(stayed).toSorted());
}

describe('with everything under way at once', () => {
  const here = ledgerOf(journalOf(...busy), on);

  test('an open conflict, an absence, a request for lessons and a meeting to come are there', () => {
    const { conflict, absences, learningSupport, meeting } = factsOf(here.folded);
    expect(conflict).toMatchObject({ rung: 'talk' });
    expect(absences).toMatchObject([{ reason: 'illness' }]);
    expect(learningSupport).toEqual({ subject: 'maths' });
    expect(meeting).toMatchObject({ key: 'reflection/after-6' });
  });

  test('a change of case worker keeps everything else', () =>
    expectNewCaseWorker(caseWorkerChange(here, later)));

  test('a change of company keeps all that is not the contract’s', () =>
    expectNewCompany(companyChange(here, later)));
});

describe('at any point of a story', () => {
  const counts = { caseWorker: 0, company: 0 };

  test.each(cohort.map(({ journey, story }) => [journey, story] as const))(
    'a change of case worker or company loses nothing of %s',
    (_, story) => {
      for (const { here, now } of pointsOf(story)) {
        const [worker, company] = [caseWorkerChange(here, now), companyChange(here, now)];
        if (worker.changed) expectNewCaseWorker(worker);
        if (company.changed) expectNewCompany(company);
        counts.caseWorker += worker.changed ? 1 : 0;
        counts.company += company.changed ? 1 : 0;
      }
    },
  );

  afterAll(() => {
    console.log(`${counts.caseWorker} changes of case worker, ${counts.company} of company`);
    expect(counts.caseWorker).toBeGreaterThan(50);
    expect(counts.company).toBeGreaterThan(20);
  });
});
