/** How long lists of journeys take to open, filter and sort: two thousand journeys against twenty, in the same run. */
import { type CardQuery, countCards, listCards, type Scope } from '../../activities/store/cards.ts';
import { openDatabase, type Store } from '../../activities/store/db.ts';
import { migrateStore } from '../../activities/store/migrations.ts';
import { attentions, phases } from '../../workflows/fold/view.ts';
import { addDays } from '../../workflows/policy/calendar.ts';
import { analyze, type Given, giveJourneys, giveStaff } from './boardRows.ts';
import { newDatabaseUrl } from './newDatabase.ts';

const today = '2026-03-10';
const caseload = 30;

/** A team lead sees them all. */
const scope: Scope = { person: 'l-1', roles: ['teamLead'], sites: ['site-1'], today };
const page = { limit: 50, offset: 0 };

const lists: { readonly [what: string]: Partial<CardQuery> } = {
  open: {},
  'open page 2': { offset: 50 },
  'filter by phase': { phase: ['training', 'exam'] },
  'filter by attention': { attention: ['overdue', 'stuck'] },
  'filter by case worker': { caseWorker: 'w-0' },
  'filter by deadline': { dueBy: addDays(today, 14) },
  search: { q: 'xa' },
  'sort by name': { sort: 'name' },
  'sort by deadline': { sort: 'nextDeadline' },
  'sort by case worker': { sort: 'caseWorker' },
};

const runs: { readonly [what: string]: (db: Store) => Promise<unknown> } = {
  ...Object.fromEntries(
    Object.entries(lists).map(([what, query]) => [
      what,
      (db: Store) => listCards(db, scope, { ...page, ...query }),
    ]),
  ),
  count: (db) => countCards(db, scope),
};

/** The 95th percentiles in milliseconds. */
export interface ListTime {
  readonly what: string;
  readonly few: number;
  readonly many: number;
}

/** Times every list, turn and turn about, so that whatever disturbs one disturbs the other, in two new databases of a server. */
export async function listTimes(server: string, rounds: number): Promise<ListTime[]> {
  const stores = { few: await filled(server, 20), many: await filled(server, 2000) };
  const times: ListTime[] = [];
  for (const [what, run] of Object.entries(runs)) {
    const taken = { few: [] as number[], many: [] as number[] };
    for (let round = -5; round < rounds; round += 1) {
      for (const size of ['few', 'many'] as const) {
        const before = performance.now();
        await run(stores[size]);
        if (round >= 0) taken[size].push(performance.now() - before);
      }
    }
    times.push({ what, few: p95(taken.few), many: p95(taken.many) });
  }
  await Promise.all([stores.few.destroy(), stores.many.destroy()]);
  return times;
}

export const p95 = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN;

/** A new database with journeys like those of a provider, with the deadlines that one has at a time; the team lead is `l-1`. */
export async function filled(server: string, journeys: number, url?: string): Promise<Store> {
  // One connection: a pool that grows within the run would be timed with it.
  const db = openDatabase(url ?? (await newDatabaseUrl(server)), 1);
  await migrateStore(db);
  const workers = Array.from({ length: Math.ceil(journeys / caseload) }, (_, at) => at);
  await giveStaff(db, [
    { id: 'l-1', name: 'Teamleitung', role: 'teamLead', site: 'site-1' },
    ...workers.map((at) => ({
      ...{ id: `w-${at}`, name: `Begleitung ${wordOf(at)}` },
      ...{ role: 'caseWorker' as const, site: 'site-1' },
    })),
  ]);
  await giveJourneys(
    db,
    Array.from({ length: journeys }, (_, at) => journeyOf(at)),
  );
  await analyze(db);
  return db;
}

function journeyOf(at: number): Given {
  const deadlines = Array.from({ length: 8 }, (_, nth) => {
    const isPast = nth === 0 && at % 4 === 3;
    const dueOn = addDays(today, isPast ? -(at % 20) : nth * 20 + (at % 20));
    return [`deadline-${nth}`, dueOn, isPast ? 'overdue' : 'open'] as const;
  });
  return {
    ...{
      id: `j-${at}`,
      name: `${wordOf(at)} Nachname`,
      caseWorker: `w-${Math.floor(at / caseload)}`,
      deadlines,
    },
    phase: phases[at % phases.length] ?? 'closed',
    attention: attentions[at % attentions.length] ?? 'none',
    ...(at % 100 === 99 ? { stuck: true } : {}),
  };
}

/** Words that differ from their first letter on, as names do. */
function wordOf(at: number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyzäöü';
  let rest = (at * 7919 + 4711) % 707_281;
  let word = '';
  for (let length = 0; length < 4; length += 1) {
    word += letters[rest % letters.length];
    rest = Math.floor(rest / letters.length);
  }
  return word;
}
