/** The Temporal namespace that journeys live in, and its search attributes: made if missing, and usable afterwards. */
import { randomUUID } from 'node:crypto';
import { Connection, type ConnectionOptions, isGrpcServiceError } from '@temporalio/client';
import type { SearchAttributeType } from '@temporalio/common';
import { msToTs } from '@temporalio/common/lib/time.js';
import { EmbeddedError } from './errors.ts';
import { until } from './until.ts';

/** The server's numbers of the types (temporal.api.enums.v1.IndexedValueType). */
const TYPES = {
  TEXT: 1,
  KEYWORD: 2,
  INT: 3,
  DOUBLE: 4,
  BOOL: 5,
  DATETIME: 6,
  KEYWORD_LIST: 7,
} as const satisfies Record<SearchAttributeType, number>;

/** A server's host and port, with TLS and a key where it asks for them. */
export type Address = string | Pick<ConnectionOptions, 'address' | 'tls' | 'apiKey'>;

/** Names of search attributes and their types. */
export type SearchAttributes = Readonly<Record<string, SearchAttributeType>>;

export interface NamespaceOptions {
  /** Gives up when this aborts. */
  signal?: AbortSignal;
  /** The server is our own: how long ended runs are kept is ours to say. */
  ours?: boolean;
}

/** Ended runs are part of a journey of years: keep them ten years, and let erasure take them away. */
const RETENTION = msToTs('3650 days');

const NOT_FOUND = 5;
const ALREADY_EXISTS = 6;

/**
 * Makes the namespace if it is missing, and waits until workflows can be started, queued and listed in it.
 * @throws EmbeddedError `not-started` if that takes longer than a minute
 */
export async function ensureNamespace(
  address: string,
  namespace: string,
  options: NamespaceOptions = {},
): Promise<void> {
  await withConnection(address, options, async (connection, retry) => {
    const { workflowService: service } = connection;
    await retry(`The namespace ${namespace}`, async () => {
      await register(connection, namespace, options.ours ?? false);
      const execution = { workflowId: randomUUID() };
      await accept([NOT_FOUND], service.describeWorkflowExecution({ namespace, execution }));
      await service.describeTaskQueue({ namespace, taskQueue: { name: 'none' }, taskQueueType: 1 });
      await service.countWorkflowExecutions({ namespace });
    });
  });
}

/**
 * Registers the search attributes that are missing, and waits until the server takes them. Registered ones are left alone.
 * @throws EmbeddedError `bad-setting` if one is registered with another type, `not-started` if they do not become usable
 */
export async function ensureSearchAttributes(
  address: Address,
  namespace: string,
  table: SearchAttributes,
  options: NamespaceOptions = {},
): Promise<void> {
  const names = Object.keys(table);
  if (names.length === 0) return;
  await withConnection(address, options, async ({ operatorService, workflowService }, retry) => {
    const { customAttributes } = await retry('The list of search attributes', () =>
      operatorService.listSearchAttributes({ namespace }),
    );
    const missing = missingAttributes(table, customAttributes);
    const query = names.map((name) => `${name} IS NULL`).join(' AND ');
    await retry('The search attributes', async () => {
      if (Object.keys(missing).length > 0)
        await accept(
          [ALREADY_EXISTS],
          operatorService.addSearchAttributes({ namespace, searchAttributes: missing }),
        );
      await workflowService.countWorkflowExecutions({ namespace, query });
    });
  });
}

/** Tries something on the server until it succeeds, for a minute. */
type Retry = <T>(what: string, attempt: () => Promise<T>) => Promise<T>;

async function withConnection(
  address: Address,
  { signal = new AbortController().signal }: NamespaceOptions,
  work: (connection: Connection, retry: Retry) => Promise<void>,
): Promise<void> {
  const connection = Connection.lazy(typeof address === 'string' ? { address } : address);
  const retry: Retry = (what, attempt) => {
    const timely = () => connection.withDeadline(Date.now() + 10_000, attempt);
    return until(what, timely, { signal, timeout: 60_000 });
  };
  try {
    await connection.withAbortSignal(signal, () => work(connection, retry));
  } finally {
    await connection.close();
  }
}

async function register({ workflowService }: Connection, namespace: string, ours: boolean): Promise<void> {
  try {
    await workflowService.registerNamespace({ namespace, workflowExecutionRetentionPeriod: RETENTION });
  } catch (error) {
    if (!isGrpcServiceError(error) || error.code !== ALREADY_EXISTS) throw error;
    if (!ours) return;
    const { config } = await workflowService.describeNamespace({ namespace });
    if (String(config?.workflowExecutionRetentionTtl?.seconds) === String(RETENTION.seconds)) return;
    // The command line tool makes its namespaces by itself, and drops ended runs after a day.
    await workflowService.updateNamespace({
      namespace,
      config: { workflowExecutionRetentionTtl: RETENTION },
    });
  }
}

function missingAttributes(table: SearchAttributes, present: Record<string, number>): Record<string, number> {
  const missing: Record<string, number> = {};
  for (const [name, type] of Object.entries(table)) {
    const known = present[name];
    if (known === undefined) missing[name] = TYPES[type];
    else if (known !== TYPES[type])
      throw new EmbeddedError(
        'bad-setting',
        `The search attribute ${name} is not registered as ${type} on this Temporal.`,
      );
  }
  return missing;
}

/** Waits for a call and lets some codes of failure pass. */
async function accept(codes: readonly number[], call: Promise<unknown>): Promise<void> {
  try {
    await call;
  } catch (error) {
    if (!isGrpcServiceError(error) || !codes.includes(error.code)) throw error;
  }
}
