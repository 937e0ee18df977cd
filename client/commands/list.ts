/** The command `list`: the journeys, as the board lists them. */
import type { Command } from 'commander';
import { type CardQuery, cardSorts, listCards } from '../../activities/store/cards.ts';
import { phases } from '../../workflows/fold/view.ts';
import { germanDay } from '../../workflows/policy/calendar.ts';
import { named, print, table } from '../output.ts';
import { dayOf, numberOf, oneOf, wordsIn } from '../papers/options.ts';
import { withStore } from '../papers/source.ts';
import { cardOf } from '../web/api/cards.ts';
import { attentions, type Card } from '../web/api/schemas.ts';

interface Options {
  readonly attention?: string;
  readonly phase?: string;
  readonly site?: string;
  readonly caseWorker?: string;
  readonly company?: string;
  readonly q?: string;
  readonly dueBy?: string;
  readonly sort: string;
  readonly desc?: boolean;
  readonly limit: string;
  readonly offset: string;
  readonly json?: boolean;
}

/** Adds the command to a program. */
export function addListCommand(program: Command): void {
  program
    .command('list')
    .summary('list the journeys, those first that ask for most')
    .description('Lists journeys with the participant’s name and the most urgent deadline.')
    .option('--attention <codes>', `with commas: ${attentions.join(', ')}`)
    .option('--phase <codes>', `with commas: ${phases.join(', ')}`)
    .option('--site <site>', 'only of this site')
    .option('--case-worker <id>', 'only of this case worker')
    .option('--company <id>', 'only at this company')
    .option('--q <text>', 'part of a name or id')
    .option('--due-by <date>', 'only with a deadline by this day')
    .option('--sort <key>', `by ${cardSorts.join(', ')}`, 'attention')
    .option('--desc', 'the other way round')
    .option('--limit <count>', 'at most this many', '100')
    .option('--offset <count>', 'leave out this many in front', '0')
    .option('--json', 'print JSON')
    .action(list);
}

async function list(options: Options): Promise<void> {
  const query = queryOf(options);
  const scope = { everything: true, today: germanDay(new Date().toISOString()) } as const;
  const { items, total } = await withStore((db) => listCards(db, scope, query));
  print({ items: items.map(cardOf), total }, options.json, (page) => pageText(page, query.offset));
}

/** @throws ClientError `bad-input` naming the option */
function queryOf(options: Options): CardQuery {
  const { attention, phase, site, caseWorker, company, q, dueBy, sort, desc } = options;
  return {
    attention: attention === undefined ? undefined : among('--attention', attention, attentions),
    phase: phase === undefined ? undefined : among('--phase', phase, phases),
    ...{ site, caseWorker, company, q },
    dueBy: dueBy === undefined ? undefined : dayOf('--due-by', dueBy),
    sort: oneOf('--sort', sort, cardSorts),
    order: desc ? 'desc' : 'asc',
    limit: numberOf('--limit', options.limit, 1, 1_000_000),
    offset: numberOf('--offset', options.offset, 0, 1_000_000),
  };
}

const among = (field: string, text: string, known: readonly string[]): string[] =>
  wordsIn(field, text).map((word) => oneOf(field, word, known));

function pageText({ items, total }: { items: readonly Card[]; total: number }, offset: number): string {
  if (items.length === 0) return `No journeys (of ${total}). Keine Begleitungen (von ${total}).`;
  const rows = items.map(({ id, name, phase, attention, next, caseWorker, company, site }) => [
    ...[id, name ?? '–', phase, attention],
    next ? `${next.dueOn} ${next.label.en} · ${next.label.de}` : '–',
    ...[named(caseWorker), company ? (company.name ?? company.id) : '–', site],
  ]);
  const head = ['journey', 'name', 'phase', 'attention', 'most urgent', 'case worker', 'company', 'site'];
  const rest = items.length === total ? [] : [`${offset + 1}–${offset + items.length} of · von ${total}`];
  return [table(head, rows), ...rest].join('\n');
}
