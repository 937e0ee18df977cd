/** The commands `escalations`, `stuck` and `calendar`: what waits for somebody, what waits for ops, and a case worker's meetings. */
import type { Command } from 'commander';
import { renewFeed } from '../../activities/store/feeds.ts';
import { listNotices, listStuck, type NoticeRow } from '../../activities/store/lists.ts';
import { newsLabels, Role } from '../../workflows/effects/words.ts';
import { states } from '../../workflows/fold/states.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { newestPolicy, policies } from '../../workflows/policy/policy.ts';
import { ClientError } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { day, print, table } from '../output.ts';
import { withStore } from '../papers/source.ts';

interface Options {
  readonly site?: string;
  readonly caseWorker?: string;
  readonly role?: string;
  readonly json?: boolean;
}

/** Adds the commands to a program. */
export function addOfficeCommands(program: Command): void {
  program
    .command('escalations')
    .summary('what somebody was told and has not answered')
    .description(
      'Lists open escalations and reminders, those due first in front. One that is answered is gone.',
    )
    .option('--site <site>')
    .option('--case-worker <id>')
    .option('--role <role>', 'only what was told to this role')
    .option('--json', 'print JSON')
    .action(escalations);
  program
    .command('stuck')
    .summary('effects that cannot be carried out, and why')
    .description('Lists what activities fail to do. They go on trying; the reason names no person.')
    .option('--site <site>')
    .option('--json', 'print JSON')
    .action(stuck);
  program
    .command('calendar')
    .summary('give a case worker’s calendar a new secret address')
    .description(
      'Calendar programs subscribe to the address. Whoever has it sees the meetings; renewed, the old one ends.',
    )
    .argument('<person>', "the case worker's opaque id")
    .option('--json', 'print JSON')
    .action(calendar);
}

async function escalations({ site, caseWorker, role, json }: Options): Promise<void> {
  const known = role === undefined ? undefined : Role.safeParse(role);
  if (known && !known.success) {
    throw new ClientError('bad-input', {
      de: `--role: die Rolle »${role}« gibt es nicht. Rollen: ${Role.options.join(', ')}`,
      en: `--role: there is no role "${role}". Roles: ${Role.options.join(', ')}`,
    });
  }
  const rows = await withStore((db) => listNotices(db, { site, caseWorker, role: known?.data }));
  print(rows, json, () =>
    table(
      ['due', 'journey', 'what', 'told', 'since', 'case worker'],
      rows.map((row) => [
        ...[row.dueOn, row.journey, wordsOf(row), row.to.join(', '), day(row.since), row.caseWorker ?? '–'],
      ]),
    ),
  );
}

/** What a notice is about: a deadline, news, the rung of a conflict, the subject of lessons. */
function wordsOf({ kind, topic }: NoticeRow): string {
  const texts: { readonly [topic: string]: { readonly de: string; readonly en: string } } = {
    ...newsLabels,
    ...Object.fromEntries(
      Object.entries(policies[newestPolicy].deadlines).map(([key, { label }]) => [key, label]),
    ),
  };
  const region = states.get(kind === 'conflictEscalation' ? `conflict.open.${topic}` : 'learningSupport');
  const text = kind === 'reminder' ? texts[topic] : region?.label;
  const subject = kind === 'learningSupport' ? ` (${topic})` : '';
  return text ? `${text.en} · ${text.de}${subject}` : topic;
}

async function stuck({ site, json }: Options): Promise<void> {
  const rows = await withStore((db) => listStuck(db, site));
  print(rows, json, () =>
    table(
      ['journey', 'effect', 'since', 'attempts', 'reason'],
      rows.map((row) => [row.journey, row.key, row.since, String(row.attempts), row.reason]),
    ),
  );
}

async function calendar(person: string, { json }: Options): Promise<void> {
  const { publicUrl } = findInstallation();
  const secret = await withStore(async (db) => {
    try {
      return await renewFeed(db, parseId(person, 'person'));
    } catch (error) {
      if ((error as { code?: unknown }).code !== '23503') throw error;
      throw new ClientError('bad-input', {
        de: `${person} steht nicht unter den Personen.`,
        en: `${person} is not among the people.`,
      });
    }
  });
  const url = new URL(`calendar/${secret}.ics`, publicUrl ?? 'http://127.0.0.1/').href;
  print({ person, url }, json, () => url);
}
