/** The commands `escalations`, `stuck` and `calendar`: what waits for somebody, what waits for ops, and a case worker's meetings. */
import type { Command } from 'commander';
import { renewFeed } from '../../activities/store/feeds.ts';
import { listNotices, listStuck } from '../../activities/store/lists.ts';
import { Role } from '../../workflows/effects/words.ts';
import { parseId } from '../../workflows/journal/entry.ts';
import { ClientError } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import { day, print, table } from '../output.ts';
import { withStore } from '../papers/source.ts';
import { labelOfNotice } from '../web/api/cards.ts';

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
        ...[
          row.dueOn,
          row.journey,
          `${labelOfNotice(row).en} · ${labelOfNotice(row).de}`,
          row.to.join(', '),
          day(row.since),
          row.caseWorker ?? '–',
        ],
      ]),
    ),
  );
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
