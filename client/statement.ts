/** Turns what stands on a command line into statements: `meeting.held attended=participant,caseWorker --at 2026-10-01`. */
import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { Statement } from '../workflows/journal/entry.ts';
import { catalogue, isEventType } from '../workflows/journal/events.ts';
import { newestPolicy, type PolicyVersion, policyVersions } from '../workflows/policy/policy.ts';
import { ClientError, unreadable } from './errors.ts';

export interface StatementOptions {
  at?: string;
  as?: string;
  replaces?: string;
  voids?: string;
  reason?: string;
  file?: string;
}

/** Reads the statements a command line gives. @throws ClientError `bad-input` */
export function readStatements(
  type: string | undefined,
  fields: readonly string[],
  options: StatementOptions,
): Statement[] {
  if (options.file !== undefined) return statementsOf(readJson(options.file), options);
  if (type !== undefined && /^[[{]/.test(type)) return statementsOf(parseJson(type, 'the argument'), options);
  if (type === undefined && options.voids === undefined) {
    throw new ClientError('bad-input', {
      de: 'Nennen Sie ein Ereignis (siehe »events«), oder --file oder --voids.',
      en: 'Name an event (see "events"), or give --file or --voids.',
    });
  }
  return [withOptions(type === undefined ? {} : { event: { type, ...readFields(type, fields) } }, options)];
}

function statementsOf(raw: unknown, options: StatementOptions): Statement[] {
  const list = Array.isArray(raw) ? raw : [raw];
  return list.map((item: unknown) => {
    const isEvent = typeof item === 'object' && item !== null && 'type' in item;
    return withOptions(isEvent ? { event: item } : ((item ?? {}) as object), options);
  });
}

/** What the options say goes in where the statement itself is silent; who speaks is a case worker unless said otherwise. */
function withOptions(
  statement: object,
  { at, as = 'caseWorker', replaces, voids, reason }: StatementOptions,
): Statement {
  const [role = '', id] = as.split(':');
  const given = {
    actor: { role, ...(id === undefined ? {} : { id }) },
    ...(at === undefined ? {} : { effectiveAt: at }),
    ...(replaces === undefined ? {} : { replaces: Number(replaces) }),
    ...(voids === undefined ? {} : { voids: Number(voids) }),
    ...(reason === undefined ? {} : { reason }),
  };
  return { ...given, ...statement } as Statement;
}

/** `key=value` pairs; values take the type that the event's schema gives them. */
function readFields(type: string, pairs: readonly string[]): Record<string, unknown> {
  const schema = isEventType(type) ? z.toJSONSchema(catalogue[type].fields, { io: 'input' }) : {};
  const properties =
    (schema as { properties?: Record<string, { type?: string; const?: unknown }> }).properties ?? {};
  return Object.fromEntries(
    pairs.map((pair) => {
      const [key = '', ...rest] = pair.split('=');
      if (rest.length === 0)
        throw new ClientError('bad-input', {
          de: `Felder werden als Name=Wert angegeben: »${pair}«.`,
          en: `Fields are given as name=value: "${pair}".`,
        });
      return [key, typed(rest.join('='), properties[key])];
    }),
  );
}

function typed(text: string, property: { type?: string } | undefined): unknown {
  if (property?.type === 'array') return text.split(',');
  if (property?.type === 'boolean') return text === 'true' ? true : text === 'false' ? false : text;
  if (property?.type === 'integer' || property?.type === 'number')
    return text.trim() === '' || Number.isNaN(Number(text)) ? text : Number(text);
  return text;
}

/** Reads a JSON file. @throws ClientError `bad-input` naming the file */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw unreadable(file, error);
  }
  return parseJson(text, file);
}

function parseJson(text: string, where: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message : error;
    throw new ClientError('bad-input', {
      de: `${where} ist kein JSON: ${why}`,
      en: `${where} is not JSON: ${why}`,
    });
  }
}

/** The version of the rules that was asked for; the newest where none was. @throws ClientError naming those there are */
export function policyVersionOf(version: string = newestPolicy): PolicyVersion {
  const known = policyVersions.find((one) => one === version);
  if (known !== undefined) return known;
  throw new ClientError('bad-input', {
    de: `Es gibt keine Regeln »${version}«. Fassungen: ${policyVersions.join(', ')}`,
    en: `There is no policy "${version}". Versions: ${policyVersions.join(', ')}`,
  });
}
