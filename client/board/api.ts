/** How the board asks its server: typed answers, problems as errors, the session in a cookie that scripts cannot read. */
import type { Problem } from '../web/problem.ts';
import { currentLang } from './parts/lang.tsx';

/** A problem document, or what stands for one where the server could not answer. */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** Codes of problems that the board makes up itself. */
export const noConnection = 'no-connection';
export const noSense = 'no-sense';

const madeUp = (code: string, status: number): ApiProblem =>
  new ApiProblem({ type: `urn:wegbegleiter:problem:${code}`, title: '', status, code, reasons: [] });

/** Values of a query; what is undefined or empty is left out. */
export type Query = Readonly<Record<string, string | number | boolean | undefined>>;

/** An address below `/api` with its query, for fetching and for links. Pure. */
export function withQuery(path: string, query: Query = {}): string {
  const given = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  const text = new URLSearchParams(given.map(([key, value]) => [key, String(value)])).toString();
  return text === '' ? path : `${path}?${text}`;
}

interface Sending {
  /** The same key with the same body is carried out once, however often it is sent. */
  readonly key?: string;
  readonly signal?: AbortSignal;
}

/** Reads. @throws ApiProblem */
export const get = <T>(path: string, query?: Query, signal?: AbortSignal): Promise<T> =>
  send<T>('GET', withQuery(path, query), undefined, signal ? { signal } : {});

/** Tells the server something. @throws ApiProblem */
export const post = <T>(path: string, body: unknown, sending: Sending = {}): Promise<T> =>
  send<T>('POST', path, body, sending);

async function send<T>(method: string, path: string, body: unknown, { key, signal }: Sending): Promise<T> {
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: 'same-origin',
      headers: {
        accept: 'application/json, application/problem+json',
        'accept-language': currentLang(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...(key === undefined ? {} : { 'idempotency-key': key }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw madeUp(noConnection, 0);
  }
  const answer = await contentOf(response);
  if (!response.ok) throw isProblem(answer) ? new ApiProblem(answer) : madeUp(noSense, response.status);
  return answer as T;
}

async function contentOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined;
  const text = await response.text();
  try {
    return JSON.parse(text) as unknown;
  } catch {
    if (response.ok && text === '') return undefined;
    throw madeUp(noSense, response.status);
  }
}

const isProblem = (answer: unknown): answer is Problem =>
  typeof answer === 'object' && answer !== null && 'code' in answer && 'reasons' in answer;

/** A name for one thing somebody does, so that sending it again does not do it again. */
export const newKey = (): string =>
  // `randomUUID` is there only over https or on this machine; the board may be served inside a house without.
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

/** What went wrong, as a problem document, whatever was thrown. */
export const problemIn = (error: unknown): Problem =>
  error instanceof ApiProblem ? error.problem : madeUp(noSense, 0).problem;
