/**
 * `node worker/people.ts FILE.json` adds people, addresses and roles, staff, sites, companies and training places to the
 * store. The file holds personal data: what is said of it names fields, never what they contain.
 */
import { readFileSync } from 'node:fs';
import { openDatabase } from '../activities/store/db.ts';
import { migrateStore } from '../activities/store/migrations.ts';
import { Roster, savePeople } from '../activities/store/people.ts';
import { unknownReferences } from '../activities/store/references.ts';
import { EmbeddedConfig, readConfig } from './config.ts';
import { readRuntime } from './embedded/runtime.ts';

const usage = 'usage: node worker/people.ts FILE.json';

/** Input that cannot be taken; its message is safe to show. */
class BadInput extends Error {
  override name = 'BadInput';
}

async function main(path: string | undefined): Promise<void> {
  if (path === undefined) throw new BadInput(usage);
  const roster = readRoster(path);
  const db = openDatabase(databaseUrl());
  try {
    await migrateStore(db);
    const unknown = await unknownReferences(db, roster);
    if (unknown.length > 0) throw badFields(unknown);
    await savePeople(db, roster);
  } finally {
    await db.destroy();
  }
  console.log(`saved ${countsOf(roster)}`);
}

const countsOf = (roster: Roster): string =>
  Object.entries(roster)
    .map(([what, list = []]) => [what, list.length] as const)
    .filter(([what, count]) => count > 0 || what === 'people' || what === 'involvements')
    .map(([what, count]) => `${count} ${what === 'trainingPlaces' ? 'training places' : what}`)
    .join(', ');

function readRoster(path: string): Roster {
  const parsed = Roster.safeParse(parseJson(readText(path)));
  if (parsed.success) return parsed.data;
  throw badFields(parsed.error.issues.map((issue) => `${issue.path.join('.') || 'file'}: ${issue.message}`));
}

const badFields = (fields: readonly string[]): BadInput =>
  new BadInput(`These fields cannot be taken:\n${fields.map((field) => `  ${field}`).join('\n')}`);

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new BadInput(`the file cannot be read: ${path}`);
  }
}

/** The parser's own message quotes the file. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadInput('file: is not valid JSON');
  }
}

function databaseUrl(): string {
  const { DATABASE_URL, WEGBEGLEITER_DATA } = readConfig(EmbeddedConfig);
  const url = DATABASE_URL ?? readRuntime(WEGBEGLEITER_DATA)?.databaseUrl;
  if (url === undefined) throw new Error('no store: set DATABASE_URL, or run `npm start` first');
  return url;
}

try {
  await main(process.argv[2]);
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = error instanceof BadInput ? 2 : 1;
}
