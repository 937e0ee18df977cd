/** What importing a file would do: every line folded, and everything that is wrong with any of them. Pure. */
import type { OwnPeople } from '../../activities/store/people.ts';
import { advance } from '../../workflows/fold/fold.ts';
import type { Folded } from '../../workflows/fold/folded.ts';
import { newestVersions, rulebookOf, type Versions } from '../../workflows/fold/rulebook.ts';
import { phaseIn, viewOf } from '../../workflows/fold/view.ts';
import type { Entry } from '../../workflows/journal/entry.ts';
import { Id } from '../../workflows/journal/events.ts';
import { Day, germanDay, type Instant } from '../../workflows/policy/calendar.ts';
import { type PolicyVersion, policyVersions } from '../../workflows/policy/policy.ts';
import { type Keeping, type Kept, type NotTold, tellAll } from '../keepUp.ts';
import { dutyOf } from '../stories.ts';
import type { Cells } from './columns.ts';
import type { Line } from './csv.ts';
import { referring, speakerOf } from './further.ts';
import { readPersons } from './persons.ts';
import { type Fault, fault, foldFaults, missing, type Problem } from './problems.ts';
import { readItems, type Told } from './reading.ts';
import { readDay } from './values.ts';

/** A journey that a line brings in. */
export interface Planned {
  readonly line: number;
  readonly journey: string;
  readonly versions: Partial<Versions>;
  readonly entries: readonly Entry[];
  readonly own: OwnPeople;
  readonly folded: Folded;
}

/** What the lines of a file would bring in, and all that is wrong with them. */
export interface Plan {
  readonly planned: readonly Planned[];
  readonly problems: readonly Problem[];
}

/** Reads and folds all lines at `now`; `done` hears of each. */
export function planCohort(lines: readonly Line[], now: Instant, done: () => void = () => {}): Plan {
  const planning = planByLine(lines, now);
  for (let step = planning.next(); ; step = planning.next()) {
    if (step.done) return step.value;
    done();
  }
}

/** The same a line at a time, for whom has other things to do between two of them. */
export function* planByLine(lines: readonly Line[], now: Instant): Generator<void, Plan> {
  const problems: Problem[] = [];
  const planned: Planned[] = [];
  const seen = new Map<string, number>();
  for (const { line, cells } of lines) {
    const { plan, faults } = planLine(cells, now);
    const earlier = cells.id === undefined ? undefined : seen.get(cells.id);
    if (earlier !== undefined) faults.push(twice(earlier));
    else if (cells.id !== undefined) seen.set(cells.id, line);
    problems.push(...faults.map((one) => ({ line, ...one })));
    if (plan && faults.length === 0) planned.push({ line, ...plan });
    yield;
  }
  return { planned, problems };
}

const twice = (line: number): Fault =>
  fault('id', 'twice', `steht schon in Zeile ${line}.`, `stands in line ${line} already.`);

function planLine(cells: Cells, now: Instant): { plan?: Omit<Planned, 'line'>; faults: Fault[] } {
  const id = journeyIn(cells);
  const policyVersion = policyIn(cells);
  const upTo = upToDate(cells, germanDay(now));
  const { items, faults: wrong } = readItems(cells);
  const { own, faults: personal } = readPersons(cells, id.value ?? 'nobody');
  const faults = [...id.faults, ...policyVersion.faults, ...upTo.faults, ...wrong, ...personal];
  if (faults.length > 0 || id.value === undefined) return { faults };
  const versions: Partial<Versions> = policyVersion.value ? { policyVersion: policyVersion.value } : {};
  const told = folding(items, versions, upTo.value, now);
  if ('refusal' in told) return { faults: refused(told, items) };
  const folded = advance(told.folded, now);
  return { plan: { journey: id.value, versions, own, folded, entries: told.entries }, faults };
}

interface Read<T> {
  readonly value?: T;
  readonly faults: Fault[];
}

/** An id leaves room for those of the journey's people. */
function journeyIn({ id }: Cells): Read<string> {
  if (id === undefined) return { faults: [missing('id')] };
  if (Id.safeParse(id).success && id.length <= 60) return { value: id, faults: [] };
  return {
    faults: [
      fault(
        'id',
        'invalid_format',
        'muss eine Kennung aus Buchstaben, Ziffern und Bindestrichen sein, höchstens 60 Zeichen.',
        'must be an opaque id of letters, digits and hyphens, at most 60 long.',
      ),
    ],
  };
}

function policyIn({ policy }: Cells): Read<PolicyVersion> {
  if (policy === undefined) return { faults: [] };
  const value = policyVersions.find((version) => version === policy);
  const known = policyVersions.join(', ');
  return value
    ? { value, faults: [] }
    : {
        faults: [
          fault('policy', 'unknown-version', `muss eine von ${known} sein.`, `must be one of ${known}.`),
        ],
      };
}

function upToDate({ upToDateUntil }: Cells, today: Day): Read<Day> {
  if (upToDateUntil === undefined) return { faults: [] };
  const parsed = Day.safeParse(readDay(upToDateUntil));
  if (parsed.success && parsed.data <= today) return { value: parsed.data, faults: [] };
  const [de, en] = [
    'muss ein Tag sein, der nicht in der Zukunft liegt.',
    'must be a day that is not to come.',
  ];
  return { faults: [fault('upToDateUntil', 'invalid_format', de, en)] };
}

/** Reports and hours are kept up with where the line says so; meetings that nobody recorded are not made up. */
function folding(
  items: readonly Told[],
  versions: Partial<Versions>,
  until: Day | undefined,
  now: Instant,
): Kept | NotTold {
  const keeping: Keeping = {
    rulebook: rulebookOf({ ...newestVersions, ...versions }),
    until,
    dutyOf: (deadline) => {
      const event = dutyOf(deadline);
      return event && event.type !== 'meeting.held' ? { event, actor: speakerOf(event.type) } : undefined;
    },
    referring: (event, told) =>
      referring(event, (opener, number) => told.filter((one) => one.event?.type === opener)[number - 1]?.seq),
    recordedAt: () => now,
  };
  return tellAll(
    items.map(({ day, event, actor, column }) => ({ on: day, event, actor, column })),
    keeping,
  );
}

function refused({ refusal, saying }: NotTold, items: readonly Told[]): Fault[] {
  const column = items.find(({ event, day }) => event === saying?.event && day === saying.on)?.column;
  return foldFaults(refusal, column ?? 'upToDateUntil');
}

/** What a planned journey looks like. */
export function summaryOf({ line, journey, folded }: Planned) {
  const { open, due, overdue } = viewOf(folded);
  const next = open.slice(0, 3).map(({ key, dueOn, label }) => ({ key, dueOn, label }));
  return {
    ...{ line, journey, phase: phaseIn(folded), next },
    overdue: [...due, ...overdue].map(({ key, dueOn, label }) => ({ key, dueOn, label })),
    /** Since when a reflection meeting has been due: nobody is invited to it. */
    meetingDueSince: folded.visits['reflection.due'] && folded.snapshot.context.facts.meetingDueOn,
  };
}
export type PlannedSummary = ReturnType<typeof summaryOf>;
