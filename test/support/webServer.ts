/** The web server on a stage, listening on 127.0.0.1, and people of the example who sign in and call it. */
import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { afterAll, beforeAll } from 'vitest';
import { createWeb } from '../../client/web/server.ts';
import type { Stage } from './playhouse.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly body: any;
}

export interface Web {
  readonly url: string;
  readonly app: FastifyInstance;
  /** What went wrong on the server. */
  readonly failures: unknown[];
  /** The cookie of somebody who has signed in, kept for later calls. */
  signIn(person: string): Promise<string>;
  /** Calls as somebody, or as nobody. */
  call(person: string | undefined, method: string, path: string, call?: Call): Promise<Answer>;
}

export interface Call {
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
  /** The Idempotency-Key; another one each time where left out. */
  readonly key?: string;
}

/** Starts the server after the stage is set, and ends it after the tests. */
export function useWeb(stage: () => Stage, board?: () => Promise<string>): () => Web {
  let web: Web | undefined;
  beforeAll(async () => {
    web = await startWeb(stage(), await board?.());
  });
  afterAll(async () => {
    await web?.app.close();
  });
  return () => {
    if (!web) throw new Error('The web server has not started yet.');
    return web;
  };
}

async function startWeb({ db, databaseUrl, journeys }: Stage, board: string | undefined): Promise<Web> {
  const failures: unknown[] = [];
  const log = (error: unknown): void => void failures.push(error);
  const app = createWeb({
    ...{ db, databaseUrl, journeys, board, log },
    env: {},
    temporalUi: 'http://127.0.0.1:1/namespaces/default/workflows',
  });
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  const cookies = new Map<string, string>();
  const signIn = async (person: string): Promise<string> => {
    const known = cookies.get(person);
    if (known !== undefined) return known;
    const response = await fetch(`${url}/auth/local`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url },
      body: JSON.stringify({ person }),
    });
    const [cookie] = response.headers.getSetCookie();
    if (!response.ok || cookie === undefined) throw new Error(`${person} cannot sign in: ${response.status}`);
    const pair = cookie.split(';')[0] ?? '';
    cookies.set(person, pair);
    return pair;
  };
  const call: Web['call'] = async (person, method, path, { body, headers, key = randomUUID() } = {}) => {
    const cookie = person === undefined ? {} : { cookie: await signIn(person) };
    const sent = body === undefined ? {} : { 'content-type': 'application/json' };
    const response = await fetch(url + path, {
      method,
      headers: { origin: url, 'idempotency-key': key, ...cookie, ...sent, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      redirect: 'manual',
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return { url, app, failures, signIn, call };
}
