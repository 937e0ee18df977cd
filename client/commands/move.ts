/** The commands of a move between providers: `keys`, `transfer`, `receive`. */
import type { Command } from 'commander';
import { openDatabase, type Store } from '../../activities/store/read.ts';
import { parseEvent, parseId } from '../../workflows/journal/entry.ts';
import { storeUnknown } from '../errors.ts';
import { findInstallation } from '../installation.ts';
import type { Journeys } from '../journeys.ts';
import { keepPlace } from '../moves/bundleFile.ts';
import { readText } from '../moves/json.ts';
import { createKeys, publicOf, readPrivateKeys, readPublicKeys, writePrivateKeys } from '../moves/keys.ts';
import { type Received, receiveJourney } from '../moves/receive.ts';
import { type Counts, transferJourney } from '../moves/transfer.ts';
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
    .description(
      'Checks a bundle and goes on with its journey here, where it stood; one that left from here comes back.',
    )
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
      print({ provider, out }, false, () =>
        [
          `Geschrieben nach ${out}. Halten Sie es geheim; Partner bekommen, was »keys public« ausgibt.`,
          `Written to ${out}. Keep it secret; partners get what "keys public" prints.`,
        ].join('\n'),
      );
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
  const place = keepPlace(out, journey);
  try {
    const { text, counts } = await withBoth((journeys, db) => transferJourney(journeys, db, journey, moved));
    place.fill(text);
    const { provider } = moved.partner;
    print({ journey, to: provider, out, ...counts }, json, () =>
      transferredText(journey, provider, out, counts),
    );
  } finally {
    place.giveUp();
  }
}

const transferredText = (journey: string, to: string, out: string, counts: Counts): string =>
  [
    `Die Begleitung ${journey} ist an ${to} übergeben: ${out}. ${countsText.de(counts)}`,
    `Journey ${journey} is transferred to ${to}: ${out}. ${countsText.en(counts)}`,
  ].join('\n');

const countsText = {
  de: ({ entries, people, openEffects }: Counts): string =>
    `Mit dabei: Einträge: ${entries}, Personen: ${people}, offene Wirkungen: ${openEffects}.`,
  en: ({ entries, people, openEffects }: Counts): string =>
    `Along with it: entries: ${entries}, people: ${people}, open effects: ${openEffects}.`,
};

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
  const text = readText(file);
  const received = await withBoth((journeys, db) => receiveJourney(journeys, db, text, arrival));
  const { counts, ...about } = received;
  print({ ...about, from: partner.provider, ...counts }, json, () => receivedText(received));
}

function receivedText({ journey, counts, isBack, now }: Received): string {
  const isAhead = now.slice(0, 10) > new Date().toISOString().slice(0, 10);
  return [
    `Die Begleitung ${journey} läuft hier ${isBack ? 'wieder' : 'weiter'}. ${countsText.de(counts)}`,
    ...(isAhead ? [`Ihre eigene Uhr steht auf ${now}: Fristen kommen erst, wenn auch unsere dort ist.`] : []),
    `Journey ${journey} goes on here${isBack ? ' again' : ''}. ${countsText.en(counts)}`,
    ...(isAhead ? [`Its own clock stands at ${now}: deadlines come only when ours is there too.`] : []),
  ].join('\n');
}

const leadOf = (as: string | undefined): string | undefined =>
  as === undefined ? undefined : parseId(as, 'as');

/** Connects to the journeys and to the store, and lets go of both. */
async function withBoth<T>(work: (journeys: Journeys, db: Store) => Promise<T>): Promise<T> {
  const { databaseUrl } = findInstallation();
  if (databaseUrl === undefined) throw storeUnknown();
  const db = openDatabase(databaseUrl);
  try {
    return await withJourneys((journeys) => work(journeys, db));
  } finally {
    await db.destroy();
  }
}
