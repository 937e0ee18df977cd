/** Journeys from outside: start one, tell it something, ask it. The only way to change a journey is `tell`. */
import { randomUUID } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import {
  Client,
  Connection,
  isGrpcServiceError,
  QueryNotRegisteredError,
  type WorkflowHandle,
} from '@temporalio/client';
import type { Role } from '../workflows/effects/words.ts';
import type { Explanation } from '../workflows/fold/explain.ts';
import { fold } from '../workflows/fold/fold.ts';
import { newestVersions, rulebookOf, type Versions } from '../workflows/fold/rulebook.ts';
import type { FullView } from '../workflows/fold/view.ts';
import { bytesOfJournal, checkRoom } from '../workflows/journal/capacity.ts';
import {
  buildEntry,
  type Entry,
  parseId,
  parseRequestId,
  type Statement,
} from '../workflows/journal/entry.ts';
import { Refusal } from '../workflows/journal/refusal.ts';
import * as messages from '../workflows/messages.ts';
import type { Instant } from '../workflows/policy/calendar.ts';
import { asRefusal } from './errors.ts';
import type { Installation } from './installation.ts';

export interface Journeys {
  readonly client: Client;
  readonly taskQueue: string;
  close(): Promise<void>;
}

/** Connects to the installation's Temporal. */
export async function connect({
  temporalAddress,
  namespace,
  taskQueue,
  tls,
  apiKey,
}: Installation): Promise<Journeys> {
  const connection = await Connection.connect({
    address: temporalAddress,
    tls,
    ...(apiKey === undefined ? {} : { apiKey }),
  });
  return { client: new Client({ connection, namespace }), taskQueue, close: () => connection.close() };
}

export interface StartOptions {
  requestId?: string;
  /** History events after which a run hands over to the next; for tests. */
  runLength?: number;
  /** The statements tell of the past: nothing is sent for what lies before now. */
  past?: boolean;
  /** The versions of the rules; the newest where left out. */
  versions?: Partial<Versions>;
}

/**
 * Starts a journey with its first statements. They are folded first, so that a refused start leaves nothing.
 * @throws Refusal, `journey-exists` among others
 */
export async function startJourney(
  journeys: Journeys,
  journey: string,
  statements: readonly Statement[],
  { requestId = randomUUID(), runLength, past = false, versions = {} }: StartOptions = {},
): Promise<readonly Entry[]> {
  parseId(journey, 'journey');
  parseRequestId(requestId);
  const now = new Date().toISOString();
  const journal = statements.map((statement, index) =>
    buildEntry(statement, { seq: index + 1, requestId, recordedAt: now }, now, ['statements', index]),
  );
  checkRoom(bytesOfJournal(journal));
  const rules = { ...newestVersions, ...versions };
  fold(rulebookOf(rules), journal, now);
  const input: messages.JourneyInput = {
    journey,
    ...rules,
    journal,
    ...(runLength === undefined ? {} : { runLength }),
    ...(past ? { upTo: now } : {}),
  };
  await launch(journeys, input);
  return journal;
}

/**
 * Starts a journey's workflow with its input, which must fold; `again` where one of this id has ended.
 * @throws Refusal `journey-exists`
 */
export async function launch(
  { client, taskQueue }: Journeys,
  input: messages.JourneyInput,
  { again = false }: { again?: boolean } = {},
): Promise<void> {
  await refusing(input.journey, () =>
    client.workflow.start(messages.journeyType, {
      workflowId: messages.workflowIdOf(input.journey),
      taskQueue,
      args: [input],
      workflowIdReusePolicy: again ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      workflowIdConflictPolicy: 'FAIL',
      // A worker that dies in the middle of a task delays a command by this long at most.
      workflowTaskTimeout: '2 seconds',
    }),
  );
}

/** Tells a journey something; the same `requestId` twice is entered once. @throws Refusal with code and reasons */
export async function tellJourney(
  journeys: Journeys,
  journey: string,
  statements: readonly Statement[],
  requestId: string = randomUUID(),
): Promise<messages.TellResult> {
  const request: messages.TellRequest = { requestId: parseRequestId(requestId), statements };
  return withRetry(journey, () =>
    handleOf(journeys, journey).executeUpdate(messages.tell, { args: [request] }),
  );
}

/** The view of a journey at its own now. @throws Refusal `journey-not-found` */
export function viewJourney(journeys: Journeys, journey: string): Promise<FullView> {
  return asking(journeys, journey, (handle, now) => handle.query(messages.view, now));
}

/** The whole journal, in the order it was told. @throws Refusal `journey-not-found` */
export function readJourney(journeys: Journeys, journey: string): Promise<readonly Entry[]> {
  return asking(journeys, journey, (handle) => handle.query(messages.journal));
}

/** What was last handed out for each effect. @throws Refusal `journey-not-found` */
export function readHanded(
  journeys: Journeys,
  journey: string,
): Promise<Readonly<Record<string, messages.Handed>>> {
  return asking(journeys, journey, (handle) => handle.query(messages.handed));
}

/** For every event whether it is possible now, or why not. @throws Refusal `journey-not-found` */
export function explainJourney(
  journeys: Journeys,
  journey: string,
  role?: Role,
): Promise<readonly Explanation[]> {
  return asking(journeys, journey, (handle, now) =>
    role === undefined ? handle.query(messages.explain, now) : handle.query(messages.explain, now, role),
  );
}

/** What telling these statements would do. Nothing is changed. @throws Refusal as `tellJourney` would */
export async function previewJourney(
  journeys: Journeys,
  journey: string,
  statements: readonly Statement[],
): Promise<messages.PreviewResult> {
  const result = await asking(journeys, journey, (handle, now) =>
    handle.query(messages.preview, statements, now),
  );
  return granted(result);
}

function granted<T extends object>(result: T | messages.Refused): T {
  if ('refusal' in result) throw new Refusal(result.refusal.code, result.refusal.reasons);
  return result;
}

/**
 * Puts a journey under other versions of the rules; those left out stay. Asked for again it changes nothing.
 * @throws Refusal naming the entry that would become impossible, or `unknown-version`
 */
export function migrateJourney(
  journeys: Journeys,
  journey: string,
  versions: Partial<Versions>,
): Promise<messages.MigrateResult> {
  return withRetry(journey, () =>
    handleOf(journeys, journey).executeUpdate(messages.migrate, { args: [versions] }),
  );
}

/** What `migrateJourney` would do. Nothing is changed. @throws Refusal as it would */
export async function previewMigration(
  journeys: Journeys,
  journey: string,
  versions: Partial<Versions>,
): Promise<messages.MigrateResult> {
  const result = await asking(journeys, journey, (handle, now) =>
    handle.query(messages.previewMigration, versions, now),
  );
  return granted(result);
}

/** What a journey's workflow says that the store should hold. @throws Refusal `journey-not-found` */
export function readBooks(journeys: Journeys, journey: string): Promise<messages.Books> {
  return asking(journeys, journey, (handle) => handle.query(messages.books));
}

/** How many journeys run on each version of policy and machine, as the server's index has it. */
export async function countByVersion({ client }: Journeys): Promise<{
  policies: ReadonlyMap<string, number>;
  machines: ReadonlyMap<number, number>;
}> {
  const policies = new Map<string, number>();
  const machines = new Map<number, number>();
  const query = `WorkflowType = '${messages.journeyType}' AND ExecutionStatus = 'Running'`;
  for await (const { typedSearchAttributes } of client.workflow.list({ query })) {
    const policy = typedSearchAttributes.get(messages.policyVersionKey) ?? '–';
    const machine = typedSearchAttributes.get(messages.machineVersionKey) ?? 0;
    policies.set(policy, (policies.get(policy) ?? 0) + 1);
    machines.set(machine, (machines.get(machine) ?? 0) + 1);
  }
  return { policies, machines };
}

/** The opaque ids of all journeys that run, in the order of their ids. */
export async function runningJourneys({ client }: Journeys, site?: string): Promise<string[]> {
  const own = site === undefined ? '' : ` AND Site = '${parseId(site, 'site')}'`;
  const query = `WorkflowType = '${messages.journeyType}' AND ExecutionStatus = 'Running'${own}`;
  const found: string[] = [];
  for await (const { workflowId } of client.workflow.list({ query }))
    found.push(messages.journeyOf(workflowId));
  return found.sort();
}

/** A journey's own now: the server's clock, or the virtual one where time has been skipped. */
export async function clockOf(handle: WorkflowHandle): Promise<Instant> {
  const { raw } = await handle.describe();
  const virtual = raw.workflowExtendedInfo?.timeSkippingInfo?.currentTime?.seconds;
  const millis = virtual === undefined || virtual === null ? Date.now() : 1000 * Number(virtual);
  return new Date(Math.max(millis, Date.now())).toISOString();
}

export function handleOf({ client }: Journeys, journey: string): WorkflowHandle {
  return client.workflow.getHandle(messages.workflowIdOf(journey));
}

function asking<T>(
  journeys: Journeys,
  journey: string,
  ask: (handle: WorkflowHandle, now: Instant) => Promise<T>,
): Promise<T> {
  const handle = handleOf(journeys, journey);
  return withRetry(journey, async () => ask(handle, await clockOf(handle)));
}

async function refusing<T>(journey: string, run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    throw asRefusal(error, journey);
  }
}

/**
 * Around continue-as-new, or where a worker has too much to do, the server may say for a moment that there is no workflow task,
 * or that nobody processed the command: the same request goes again.
 */
export async function withRetry<T>(journey: string, run: () => Promise<T>): Promise<T> {
  const deadline = Date.now() + 30_000;
  for (;;) {
    try {
      return await refusing(journey, run);
    } catch (error) {
      if (!isHandover(error) || Date.now() > deadline) throw error;
      await pause(100);
    }
  }
}

function isHandover(error: unknown): boolean {
  const text = isGrpcServiceError(error)
    ? error.details
    : error instanceof Error
      ? `${error.message} ${causeOf(error)}`
      : '';
  return (
    /workflow task|wasn't processed by worker/i.test(text) && !(error instanceof QueryNotRegisteredError)
  );
}

const causeOf = (error: Error): string => (error.cause instanceof Error ? error.cause.message : '');
