/** Waiting for something that can only be found out by asking again. */
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { EmbeddedError, messageOf } from './errors.ts';

export interface Patience {
  /** Gives up when this aborts, with its reason. */
  signal: AbortSignal;
  /** Gives up after so many milliseconds. */
  timeout: number;
  /** Milliseconds between two tries. */
  every?: number;
}

/**
 * Asks until the probe no longer throws, and returns what it gave.
 * @param what names in the error what was waited for
 * @throws EmbeddedError `not-started` with the last reason once the time is up; the signal's reason
 */
export async function until<T>(what: string, probe: () => Promise<T>, patience: Patience): Promise<T> {
  const { signal, timeout, every = 100 } = patience;
  for (const deadline = Date.now() + timeout; ; ) {
    signal.throwIfAborted();
    try {
      return await probe();
    } catch (error) {
      if (Date.now() >= deadline)
        throw new EmbeddedError(
          'not-started',
          `${what} was not ready within ${Math.round(timeout / 1000)} s: ${messageOf(error)}`,
          { cause: error },
        );
      await sleep(every);
    }
  }
}

/** Succeeds if somebody listens at host:port. */
export function listens(address: string): Promise<void> {
  const colon = address.lastIndexOf(':');
  return new Promise((resolve, reject) => {
    const socket = connect({ host: address.slice(0, colon), port: Number(address.slice(colon + 1)) }, () => {
      socket.destroy();
      resolve();
    });
    socket.once('error', reject);
  });
}

/** Succeeds if this URL answers with success. */
export async function answersHttp(url: string): Promise<void> {
  const response = await fetch(url, { signal: AbortSignal.timeout(5000) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`${url} answers ${response.status}`);
}
