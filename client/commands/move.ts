/** The commands of a move between providers: `keys`, `transfer`, `receive`. */
import { readFileSync, writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { openDatabase, type Store } from '../../activities/store/read.ts';
import { parseEvent, parseId } from '../../workflows/journal/entry.ts';
import { ClientError } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import type { Journeys } from '../journeys.ts';
import { createKeys, publicOf, readPrivateKeys, readPublicKeys, writePrivateKeys } from '../moves/keys.ts';
import { receiveJourney } from '../moves/receive.ts';
import { transferJourney } from '../moves/transfer.ts';
import { print } from '../output.ts';
import { withJourneys } from './journeys.ts';

interface Common {
  readonly keys: string;
  readonly as?: string;
  readonly json?: boolean;
}

/** Adds the commands to a program. */
export function addMoveCommands(program: Command): void {
  addKeys(program);
  program
    .command('transfer')
    .summary('hand a journey to another provider')
    .description(
      'Closes a journey here and writes it as a signed bundle; asked again, writes the bundle again.',
    )
    .argument('<journey>')
    .requiredOption('--to <file>', "the other provider's public keys")
    .requiredOption('--keys <file>', 'our own keys')
    .requiredOption('--out <file>', 'where the bundle goes')
    .option('--as <id>', "the team lead's opaque id")
    .option('--json', 'print JSON')
    .action(transfer);
  program
    .command('receive')
    .summary('go on with a journey from another provider')
    .description('Checks a bundle and goes on with its journey here, where it stood.')
    .argument('<bundle>')
    .requiredOption('--from <file>', "the other provider's public keys")
    .requiredOption('--keys <file>', 'our own keys')
    .requiredOption('--site <id>', 'the site that takes it over')
    .requiredOption('--federal-state <code>', 'the federal state of the site')
    .requiredOption('--case-worker <id>', 'who looks after it from now on')
    .option('--as <id>', "the team lead's opaque id")
    .option('--json', 'print JSON')
    .action(receive);
}

function addKeys(program: Command): void {
  const keys = program.command('keys').summary('make the keys by which providers know each other');
  keys
    .command('create')
    .description('Makes new keys. The file is secret: keep it, and give it to nobody.')
    .argument('<provider>', "our own provider's opaque id")
    .requiredOption('--out <file>', 'a new file, for its owner only')
    .action(async (provider: string, { out }: { out: string }) => {
      writePrivateKeys(out, await createKeys(parseId(provider, 'provider')));
      print({ provider, out }, false, () => `Written to ${out}. Keep it secret; partners get "keys public".`);
    });
  keys
    .command('public')
    .description('Prints the public keys, to be given to partners by a way they trust.')
    .argument('<file>', 'what "keys create" wrote')
    .action((file: string) => print(publicOf(readPrivateKeys(file)), true, String));
}

async function transfer(
  journey: string,
  { to, keys, out, as, json }: Common & { to: string; out: string },
): Promise<void> {
  const moved = { own: readPrivateKeys(keys), partner: readPublicKeys(to), lead: leadOf(as) };
  // A file that cannot be written should show before the journey has left.
  write(out, '', 'a');
  const text = await withBoth((journeys, db) => transferJourney(journeys, db, journey, moved));
  write(out, text, 'w');
  const { provider } = moved.partner;
  print(
    { journey, to: provider, out },
    json,
    () => `Journey ${journey} is transferred to ${provider}: ${out}.`,
  );
}

async function receive(
  file: string,
  {
    from,
    keys,
    as,
    json,
    ...options
  }: Common & { from: string; site: string; federalState: string; caseWorker: string },
): Promise<void> {
  const own = readPrivateKeys(keys);
  const partner = readPublicKeys(from);
  const { site, federalState, caseWorker } = options;
  const event = parseEvent({
    ...{ type: 'journey.received', from: partner.provider },
    ...{ site, federalState, caseWorker },
  } as { type: string });
  if (event.type !== 'journey.received') return;
  const { type: _, from: __, ...place } = event;
  const arrival = { own, partner, place, lead: leadOf(as) };
  const journey = await withBoth((journeys, db) => receiveJourney(journeys, db, readText(file), arrival));
  print({ journey, from: partner.provider }, json, () => `Journey ${journey} goes on here.`);
}

const leadOf = (as: string | undefined): string | undefined =>
  as === undefined ? undefined : parseId(as, 'as');

/** Connects to the journeys and to the store, and lets go of both. */
async function withBoth<T>(work: (journeys: Journeys, db: Store) => Promise<T>): Promise<T> {
  const { databaseUrl } = findInstallation();
  if (databaseUrl === undefined)
    throw new ClientError('not-running', 'Set DATABASE_URL: people are in the store.');
  const db = openDatabase(databaseUrl);
  try {
    return await withJourneys((journeys) => work(journeys, db));
  } finally {
    await db.destroy();
  }
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw cannot('read', file, error);
  }
}

function write(file: string, text: string, flag: 'a' | 'w'): void {
  try {
    writeFileSync(file, text, { mode: 0o600, flag });
  } catch (error) {
    throw cannot('written', file, error);
  }
}

const cannot = (what: string, file: string, error: unknown): ClientError =>
  new ClientError('bad-input', `${file} cannot be ${what} (${(error as NodeJS.ErrnoException).code}).`);
