/**
 * `node worker/people.ts FILE.json` adds people, addresses and roles to the store. The file holds personal
 * data: what is said of it names fields, never what they contain.
 */
import { readFileSync } from 'node:fs';
import { openDatabase } from '../activities/store/db.ts';
import { migrateStore } from '../activities/store/migrations.ts';
import { Roster, savePeople } from '../activities/store/people.ts';
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
    await savePeople(db, roster);
  } catch (error) {
    const isUnknownPerson = (error as { code?: unknown }).code === '23503';
    throw isUnknownPerson ? new BadInput('involvements: a personId is not among the people') : error;
  } finally {
    await db.destroy();
  }
  console.log(`saved ${roster.people.length} people, ${roster.involvements.length} involvements`);
}

function readRoster(path: string): Roster {
  const parsed = Roster.safeParse(parseJson(readText(path)));
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join('.') || 'file'}: ${issue.message}`);
  throw new BadInput(`These fields cannot be taken:\n${lines.join('\n')}`);
}

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
