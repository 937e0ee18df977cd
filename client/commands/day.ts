/** The commands `today` and `meetings`: what is asked of somebody now, and whom they meet when. */
import type { Command } from 'commander';
import type { Scope } from '../../activities/store/cards.ts';
import type { Store } from '../../activities/store/read.ts';
import { listSignInCandidates } from '../../activities/store/staffList.ts';
import type { TodayMeeting } from '../../activities/store/today.ts';
import { addDays, type Day, germanDay } from '../../workflows/policy/calendar.ts';
import { ClientError } from '../errors.ts';
import { day, moment, named, print, table, tables } from '../output.ts';
import { dayOf, spanOf } from '../papers/options.ts';
import { withStore } from '../papers/source.ts';
import { readMeetings, readToday } from '../today.ts';

/** Adds the commands to a program. */
export function addDayCommands(program: Command): void {
  program
    .command('today')
    .summary('what is due, what was told, meetings of the week, journeys offered')
    .description('Shows what is asked of everybody now, or of one person in their roles and at their sites.')
    .option('--as <id>', 'only what this person sees')
    .option('--json', 'print JSON')
    .action(today);
  program
    .command('meetings')
    .summary('list the meetings of a week or any other span')
    .option('--from <date>', 'the first day; today where left out')
    .option('--to <date>', 'the last day; six days later where left out')
    .option('--case-worker <id>', 'only of this case worker')
    .option('--cancelled', 'with those that were called off')
    .option('--json', 'print JSON')
    .action(meetings);
}

type Today = Awaited<ReturnType<typeof readToday>>;

async function today({ as, json }: { as?: string; json?: boolean }): Promise<void> {
  const on = germanDay(new Date().toISOString());
  const found = await withStore(async (db) => readToday(db, await scopeOf(db, as, on)));
  print(found, json, todayText);
}

/** What somebody sees who signs in with the roles that the store knows of them. @throws ClientError `bad-input` */
async function scopeOf(db: Store, person: string | undefined, on: Day): Promise<Scope> {
  if (person === undefined) return { everything: true, today: on };
  const known = (await listSignInCandidates(db)).find(({ id }) => id === person);
  if (known) return { person, roles: known.roles, sites: known.sites, today: on };
  throw new ClientError('bad-input', {
    de: `--as: ${person} hat im Speicher keine Rolle an einem Standort.`,
    en: `--as: ${person} has no role at a site in the store.`,
  });
}

function todayText({ today: on, deadlines, notices, meetings: met, handovers }: Today): string {
  const due = (title: string, status: Today['deadlines'][number]['status']) => ({
    title,
    head: ['on', 'journey', 'name', 'what'],
    rows: deadlines
      .filter((row) => row.status === status)
      .map(({ dueOn, journey, name, label }) => [dueOn, journey, name ?? '–', `${label.en} · ${label.de}`]),
  });
  const text = tables([
    due('Overdue · Überfällig', 'overdue'),
    due('Due · Fällig', 'due'),
    {
      title: 'Told and not answered · Mitgeteilt und nicht beantwortet',
      head: ['due', 'journey', 'name', 'what', 'told', 'since'],
      rows: notices.map(({ dueOn, journey, name, label, to, since }) => [
        ...[dueOn, journey, name ?? '–', `${label.en} · ${label.de}`, to.join(', '), day(since)],
      ]),
    },
    { title: 'Meetings of the week · Gespräche der Woche', head: meetingHead, rows: met.map(meetingRow) },
    {
      title: 'Offered · Angeboten',
      head: ['journey', 'name', 'from', 'to'],
      rows: handovers.map((one) => [...[one.journey, one.name ?? '–', named(one.from), one.to ?? '–']]),
    },
    due('Soon · Demnächst', 'open'),
  ]);
  return [`Today · Heute: ${on}`, text || 'Nothing is waiting. Es wartet nichts.'].join('\n\n');
}

interface MeetingOptions {
  readonly from?: string;
  readonly to?: string;
  readonly caseWorker?: string;
  readonly cancelled?: boolean;
  readonly json?: boolean;
}

async function meetings(options: MeetingOptions): Promise<void> {
  const { caseWorker, cancelled, json } = options;
  const on = germanDay(new Date().toISOString());
  const from = options.from === undefined ? on : dayOf('--from', options.from);
  const span = spanOf({ from, to: options.to ?? addDays(from, 6) });
  const all = await withStore((db) =>
    readMeetings(db, { everything: true, today: on }, { ...span, cancelled }),
  );
  const theirs = all.filter((one) => caseWorker === undefined || one.caseWorker === caseWorker);
  print(theirs, json, (rows) =>
    rows.length === 0
      ? `No meetings from ${span.from} to ${span.to}. Keine Gespräche in dieser Zeit.`
      : table(meetingHead, rows.map(meetingRow)),
  );
}

const meetingHead = ['from', 'to', 'journey', 'name', 'with', 'case worker', ''];
const meetingRow = (meeting: TodayMeeting): string[] => {
  const { startsAt, endsAt, journey, name, attendees, caseWorker, status } = meeting;
  const note = status === 'cancelled' ? 'called off · abgesagt' : '';
  return [
    ...[moment(startsAt), moment(endsAt).slice(-5), journey, name ?? '–', attendees.join(', ')],
    ...[caseWorker ?? '–', note],
  ];
};
